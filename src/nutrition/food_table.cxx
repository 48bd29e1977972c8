/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "food_table.hxx"

#include "fold.hxx"

#include <algorithm>
#include <numeric>

namespace quartet
{

FoodTable::FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const SourceTable& sources, std::vector<Damage>& damages)
{
    constexpr std::size_t namesOfAFood = 8; // about
    m_foods.reserve(rows.size());
    m_names.reserve(rows.size() * namesOfAFood);
    m_byName.reserve(rows.size() * namesOfAFood);
    std::vector<std::string> sortKeys; // by food, its folded name
    readRows("foods", {}, rows, damages, [&](const Row& row) {
        Food food = readFood(row, nutrients, sources);
        std::vector<FoodName> names;
        names.reserve(food.aliases.size() + 1);
        const auto claim = [&](const char* field, const std::string& name) {
            names.push_back({ fold(name), m_foods.size(), !names.empty() });
            if (names.back().folded.empty())
                throw BadRow(field, "is empty");
            if (m_byName.contains(names.back().folded))
                throw BadRow(field, "\"" + name + "\" is the name of another food");
        };
        claim("name", food.name);
        for (const std::string& alias : food.aliases)
            claim("aliases", alias);
        std::string id = fold(food.id);
        if (id.empty())
            throw BadRow("id", "is empty");
        if (m_byName.contains(id))
            throw BadRow("id", "\"" + food.id + "\" is the name of another food");

        sortKeys.push_back(names.front().folded);
        m_byName.emplace(std::move(id), m_foods.size());
        for (FoodName& name : names)
        {
            m_byName.emplace(name.folded, m_foods.size());
            m_names.push_back(std::move(name));
        }
        m_foods.push_back(std::move(food));
    });
    sortBy(sortKeys);
}

FoodTable::FoodTable(std::vector<Food> first, const FoodTable& others,
                     const std::function<bool(const std::string& folded)>& isHidden)
{
    m_foods.reserve(first.size() + others.m_foods.size());
    std::vector<std::string> sortKeys; // by food, its folded name
    for (Food& food : first)
    {
        std::vector<std::string> names{ fold(food.name) };
        for (const std::string& alias : food.aliases)
            names.push_back(fold(alias));
        sortKeys.push_back(names.front());
        add(std::move(food), names);
    }
    for (const Food& food : others.m_foods)
    {
        std::vector<std::string> names{ fold(food.name) };
        if (isHidden(names.front()))
            continue;
        for (const std::string& alias : food.aliases)
            if (std::string folded = fold(alias); !isHidden(folded))
                names.push_back(std::move(folded));
        sortKeys.push_back(names.front());
        m_byName.emplace(fold(food.id), m_foods.size());
        add(food, names);
    }
    sortBy(sortKeys);
}

void FoodTable::add(Food food, const std::vector<std::string>& folded)
{
    for (const std::string& name : folded)
    {
        m_byName.emplace(name, m_foods.size());
        m_names.push_back({ name, m_foods.size(), &name != &folded.front() });
    }
    m_foods.push_back(std::move(food));
}

void FoodTable::sortBy(const std::vector<std::string>& keys)
{
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&keys](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
    std::vector<std::size_t> place(order.size());
    std::vector<Food> sorted;
    sorted.reserve(order.size());
    for (const std::size_t food : order)
    {
        place[food] = sorted.size();
        sorted.push_back(std::move(m_foods[food]));
    }
    m_foods = std::move(sorted);
    for (auto& [name, food] : m_byName)
        food = place[food];
    for (FoodName& name : m_names)
        name.food = place[name.food];
}

const Food* FoodTable::find(std::string_view name) const { return findFolded(fold(name)); }

const Food* FoodTable::findFolded(const std::string& folded) const
{
    const auto found = m_byName.find(folded);
    return found == m_byName.end() ? nullptr : &m_foods[found->second];
}

} // namespace quartet
