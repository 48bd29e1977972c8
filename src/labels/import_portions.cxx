/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_portions.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

constexpr int portionDigits = 6;

/// Without what stands in brackets and without the signs that a list of portions uses.
std::string plainName(std::string_view text)
{
    std::string name(text.substr(0, text.find('(')));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '=' || c == ';' || c == '|'; }, ' ');
    return std::string(trim(name));
}

/// "2 tbsp" is two of "tbsp".
std::pair<double, std::string> counted(std::string_view text)
{
    const std::string name = plainName(text);
    const auto quantity = parseQuantity(name);
    if (quantity && quantity->number > 0)
        return { quantity->number, quantity->unit };
    return { 1, name };
}

} // namespace

std::string describedPortion(std::string_view description, double grams, const ImportRules& rules)
{
    const auto [count, name] = counted(description);
    if (!(grams > 0) || name.empty())
        return {};
    std::string portion = name + "=" + formatNumber(grams / count, portionDigits);
    return rules.arePortions(portion) ? portion : std::string();
}

std::string weighedPortion(std::string_view text, const ImportRules& rules)
{
    const auto grams = rules.grams(text);
    if (!grams)
        return {};
    const auto [count, name] = counted(text);
    const bool isWeight = name.empty() || rules.data().units.grams(fold(name)).has_value();
    return describedPortion(isWeight ? std::string_view(rules.servingName()) : text, *grams, rules);
}

void addPortion(std::string& list, const std::string& portion)
{
    const std::string name = fold(portion.substr(0, portion.find('=')));
    for (const std::string_view each : split(list, ";"))
        if (fold(each.substr(0, each.find('='))) == name)
            return;
    list += (list.empty() ? "" : "; ") + portion;
}

} // namespace quartet
