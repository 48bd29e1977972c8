/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/amount_words.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <utf8proc.h>

#include <algorithm>

namespace quartet
{

std::string inSmallLetters(std::string_view text)
{
    std::string result;
    while (!text.empty())
    {
        utf8proc_int32_t sign = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &sign);
        std::array<utf8proc_uint8_t, 4> bytes{};
        if (length > 0)
            result.append(reinterpret_cast<const char*>(bytes.data()),
                          static_cast<std::size_t>(
                              utf8proc_encode_char(utf8proc_tolower(sign), bytes.data())));
        else
            result += text.front();
        text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1)));
    }
    return result;
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
    std::string plain = amount + " ";
    for (const char* const space : rareSpaces)
        boost::replace_all(plain, space, " ");
    for (const auto& [from, to] : amountSigns)
        boost::replace_all(plain, from, to);
    plain = singleSpaced(plain);
    std::string unit = unitKey(plain);
    boost::replace_all(plain, ",", ".");
    plain = " " + plain;
    boost::replace_all(plain, " .", " 0.");
    if (!plain.ends_with(unit))
        return {};
    return { singleSpaced(plain.substr(0, plain.size() - unit.size())), std::move(unit) };
}

std::vector<std::string> commonNumbers()
{
    constexpr int mostWhole = 2000;
    constexpr int mostTens = 5000;
    constexpr int mostTenths = 300;
    constexpr int mostHundredths = 10;
    constexpr int mostFractions = 20;
    constexpr int ten = 10;
    constexpr int hundred = 100;
    static constexpr std::array<const char*, 6> signs{ "½", "¼", "¾", "⅓", "⅔", "⅛" };
    static constexpr std::array<const char*, 12> ratios{ "1/2", "1/4", "3/4", "1/3", "2/3", "1/8",
                                                         "3/8", "5/8", "7/8", "1/5", "1/6", "1⁄2" };
    std::vector<std::string> numbers;
    for (int i = 0; i <= mostWhole; ++i)
        numbers.push_back(std::to_string(i));
    for (int i = mostWhole + ten; i <= mostTens; i += ten)
        numbers.push_back(std::to_string(i));
    for (int i = 0; i < mostTenths; ++i)
        for (int part = i ? 0 : 1; part < ten; ++part)
            numbers.push_back(std::to_string(i) + "." + std::to_string(part));
    for (int i = 0; i < hundred; ++i)
        for (int part = 1; part < hundred; ++part)
            if (part % ten != 0 && (i < mostHundredths || part % 25 == 0))
                numbers.push_back(std::to_string(i) + (part < ten ? ".0" : ".")
                                  + std::to_string(part));
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
