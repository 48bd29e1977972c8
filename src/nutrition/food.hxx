/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A food: what a hundred grams of it hold, and how anyone knows.

#pragma once

#include "nutrition/accounts.hxx"
#include "nutrition/amount.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

class NutrientBlocks;

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
    /// is unknown; 0 is a measured or assumed zero. Of a food of the registry
    /// those of the foods' own table alone; the others stand in its blocks.
    std::vector<std::optional<double>> values;
    Weights portions;
    Accounts accounts; ///< for everything but K2
    Account k2;
    Estimate k2Estimate;
    bool ofAnimals = false; ///< something in it is from an animal
    const NutrientBlocks* blocks = nullptr;
    /// Where all its figures are from; set for a workbook's own food alone.
    std::optional<std::string> ownSource;

    std::optional<double> value(NutrientIndex nutrient) const
    {
        return nutrient < values.size() ? values[nutrient] : valueInBlock(nutrient);
    }
    const Account& account(NutrientIndex nutrient, const Menaquinones& menaquinones) const;

private:
    std::optional<double> valueInBlock(NutrientIndex nutrient) const;
};

/// Tables round each figure: a sum may exceed its total by this.
constexpr double partsRounding = 0.1;

/** The most that 100 g can hold, in a unit.
    @returns nothing for a unit of energy */
std::optional<double> mostPer100g(std::string_view unit);

/** Reads a row of a table in registry/foods: id; name, group, aliases, source,
    portions, a field a nutrient, "K2 low", "K2 high", "K2 grade", "K2 source",
    note; "animals" where something in it is from an animal; the fields of
    readAccounts; "K2 estimate", "K2 estimate low", "K2 estimate high" and "K2
    rule" as the build adds them.

    @throws BadRow for a field that no food has, a number that is none, is
    negative or can't be (more than 100 g of something in 100 g), K2 parts above
    the K2 total, an unknown source or grade, a figure without a source */
Food readFood(const Row& row, const NutrientTable& nutrients, const SourceTable& sources);

/** Reads a figure of a row into value.
    @throws BadRow for more than 100 g can hold */
void readValue(std::string_view field, std::string_view text, const Nutrient& nutrient,
               std::optional<double>& value);

} // namespace quartet
