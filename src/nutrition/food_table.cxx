/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "food_table.hxx"

#include "fold.hxx"

#include <algorithm>
#include <set>

namespace quartet
{

namespace
{

/// The names by which a food is found, with the field that each is from.
std::vector<std::pair<std::string, std::string>> names(const Food& food)
{
    std::vector<std::pair<std::string, std::string>> names{ { "name", food.name },
                                                            { "id", food.id } };
    for (const std::string& alias : food.aliases)
        names.emplace_back("aliases", alias);
    return names;
}

} // namespace

FoodTable::FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const SourceTable& sources, std::vector<Damage>& damages)
{
    std::set<std::string> taken;
    readRows("foods", {}, rows, damages, [&](const Row& row) {
        Food food = readFood(row, nutrients, sources);
        std::set<std::string> own;
        for (const auto& [field, name] : names(food))
        {
            std::string key = fold(name);
            if (taken.contains(key))
                throw BadRow(field, "\"" + name + "\" is the name of another food");
            own.insert(std::move(key));
        }
        taken.merge(own);
        m_foods.push_back(std::move(food));
    });

    std::sort(m_foods.begin(), m_foods.end(), [](const Food& left, const Food& right) {
        return fold(left.name) < fold(right.name);
    });
    for (std::size_t i = 0; i < m_foods.size(); ++i)
    {
        for (const auto& [field, name] : names(m_foods[i]))
        {
            m_byName.emplace(name, i);
            m_byName.emplace(fold(name), i);
        }
    }
}

const Food* FoodTable::find(std::string_view name) const
{
    auto found = m_byName.find(name);
    if (found == m_byName.end())
        found = m_byName.find(fold(name));
    return found == m_byName.end() ? nullptr : &m_foods[found->second];
}

} // namespace quartet
