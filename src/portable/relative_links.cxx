/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/relative_links.hxx"

#include "portable/package.hxx"
#include "workbook/utf8.hxx"

#include <rtl/uri.hxx>

#include <filesystem>
#include <regex>

namespace quartet
{

namespace
{

std::string decoded(const std::string& uri)
{
    return toUtf8(rtl::Uri::decode(fromUtf8(uri), rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
}

std::string encoded(const std::string& path)
{
    return toUtf8(rtl::Uri::encode(fromUtf8(path), rtl_UriCharClassUric, rtl_UriEncodeIgnoreEscapes,
                                   RTL_TEXTENCODING_UTF8));
}

/// Whether a target is a path whose "file:///" is missing: no address, no place in the workbook.
bool isPath(const std::string& target)
{
    return !target.empty() && target.front() != '#' && target.front() != '/'
           && target.front() != '.' && target.find(':') > target.find_first_of("/?#");
}

} // namespace

std::string withLinksFrom(const std::string& relations, const std::string& url)
{
    static const std::regex link("Target=\"([^\"]*)\"( TargetMode=\"External\")");
    const std::string begin = "file://";
    if (url.compare(0, begin.size(), begin) != 0)
        return relations;
    const std::filesystem::path folder =
        std::filesystem::path(decoded(url.substr(begin.size()))).parent_path();
    std::string result;
    std::size_t from = 0;
    for (auto each = std::sregex_iterator(relations.begin(), relations.end(), link);
         each != std::sregex_iterator(); ++each)
    {
        const std::string target = (*each)[1];
        const auto place = static_cast<std::size_t>(each->position());
        result += relations.substr(from, place - from);
        from = place + static_cast<std::size_t>(each->length());
        if (!isPath(target))
        {
            result += each->str();
            continue;
        }
        const auto mark = std::min(target.find_first_of("#?"), target.size());
        const std::filesystem::path path("/" + decoded(target.substr(0, mark)));
        result += "Target=\"" + encoded(path.lexically_relative(folder).string())
                  + target.substr(mark) + "\"" + (*each)[2].str();
    }
    return result + relations.substr(from);
}

css::uno::Sequence<sal_Int8>
withRelativeLinks(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Sequence<sal_Int8>& workbook, const rtl::OUString& url)
{
    const Package package(context, workbook, Package::Format::Zip);
    bool changed = false;
    for (const char* const folder :
         { "xl/worksheets/_rels", "xl/externalLinks/_rels", "xl/drawings/_rels" })
        for (const std::string& part : package.parts(folder))
        {
            const std::string before = package.read(part);
            const std::string content = withLinksFrom(before, toUtf8(url));
            if (content == before)
                continue;
            package.write(part, content);
            changed = true;
        }
    return changed ? package.finish() : workbook;
}

} // namespace quartet
