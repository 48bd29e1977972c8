/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a selection of cells is: where its headers stand, what its rows are, what
// its figures are for.

#pragma once

#include "labels/import_foods.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// Rows of cells, all of one length, headers among them.
using ImportGrid = std::vector<std::vector<ImportCell>>;

enum class ImportKind
{
    Foods,   ///< a food a row
    Diary,   ///< what someone ate: a date and a food a row
    Days,    ///< sums of days or meals: no foods
    Long,    ///< a nutrient a row
    Results, ///< a laboratory's results
    Unknown
};

/// What the figures are for where their headers don't say it.
enum class FiguresFor
{
    Grams100,
    Amount, ///< the serving or amount of each row
    Unclear ///< the person has to say it
};

struct ImportReading
{
    ImportTable table;
    std::vector<ImportHeader> headers; ///< as they are understood
    std::vector<ColumnMapping> mappings;
    ImportKind kind = ImportKind::Unknown;
    FiguresFor figuresFor = FiguresFor::Grams100;
    std::size_t headerRow = 0; ///< in the grid
    std::size_t firstRow = 0;  ///< in the grid, of the table's rows
    std::string amountHeader;  ///< of the column with servings or amounts; empty where none is
    /// Of rows that were joined from several, the first of each, as a row of the grid.
    std::vector<std::size_t> places;

    /// The row of the grid in which a row of the table stands.
    std::size_t placeOf(std::size_t row) const
    {
        return row < places.size() ? places[row] : firstRow + row;
    }
};

/** Finds the row of headers, among the first ones, and the rows of units, tagnames or
    names that go with it, above and below; reads what they say.

    A table with a row for each nutrient is joined where its rows say whose figure of
    what they are; others are Long. A column whose unit no one says, beside others that have one, is
   left out
    ("noUnit") unless it is in grams or in kcal: it may be a percentage.
    @param language whose names go before those of others
    @param headerRow where the person says that the headers stand */
ImportReading readImport(const ImportGrid& grid, const ImportRules& rules,
                         std::string_view language = "en",
                         std::optional<std::size_t> headerRow = {});

/** Says what the figures are for; headers that say it themselves stay.
    @param figuresFor not Unclear */
void setFiguresFor(ImportReading& reading, FiguresFor figuresFor);

} // namespace quartet
