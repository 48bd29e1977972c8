/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The table that is selected in a sheet, to import foods from.

#pragma once

#include "labels/import_reading.hxx"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <optional>

namespace quartet
{

struct ImportSource
{
    ImportGrid grid;                  ///< headers among its rows
    std::vector<std::string> letters; ///< of the table's columns: "C"
    sal_Int32 firstRow;               ///< of the grid, as the sheet numbers it
};

/** What is selected. One cell stands for all that it touches. A date is no number:
    its cell is the text that it shows, quoted.
    @returns nothing where no two rows are selected, or several ranges */
std::optional<ImportSource>
readImportSource(const css::uno::Reference<css::frame::XController>& controller);

/// The other sheets of the selection's workbook, each from its first cell to its last.
std::vector<ImportGrid>
readOtherSheets(const css::uno::Reference<css::frame::XController>& controller);

} // namespace quartet
