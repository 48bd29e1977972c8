/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/texts.hxx"

#include "nutrition/language.hxx"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace quartet
{

namespace
{

constexpr char numberSign = '#';

/// "9 mg a day" as "# mg a day" and { "9" }. What follows a letter or "-" is a name's: "K2",
/// "MK-7".
std::pair<std::string, std::vector<std::string>> withoutNumbers(std::string_view text)
{
    constexpr std::string_view digits = "0123456789";
    std::string pattern;
    std::vector<std::string> numbers;
    while (!text.empty())
    {
        const bool mayBegin = pattern.empty() || pattern.back() == ' ' || pattern.back() == '(';
        auto length = mayBegin ? std::min(text.find_first_not_of("0123456789."), text.size()) : 0;
        length = length == 0 || digits.find(text.front()) == std::string_view::npos ? 0 : length;
        if (length > 0)
            numbers.emplace_back(text.substr(0, length));
        pattern += length > 0 ? numberSign : text.front();
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return { pattern, numbers };
}

} // namespace

Texts::Texts(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    std::vector<std::string_view> columns{ "text" };
    columns.insert(columns.end(), otherLanguageIds().begin(), otherLanguageIds().end());
    readRows("texts", columns, rows, damages, [this](const Row& row) {
        m_texts.emplace(row.id(), row.requiredText("text"));
        for (const auto& [language, text] : row.fields())
            if (language != "text" && language != "note")
                m_texts.emplace(std::string(language) + ":" + row.id(), text);
    });
}

Texts::Texts(const std::vector<Row>& rows, const std::vector<Row>& phrases,
             std::vector<Damage>& damages)
    : Texts(rows, damages)
{
    std::vector<std::string_view> columns{ "en" };
    columns.insert(columns.end(), otherLanguageIds().begin(), otherLanguageIds().end());
    readRows("phrases", columns, phrases, damages, [this](const Row& row) {
        const std::string english(row.requiredText("en"));
        for (const auto& [language, text] : row.fields())
            if (language != "en" && language != "note")
                m_phrases.emplace(std::string(language) + ":" + english, text);
    });
}

std::string Texts::said(const std::string& english, std::string_view language) const
{
    const std::string prefix = std::string(language) + ":";
    if (const auto found = m_phrases.find(prefix + english); found != m_phrases.end())
        return found->second;
    const auto [pattern, numbers] = withoutNumbers(english);
    const auto found = numbers.empty() ? m_phrases.end() : m_phrases.find(prefix + pattern);
    if (found == m_phrases.end())
        return english;
    std::string text;
    auto number = numbers.begin();
    for (const char each : found->second)
        if (each == numberSign && number != numbers.end())
            text += numeral(*number++, language);
        else
            text += each;
    return text;
}

std::string Texts::numeral(std::string number, std::string_view language) const
{
    const auto point = number.find('.');
    if (point != std::string::npos && language != "en")
        number.replace(point, 1, text("number.point", {}, language));
    return number;
}

std::string Texts::text(std::string_view id, Values values, std::string_view language) const
{
    auto found = language == "en" ? m_texts.end()
                                  : m_texts.find(std::string(language) + ":" + std::string(id));
    if (found == m_texts.end())
        found = m_texts.find(id);
    if (found == m_texts.end())
        return std::string(id);
    // In one pass: a value may hold braces of its own.
    std::string text;
    std::string_view rest = found->second;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{'))
    {
        const auto close = rest.find('}', open);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [name](const auto& each) { return each.first == name; });
        text += rest.substr(0, open);
        if (value != values.end())
            text += value->second;
        rest.remove_prefix(std::min(close, rest.size() - 1) + 1);
    }
    text += rest;
    return text;
}

std::string formatNumber(double number, int decimals)
{
    // A sentence with 300 digits can't be read, and no more than 15 mean anything.
    constexpr double tooLong = 1e15;
    const bool isLong = std::abs(number) >= tooLong;
    std::array<char, 64> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), number,
                      isLong ? std::chars_format::scientific : std::chars_format::fixed, decimals);
    std::string text(digits.data(), error == std::errc() ? end : digits.data());
    if (!isLong && text.find('.') != std::string::npos)
        text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

int decimalsOf(double number)
{
    constexpr int most = 4;
    const double size = std::abs(number);
    return size > 0 ? std::clamp(most - 1 - static_cast<int>(std::floor(std::log10(size))), 0, most)
                    : 0;
}

std::string formatBeside(double number, double other, int decimals)
{
    constexpr int most = 9;
    for (; decimals < most; ++decimals)
    {
        std::string text = formatNumber(number, decimals);
        if (number == other || text != formatNumber(other, decimals))
            return text;
    }
    return formatNumber(number, most);
}

} // namespace quartet
