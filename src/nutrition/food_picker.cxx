/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_picker.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/search.hxx"

#include <algorithm>
#include <set>

namespace quartet
{

namespace
{

std::vector<std::string> groupsOf(const std::vector<Food>& foods)
{
    std::set<std::string> groups;
    for (const Food& food : foods)
        groups.insert(food.group);
    return { groups.begin(), groups.end() };
}

} // namespace

FoodPicker::FoodPicker(const std::shared_ptr<const Data>& data)
    : FoodPicker(data, { data, &data->foods })
{
}

FoodPicker::FoodPicker(std::shared_ptr<const Data> data, std::shared_ptr<const FoodTable> table)
    : m_data(std::move(data))
    , m_table(std::move(table))
    , m_groups(groupsOf(m_table->foods()))
{
    search({}, {});
}

void FoodPicker::search(std::string_view text, std::string_view group)
{
    if (trim(text).empty())
    {
        m_foods.clear();
        for (const Food& food : m_table->foods())
            m_foods.push_back(&food);
        m_likely = 0;
    }
    else
    {
        FoundFoods found = searchFoods(*m_table, text, m_language);
        m_foods = std::move(found.foods);
        m_likely = found.likely;
    }
    if (group.empty())
        return;
    const auto isOther = [group](const Food* food) { return food->group != group; };
    m_likely -= static_cast<std::size_t>(std::count_if(
        m_foods.begin(), m_foods.begin() + static_cast<std::ptrdiff_t>(m_likely), isOther));
    std::erase_if(m_foods, isOther);
}

std::vector<std::string> FoodPicker::amounts(const Food& food)
{
    std::vector<std::string> amounts{ "100 g" };
    for (const auto& [name, grams] : food.portions.all())
        amounts.push_back("1 " + name);
    return amounts;
}

Result<double> FoodPicker::grams(const Food& food, std::string_view amount) const
{
    return m_data->grams(food, amount);
}

std::vector<Figure> FoodPicker::figures(const Food& food, const Result<double>& grams) const
{
    const Menaquinones& k2 = m_data->nutrients.k2();
    std::vector<Figure> figures;
    for (const NutrientIndex nutrient : m_data->nutrients.shown())
    {
        const auto& [tag, unit, name, of] = m_data->nutrients[nutrient];
        Figure figure{ tag, unit, food.value(nutrient), {} };
        if (nutrient == k2.total && !figure.per100g)
        {
            figure.per100g = k2Per100g(food, k2, K2Form::Known);
            figure.lowerBound = figure.per100g.has_value();
        }
        if (figure.per100g && grams)
            figure.inPortion = *figure.per100g * *grams / 100;
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::optional<std::string> FoodPicker::source(const Food& food, std::string_view tag) const
{
    const auto nutrient = m_data->nutrients.findTag(tag);
    if (!nutrient)
        return std::nullopt;
    const auto source = m_data->source(food, *nutrient);
    return source ? std::optional(*source) : std::nullopt;
}

Result<Entry> FoodPicker::entry(const Food& food, std::string_view amount) const
{
    const auto weight = grams(food, amount);
    if (!weight)
        return weight.error();
    const auto quantity = parseQuantity(amount);
    if (quantity && (quantity->unit.empty() || m_data->units.grams(quantity->unit) == 1.0))
        return Entry{ food.name, quantity->number };
    return Entry{ food.name, std::string(trim(amount)) };
}

} // namespace quartet
