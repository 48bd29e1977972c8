/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/written_parts.hxx"

#include "portable/package.hxx"
#include "portable/part_reader.hxx"
#include "portable/safe_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/io/XStream.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>
#include <string_view>

namespace quartet
{

namespace
{

using css::io::XInputStream;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

Reference<XInputStream> streamOf(const Reference<XComponentContext>& context,
                                 const std::string& text)
{
    return Reference<XInputStream>(css::io::SequenceInputStream::createStreamFromSequence(
                                       context, { reinterpret_cast<const sal_Int8*>(text.data()),
                                                  static_cast<sal_Int32>(text.size()) }),
                                   UNO_QUERY_THROW);
}

using Parts = Reference<css::container::XNameAccess>;

/// What is embedded in what is embedded, and so on, is looked into so far.
constexpr int deepest = 6;

/** The parts of a workbook, or of what another program has embedded in one.
    @throws css::uno::Exception where it has none */
Parts partsOf(const Reference<XComponentContext>& context, const std::string& content)
{
    Sequence<Any> arguments(1);
    arguments.getArray()[0] <<= streamOf(context, content);
    return Parts(context->getServiceManager()->createInstanceWithArgumentsAndContext(
                     content.starts_with("PK")
                         ? rtl::OUString("com.sun.star.packages.zip.ZipFileAccess")
                         : rtl::OUString("com.sun.star.embed.OLESimpleStorage"),
                     arguments, context),
                 UNO_QUERY_THROW);
}

/// Where other parts begin in a part; npos for nowhere.
std::size_t beginOfParts(const std::string& content)
{
    constexpr std::string_view zip("PK\3\4", 4);
    constexpr std::string_view compound("\xD0\xCF\x11\xE0", 4);
    constexpr std::size_t before = 4096; // what other programs put before what they embed
    const std::string_view begin = std::string_view(content).substr(0, before);
    return begin.starts_with(compound) ? 0 : begin.find(zip);
}

bool isXml(const std::string& name, const std::string& content)
{
    static constexpr std::array<const char*, 8> endings{ ".xml", ".rels", ".rdf", ".vml",
                                                         ".xba", ".xlb",  ".xdl", ".svg" };
    return content.starts_with("<?xml")
           || std::any_of(endings.begin(), endings.end(),
                          [&](const char* ending) { return name.ends_with(ending); });
}

std::string findIn(const Reference<XComponentContext>& context, const Parts& parts,
                   const Secrets& secrets, int depth);

/// What can't be looked into is found, too.
std::string findIn(const Reference<XComponentContext>& context, const std::string& name,
                   const std::string& content, const Secrets& secrets, int depth)
{
    if (content.empty())
        return {};
    std::string where;
    if (isXml(name, content))
    {
        try
        {
            where = findSecretInXml(context, name, content, secrets);
            return where.empty() ? where : name + ": " + where;
        }
        catch (const css::uno::Exception&)
        {
            // It has the name alone.
        }
    }
    if (holdsSecret(content, secrets))
        return name;
    if (const auto begin = beginOfParts(content); begin != std::string::npos)
    {
        try
        {
            if (depth < deepest)
                where =
                    findIn(context, partsOf(context, content.substr(begin)), secrets, depth + 1);
            return depth < deepest && where.empty() ? where : name + ": " + where;
        }
        catch (const css::uno::Exception&)
        {
            return name;
        }
    }
    return {};
}

std::string findIn(const Reference<XComponentContext>& context, const Parts& parts,
                   const Secrets& secrets, int depth)
{
    const auto names = parts->getElementNames();
    std::string where;
    for (sal_Int32 i = 0; i < names.getLength() && where.empty(); ++i)
    {
        const std::string name = toUtf8(names.getConstArray()[i]);
        if (name.ends_with("/"))
            continue;
        if (secrets.wordIn(name))
            return name;
        const Any part = parts->getByName(names.getConstArray()[i]);
        Reference<XInputStream> input(part, UNO_QUERY);
        if (const Reference<css::io::XStream> stream(part, UNO_QUERY); !input.is() && stream.is())
            input = stream->getInputStream();
        if (input.is())
            where = findIn(context, name, readAll(input), secrets, depth);
        else if (const Parts inner(part, UNO_QUERY); inner.is())
            where = findIn(context, inner, secrets, depth);
    }
    return where;
}

/// A chart without what its caches of numbers hold else.
std::string withNumbersInCaches(const std::string& chart)
{
    static const std::regex points("<c:pt [^>]*><c:v>([^<]*)</c:v></c:pt>");
    const std::string open = "<c:numCache>";
    const std::string close = "</c:numCache>";
    std::string result;
    std::size_t from = 0;
    for (auto begin = chart.find(open); begin != std::string::npos; begin = chart.find(open, from))
    {
        const auto end = chart.find(close, begin);
        result += chart.substr(from, begin - from);
        const std::string cache = chart.substr(begin, end - begin);
        std::size_t at = 0;
        for (auto point = std::sregex_iterator(cache.begin(), cache.end(), points);
             point != std::sregex_iterator(); ++point)
        {
            const auto place = static_cast<std::size_t>(point->position());
            result += cache.substr(at, place - at);
            const std::string value = (*point)[1];
            char* rest = nullptr;
            std::strtod(value.c_str(), &rest);
            if (!value.empty() && *rest == 0)
                result += point->str();
            at = place + static_cast<std::size_t>(point->length());
        }
        result += cache.substr(at);
        from = std::min(end, chart.size());
    }
    return result + chart.substr(from);
}

/// A part without what stands between two marks, and with the marks.
std::string emptied(const std::string& part, const std::string& open, const std::string& close)
{
    std::string result;
    std::size_t from = 0;
    for (auto begin = part.find(open); begin != std::string::npos; begin = part.find(open, from))
    {
        result += part.substr(from, begin + open.size() - from);
        from = std::min(part.find(close, begin), part.size());
    }
    return result + part.substr(from);
}

} // namespace

std::string findSecret(const Reference<XComponentContext>& context,
                       const Sequence<sal_Int8>& workbook, const Secrets& secrets)
{
    if (secrets.empty())
        return {};
    return findIn(context,
                  partsOf(context, { reinterpret_cast<const char*>(workbook.getConstArray()),
                                     static_cast<std::size_t>(workbook.getLength()) }),
                  secrets, 0);
}

Sequence<sal_Int8> withoutRecordedChanges(const Reference<XComponentContext>& context,
                                          const Sequence<sal_Int8>& workbook)
{
    const Package package(context, workbook, Package::Format::OpenDocument);
    const std::string open = "<table:tracked-changes";
    const std::string close = "</table:tracked-changes>";
    // They stand before the sheets, of which there may be much.
    if (package.read("content.xml", "<table:table ").find(open) == std::string::npos)
        return workbook;
    std::string content = package.read("content.xml");
    const auto begin = content.find(open);
    auto end = content.find('>', begin) + 1;
    if (content[end - 2] != '/')
        end = content.find(close, begin) + close.size();
    content.erase(begin, end - begin);
    if (content.find(open) != std::string::npos)
        throw NotWritten("portable.error.recorded");
    package.write("content.xml", content);
    return package.finish();
}

Sequence<sal_Int8> withNumbersInCharts(const Reference<XComponentContext>& context,
                                       const Sequence<sal_Int8>& workbook)
{
    const Package package(context, workbook, Package::Format::OfficeOpenXml);
    bool changed = false;
    for (const std::string& part : package.parts("xl/charts"))
    {
        const std::string before = package.read(part);
        const std::string content = withNumbersInCaches(before);
        if (content == before)
            continue;
        package.write(part, content);
        changed = true;
    }
    return changed ? package.finish() : workbook;
}

Sequence<sal_Int8> withoutAuthors(const Reference<XComponentContext>& context,
                                  const Sequence<sal_Int8>& workbook, bool xlsx)
{
    const Package package(context, workbook,
                          xlsx ? Package::Format::OfficeOpenXml : Package::Format::OpenDocument);
    if (!xlsx)
        package.write("content.xml",
                      emptied(package.read("content.xml"), "<dc:creator>", "</dc:creator>"));
    else
        for (const std::string& part : package.parts("xl"))
            if (part.starts_with("xl/comments"))
                package.write(part, emptied(package.read(part), "<author>", "</author>"));
    return package.finish();
}

} // namespace quartet
