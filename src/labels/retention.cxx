/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/retention.hxx"

#include "nutrition/language.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

constexpr double all = 100;

bool isLanguage(std::string_view field)
{
    return std::ranges::find(languageIds(), field) != languageIds().end();
}

} // namespace

const std::string& Retention::name(std::string_view language) const
{
    const auto found = names.find(language);
    return found == names.end() ? names.find("en")->second : found->second;
}

RetentionTable::RetentionTable(const std::vector<Row>& rows, const Data& data,
                               std::vector<Damage>& damages)
{
    const NutrientTable& nutrients = data.nutrients;
    for (NutrientIndex i = 0; i < nutrients.size(); ++i)
        if (std::any_of(rows.begin(), rows.end(),
                        [&](const Row& row) { return !row.text(nutrients[i].tag).empty(); }))
            m_nutrients.push_back(i);
    for (const Row& row : rows)
        try
        {
            Retention retention{ row.id(), {}, {} };
            for (const auto& [field, text] : row.fields())
                if (isLanguage(field))
                    retention.names.emplace(field, text);
                else if (field != "words" && field != "note" && !nutrients.findTag(field))
                    throw BadRow(std::string(field), "is no nutrient");
            if (retention.names.size() < languageIds().size())
                throw BadRow({}, "a name is missing");
            for (const NutrientIndex nutrient : m_nutrients)
            {
                const auto percent = row.number(nutrients[nutrient].tag);
                if (percent && *percent > all)
                    throw BadRow(nutrients[nutrient].tag, "is more than all");
                retention.percent.push_back(percent);
            }
            m_rows.push_back(std::move(retention));
        }
        catch (const BadRow& bad)
        {
            damages.push_back({ "retention", row.id(), {}, bad.field(), bad.what() });
        }
}

} // namespace quartet
