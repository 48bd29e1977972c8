/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The sheet "My foods", in which a workbook keeps foods of its own.

#pragma once

#include "labels/own_columns.hxx"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** The workbook's sheet of this name.
    @returns an empty reference where it has none */
css::uno::Reference<css::sheet::XSpreadsheet>
findOwnFoodsSheet(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

/// Whether a new sheet begins with a food that shows how it is filled in.
enum class FirstRow
{
    Empty,
    Example
};

/** That sheet; where the workbook has none a new one behind the others, as one
    step to undo: headers in its first row (ownHeaders), formats, help at the headers and
    formulas in the column "Check". Columns that few need are hidden behind a "+". */
css::uno::Reference<css::sheet::XSpreadsheet>
ownFoodsSheetOf(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                FirstRow first = FirstRow::Empty);

/// The columns of such a sheet, as labels are read.
OwnColumns ownColumnsOf(const css::uno::Reference<css::uno::XComponentContext>& context,
                        const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

/// The first row, counted from 0, from which on no food has a name.
sal_Int32 firstFreeRow(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                       const OwnColumns& columns);

/** Writes the formulas of the column "Check" into rows, counted from 0. A sheet
    without that column stays as it is. */
void fillOwnFoodsCheck(const css::uno::Reference<css::uno::XComponentContext>& context,
                       const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 first,
                       sal_Int32 last);

/// Makes it the sheet that the window shows, its headers staying in sight.
void showOwnFoodsSheet(const css::uno::Reference<css::frame::XController>& controller,
                       const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

} // namespace quartet
