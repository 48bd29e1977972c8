/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A new row of the sheet "My foods".

#pragma once

#include "labels/own_columns.hxx"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

/** Adds the columns that an older sheet lacks, behind the others: what figures are for and
    what that weighs, and those of a new sheet's nutrients. What is there stays. */
void completeOwnColumns(const css::uno::Reference<css::uno::XComponentContext>& context,
                        const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

/// A cell of a new row, by the header of a new sheet's column.
struct OwnFoodCell
{
    std::string header;
    std::string text; ///< as it was typed; a plain number is written as one
};

/** Writes a food into the first free row, as one step to undo; where there is no sheet yet, into
    a new one.
    @returns the sheet */
css::uno::Reference<css::sheet::XSpreadsheet>
addOwnFood(const css::uno::Reference<css::uno::XComponentContext>& context,
           const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
           const std::vector<OwnFoodCell>& cells);

} // namespace quartet
