/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The cells of the document that becomes a copy.

#pragma once

#include "workbook/cell_error.hxx"
#include "workbook/formula_tokens.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

constexpr auto notAvailable = static_cast<sal_Int32>(CellError::NotAvailable);

/// What a cell shows.
struct Shown
{
    sal_Int32 error = 0;
    css::uno::Any value;

    bool agrees(const Shown& other) const;
    bool isEmpty() const;
};

class Cells
{
public:
    /// @param excel whether cells are named as in "Sheet1!A1", else "Sheet1.A1"
    Cells(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, bool excel);

    const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document() const
    {
        return m_document;
    }
    /// The sheets that the workbook had.
    sal_Int32 sheets() const { return m_sheetCount; }

    void recalculate() const;
    /// Whether it calculates by itself; @returns whether it did.
    bool calculateAutomatically(bool automatic) const;
    css::uno::Reference<css::table::XCellRange> sheet(sal_Int32 index) const;
    css::uno::Reference<css::table::XCellRange> range(const Area& area) const;
    css::uno::Reference<css::table::XCell> cell(const Place& place) const;
    bool isFormula(const Place& place) const;
    /// Those cells of an area that hold no formula.
    std::vector<Place> withoutFormula(const Area& area) const;
    Tokens tokens(const Place& place) const;
    std::vector<Shown> shown(const Area& area) const;
    Shown shown(const Place& place) const { return shown(Area{ place, place }).front(); }
    /// "Sheet1.A1"
    std::string name(const Place& place) const;
    std::string text(const Place& place) const;
    /// A range as far as its sheet is used: whole columns are long.
    Area used(Area area) const;
    /// All that is used of a sheet.
    Area usedArea(sal_Int32 sheet) const;
    /// Whether a cell belongs to an array formula.
    bool isArray(const Place& place) const;
    /// The array formula that a cell belongs to, or the cell.
    Area arrayAround(const Place& place) const;
    /// Takes the array formula away that a cell belongs to; other formulas stay.
    void dissolveArray(const Place& place) const;
    std::vector<Area> formulaAreas(sal_Int32 sheet) const;
    void forEachFormula(const std::function<void(const Place&)>& visit) const;
    /// What every formula cell shows.
    std::map<Place, Shown> formulas() const;

    /// Writes a value in place of what a cell holds.
    void set(const Place& place, const Shown& value) const;
    /** The same for many cells, whose formulas all go first: Calc keeps those of a column
        together, and puts them together anew for each that goes alone. */
    void set(const std::map<Place, Shown>& values) const;
    void setText(const Place& place, const std::string& text) const;
    /** Empties cells, and says so where Calc wouldn't.
        @throws NotWritten where a cell still holds something */
    void empty(const std::set<Place>& places) const;
    /// Takes formulas away, but for array formulas.
    void clearFormulas(const std::set<Place>& places) const;

private:
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> m_document;
    const css::uno::Reference<css::container::XIndexAccess> m_sheets;
    const sal_Int32 m_sheetCount;
    /// Those that were asked for: Calc makes a new object each time.
    mutable std::vector<css::uno::Reference<css::table::XCellRange>> m_known;
    const std::string m_separator;
};

} // namespace quartet
