/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/import_source.hxx"

#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::XCellRangeAddressable;
using css::sheet::XSheetCellRange;
using css::table::CellRangeAddress;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

CellRangeAddress addressOf(const Reference<css::uno::XInterface>& range)
{
    return Reference<XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

/// The selection without the empty rows and columns behind all that is used.
CellRangeAddress tableAddress(const Reference<XSheetCellRange>& selection)
{
    const auto sheet = selection->getSpreadsheet();
    CellRangeAddress address = addressOf(selection);
    if (address.StartRow == address.EndRow && address.StartColumn == address.EndColumn)
    {
        const auto cursor = sheet->createCursorByRange(selection);
        cursor->collapseToCurrentRegion();
        address = addressOf(cursor);
    }
    const CellRangeAddress used = usedArea(sheet);
    address.EndRow = std::min(address.EndRow, used.EndRow);
    address.EndColumn = std::min(address.EndColumn, used.EndColumn);
    return address;
}

std::string shown(const Reference<XCellRange>& range, sal_Int32 column, sal_Int32 row)
{
    return toUtf8(
        Reference<css::text::XText>(range->getCellByPosition(column, row), UNO_QUERY_THROW)
            ->getString());
}

ImportCell cellOf(const Any& data)
{
    double number = 0;
    if (data >>= number)
        return number;
    rtl::OUString text;
    if ((data >>= text) && !text.isEmpty())
        return toUtf8(text);
    return {};
}

/// As texts: a date is stored as a number that means nothing here.
void takeDates(const Reference<XCellRange>& range, ImportGrid& grid)
{
    const auto dates = Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
                           ->queryContentCells(css::sheet::CellFlags::DATETIME)
                           ->getRangeAddresses();
    const auto origin = addressOf(range);
    for (sal_Int32 i = 0; i < dates.getLength(); ++i)
    {
        const CellRangeAddress& date = dates.getConstArray()[i];
        for (sal_Int32 row = date.StartRow; row <= date.EndRow; ++row)
            for (sal_Int32 column = date.StartColumn; column <= date.EndColumn; ++column)
            {
                const sal_Int32 x = column - origin.StartColumn;
                const sal_Int32 y = row - origin.StartRow;
                // Quoted: "12.24" would be a number again.
                grid[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] =
                    "'" + shown(range, x, y) + "'";
            }
    }
}

ImportGrid readGrid(const Reference<XCellRange>& range)
{
    ImportGrid grid;
    const auto rows = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    grid.reserve(static_cast<std::size_t>(rows.getLength()));
    for (sal_Int32 row = 0; row < rows.getLength(); ++row)
    {
        const Sequence<Any>& cells = rows.getConstArray()[row];
        auto& read = grid.emplace_back();
        read.reserve(static_cast<std::size_t>(cells.getLength()));
        for (sal_Int32 i = 0; i < cells.getLength(); ++i)
            read.push_back(cellOf(cells.getConstArray()[i]));
    }
    takeDates(range, grid);
    return grid;
}

} // namespace

std::optional<ImportSource> readImportSource(const Reference<css::frame::XController>& controller)
{
    const Reference<css::view::XSelectionSupplier> selection(controller, UNO_QUERY_THROW);
    const Reference<XSheetCellRange> selected(selection->getSelection(), UNO_QUERY);
    if (!selected.is())
        return std::nullopt;
    const auto sheet = selected->getSpreadsheet();
    const auto address = tableAddress(selected);
    if (address.EndRow <= address.StartRow || address.EndColumn < address.StartColumn)
        return std::nullopt;
    const auto range = sheet->getCellRangeByPosition(address.StartColumn, address.StartRow,
                                                     address.EndColumn, address.EndRow);

    ImportSource source;
    source.firstRow = address.StartRow + 1;
    const auto columns =
        Reference<css::table::XColumnRowRange>(range, UNO_QUERY_THROW)->getColumns();
    for (sal_Int32 column = 0; column < columns->getCount(); ++column)
    {
        const Reference<css::container::XNamed> name(columns->getByIndex(column), UNO_QUERY_THROW);
        source.letters.push_back(toUtf8(name->getName()));
    }
    source.grid = readGrid(range);
    return source;
}

std::vector<ImportGrid> readOtherSheets(const Reference<css::frame::XController>& controller)
{
    const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(),
                                                               UNO_QUERY_THROW);
    const Reference<css::sheet::XSpreadsheet> active =
        Reference<css::sheet::XSpreadsheetView>(controller, UNO_QUERY_THROW)->getActiveSheet();
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    std::vector<ImportGrid> grids;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
    {
        const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const CellRangeAddress used = usedArea(sheet);
        if (sheet != active && used.EndRow > 0)
            grids.push_back(
                readGrid(sheet->getCellRangeByPosition(0, 0, used.EndColumn, used.EndRow)));
    }
    return grids;
}

} // namespace quartet
