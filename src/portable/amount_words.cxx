/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/amount_words.hxx"

#include <boost/algorithm/string/replace.hpp>

#include <algorithm>

namespace quartet
{

std::string lowerAscii(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string singleSpaced(const std::string& text)
{
    std::string result;
    for (const char c : text)
        if (c != ' ' || (!result.empty() && result.back() != ' '))
            result += c;
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::string unitKey(const std::string& unit)
{
    std::string key = unit;
    for (const char* const sign : numberSigns)
        boost::replace_all(key, sign, "");
    return singleSpaced(key);
}

AmountWords splitAmount(const std::string& amount)
{
    const std::string text = singleSpaced(amount);
    std::string unit = unitKey(text);
    if (!text.ends_with(unit))
        return {};
    return { singleSpaced(text.substr(0, text.size() - unit.size())), std::move(unit) };
}

std::vector<std::string> commonNumbers()
{
    constexpr int mostWhole = 250;
    constexpr int mostHundreds = 2000;
    constexpr int mostTenths = 20;
    constexpr int mostFractions = 10;
    static constexpr std::array<const char*, 6> signs{ "½", "¼", "¾", "⅓", "⅔", "⅛" };
    static constexpr std::array<const char*, 10> ratios{ "1/2", "1/4", "3/4", "1/3", "2/3",
                                                         "1/8", "3/8", "5/8", "7/8", "1/5" };
    std::vector<std::string> numbers;
    for (int i = 1; i <= mostWhole; ++i)
        numbers.push_back(std::to_string(i));
    for (int i = mostWhole + 10; i <= mostHundreds; i += 10)
        numbers.push_back(std::to_string(i));
    for (const char* const point : { ".", "," })
        for (int i = 0; i <= mostTenths; ++i)
            for (const char* const part :
                 { "1", "2", "3", "4", "5", "6", "7", "8", "9", "25", "75", "125" })
            {
                const std::string decimals = std::string(point) + part;
                numbers.push_back(std::to_string(i) + decimals);
                if (i == 0)
                    numbers.push_back(decimals);
            }
    for (int i = 0; i <= mostFractions; ++i)
    {
        const std::string whole = i ? std::to_string(i) : std::string();
        for (const char* const sign : signs)
        {
            numbers.push_back(whole + sign);
            if (i)
                numbers.push_back(whole + " " + sign);
        }
        for (const char* const ratio : ratios)
            numbers.push_back(i ? whole + " " + ratio : ratio);
    }
    return numbers;
}

std::vector<std::string> unitForms(const std::string& unit)
{
    std::vector<std::string> forms{ unit, unit + "s" };
    for (const char* const hissing : { "s", "x", "z", "ch", "sh", "o" })
        if (unit.ends_with(hissing))
            forms.push_back(unit + "es");
    const auto ending = [&unit, &forms](std::string_view one, const char* many) {
        if (unit.ends_with(one))
            forms.push_back(unit.substr(0, unit.size() - one.size()) + many);
    };
    ending("y", "ies");
    ending("f", "ves");
    ending("fe", "ves");
    const auto count = forms.size();
    for (std::size_t i = 0; i < count; ++i)
    {
        // Folding has turned the sign for micro into the Greek letter.
        std::string typed = forms[i];
        boost::replace_all(typed, "μ", "µ");
        if (typed != forms[i])
            forms.push_back(std::move(typed));
    }
    return forms;
}

} // namespace quartet
