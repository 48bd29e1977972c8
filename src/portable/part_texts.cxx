/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/part_texts.hxx"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

namespace quartet
{

std::string literalsOf(const std::string& formula)
{
    std::string literals;
    constexpr const char* quotes = "\"'";
    for (std::size_t at = 0; (at = formula.find_first_of(quotes, at)) != std::string::npos;)
    {
        const auto end = formula.find(formula[at], at + 1);
        if (end == std::string::npos)
            break;
        literals += formula.substr(at + 1, end - at - 1) + "\n";
        at = end + 1;
    }
    return literals;
}

std::vector<std::string> numbersOf(const std::string& formula)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isName = [&](char c) {
        return isDigit(c) || c == '_' || c == '$' || c == '.' || c == ':' || c == '!'
               || static_cast<unsigned char>(c) >= 0x80
               || std::isalpha(static_cast<unsigned char>(c));
    };
    std::vector<std::string> numbers;
    for (std::size_t at = 0; at < formula.size(); ++at)
    {
        if (formula[at] == '"' || formula[at] == '\'')
        {
            at = std::min(formula.find(formula[at], at + 1), formula.size());
            continue;
        }
        if (!isDigit(formula[at]) || (at > 0 && isName(formula[at - 1])))
            continue;
        const std::size_t begin = at;
        while (at < formula.size() && (isDigit(formula[at]) || formula[at] == '.'))
            ++at;
        numbers.push_back(formula.substr(begin, at - begin));
        --at;
    }
    return numbers;
}

std::string withoutPercents(const std::string& link)
{
    std::string text;
    for (std::size_t at = 0; at < link.size(); ++at)
    {
        const char* const digits = link.data() + at + 1;
        unsigned char byte = 0;
        if (link[at] == '%' && at + 2 < link.size()
            && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2)
        {
            text += static_cast<char>(byte);
            at += 2;
        }
        else
            text += link[at];
    }
    return text;
}

std::string fromBase64(const std::string& text)
{
    std::string bytes;
    unsigned int bits = 0;
    int count = 0;
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (const char c : text)
    {
        const auto value = letters.find(c);
        if (value == std::string_view::npos)
            continue;
        bits = bits << 6 | static_cast<unsigned int>(value);
        if ((count += 6) >= 8)
            bytes += static_cast<char>(bits >> (count -= 8) & 0xFF);
    }
    return bytes;
}

std::string withoutMarks(const std::string& header)
{
    std::string text;
    for (std::size_t at = 0; at < header.size(); ++at)
    {
        if (header[at] != '&' || at + 1 == header.size())
        {
            text += header[at];
            continue;
        }
        const char mark = header[++at];
        if (mark == 'L' || mark == 'C' || mark == 'R')
            text += '\n';
        else if (mark == '"')
            at = std::min(header.find('"', at + 1), header.size());
        else if (std::isdigit(static_cast<unsigned char>(mark)))
            while (at + 1 < header.size()
                   && std::isdigit(static_cast<unsigned char>(header[at + 1])))
                ++at;
    }
    return text;
}

} // namespace quartet
