/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_tokens.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <utility>

namespace quartet
{

namespace
{

enum class Script
{
    None,
    Digits,
    Letters,
    Ideographs ///< and all that is written without spaces
};

/// The sign that a text begins with and its bytes.
std::pair<Script, std::size_t> firstSign(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte >= '0' && byte <= '9')
        return { Script::Digits, 1 };
    if (byte >= 'a' && byte <= 'z')
        return { Script::Letters, 1 };
    if (byte < 0x80)
        return { Script::None, 1 };
    // Punctuation of U+2000 and of U+3000; from there on no spaces.
    const std::size_t bytes = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    const bool punctuation = text.starts_with("\xE2\x80") || text.starts_with("\xE2\x81")
                             || text.starts_with("\xE3\x80");
    const Script letters = byte >= 0xE3 ? Script::Ideographs : Script::Letters;
    return { punctuation ? Script::None : letters, std::min(bytes, text.size()) };
}

} // namespace

std::vector<std::string> headerWords(std::string_view folded)
{
    std::vector<std::string> words;
    Script last = Script::None;
    for (std::string_view rest = folded; !rest.empty();)
    {
        const auto [script, bytes] = firstSign(rest);
        const bool continues =
            last != Script::None
            && (script == last || (script == Script::Digits && last == Script::Letters));
        if (rest.front() == '%')
            words.emplace_back("%");
        else if (script != Script::None && continues)
            words.back() += rest.substr(0, bytes);
        else if (script != Script::None)
            words.emplace_back(rest.substr(0, bytes));
        // "d3" is one word and stays one: "d3x" doesn't begin with a number.
        last = script == Script::Digits && continues ? last : script;
        rest.remove_prefix(bytes);
    }
    return words;
}

std::string joinWords(const std::vector<std::string>& words, std::size_t from, std::size_t to)
{
    std::string key;
    for (std::size_t i = from; i < to; ++i)
        key += words[i];
    return key;
}

std::string headerKey(std::string_view name)
{
    const auto words = headerWords(fold(name));
    return joinWords(words, 0, words.size());
}

bool isMisread(std::string_view text)
{
    if (text.find("\xEF\xBF\xBD") != std::string_view::npos
        || text.find("?g") != std::string_view::npos)
        return true;
    // UTF-8 read as Latin-1: a lead byte's letter, then a sign of U+0080 to U+00BF.
    for (std::size_t at = 0; at + 3 < text.size(); ++at)
    {
        const std::string_view lead = text.substr(at, 2);
        const auto next = static_cast<unsigned char>(text[at + 2]);
        const auto sign = static_cast<unsigned char>(text[at + 3]);
        if ((lead == "\xC3\x83" || lead == "\xC3\x82" || lead == "\xC3\x8E") && next == 0xC2
            && sign >= 0x80 && sign <= 0xBF)
            return true;
    }
    return false;
}

} // namespace quartet
