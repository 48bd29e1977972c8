/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "fold.hxx"

#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace quartet
{

namespace
{

std::string withSingleSpaces(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char c : text)
    {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

} // namespace

std::string fold(std::string_view text)
{
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT
                                       | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    utf8proc_uint8_t* raw = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> folded(raw, &std::free);
    if (length < 0)
        return std::string(text);
    return withSingleSpaces(
        { reinterpret_cast<const char*>(folded.get()), static_cast<std::size_t>(length) });
}

std::string foldWords(std::string_view text)
{
    std::string letters;
    for (auto rest = text; !rest.empty();)
    {
        utf8proc_int32_t sign = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                             static_cast<utf8proc_ssize_t>(rest.size()), &sign);
        const auto bytes = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1));
        const auto category = length > 0 ? utf8proc_category(sign) : UTF8PROC_CATEGORY_CN;
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME)
            letters += rest.substr(0, bytes);
        else
            letters += ' ';
        rest.remove_prefix(bytes);
    }
    return fold(letters);
}

std::string_view trim(std::string_view text) { return boost::algorithm::trim_copy(text); }

std::vector<std::string_view> split(std::string_view list, std::string_view separators)
{
    std::vector<std::string_view> parts;
    boost::algorithm::split(
        parts, list, [separators](char c) { return separators.find(c) != std::string_view::npos; });
    for (std::string_view& part : parts)
        part = trim(part);
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

} // namespace quartet
