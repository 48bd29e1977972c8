/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Dishes that no table of foods has: their figures, made while building from
// one household's recipe each, registry/dishes.csv, and the ingredients' figures.

#pragma once

#include "labels/retention.hxx"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

class Dishes
{
public:
    /** Reads rows of registry/dishes.csv: id, the dish, which is a food; ingredients, as in
        "egg=120 eggs-fried; butter=10": grams of a food as it goes in, and the way of cooking of
        labels/retention.csv for what isn't cooked already; weight, grams of the dish. What it
        weighs more or less than its ingredients is water.
        @param data the foods, which must outlive this; those with the source household-recipe
               have their figures from here
        @param damages takes what is wrong: a dish without a recipe or with figures of its own, an
               unknown food or way, a dish in a dish, a weight without room for what isn't water */
    Dishes(const std::vector<Row>& rows, const RetentionTable& retention, const Data& data,
           std::vector<Damage>& damages);

    /** The rows of a table of foods or of a block with the dishes' figures. A figure that is
        unknown, or a doubtful zero, in any ingredient is unknown in the dish. Vitamin K2 has
        none: it is estimated. */
    std::vector<Row> foods(const std::vector<Row>& rows) const;
    std::vector<Row> block(const std::string& name, const std::vector<Row>& rows) const;

    /** The rows of estimated_foods with one for each dish that has none: by the rule "recipe",
        from the ingredients that hold vitamin K2. */
    std::vector<Row> estimated(const std::vector<Row>& rows) const;

private:
    struct Ingredient
    {
        const Food* food;
        double grams;
        const Retention* way; ///< nullptr for one that is cooked, or stays raw
    };
    struct Dish
    {
        std::vector<Ingredient> ingredients;
        double weight; ///< grams
    };

    Dish read(const Row& row, const std::map<std::string_view, const Retention*>& ways) const;
    std::optional<double> per100g(const Dish& dish, NutrientIndex nutrient) const;
    /// Adds the figures of the nutrients from first on, below end.
    void add(const Dish& dish, NutrientIndex first, NutrientIndex end, Row::Fields& fields) const;

    const Data& m_data;
    const std::vector<NutrientIndex>& m_retained; ///< the order of Retention::percent
    std::map<std::string, Dish, std::less<>> m_dishes;
};

} // namespace quartet
