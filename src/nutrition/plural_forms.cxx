/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/plural_forms.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace quartet
{

namespace
{

/// Whether a list such as "2..4,7" holds a number.
bool holds(const std::string& list, std::size_t number)
{
    std::istringstream ranges(list);
    for (std::string range; std::getline(ranges, range, ',');)
    {
        const std::size_t dots = range.find("..");
        const std::size_t first = std::stoul(range);
        const std::size_t last =
            dots == std::string::npos ? first : std::stoul(range.substr(dots + 2));
        if (first <= number && number <= last)
            return true;
    }
    return false;
}

/// @throws std::runtime_error, std::logic_error where it can't be read
bool isTrue(const std::string& condition, std::size_t number)
{
    std::istringstream words(condition);
    bool any = false;
    bool all = true;
    for (std::string word; words >> word;)
    {
        std::size_t value = number;
        std::string sign;
        std::string list;
        words >> sign;
        if (sign == "%")
        {
            std::size_t divisor = 0;
            if (!(words >> divisor >> sign) || divisor == 0)
                throw std::runtime_error("can't be read");
            value %= divisor;
        }
        if (word != "n" || (sign != "=" && sign != "!=") || !(words >> list))
            throw std::runtime_error("can't be read");
        all = all && holds(list, value) == (sign == "=");
        if (!(words >> word) || word == "and")
            continue;
        if (word != "or")
            throw std::runtime_error("can't be read");
        any = any || all;
        all = true;
    }
    return any || all;
}

} // namespace

PluralForms::PluralForms(std::string_view rules)
{
    for (const std::string_view rule : split(rules, ";"))
    {
        const std::size_t colon = std::min(rule.find(':'), rule.size());
        m_rules.emplace_back(trim(rule.substr(0, colon)),
                             trim(rule.substr(std::min(colon + 1, rule.size()))));
    }
    std::string fault = m_rules.empty() ? "no form" : "";
    for (std::size_t i = 0; i < m_rules.size() && fault.empty(); ++i)
        try
        {
            isTrue(m_rules[i].second, 0);
            if (m_rules[i].first.empty() || m_rules[i].second.empty() != (i + 1 == m_rules.size()))
                fault = "each form has a name, and each but the last a condition";
        }
        catch (const std::exception& error)
        {
            fault = error.what();
        }
    if (!fault.empty())
        throw std::runtime_error("plural forms \"" + std::string(rules) + "\": " + fault);
}

const std::string& PluralForms::of(std::size_t number) const
{
    return std::find_if(m_rules.begin(), m_rules.end() - 1,
                        [number](const auto& rule) { return isTrue(rule.second, number); })
        ->first;
}

std::vector<std::string> PluralForms::names() const
{
    std::vector<std::string> names;
    names.reserve(m_rules.size());
    for (const auto& [name, condition] : m_rules)
        names.push_back(name);
    return names;
}

std::string PluralForms::id(std::string_view id, std::size_t number) const
{
    return std::string(id) + "[" + of(number) + "]";
}

} // namespace quartet
