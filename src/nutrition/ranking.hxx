/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Foods by what they hold.

#pragma once

#include "nutrition/food_table.hxx"

#include <optional>
#include <string_view>
#include <vector>

namespace quartet
{

enum class Basis
{
    Grams,  ///< 100 g
    Energy, ///< 100 kcal
    Portion ///< the food's first household portion
};

/// "100 g", "100 kcal" or "portion", whatever the case.
std::optional<Basis> parseBasis(std::string_view text);

/** The foods whose content of a nutrient is known, the richest first. A food
    without energy or without a portion has no content on that basis.
    @param group folded; all groups where empty
    @param energy the nutrient that is energy in kcal */
std::vector<const Food*> rankFoods(const FoodTable& foods, NutrientIndex nutrient,
                                   std::string_view group, Basis basis, NutrientIndex energy);

} // namespace quartet
