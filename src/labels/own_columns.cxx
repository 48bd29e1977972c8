/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/own_columns.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace quartet
{

namespace
{

using FieldName = std::pair<OwnField, std::string_view>;

/// Before the nutrients in a new sheet, and behind them.
constexpr std::array fieldsBefore{ FieldName(OwnField::Name, "Name"),
                                   FieldName(OwnField::Check, "Check"),
                                   FieldName(OwnField::Per, "Figures for"),
                                   FieldName(OwnField::Weight, "Weighs (g)") };
constexpr std::array fieldsBehind{ FieldName(OwnField::Portions, "Portions"),
                                   FieldName(OwnField::Group, "Group"),
                                   FieldName(OwnField::Aliases, "Aliases"),
                                   FieldName(OwnField::Source, "Source") };

/// Reasons for which the rules don't read a header that names a nutrient.
constexpr std::array unclear{ std::string_view("unit"), std::string_view("daily"),
                              std::string_view("volume") };

std::optional<OwnField> fieldOf(const std::string& folded)
{
    static const auto fields = [] {
        std::map<std::string, OwnField, std::less<>> byName;
        for (const auto& [field, name] : fieldsBefore)
            byName.emplace(fold(name), field);
        for (const auto& [field, name] : fieldsBehind)
            byName.emplace(fold(name), field);
        return byName;
    }();
    const auto found = fields.find(folded);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
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
                       const Weights& units, LabelRulesSource rules)
    : m_rules(std::move(rules))
{
    for (const std::string& header : headers)
    {
        OwnColumn column;
        column.header = trim(header);
        if (const auto field = fieldOf(fold(header)); field && !find(*field))
            column.field = *field;
        if (column.field == OwnField::Other)
            readNutrient(column, nutrients, units);
        m_columns.push_back(std::move(column));
    }
}

void OwnColumns::readNutrient(OwnColumn& column, const NutrientTable& nutrients,
                              const Weights& units)
{
    auto nutrient = nutrients.find(column.header);
    std::string_view unit;
    if (!nutrient)
    {
        const auto [name, behind] = nameAndUnit(column.header);
        nutrient = nutrients.find(name);
        unit = behind;
    }
    if (!nutrient)
        return readTranslated(column, nutrients);
    column.field = OwnField::Nutrient;
    column.nutrient = *nutrient;
    if (!unit.empty() && !isSameUnit(unit, nutrients[*nutrient].unit, units))
    {
        const auto all = rules();
        const auto known = all ? all->imports().findUnit(unit) : std::nullopt;
        if (known && all->imports().factor(*known, nutrients[*nutrient].tag))
        {
            column.unit = *known;
            column.translated = true;
        }
        else
        {
            readTranslated(column, nutrients);
            if (!column.translated)
                column.fault = "own.otherUnit";
        }
    }
    if (isTaken(column.nutrient, column.translated))
        column.fault = "own.twoColumns";
}

void OwnColumns::readTranslated(OwnColumn& column, const NutrientTable& nutrients)
{
    const auto all = column.header.empty() ? nullptr : rules();
    if (!all)
        return;
    const ColumnMapping mapping = all->imports().read(column.header);
    if (mapping.column == servingColumn && column.field == OwnField::Other
        && !find(OwnField::Weight))
    {
        column.field = OwnField::Weight;
        column.translated = true;
        return;
    }
    const auto nutrient = nutrients.findTag(mapping.column);
    if (!nutrient)
    {
        if (column.field == OwnField::Other
            && std::find(unclear.begin(), unclear.end(), mapping.why) != unclear.end())
            column.fault = "own.notRead";
        return;
    }
    const bool isOther = column.field == OwnField::Other;
    column.field = OwnField::Nutrient;
    column.nutrient = *nutrient;
    column.unit = mapping.unit == nutrients[*nutrient].unit ? std::string() : mapping.unit;
    column.factor = mapping.factor;
    column.perPortion = mapping.perServing;
    column.per100g = mapping.basisSaid && !mapping.perServing;
    column.translated = true;
    if (isOther && isTaken(*nutrient, true))
        column.fault = "own.twoColumns";
}

bool OwnColumns::isTaken(NutrientIndex nutrient, bool translated) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [&](const OwnColumn& each) {
        return each.field == OwnField::Nutrient && each.nutrient == nutrient
               && each.translated == translated;
    });
}

std::optional<std::size_t> OwnColumns::find(OwnField field) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [field](const auto& each) { return each.field == field; });
    if (found == m_columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_columns.begin());
}

std::string ownHeader(const Nutrient& nutrient)
{
    std::string name = nutrient.name;
    name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    return name + " (" + nutrient.unit + ")";
}

std::vector<std::string> ownHeaders(const NutrientTable& nutrients, const LabelRules* rules)
{
    std::vector<std::string> headers;
    headers.reserve(fieldsBefore.size());
    for (const auto& [field, name] : fieldsBefore)
        headers.emplace_back(name);
    std::vector<bool> written(nutrients.coreSize());
    for (const LabelColumn& column : rules ? rules->columns() : std::vector<LabelColumn>())
    {
        headers.push_back(column.header);
        if (column.nutrient < written.size())
            written[column.nutrient] = true;
    }
    for (NutrientIndex i = 0; i < nutrients.coreSize(); ++i)
        if (!written[i])
            headers.push_back(ownHeader(nutrients[i]));
    for (const auto& [field, name] : fieldsBehind)
        headers.emplace_back(name);
    return headers;
}

} // namespace quartet
