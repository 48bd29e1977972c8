/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What foods hold, and the words, units and sources that go with it: all tables
// of registry/ but the standards, read once.

#pragma once

#include "nutrition/amount_reader.hxx"
#include "nutrition/estimate_rules.hxx"
#include "nutrition/food_table.hxx"
#include "nutrition/measures.hxx"
#include "nutrition/nutrient_blocks.hxx"
#include "nutrition/nutrients.hxx"
#include "nutrition/search.hxx"
#include "nutrition/sources.hxx"
#include "nutrition/texts.hxx"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Tables that the build has checked, and that are read bit by bit. */
struct CheckedTables
{
    CheckedFoods foods;
    NutrientBlocks::Read block;
};

/** The data behind the functions on foods. Immutable: any number of threads may read
    it. */
class Data
{
public:
    /** @param damages the rows that could not even be parsed; the rows left
               out while reading are added to them
        @param checked the foods as the build has checked them; tables hold only those of
               others then
        @throws BadRow where the data as a whole can't be used */
    Data(const Tables& tables, std::vector<Damage> damages,
         std::optional<CheckedTables> checked = {});

    // The tables point at each other.
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;

    /// The rows that were left out, and why.
    const std::vector<Damage>& damages() const { return m_damages; }

    /** Where a food's figure is from, how sure it is, and its range.
        @returns Problem::NotAvailable where nothing is known of it */
    Result<std::string> source(const Food& food, NutrientIndex nutrient,
                               std::string_view language = "en") const;

    /// How a food's figure is known, in one word: "measured", "assumed zero", "unknown".
    std::string grade(const Food& food, NutrientIndex nutrient) const;

    /** Whether a food's figure is no more than a zero that someone assumed, though
        the food is from an animal and animals hold the nutrient. */
    bool isDoubtful(const Food& food, NutrientIndex nutrient) const;

    /** Why the food of this name or id was left out of the table.
        @returns Problem::NotAvailable where no such row was */
    Result<std::string> whyLeftOut(std::string_view food) const;

    /** As searchFoods. A word that languages use for different foods means none of them. Where a
        text means no food, it does so without its amount: "two boiled eggs", "fresh thyme".
        @param table a workbook's foods, or this data's */
    FoundFoods search(const FoodTable& table, std::string_view text,
                      std::string_view language = "en") const;

    /** The weight of an amount of a food, as people write it.
        @returns why it is no amount of this food */
    WeightOrFault amount(const Food& food, std::string_view text) const;

    /// The same for a cell. @returns Problem::InvalidArgument for what is no amount
    Result<double> grams(const Food& food, std::string_view text) const;

    /** The words of amounts. Read when they are first asked for: most amounts are
        numbers and grams.
        @param damages gets the rows that were left out */
    const Measures& measures(std::vector<Damage>* damages = nullptr) const;

private:
    /// Whether the text asks for a fresh food, which the best that was found without "fresh" isn't.
    bool isWrongForm(std::string_view text, std::string_view shorter,
                     const FoundFoods& found) const;
    /// What a rule says of a food of which only an estimate or a range is known.
    std::string estimateWords(const Food& food, std::string_view language) const;
    std::string rangeWords(std::optional<double> low, std::optional<double> high,
                           const std::string& unit, std::string_view language) const;

    std::vector<Damage> m_damages;
    std::set<std::string> m_ambiguous; ///< words, folded
    std::vector<Row> m_measureRows;
    std::vector<Row> m_numberRows;
    mutable std::once_flag m_measuresOnce;
    mutable std::unique_ptr<const Measures> m_measures;

public:
    const NutrientTable nutrients;
    const SourceTable sources;
    const Weights units;
    const EstimateRules estimateRules;
    const NutrientBlocks blocks;
    const FoodTable foods;
    const Texts texts;
    const std::string version; ///< the date of the data, as in "2026-11-22"
};

} // namespace quartet
