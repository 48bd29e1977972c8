/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The values of cells as a document's file keeps them, beside those that the
// document shows now.

#pragma once

#include "workbook/saved_cells.hxx"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** Looks up in the document's file what its cells held when it was saved.

    Reads .ods, .fods and .xlsx and their templates; the cells of other files
    stay unknown, and so do dates and times.
    @param cells the places that are asked for */
void readSavedValues(const css::uno::Reference<css::uno::XComponentContext>& context,
                     const css::uno::Reference<css::frame::XModel>& document, CellValues& cells);

/// What the cell shows now.
CellValue presentValue(const css::uno::Reference<css::table::XCell>& cell);

} // namespace quartet
