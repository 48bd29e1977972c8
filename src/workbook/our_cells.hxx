/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The cells of a workbook by what their formulas call.

#pragma once

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <functional>
#include <set>
#include <tuple>

namespace quartet
{

/// Counted from 0.
struct CellPlace
{
    sal_Int32 sheet;
    sal_Int32 row;
    sal_Int32 column;

    bool operator<(const CellPlace& other) const
    {
        return std::tie(sheet, row, column) < std::tie(other.sheet, other.row, other.column);
    }
};

/** Visits the formulas of a workbook, written in English, sheet by sheet.
    @param visit returns whether to go on */
void visitFormulas(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                   const std::function<bool(const CellPlace&, const rtl::OUString&)>& visit);

/// Whether a formula, written in English, calls one of our functions.
bool callsUs(const rtl::OUString& formula);

bool holdsOurCalls(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

/** Some cells, and those that depend on them in any number of steps. Where the
    cells lie too scattered to be asked for quickly, they alone. */
std::set<CellPlace>
dependents(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
           const std::set<CellPlace>& cells);

} // namespace quartet
