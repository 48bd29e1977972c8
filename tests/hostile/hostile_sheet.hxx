/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Hostile formulas and hostile workbooks in a real Calc.

#pragma once

#include "hostile_formulas.hxx"
#include "spreadsheet.hxx"

#include <random>
#include <string>
#include <vector>

namespace quartet
{

/** A sheet that is asked many formulas at once. */
class HostileSheet
{
public:
    explicit HostileSheet(const Office& office);

    /** Enters so many formulas into column A, one a row.
        @returns what is wrong with what they show */
    std::vector<std::string> ask(HostileFormulas& formulas, int count);

private:
    Spreadsheet m_sheet;
};

/** A plan of meals and its sheet "My foods", and what people do to such a workbook
    in an order in which no one does it: the same for the same seed. */
class HostileWorkbook
{
public:
    HostileWorkbook(const Office& office, std::uint32_t seed);

    /** Rows that come, go and move, texts in place of numbers, other names, undo and
        redo, a sheet of another workbook.
        @returns what it was, in words */
    std::string step();

    /** Whether all cells show what they show once all of it is computed again.
        @returns the cells that don't */
    std::vector<std::string> stale();

private:
    std::size_t below(std::size_t most) { return m_random() % most; }
    void edit(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 columns,
              sal_Int32 rows);
    css::uno::Reference<css::sheet::XSpreadsheet> plan() const;
    css::uno::Reference<css::sheet::XSpreadsheet> own() const;
    void settle() const;
    std::vector<std::string> shown() const;

    const Office& m_office;
    Spreadsheet m_book;
    Spreadsheet m_other;
    std::mt19937 m_random;
};

} // namespace quartet
