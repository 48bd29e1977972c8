/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/label_rules.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <cmath>

namespace quartet
{

LabelRules::LabelRules(const Tables& labels, std::shared_ptr<const ImportRules> imports,
                       std::shared_ptr<const Data> data, std::vector<Damage>& damages)
    : m_imports(std::move(imports))
{
    readRows("own_columns",
             { "nutrient", "header", "shown", "form", "example", "relative", "absolute" },
             tableRows(labels, "own_columns"), damages, [&](const Row& row) {
                 const auto nutrient = data->nutrients.findTag(row.requiredText("nutrient"));
                 if (!nutrient)
                     throw BadRow("nutrient", "is no nutrient");
                 m_columns.push_back({ std::string(row.requiredText("header")), *nutrient,
                                       !row.text("shown").empty(), !row.text("form").empty(),
                                       std::string(row.text("example")) });
                 const auto relative = row.number("relative");
                 const auto absolute = row.number("absolute");
                 if (relative && absolute)
                     m_tolerances.push_back({ *nutrient, *relative, *absolute });
             });
    readRows("own_words", { "names" }, tableRows(labels, "own_words"), damages,
             [&](const Row& row) {
                 auto& words = row.id() == "before" ? m_before : m_behind;
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     words.push_back(fold(name));
             });
}

std::string LabelRules::withoutPer(std::string_view text) const
{
    std::string folded = fold(text);
    std::string_view rest = trim(folded);
    for (const std::string& word : m_before)
        if (rest.starts_with(word + " "))
        {
            rest = trim(rest.substr(word.size()));
            break;
        }
    for (const std::string& word : m_behind)
        if (rest.size() > word.size() && rest.ends_with(word))
        {
            rest = trim(rest.substr(0, rest.size() - word.size()));
            break;
        }
    return std::string(rest);
}

bool LabelRules::agree(NutrientIndex nutrient, double one, double other) const
{
    const auto found =
        std::find_if(m_tolerances.begin(), m_tolerances.end(),
                     [nutrient](const Tolerance& each) { return each.nutrient == nutrient; });
    const Tolerance none{ nutrient, 0, 0 };
    const Tolerance& tolerance = found == m_tolerances.end() ? none : *found;
    return std::abs(one - other)
           <= std::max(tolerance.absolute, tolerance.relative * std::max(one, other));
}

} // namespace quartet
