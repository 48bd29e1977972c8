/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/ranking.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

std::optional<double> content(const Food& food, NutrientIndex nutrient, Basis basis,
                              NutrientIndex energy)
{
    const auto per100g = food.value(nutrient);
    if (!per100g || basis == Basis::Grams)
        return per100g;
    const auto kcal = food.value(energy);
    const auto portion = food.portions.first();
    if (basis == Basis::Energy && kcal && *kcal > 0)
        return *per100g * 100 / *kcal;
    if (basis == Basis::Portion && portion)
        return *per100g * *portion / 100;
    return std::nullopt;
}

} // namespace

std::optional<Basis> parseBasis(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded == "100 g")
        return Basis::Grams;
    if (folded == "100 kcal")
        return Basis::Energy;
    if (folded == "portion")
        return Basis::Portion;
    return std::nullopt;
}

std::vector<const Food*> rankFoods(const FoodTable& foods, NutrientIndex nutrient,
                                   std::string_view group, Basis basis, NutrientIndex energy)
{
    std::vector<std::pair<double, const Food*>> ranked;
    for (const Food& food : foods.foods())
        if (group.empty() || fold(food.group) == group)
            if (const auto amount = content(food, nutrient, basis, energy))
                ranked.emplace_back(*amount, &food);
    // Foods with as much stay in alphabetical order.
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    std::vector<const Food*> best;
    best.reserve(ranked.size());
    for (const auto& [amount, food] : ranked)
        best.push_back(food);
    return best;
}

} // namespace quartet
