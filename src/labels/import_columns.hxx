/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which column of a food table stands beside which, and what a whole table's
// cells tell of how to read each.

#pragma once

#include "labels/import_foods.hxx"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quartet
{

/// A cell as a text, trimmed; empty for an empty one.
std::string cellText(const ImportCell& cell);

/// The upper one in the middle of some values.
double median(std::vector<double> values);

/// The column that is for something, by ColumnMapping::why.
std::optional<std::size_t> roleOf(const std::vector<ColumnMapping>& mappings, std::string_view why);

/// Whether a header says that numbers below it are grams: "Menge (g)".
bool saysGrams(const ColumnMapping& mapping, const ImportRules& rules);

/// Whether a text is a date: as the workbook quotes one, or as "2026-03-01", "1/3/2026" or
/// "1.3.26".
bool isDate(std::string_view text);

/// A date without the quotes that keep it from being a number.
std::string unquoted(std::string text);

/** A column of figures and the columns that say more of them. */
struct FigureColumn
{
    std::size_t place;
    std::optional<std::size_t> unit;  ///< of each row's figure
    std::optional<std::size_t> basis; ///< what each row's figure is for
    std::optional<std::size_t> kind;  ///< whether it is a trace
};

/** The columns of a table by what they are for. */
struct ImportLayout
{
    ImportLayout(std::size_t columns, const std::vector<ColumnMapping>& mappings);

    std::optional<std::size_t> name;
    std::optional<std::size_t> serving; ///< or the amount that figures are for
    std::optional<std::size_t> servingUnit;
    std::optional<std::size_t> basis;  ///< of whole rows
    std::optional<std::size_t> traces; ///< lists tagnames whose zero is a trace
    std::vector<std::size_t> texts;    ///< aliases, groups, portions, sources
    /// A vector a column of "My foods": the best first, the others where it has nothing.
    std::vector<std::vector<FigureColumn>> figures;
    std::vector<std::pair<std::size_t, std::size_t>> portions; ///< name, weight
};

/** How numbers of a table are to be read. */
class NumberEvidence
{
public:
    NumberEvidence(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                   const ImportLayout& layout, const ImportRules& rules);

    DecimalSign sign() const { return m_sign; }

    /// Whether decimals stayed texts while whole numbers became numbers.
    bool isMixed() const { return m_mixed; }

    /// Whether a number of a mixed table may have been a thousandth of it.
    bool isDoubtful(std::size_t column, double number) const;

private:
    DecimalSign m_sign = DecimalSign::Unclear;
    bool m_mixed = false;
    double m_factor;
    std::vector<std::optional<double>> m_usual; ///< by column, as its cells are written
};

} // namespace quartet
