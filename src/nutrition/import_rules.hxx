/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the headers and units of other people's food tables mean.

#pragma once

#include "nutrition/data.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// The weight of a serving in grams: a column that is read and not kept.
inline constexpr std::string_view servingColumn = "Serving";

/** A column of a food table and where its values go. */
struct ColumnMapping
{
    std::string header;
    /** Of "My foods": "Name", "Aliases", "Group", "Portions", "Source" or a
        tagname; or servingColumn. Empty where the column is left out. */
    std::string column;
    std::string unit;        ///< of its values: "IU"; empty where they are texts
    double factor = 1;       ///< beside the unit's: 0.1 where values are per kg
    bool perServing = false; ///< else per 100 g
    std::string why;         ///< the id of a reason; empty unless it is left out
};

/** How headers, units and words are understood, as registry/import has it.
    Immutable: any number of threads may read it. */
class ImportRules
{
public:
    /// @param damages the rows that had to be left out are added
    ImportRules(const Tables& tables, std::shared_ptr<const Data> data,
                std::vector<Damage>& damages);

    /** What a header says alone. Every word of it must be understood: "fat,
        saturated" is not fat. Reasons: "unknown", "vitaminK", "unit", "volume",
        "daily". */
    ColumnMapping read(std::string_view header) const;

    /** What the headers of a table say: each column of "My foods" is filled by
        one of them, values per 100 g and in its own unit before others.
        Reasons also: "taken", "serving" (the weight of one is missing). */
    std::vector<ColumnMapping> read(const std::vector<std::string>& headers) const;

    /** A header whose column the person chose: with the unit and the basis that
        it names where they fit, else per 100 g in the column's own unit. */
    ColumnMapping assign(const std::string& header, const std::string& column) const;

    /// The columns of "My foods" that can be filled, and servingColumn.
    const std::vector<std::string>& columns() const { return m_columns; }

    /// Units that a column's values may have, its own first; none for texts.
    std::vector<std::string> units(std::string_view column) const;

    /** By what a value in a unit is multiplied.
        @returns nothing where the unit says nothing about this column */
    std::optional<double> factor(std::string_view unit, std::string_view column) const;

    /// The most that 100 g can hold, in the column's unit; nothing for energy.
    std::optional<double> most(std::string_view column) const;

    /// The unit with a name, as in "12 mcg".
    std::optional<std::string> findUnit(std::string_view name) const;

    /// Whether a text can stand in the column "Portions".
    bool arePortions(std::string_view text) const;

    /** What a word in place of a number means: "nothing", "trace" or "present".
        None of them is zero. */
    std::optional<std::string> findWord(std::string_view word) const;

private:
    struct Meaning
    {
        std::string column;
        std::string why;
        double factor = 1;
        std::size_t rank = 0; ///< of two names for a column the lower is preferred
    };
    struct Unit
    {
        std::string name;
        std::string quantity;
        double factor;
        std::vector<std::string> nutrients; ///< empty for all
    };
    struct Basis
    {
        double factor;
        bool serving;
        std::string why;
    };
    using Tokens = std::vector<std::string>;
    template <typename Value> using ByKey = boost::unordered_flat_map<std::string, Value>;

    /// A mapping and how good it is.
    struct Reading
    {
        ColumnMapping mapping;
        std::size_t rank = 0;
    };

    Reading readHeader(std::string_view header) const;
    Reading finish(std::string_view header, const Meaning& meaning, const Unit* unit,
                   const Basis* basis) const;
    /// What all tokens mean together, from one of them on.
    std::optional<Meaning> together(const Tokens& tokens, std::size_t from,
                                    const Meaning* before) const;
    const Basis* takeBasis(Tokens& tokens) const;
    const Unit* takeUnit(Tokens& tokens) const;
    const Unit* unit(std::string_view name) const;
    /// The unit in which a column is kept; empty for texts.
    std::string ownUnit(std::string_view column) const;

    std::shared_ptr<const Data> m_data;
    ByKey<Meaning> m_meanings;
    std::vector<Unit> m_units;
    ByKey<std::size_t> m_unitNames;
    ByKey<Basis> m_bases;
    ByKey<std::string> m_words;
    std::vector<std::string> m_columns;
};

} // namespace quartet
