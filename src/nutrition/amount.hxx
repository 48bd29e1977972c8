/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts of food as people write them: "150 g", "2 slices", "½ cup", "1,5 kg".

#pragma once

#include "nutrition/problem.hxx"
#include "nutrition/row.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/** A number and the word behind it. */
struct Quantity
{
    double number;
    std::string unit; ///< folded; empty where no word follows
};

/** Reads an amount. A number is a decimal with "." or ",", a fraction ("1/2",
    "½") or both ("1 1/2", "1½"); it is 0 or more and finite. Three digits behind a
    single sign may be thousands or decimals: "1,500" is no number.
    @returns nothing for a text that is no amount */
std::optional<Quantity> parseQuantity(std::string_view text);

/** Reads what was measured, as laboratories print it: no fraction of a kitchen, for "30/75" is
    a level in two units and "05/2024" a date. */
std::optional<Quantity> parseReading(std::string_view text);

/// What a word may be the regular English plural of, folded.
std::vector<std::string> singulars(std::string_view word);

/** Weights by name. A name is found in the singular and in the regular
    plural. */
class Weights
{
public:
    /// @throws BadRow where the name is taken or the weight isn't above 0
    void add(std::string_view name, double grams);

    /// Grams of one unit. @param unit folded
    std::optional<double> grams(std::string_view unit) const;

    /// Grams of the unit that was added first.
    std::optional<double> first() const;

    /// Names, folded, and grams in the order in which they were added.
    const std::vector<std::pair<std::string, double>>& all() const { return m_grams; }

private:
    std::vector<std::pair<std::string, double>> m_grams; ///< few, in their order
};

/** The household measures in a row's field: "slice=28; cup=132".
    @throws BadRow for a measure without grams */
Weights readPortions(const Row& row, std::string_view field);

/** Reads rows of registry/units.csv, the units of mass that every food has:
    unit as id; also, grams. */
Weights readUnits(const std::vector<Row>& rows, std::vector<Damage>& damages);

/** The weight of a quantity in grams.

    A number alone is grams. A unit of mass holds for every food; any other
    word is one of the food's own portions.
    @returns Problem::InvalidArgument for a word that is neither */
Result<double> weigh(const Quantity& quantity, const Weights& portions, const Weights& units);

} // namespace quartet
