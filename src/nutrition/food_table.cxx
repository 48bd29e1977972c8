/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_table.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/food_names.hxx"

#include <algorithm>
#include <numeric>

namespace quartet
{

FoodTable::FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const SourceTable& sources, std::vector<Damage>& damages)
{
    constexpr std::size_t namesOfAFood = 8; // about
    m_foods.reserve(rows.size());
    m_byName.reserve(rows.size() * namesOfAFood);
    readRows("foods", {}, rows, damages, [&](const Row& row) {
        Food food = readFood(row, nutrients, sources);
        const std::size_t before = m_names.size();
        const auto take = [&](const std::string& field, std::string_view name, bool alias,
                              std::string_view language = "en") {
            m_names.push_back({ fold(name), m_foods.size(), alias, language });
            claim(field, name, m_names.back().folded);
        };
        m_ids.push_back(fold(food.id));
        try
        {
            take("name", food.name, false);
            for (const std::string& alias : food.aliases)
                take("aliases", alias, true);
            claim("id", food.id, m_ids.back());
            for (const std::string& language : nameLanguages())
            {
                const std::string field = "names " + language;
                bool alias = false;
                for (const std::string_view name : split(row.text(field), ";"))
                {
                    take(field, name, alias, language);
                    alias = true;
                }
            }
        }
        catch (const BadRow&)
        {
            forgetClaims(before);
            throw;
        }
        m_foods.push_back(std::move(food));
    });
    sort();
}

FoodTable::FoodTable(std::vector<Food> first, const FoodTable& others,
                     const std::function<bool(const std::string& folded)>& isHidden)
{
    m_foods.reserve(first.size() + others.m_foods.size());
    for (Food& food : first)
    {
        std::vector<std::string> names{ fold(food.name) };
        for (const std::string& alias : food.aliases)
            names.push_back(fold(alias));
        add(std::move(food), std::move(names));
    }
    for (const Food& food : others.m_foods)
    {
        std::vector<std::string> names{ fold(food.name) };
        if (isHidden(names.front()))
            continue;
        for (const std::string& alias : food.aliases)
            if (std::string folded = fold(alias); !isHidden(folded))
                names.push_back(std::move(folded));
        m_byName.emplace(m_ids.emplace_back(fold(food.id)), m_foods.size());
        add(food, std::move(names));
    }
    sort();
}

void FoodTable::add(Food food, std::vector<std::string> folded)
{
    for (auto name = folded.begin(); name != folded.end(); ++name)
    {
        m_names.push_back({ std::move(*name), m_foods.size(), name != folded.begin() });
        m_byName.emplace(m_names.back().folded, m_foods.size());
    }
    m_foods.push_back(std::move(food));
}

void FoodTable::claim(const std::string& field, std::string_view name, std::string_view folded)
{
    if (folded.empty())
        throw BadRow(field, "is empty");
    if (m_byName.emplace(folded, m_foods.size()).first->second != m_foods.size())
        throw BadRow(field, "\"" + std::string(name) + "\" is the name of another food");
}

void FoodTable::forgetClaims(std::size_t names)
{
    const auto forget = [this](std::string_view folded) {
        const auto claimed = m_byName.find(folded);
        if (claimed != m_byName.end() && claimed->second == m_foods.size())
            m_byName.erase(claimed);
    };
    forget(m_ids.back());
    m_ids.pop_back();
    for (; m_names.size() > names; m_names.pop_back())
        forget(m_names.back().folded);
}

void FoodTable::sort()
{
    std::vector<std::string_view> keys(m_foods.size());
    for (const FoodName& name : m_names)
        if (!name.alias)
            keys[name.food] = name.folded;
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&keys](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    for (auto& [name, food] : m_byName)
        food = place[food];
    for (FoodName& name : m_names)
        name.food = place[name.food];
    // In place: the first cell waits for the system to hand out memory.
    for (std::size_t i = 0; i < place.size(); ++i)
        while (place[i] != i)
        {
            const std::size_t target = place[i];
            std::swap(m_foods[i], m_foods[target]);
            std::swap(place[i], place[target]);
        }
}

const Food* FoodTable::find(std::string_view name) const { return findFolded(fold(name)); }

const Food* FoodTable::findFolded(std::string_view folded) const
{
    const auto found = m_byName.find(folded);
    return found == m_byName.end() ? nullptr : &m_foods[found->second];
}

} // namespace quartet
