/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The cell cursor of a spreadsheet's window.

#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <optional>

namespace quartet
{

struct Cursor
{
    css::uno::Reference<css::sheet::XSpreadsheet> sheet;
    sal_Int32 column;
    sal_Int32 row;
};

/** Where the cursor is, wherever in what is selected.
    @returns nothing where a drawing is selected, and in a window that shows no
             spreadsheet */
std::optional<Cursor> findCursor(const css::uno::Reference<css::frame::XController>& controller);

/// Shows a sheet with the cursor on a cell of it.
void putCursor(const css::uno::Reference<css::frame::XController>& controller,
               const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
               sal_Int32 row);

/// As the arrow key does: hidden rows are left out.
void moveCursorDown(const css::uno::Reference<css::uno::XComponentContext>& context,
                    const css::uno::Reference<css::frame::XController>& controller);

} // namespace quartet
