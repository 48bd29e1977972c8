/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The document that everything is measured in.

#pragma once

#include "spreadsheet.hxx"

#include <com/sun/star/sheet/XCalculatable.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quartet::bench
{

using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

/// Foods and their vitamin K2 per 100 g.
using Rows = std::vector<std::pair<std::string, double>>;

struct Foods
{
    Rows all;   ///< the table to look them up in; 0 where K2 is unknown
    Rows known; ///< those with a K2 total: what is eaten
};

/// The foods that Quartet knows, through FOODS and K2MCG.
Foods readFoods(const Office& office);

/** A document with the foods in its sheet "Foods", as people have them who look
    them up with Calc's own functions, and the user function BASIC_K2. */
class Workbook
{
public:
    Workbook(const Office& office, const Foods& foods);

    Sheet addSheet(const std::string& name);

    /// Names and K2 in the sheet "Foods", as a formula refers to them.
    const std::string& table() const { return m_table; }

    /** Calculates what has changed, and only that.
        @returns how long it took, in seconds */
    double calculate();

private:
    Spreadsheet m_spreadsheet;
    css::uno::Reference<css::sheet::XCalculatable> m_calculation;
    std::string m_table;
};

/// Writes rows of a text and a number below each other, from row 1 on.
void write(const Sheet& sheet, const Rows& rows, sal_Int32 column = 0);

/// Enters a formula in a column, B unless given, of the rows 1 to last.
void fill(const Sheet& sheet, const std::string& formula, sal_Int32 last, sal_Int32 column = 1);

css::uno::Reference<css::table::XCell> cell(const Sheet& sheet, const std::string& name);

/// @throws std::runtime_error where the cell doesn't show this number
void expect(const css::uno::Reference<css::table::XCell>& cell, double expected,
            const std::string& what);

} // namespace quartet::bench
