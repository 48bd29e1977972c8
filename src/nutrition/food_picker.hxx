/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the food picker finds, shows and inserts, without its window.

#pragma once

#include "nutrition/data.hxx"
#include "nutrition/food_names.hxx"
#include "nutrition/problem.hxx"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quartet
{

/** One line of a food's details. */
struct Figure
{
    std::string tag;                 ///< INFOODS tagname
    std::string unit;                ///< "µg"
    std::optional<double> per100g;   ///< nothing is unknown
    std::optional<double> inPortion; ///< also nothing where there is no portion
    bool lowerBound = false;         ///< only some of the forms were measured
};

/** What goes into two cells: never a formula, whatever the name begins with. */
struct Entry
{
    std::string food;
    std::variant<double, std::string> amount; ///< grams, or a text such as "2 slices"
};

/** A search over the foods and an amount. The data stay those it was made with. */
class FoodPicker
{
public:
    explicit FoodPicker(const std::shared_ptr<const Data>& data);
    /** @param table the foods to choose from: a workbook's own among them
        @param names what they are called in the language; nullptr for English */
    FoodPicker(std::shared_ptr<const Data> data, std::shared_ptr<const FoodTable> table,
               std::shared_ptr<const FoodNames> names = nullptr, std::string language = "en");

    /// All food groups, by their English names, in the order of the shown ones.
    const std::vector<std::string>& groups() const { return m_groups; }

    /// The shown names.
    std::string name(const Food& food) const;
    std::string groupName(const std::string& group) const;

    /** Foods that stand before others from the next search on, where their names begin with
        what is typed; a food that is called so comes first all the same. */
    void setRecent(std::vector<const Food*> foods) { m_recent = std::move(foods); }

    /** Narrows the foods. No text finds all: the recent ones, then in alphabetical order.
        @param group empty for all groups */
    void search(std::string_view text, std::string_view group);

    /// What was found, the best first.
    const std::vector<const Food*>& foods() const { return m_foods; }

    /// Whether the first of them may be what is meant; else, and where no text was given,
    /// nothing should be selected.
    bool isFirstMeant() const { return m_likely > 0; }

    /// Amounts to offer for a food: one of each portion with its grams, the usual one first,
    /// and a hundred grams.
    std::vector<std::string> amounts(const Food& food) const;

    /** The grams of an amount of a food.
        @returns Problem::InvalidArgument for a text that is no amount of it */
    Result<double> grams(const Food& food, std::string_view amount) const;

    /// The figures that the picker shows, for 100 g and for a portion.
    std::vector<Figure> figures(const Food& food, const Result<double>& grams) const;

    /// As NUTRIENT_SOURCE. @param tag INFOODS tagname
    std::optional<std::string> source(const Food& food, std::string_view tag) const;

    /** What to insert: an amount in grams is a number, any other a text; an offered one
        without its grams, which are said beside it.
        @returns Problem::InvalidArgument for a text that is no amount of the
                 food */
    Result<Entry> entry(const Food& food, std::string_view amount) const;

    const std::shared_ptr<const Data>& data() const { return m_data; }
    const std::shared_ptr<const FoodTable>& table() const { return m_table; }

private:
    /// Puts the recent ones from the first to the last of a few before the others, as far as
    /// their names begin with a text.
    void raiseRecent(std::size_t first, std::size_t few, std::string_view folded);

    std::shared_ptr<const Data> m_data;
    std::shared_ptr<const FoodTable> m_table;
    std::shared_ptr<const FoodNames> m_names; ///< nullptr in English
    std::string m_language;                   ///< of the office
    std::vector<std::string> m_groups;
    std::vector<const Food*> m_all; ///< in the order of the shown names
    std::vector<const Food*> m_recent;
    std::vector<const Food*> m_foods;
    std::size_t m_likely = 0;
};

} // namespace quartet
