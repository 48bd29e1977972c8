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
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace quartet
{

namespace
{

using css::sheet::XSheetCellRange;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

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

} // namespace quartet
