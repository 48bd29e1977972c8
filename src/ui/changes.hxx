/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which cells of a workbook hold other values since the data were renewed.

#pragma once

#include "workbook/our_cells.hxx"
#include "workbook/saved_values.hxx"

#include <string>
#include <vector>

namespace quartet
{

struct Change
{
    std::string cell; ///< as in "B12", or "Sheet2.B12" where there are several sheets
    CellPlace place;
    CellValue before;
    CellValue now;
};

/** Computes a workbook anew and holds it against its file: the cells that call
    one of our functions and hold another value than when they were saved, and
    what depends on them.

    Left out is what can't be told: a cell that depends on the time, on chance,
    on another file or on where a text leads, or that held an error other than
    #N/A. A workbook that is calculated by hand is left alone.
    @param notAvailable how the office writes #N/A
    @returns nothing where no cell of ours has changed, whatever else has */
std::vector<Change>
changesSinceSaved(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::frame::XModel>& document,
                  const std::string& notAvailable);

} // namespace quartet
