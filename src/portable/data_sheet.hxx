/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The sheet "Nutrition data" of a portable copy: the tables that its formulas
// look things up in, for people to read.

#pragma once

#include "portable/cells.hxx"
#include "portable/tables.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <map>
#include <string>
#include <vector>

namespace quartet
{

/// A cell's value as the data hold it.
DataValue dataOf(const css::uno::Any& value);

class DataSheet
{
public:
    /// Inserts it behind all others.
    DataSheet(const Cells& cells, const Words& words);

    sal_Int32 index() const { return m_index; }
    /// A cell that may be written to, and is empty otherwise.
    Place scratch() const;

    /** What a part of a formula gives where it stands, worked out in a cell of
        this sheet. */
    Shown present(const Tokens& movable, sal_Int32 baseRow) const;
    std::vector<std::vector<Shown>> presentList(const Tokens& movable, sal_Int32 baseRow,
                                                sal_Int32 height, sal_Int32 width) const;

    /// Writes the tables. From here on their marks have a place.
    void write(const DataTables& tables, const std::string& version);
    /// Writes figures and blocks that have come since.
    void append(const DataTables& tables);
    /// With the marks of tables in their place.
    Tokens resolved(const Tokens& tokens, const FormulaGrammar& grammar) const;
    /// What is said last: the cells that hold a value, those that were emptied.
    void finish(const std::vector<std::string>& frozen, const std::vector<std::string>& leftOut);

private:
    using Rows = std::vector<std::vector<DataValue>>;

    void place(const std::string& mark, sal_Int32 column, sal_Int32 row, sal_Int32 lastColumn,
               sal_Int32 lastRow);
    void heading(const std::string& text);
    void titles(const std::vector<std::string>& texts);
    /// Writes rows and goes below them. An unknown value is #N/A where it is said so.
    void rows(const Rows& rows, bool unknownIsError);
    void writeFoods(const DataTables& tables);
    void writeFigures(const DataTables& tables);
    void writePortions(const DataTables& tables);
    void writeNumbers(const DataTables& tables);
    void writeBlocks(const DataTables& tables);
    /// The ways to write amounts would fill pages.
    void leaveAmountsUnprinted() const;

    const Cells& m_cells;
    const Words& m_words;
    css::uno::Reference<css::sheet::XSpreadsheet> m_sheet;
    sal_Int32 m_index = 0;
    sal_Int32 m_row = 0;
    sal_Int32 m_unprinted = 0; ///< from this row on, before the next
    sal_Int32 m_printedAgain = 0;
    std::size_t m_figures = 0; ///< that are written
    std::size_t m_blocks = 0;
    std::map<std::string, Area> m_places;
};

} // namespace quartet
