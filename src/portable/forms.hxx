/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas for our calls on foods, as a person would write them: each looks up
// its own food and amount, so it means the same wherever it is filled, sorted or
// copied to. Texts in the words of Calc's API: English names, ";" between
// arguments; no office here.

#pragma once

#include "portable/tables.hxx"
#include "workbook/cell_error.hxx"

#include <string>

namespace quartet
{

/// What a lookup of the document takes for a sign of its own.
enum class Lookup
{
    Wildcards, ///< "*", "?" and "~"
    Plain,     ///< none
    Compare    ///< patterns, or parts of cells: nothing is looked up then
};

/// Stands for an argument in the text of a formula, until its tokens take its place.
std::string argumentMark(std::size_t argument);
/// Which argument a text stands for; nothing for another text.
std::optional<std::size_t> markedArgument(const std::string& text);

/// A text as it stands in a formula.
std::string inQuotes(std::string_view text);
/// A number as it stands in a formula.
std::string digits(double number);
/// A mark of a table as it stands in a formula.
inline std::string table(const std::string& mark) { return inQuotes(mark); }

/// What our functions refuse, as a formula.
inline constexpr const char* refused = refusedFormula;

/// What may stand as an amount.
enum class Amount
{
    Any,      ///< a number, or a text such as "2 slices"
    Number,   ///< grams, or nothing
    WorkedOut ///< a formula's number
};

/** The formulas that look up one food, or the foods of a range. Those over ranges stand
    in array formulas: not every engine takes a function element by element elsewhere. */
class FoodForms
{
public:
    FoodForms(DataTables& tables, Lookup lookup)
        : m_tables(tables)
        , m_lookup(lookup)
    {
    }

    /** A figure of one food in an amount.
        @param food,amount how these stand in the formula */
    std::string value(const std::string& nutrient, const std::string& food,
                      const std::string& amount, Amount kind) const;
    std::string grams(const std::string& food, const std::string& amount, Amount kind) const;
    /// What a column says of a food.
    std::string text(FoodColumn column, const std::string& nutrient, const std::string& food) const;

    /** A total over two ranges.
        @param strict whether one unknown value makes it unknown */
    std::string sum(const std::string& nutrient, bool strict, const std::string& foods,
                    const std::string& amounts) const;
    /// The share of the grams whose value is known.
    std::string coverage(const std::string& nutrient, const std::string& foods,
                         const std::string& amounts) const;

    /// Whether sums can be written so.
    bool canSum() const { return m_lookup != Lookup::Compare; }

private:
    struct Ranges;

    std::string escaped(const std::string& text) const;
    std::string looked(const std::string& food, int column) const;
    /// The grams of a written amount, or of a range of them.
    std::string writtenGrams(const std::string& foodName, const std::string& amount,
                             bool isRange) const;
    std::string gramsOf(const std::string& food, const std::string& amount, Amount kind) const;

    DataTables& m_tables;
    const Lookup m_lookup;
};

} // namespace quartet
