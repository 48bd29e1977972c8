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

/// What a word that changes nothing has in place of a column.
inline constexpr std::string_view qualifierColumn = "*";

/** What stands above a column. */
struct ImportHeader
{
    std::string text;
    std::string unit; ///< from a row of units below, or the cells beside the figures: "ug"
    std::string code; ///< from a row of tagnames or of names: "PROT-"
};

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
    std::string why;         ///< what it is, or why it is left out, where it goes nowhere
    bool assumed = false;    ///< the table says no unit: it is the column's own
    bool basisSaid = false;  ///< the header says what its figures are for
    bool otherwise = false;  ///< counts where the best column of its kind has nothing
};

/** What is known of a nutrient's figures per 100 g, in its unit. */
struct ImportLimit
{
    double typical; ///< the median of the foods that hold any
    double low;     ///< one in fifty foods holds less
    double high;    ///< one in fifty holds more
    double most;    ///< of any known food
    double energy;  ///< kcal of a gram; 0 where it gives none
    bool needed;    ///< a food's energy can't be computed without it
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
        trans" is not fat. Reasons: "unknown", "vitaminK", "unit", "volume",
        "daily", "encoding" (signs were lost), and what a column is that goes
        nowhere: "date", "meal", "amount", "foodCode" … (registry/import/import_headers.csv). */
    ColumnMapping read(const ImportHeader& header) const;
    ColumnMapping read(std::string_view header) const
    {
        return read(ImportHeader{ std::string(header), {}, {} });
    }

    /** What the headers of a table say: each column of "My foods" is filled by
        one of them, values per 100 g and in its own unit before others. Further
        ones of a nutrient count otherwise.
        Reasons also: "taken", "serving" (the weight of one is missing).
        @param language whose names go before those of others */
    std::vector<ColumnMapping> read(const std::vector<ImportHeader>& headers,
                                    std::string_view language = "en") const;
    std::vector<ColumnMapping> read(const std::vector<std::string>& headers,
                                    std::string_view language = "en") const;

    /** A header whose column the person chose: with the unit and the basis that
        it names where they fit, else per 100 g in the column's own unit. */
    ColumnMapping assign(const ImportHeader& header, const std::string& column) const;

    /// The columns of "My foods" that can be filled, and servingColumn.
    const std::vector<std::string>& columns() const { return m_columns; }

    /// Units that a column's values may have, its own first; none for texts.
    std::vector<std::string> units(std::string_view column) const;

    /** By what a value in a unit is multiplied.
        @returns nothing where the unit says nothing about this column */
    std::optional<double> factor(std::string_view unit, std::string_view column) const;

    /// The most that 100 g can hold, in the column's unit.
    std::optional<double> most(std::string_view column) const;

    /// What is known of a nutrient's figures; nothing where too few foods say it.
    const ImportLimit* limit(std::string_view column) const;

    /// A number of registry/import/import_thresholds.csv.
    double threshold(const char* id) const;

    /// The unit with a name, as in "12 mcg".
    std::optional<std::string> findUnit(std::string_view name) const;

    /** What a text such as "per 100 ml" or "100 g" says figures are for.
        @returns the factor to 100 g; 0 for a volume and what else can't be
                 converted; nothing where it says no such thing */
    std::optional<double> findBasis(std::string_view text) const;

    /// Whether a text can stand in the column "Portions".
    bool arePortions(std::string_view text) const;

    /** The weight of a text such as "158.00 g" or "1 tranche (40 g)", in grams;
        nothing for a volume or a piece. */
    std::optional<double> grams(std::string_view text) const;

    /** What a word in place of a number means: "nothing", "trace" or "present".
        None of them is zero. */
    std::optional<std::string> findWord(std::string_view word) const;

    /// What a serving is called whose table has no word for it.
    const std::string& servingName() const { return m_servingName; }

    const Data& data() const { return *m_data; }

private:
    struct Meaning
    {
        std::string column;
        std::string why;
        std::string language;
        double factor = 1;
        std::size_t rank = 0;   ///< of two names for a column the lower is preferred
        bool needsUnit = false; ///< a word that means other things, too
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
    struct Style
    {
        std::string suffix;
        std::string unit;
        std::string energy;
    };
    using Words = std::vector<std::string>;
    template <typename Value> using ByKey = boost::unordered_flat_map<std::string, Value>;

    /// A mapping and how good it is.
    struct Reading
    {
        ColumnMapping mapping;
        std::string language;
        std::size_t rank = 0;
    };

    void readHeaderRow(const Row& row);
    void addNutrients(const std::vector<Row>& names);
    Reading readHeader(const ImportHeader& header) const;
    Reading readText(std::string_view header) const;
    Reading finish(std::string_view header, const Meaning& meaning, const Unit* unit,
                   const Basis* basis) const;
    /// What all words mean together, from one of them on.
    std::optional<Meaning> together(const Words& words, std::size_t from,
                                    const Meaning* before) const;
    const Basis* takeBasis(Words& words) const;
    const Unit* takeUnit(Words& words) const;
    /// What some of a header's words mean; nullptr where they mean nothing.
    const Meaning* meaning(const Words& words, std::size_t from, std::size_t to) const;
    const Unit* unit(std::string_view name) const;
    /// The unit that the end of a header says for a whole table; nullptr where it says none.
    const Unit* styleUnit(std::string_view header, std::string_view column) const;
    /// The unit in which a column is kept; empty for texts.
    std::string ownUnit(std::string_view column) const;

    std::shared_ptr<const Data> m_data;
    ByKey<Meaning> m_meanings;
    ByKey<Meaning> m_wholes;    ///< of headers that say nothing else
    ByKey<Meaning> m_nutrients; ///< by tagname, for the registry's own English names
    std::vector<Unit> m_units;
    ByKey<std::size_t> m_unitNames;
    ByKey<Basis> m_bases;
    std::vector<Style> m_styles;
    ByKey<std::string> m_words;
    ByKey<ImportLimit> m_limits;
    ByKey<double> m_thresholds;
    std::string m_servingName;
    std::vector<std::string> m_columns;
};

} // namespace quartet
