/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_names.hxx"

#include "nutrition/fold.hxx"

namespace quartet
{

FoodNames::FoodNames(const Tables& tables)
{
    const auto read = [&tables](const char* set, auto& names) {
        for (const Row& row : tableRows(tables, set))
            for (const auto& [language, name] : row.fields())
                names[row.id()].emplace(language, name);
    };
    read("food_names", m_foods);
    read("group_names", m_groups);
    for (const auto& [english, names] : m_groups)
        for (const auto& [language, name] : names)
            m_groupsOf.emplace(fold(name), english);
}

std::string FoodNames::food(std::string_view id, const std::string& english,
                            std::string_view language) const
{
    const auto food = m_foods.find(id);
    if (food == m_foods.end())
        return english;
    const auto name = food->second.find(language);
    return name == food->second.end() ? english : name->second;
}

std::string FoodNames::group(const std::string& english, std::string_view language) const
{
    const auto group = m_groups.find(english);
    if (group == m_groups.end())
        return english;
    const auto name = group->second.find(language);
    return name == group->second.end() ? english : name->second;
}

std::string FoodNames::englishGroup(std::string_view name) const
{
    const auto group = m_groupsOf.find(fold(name));
    return group == m_groupsOf.end() ? std::string(name) : group->second;
}

} // namespace quartet
