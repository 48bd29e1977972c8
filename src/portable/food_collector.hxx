/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The foods and amounts that stand in a workbook, for the tables of its copy.

#pragma once

#include "portable/data_sheet.hxx"

#include <set>
#include <utility>

namespace quartet
{

class FoodCollector
{
public:
    FoodCollector(const Cells& cells, const FormulaGrammar& grammar, const DataSheet& sheet,
                  DataTables& tables)
        : m_cells(cells)
        , m_grammar(grammar)
        , m_sheet(sheet)
        , m_tables(tables)
    {
    }

    /** What the calls of a formula are told.
        @param tokens with every name spelled
        @param last row into which the formula is filled down from its cell */
    void collect(const Tokens& tokens, const Place& from, sal_Int32 last);

private:
    void collect(const Tokens& argument, const Place& from, sal_Int32 last, bool isFood);
    void take(const css::uno::Any& value, bool isFood);

    const Cells& m_cells;
    const FormulaGrammar& m_grammar;
    const DataSheet& m_sheet;
    DataTables& m_tables;
    std::set<std::pair<Place, Place>> m_seen; ///< areas
};

} // namespace quartet
