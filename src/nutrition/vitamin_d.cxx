/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "vitamin_d.hxx"

#include "fold.hxx"

#include <algorithm>

namespace quartet
{

std::optional<LevelUnit> parseLevelUnit(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded == "ng/ml")
        return LevelUnit::NgPerMl;
    if (folded == "nmol/l")
        return LevelUnit::NmolPerL;
    return std::nullopt;
}

bool VitaminDStandards::Category::holds(double level, LevelUnit unit) const
{
    const double edge = unit == LevelUnit::NgPerMl ? ngPerMl : nmolPerL;
    return edgeBelongs ? level >= edge : level > edge;
}

VitaminDStandards::VitaminDStandards(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("vitamin_d",
             { "standard", "category", "ng/mL", "nmol/L", "edge", "source", "year", "confidence" },
             rows, damages, [this](const Row& row) {
                 const std::string_view edge = row.requiredText("edge");
                 if (edge != "at" && edge != "above")
                     throw BadRow("edge", "is neither \"at\" nor \"above\"");
                 const auto ngPerMl = row.number("ng/mL");
                 const auto nmolPerL = row.number("nmol/L");
                 if (ngPerMl.has_value() != nmolPerL.has_value())
                     throw BadRow("nmol/L", "both units or neither");
                 const std::string standard = fold(row.requiredText("standard"));
                 auto& categories = standard == "safety" ? m_safety : m_standards[standard];
                 categories.push_back({ std::string(row.requiredText("category")),
                                        ngPerMl.value_or(0), nmolPerL.value_or(0), edge == "at" });
             });
    const auto sort = [](std::vector<Category>& categories) {
        std::stable_sort(categories.begin(), categories.end(),
                         [](const Category& left, const Category& right) {
                             return left.ngPerMl < right.ngPerMl;
                         });
    };
    sort(m_safety);
    for (auto& [standard, categories] : m_standards)
        sort(categories);
}

const VitaminDStandards::Category* VitaminDStandards::find(const std::vector<Category>& categories,
                                                           double level, LevelUnit unit)
{
    const auto found =
        std::find_if(categories.rbegin(), categories.rend(),
                     [level, unit](const Category& each) { return each.holds(level, unit); });
    return found == categories.rend() ? nullptr : &*found;
}

Result<std::string> VitaminDStandards::status(double level, LevelUnit unit,
                                              std::string_view standard) const
{
    const auto chosen = m_standards.find(fold(standard));
    if (!(level >= 0) || chosen == m_standards.end())
        return Problem::InvalidArgument;
    if (const Category* const danger = find(m_safety, level, unit))
        return danger->words;
    const Category* const category = find(chosen->second, level, unit);
    if (!category)
        return Problem::NotAvailable;
    return category->words;
}

} // namespace quartet
