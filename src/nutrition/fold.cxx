/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/fold.hxx"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace quartet
{

namespace
{

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// char has a sign on some machines and none on others.
bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

char toLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Single spaces, none at either end, and ASCII letters in lower case.
std::string tidy(std::string_view text)
{
    std::string result(text.size(), ' ');
    std::size_t length = 0;
    for (const char c : text)
    {
        if (!isSpace(c))
            result[length++] = toLower(c);
        else if (length > 0 && result[length - 1] != ' ')
            result[length++] = ' ';
    }
    if (length > 0 && result[length - 1] == ' ')
        --length;
    result.resize(length);
    return result;
}

/// Soft hyphens, joiners and the like: people see none and don't know of them.
bool isInvisible(utf8proc_int32_t sign) { return utf8proc_category(sign) == UTF8PROC_CATEGORY_CF; }

/// The text with a space for each sign that goes, and without invisible ones. What is no UTF-8
/// goes as U+FFFD would.
template <typename Goes> std::string withSpaces(std::string_view text, const Goes& goes)
{
    constexpr utf8proc_int32_t unknown = 0xFFFD;
    std::string result;
    for (auto rest = text; !rest.empty();)
    {
        utf8proc_int32_t sign = unknown;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                             static_cast<utf8proc_ssize_t>(rest.size()), &sign);
        const auto bytes = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1));
        const bool stays = length <= 0 || !isInvisible(sign);
        if (stays && goes(length > 0 ? sign : unknown))
            result += ' ';
        else if (stays)
            result += rest.substr(0, bytes);
        rest.remove_prefix(bytes);
    }
    return result;
}

/** A decomposed text without the accents of Latin and Greek letters. In other
    scripts a mark makes another letter: beer, ビール, is no peel, ピール. */
std::string withoutAccents(std::string_view text)
{
    constexpr utf8proc_int32_t cyrillic = 0x400;
    std::string result;
    bool isLatinOrGreek = false;
    while (!text.empty())
    {
        utf8proc_int32_t sign = 0;
        const auto bytes = static_cast<std::size_t>(
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &sign));
        const auto category = utf8proc_category(sign);
        const bool isMark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
        if (!isMark)
            isLatinOrGreek = sign < cyrillic;
        if (!isInvisible(sign) && (!isMark || !isLatinOrGreek))
            result += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return result;
}

/** A text with katakana for hiragana: U+3041 to U+3096 are 0x60 below theirs, and three bytes
    like them. */
std::string withKatakana(std::string text)
{
    constexpr char lead = '\xE3';
    constexpr unsigned low = 0x3F;
    constexpr unsigned bits = 6;
    for (std::size_t at = text.find(lead); at != std::string::npos && at + 2 < text.size();
         at = text.find(lead, at + 3))
    {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const auto third = static_cast<unsigned char>(text[at + 2]);
        unsigned sign = 0x3000U + ((second & low) << bits) + (third & low);
        const bool isWhole = (second & ~low) == 0x80 && (third & ~low) == 0x80;
        if (!isWhole || sign < 0x3041 || sign > 0x3096)
            continue;
        sign += 0x60;
        text[at + 1] = static_cast<char>(0x80 | ((sign >> bits) & low));
        text[at + 2] = static_cast<char>(0x80 | (sign & low));
    }
    return text;
}

} // namespace

std::string fold(std::string_view text) { return withKatakana(foldKeepingKana(text)); }

std::string foldKeepingKana(std::string_view text)
{
    // Most names are plain ASCII: their folding is their lower case.
    if (std::all_of(text.begin(), text.end(), isAscii))
        return tidy(text);
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT
                                       | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_uint8_t* raw = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> folded(raw, &std::free);
    if (length < 0) // no UTF-8, such as half a surrogate pair: tidy at least
        return tidy(trim(text));
    return tidy(withoutAccents(
        { reinterpret_cast<const char*>(folded.get()), static_cast<std::size_t>(length) }));
}

std::string foldWords(std::string_view text)
{
    return foldKeepingKana(withSpaces(text, [](utf8proc_int32_t sign) {
        const auto category = utf8proc_category(sign);
        return category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_ME;
    }));
}

bool startsInJapanese(std::string_view text)
{
    constexpr unsigned char hiragana = 0xE3; // the first byte of all that follow
    return !text.empty() && static_cast<unsigned char>(text.front()) >= hiragana;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    if (text.empty() || (isAscii(text.front()) && isAscii(text.back())))
        return text;
    for (const std::string_view space : { "\u00a0", "\u202f", "\u3000" })
    {
        if (text.starts_with(space))
            return trim(text.substr(space.size()));
        if (text.ends_with(space))
            return trim(text.substr(0, text.size() - space.size()));
    }
    return text;
}

std::string withoutSuperscripts(std::string_view text)
{
    return withSpaces(text, [](utf8proc_int32_t sign) {
        return utf8proc_get_property(sign)->decomp_type == UTF8PROC_DECOMP_TYPE_SUPER;
    });
}

std::vector<std::string_view> split(std::string_view list, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < list.size();)
    {
        const auto next = separators.size() == 1 ? list.find(separators.front(), begin)
                                                 : list.find_first_of(separators, begin);
        const auto end = std::min(next, list.size());
        if (const auto part = trim(list.substr(begin, end - begin)); !part.empty())
            parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

} // namespace quartet
