/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/cursor.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <utility>

namespace quartet
{

namespace
{

using css::sheet::XSheetCellRange;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/** The column and row of the cell cursor, as the window keeps them: behind the zoom, the sheet
    and the width of the tabs a part for each sheet, "column/row/…", with "+" in long sheets. */
std::optional<std::pair<sal_Int32, sal_Int32>>
cursorOf(const Reference<css::frame::XController>& controller, sal_Int16 sheet)
{
    rtl::OUString all;
    if (!(controller->getViewData() >>= all))
        return std::nullopt;
    constexpr sal_Int32 beforeSheets = 3;
    const rtl::OUString part = all.getToken(beforeSheets + sheet, ';').replace('+', '/');
    if (part.indexOf('/') < 1)
        return std::nullopt;
    return std::pair(part.getToken(0, '/').toInt32(), part.getToken(1, '/').toInt32());
}

bool holds(const css::table::CellRangeAddress& range, sal_Int32 column, sal_Int32 row)
{
    return range.StartColumn <= column && column <= range.EndColumn && range.StartRow <= row
           && row <= range.EndRow;
}

/// The first range of a selection; empty where it holds no cells.
Reference<XSheetCellRange> firstRange(const css::uno::Any& selection)
{
    const Reference<XSheetCellRange> range(selection, UNO_QUERY);
    const Reference<css::container::XIndexAccess> ranges(selection, UNO_QUERY);
    if (range.is() || !ranges.is() || ranges->getCount() == 0)
        return range;
    return Reference<XSheetCellRange>(ranges->getByIndex(0), UNO_QUERY);
}

} // namespace

std::optional<Cursor> findCursor(const Reference<css::frame::XController>& controller)
{
    const Reference<css::view::XSelectionSupplier> selection(controller, UNO_QUERY);
    if (!selection.is())
        return std::nullopt;
    const auto range = firstRange(selection->getSelection());
    const Reference<css::sheet::XCellRangeAddressable> place(range, UNO_QUERY);
    if (!place.is())
        return std::nullopt;
    const auto address = place->getRangeAddress();
    const auto cell = cursorOf(controller, address.Sheet);
    const bool isOneRange = Reference<XSheetCellRange>(selection->getSelection(), UNO_QUERY).is();
    if (cell && (!isOneRange || holds(address, cell->first, cell->second)))
        return Cursor{ range->getSpreadsheet(), cell->first, cell->second };
    return Cursor{ range->getSpreadsheet(), address.StartColumn, address.StartRow };
}

void moveCursorDown(const Reference<css::uno::XComponentContext>& context,
                    const Reference<css::frame::XController>& controller)
{
    css::uno::Sequence<css::beans::PropertyValue> properties(2);
    properties[0].Name = "By";
    properties[0].Value <<= sal_Int32(1);
    properties[1].Name = "Sel";
    properties[1].Value <<= false;
    const Reference<css::frame::XDispatchProvider> frame(controller->getFrame(), UNO_QUERY_THROW);
    css::frame::DispatchHelper::create(context)->executeDispatch(frame, ".uno:GoDown", "", 0,
                                                                 properties);
}

void putCursor(const Reference<css::frame::XController>& controller,
               const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row)
{
    Reference<css::sheet::XSpreadsheetView>(controller, UNO_QUERY_THROW)->setActiveSheet(sheet);
    Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)
        ->select(css::uno::Any(sheet->getCellByPosition(column, row)));
}

} // namespace quartet
