/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A food: what a hundred grams of it hold, and how anyone knows.

#pragma once

#include "nutrition/amount.hxx"
#include "nutrition/nutrients.hxx"
#include "nutrition/sources.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** How figures are known. A food has one account for all its menaquinones:
    they come from one analysis. */
struct Account
{
    Citation source;
    std::string grade;          ///< a grade of registry/grades.csv; empty where not given
    std::optional<double> low;  ///< the lowest and the highest total that was
    std::optional<double> high; ///< seen, µg per 100 g
};

/** What rules say of a food's vitamin K2, µg per 100 g: never a figure. */
struct Estimate
{
    std::optional<double> value; ///< of the total, where no one has measured it
    std::optional<double> low;   ///< between these the total lies, as far as
    std::optional<double> high;  ///< anyone can say
    std::string rule;            ///< an id of registry/estimates.csv; empty where there is none
    std::string basis;           ///< what of this food it leans on; may be empty
};

struct Food
{
    std::string id;
    std::string name;
    std::string group;
    std::vector<std::string> aliases;
    /// Per 100 g edible portion, in the order of the nutrient table. Nothing
    /// is unknown; 0 is a measured or assumed zero.
    std::vector<std::optional<double>> values;
    Weights portions;
    Account general; ///< for everything but K2
    Account k2;
    Estimate k2Estimate;
    std::map<NutrientIndex, Account> exceptions; ///< the nutrients with one of their own
    /// Where all its figures are from; set for a workbook's own food alone.
    std::optional<std::string> ownSource;

    std::optional<double> value(NutrientIndex nutrient) const { return values[nutrient]; }
    const Account& account(NutrientIndex nutrient, const Menaquinones& menaquinones) const;
};

/// Tables round each figure: a sum may exceed its total by this.
constexpr double partsRounding = 0.1;

/** The most that 100 g can hold, in a unit.
    @returns nothing for a unit of energy */
std::optional<double> mostPer100g(std::string_view unit);

/** Reads a row of a table in registry/foods: id; name, group, aliases, source,
    portions, a field a nutrient, "K2 low", "K2 high", "K2 grade", "K2 source",
    note; "CA source" and the like where a figure is from elsewhere than the rest;
    "K2 estimate", "K2 estimate low", "K2 estimate high" and "K2 rule" as the build
    adds them.

    @throws BadRow for a field that no food has, a number that is none, is
    negative or can't be (more than 100 g of something in 100 g), K2 parts above
    the K2 total, an unknown source or grade, a figure without a source */
Food readFood(const Row& row, const NutrientTable& nutrients, const SourceTable& sources);

} // namespace quartet
