/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plan of a workbook: where its foods stand.

#pragma once

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/// A meal or a day of a plan. Rows are counted from 0.
struct Meal
{
    sal_Int32 begin;              ///< the row of its header, or of its first food
    sal_Int32 end;                ///< behind its last row
    std::vector<sal_Int32> foods; ///< the rows for foods, at least one
};

/** The rows of the range that a workbook calls "Foods": a column of foods and, right of it,
    their amounts. The cell styles tell the rows apart: "Block…" is a meal's header or what
    closes the last meal, "Entry…" is a food's row; nothing else is touched. */
class Plan
{
public:
    /** The plan in a sheet: its own range of that name, or the workbook's where it
        lies in it.
        @returns nothing where there is none, or no row for a food */
    static std::optional<Plan>
    in(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
       const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

    /// The cells that the name means in a sheet, as far down as the sheet is used.
    static std::optional<css::table::CellRangeAddress>
    rangeIn(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
            const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

    /** The same as in(); for a sheet that holds another part of the plan, such as the person's
        age, the workbook's. */
    static std::optional<Plan>
    around(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
           const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

    const css::uno::Reference<css::sheet::XSpreadsheet>& sheet() const { return m_sheet; }
    sal_Int32 column() const { return m_column; } ///< of the foods
    const std::vector<Meal>& meals() const { return m_meals; }

    /// The meal whose header or row this is; nullptr for none.
    const Meal* mealAt(sal_Int32 row) const;

    /// Whether neither food nor amount stands in a food's row, and it is seen.
    bool isFree(sal_Int32 row) const;

    /// The foods as they are written, from the first row to the last.
    std::vector<rtl::OUString> foods() const;

    /** Adds a row for a food below another one of a meal: its formulas and looks, nothing
        that was typed. Sums over the meal count it. The plan is out of date then.
        @param below one of the meal's foods
        @returns the row; nothing where a sum would not count it, and it was not added */
    std::optional<sal_Int32> addRow(const Meal& meal, sal_Int32 below) const;

    /// Gives a food's row without formulas, as Calc's own commands insert it, those of another.
    void complete(sal_Int32 row) const;

private:
    Plan(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
         sal_Int32 first, sal_Int32 last);

    css::uno::Reference<css::sheet::XSpreadsheet> m_sheet;
    sal_Int32 m_column;
    std::vector<Meal> m_meals;
};

} // namespace quartet
