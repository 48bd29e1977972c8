/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/own_columns.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace quartet
{

namespace
{

using FieldName = std::pair<OwnField, std::string_view>;

/// Before the nutrients in a new sheet, and behind them.
constexpr std::array fieldsBefore{ FieldName(OwnField::Name, "Name"),
                                   FieldName(OwnField::Aliases, "Aliases"),
                                   FieldName(OwnField::Group, "Group"),
                                   FieldName(OwnField::Portions, "Portions") };
constexpr std::array fieldsBehind{ FieldName(OwnField::Source, "Source"),
                                   FieldName(OwnField::Check, "Check") };

std::optional<OwnField> fieldOf(const std::string& folded)
{
    for (const auto& [field, name] : fieldsBefore)
        if (fold(name) == folded)
            return field;
    for (const auto& [field, name] : fieldsBehind)
        if (fold(name) == folded)
            return field;
    return std::nullopt;
}

/// The name and, where one stands behind it in brackets, the unit.
std::pair<std::string_view, std::string_view> nameAndUnit(std::string_view header)
{
    const std::string_view whole = trim(header);
    const auto open = whole.rfind('(');
    if (open == std::string_view::npos || !whole.ends_with(')'))
        return { whole, {} };
    return { trim(whole.substr(0, open)), trim(whole.substr(open + 1, whole.size() - open - 2)) };
}

bool isSameUnit(std::string_view written, std::string_view unit, const Weights& units)
{
    const std::string one = fold(written);
    const std::string other = fold(unit);
    const auto grams = units.grams(one);
    return one == other || (grams && grams == units.grams(other));
}

} // namespace

OwnColumns::OwnColumns(const std::vector<std::string>& headers, const NutrientTable& nutrients,
                       const Weights& units)
{
    const auto isTaken = [this](NutrientIndex nutrient) {
        return std::any_of(m_columns.begin(), m_columns.end(), [nutrient](const auto& each) {
            return each.field == OwnField::Nutrient && each.nutrient == nutrient;
        });
    };
    for (const std::string& header : headers)
    {
        OwnColumn column;
        column.header = trim(header);
        if (const auto field = fieldOf(fold(header)); field && !find(*field))
            column.field = *field;
        auto nutrient = nutrients.find(header);
        std::string_view unit;
        if (!nutrient)
        {
            const auto [name, behind] = nameAndUnit(header);
            nutrient = nutrients.find(name);
            unit = behind;
        }
        if (nutrient)
        {
            if (isTaken(*nutrient))
                column.fault = "own.twoColumns";
            else if (!unit.empty() && !isSameUnit(unit, nutrients[*nutrient].unit, units))
                column.fault = "own.otherUnit";
            column.field = OwnField::Nutrient;
            column.nutrient = *nutrient;
        }
        m_columns.push_back(std::move(column));
    }
}

std::optional<std::size_t> OwnColumns::find(OwnField field) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [field](const auto& each) { return each.field == field; });
    if (found == m_columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_columns.begin());
}

std::vector<std::string> ownHeaders(const NutrientTable& nutrients)
{
    std::vector<std::string> headers;
    headers.reserve(fieldsBefore.size() + nutrients.coreSize() + fieldsBehind.size());
    for (const auto& [field, name] : fieldsBefore)
        headers.emplace_back(name);
    for (NutrientIndex i = 0; i < nutrients.coreSize(); ++i)
    {
        std::string name = nutrients[i].name;
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
        headers.push_back(name + " (" + nutrients[i].unit + ")");
    }
    for (const auto& [field, name] : fieldsBehind)
        headers.emplace_back(name);
    return headers;
}

} // namespace quartet
