/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/nutrients.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <utility>

namespace quartet
{

namespace
{

NutrientIndex requiredColumn(const NutrientTable& table, const char* tag)
{
    const auto index = table.find(tag);
    if (!index)
        throw BadRow(tag, "the table of nutrients lacks it");
    return *index;
}

} // namespace

NutrientTable::NutrientTable(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    std::vector<Row> ordered = rows;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const Row& row) { return row.text("block").empty(); });
    std::vector<std::pair<double, NutrientIndex>> shown;
    readRows("nutrients", { "name", "also", "unit", "of", "block", "animals", "picker" }, ordered,
             damages, [this, &shown](const Row& row) {
                 const auto place = row.number("picker");
                 read(row);
                 if (place)
                     shown.emplace_back(*place, m_nutrients.size() - 1);
             });
    for (const Nutrient& nutrient : m_nutrients)
        m_wholes.push_back(findTag(nutrient.of));
    std::sort(shown.begin(), shown.end());
    for (const auto& [place, nutrient] : shown)
        m_shown.push_back(nutrient);
    m_energy = requiredColumn(*this, "ENERC");
    m_k2 = { requiredColumn(*this, "VITK2"), requiredColumn(*this, "MK4"),
             requiredColumn(*this, "MK7"), requiredColumn(*this, "MKOTH") };
}

void NutrientTable::read(const Row& row)
{
    const std::string_view name = row.requiredText("name");
    const std::string_view unit = row.requiredText("unit");
    std::vector<std::string> names{ fold(row.id()), fold(name) };
    for (const std::string_view alias : split(row.text("also"), ";"))
        names.push_back(fold(alias));
    for (const std::string& key : names)
    {
        const auto taken = m_byName.find(key);
        if (taken != m_byName.end() && taken->second != m_nutrients.size())
            throw BadRow("also",
                         "\"" + key + "\" is " + m_nutrients[taken->second].tag + " already");
    }
    for (const std::string& key : names)
        m_byName.emplace(key, m_nutrients.size());
    m_byTag.emplace(row.id(), m_nutrients.size());
    m_nutrients.push_back({ row.id(), std::string(unit), std::string(name),
                            std::string(row.text("of")), std::string(row.text("block")),
                            !row.text("animals").empty() });
    m_coreSize += m_nutrients.back().block.empty() ? 1 : 0;
}

bool NutrientTable::isPartOf(std::optional<NutrientIndex> part, NutrientIndex whole) const
{
    // No chain is longer than the table.
    for (std::size_t steps = 0; part && steps < size(); ++steps)
    {
        if (*part == whole)
            return true;
        part = wholeOf(*part);
    }
    return false;
}

std::vector<NutrientIndex> NutrientTable::shownWholes() const
{
    std::vector<NutrientIndex> wholes;
    for (const NutrientIndex each : m_shown)
        if (std::none_of(m_shown.begin(), m_shown.end(), [&](NutrientIndex other) {
                return other != each && isPartOf(each, other);
            }))
            wholes.push_back(each);
    return wholes;
}

std::optional<NutrientIndex> NutrientTable::findTag(std::string_view tag) const
{
    const auto found = m_byTag.find(tag);
    if (found == m_byTag.end())
        return std::nullopt;
    return found->second;
}

std::optional<NutrientIndex> NutrientTable::find(std::string_view name) const
{
    const std::string folded = fold(name);
    auto found = m_byName.find(folded);
    const auto open = folded.rfind('(');
    if (found != m_byName.end() || open == std::string::npos || !folded.ends_with(')'))
        return found == m_byName.end() ? std::nullopt : std::optional(found->second);
    // As a column of own foods is headed.
    const std::string_view unit =
        trim(std::string_view(folded).substr(open + 1, folded.size() - open - 2));
    found = m_byName.find(std::string(trim(std::string_view(folded).substr(0, open))));
    return found != m_byName.end() && fold(m_nutrients[found->second].unit) == unit
               ? std::optional(found->second)
               : std::nullopt;
}

} // namespace quartet
