/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/our_cells.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XFormulaQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheetDocument;
using css::table::CellRangeAddress;
using css::table::XCellRange;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

using Visit = std::function<bool(const CellPlace&, const rtl::OUString&)>;

/// So many rows' formulas are held at a time.
constexpr sal_Int32 rowsAtOnce = 1000;

/// Calc compares each formula with each range: more than these take seconds.
constexpr sal_Int32 mostRanges = 500;

/// @returns whether to go on
bool visitRange(const Reference<XCellRange>& sheet, const CellRangeAddress& range,
                const Visit& visit)
{
    for (sal_Int32 top = range.StartRow; top <= range.EndRow; top += rowsAtOnce)
    {
        const Reference<css::sheet::XCellRangeFormula> part(
            sheet->getCellRangeByPosition(range.StartColumn, top, range.EndColumn,
                                          std::min(range.EndRow, top + rowsAtOnce - 1)),
            UNO_QUERY_THROW);
        const auto rows = part->getFormulaArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
        {
            const Sequence<rtl::OUString>& columns = rows.getConstArray()[row];
            for (sal_Int32 column = 0; column < columns.getLength(); ++column)
                if (!visit({ range.Sheet, top + row, range.StartColumn + column },
                           columns.getConstArray()[column]))
                    return false;
        }
    }
    return true;
}

} // namespace

void visitFormulas(const Reference<XSpreadsheetDocument>& document, const Visit& visit)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
    {
        const Reference<XCellRange> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const auto ranges =
            Reference<css::sheet::XCellRangesQuery>(sheet, UNO_QUERY_THROW)
                ->queryContentCells(static_cast<sal_Int16>(css::sheet::CellFlags::FORMULA))
                ->getRangeAddresses();
        for (sal_Int32 range = 0; range < ranges.getLength(); ++range)
            if (!visitRange(sheet, ranges.getConstArray()[range], visit))
                return;
    }
}

bool callsUs(const rtl::OUString& formula)
{
    return formula.toAsciiUpperCase().indexOf("ORG.QUARTET.NUTRITION.") >= 0;
}

bool holdsOurCalls(const Reference<XSpreadsheetDocument>& document)
{
    bool found = false;
    visitFormulas(document, [&found](const CellPlace&, const rtl::OUString& formula) {
        found = callsUs(formula);
        return !found;
    });
    return found;
}

std::set<CellPlace> dependents(const Reference<XSpreadsheetDocument>& document,
                               const std::set<CellPlace>& cells)
{
    std::set<CellPlace> all = cells;
    if (cells.empty())
        return all;
    const Reference<css::sheet::XSheetCellRangeContainer> container(
        Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
            ->createInstance("com.sun.star.sheet.SheetCellRanges"),
        UNO_QUERY_THROW);
    Sequence<CellRangeAddress> addresses(static_cast<sal_Int32>(cells.size()));
    CellRangeAddress* address = addresses.getArray();
    for (const CellPlace& cell : cells)
        *address++ = CellRangeAddress(static_cast<sal_Int16>(cell.sheet), cell.column, cell.row,
                                      cell.column, cell.row);
    container->addRangeAddresses(addresses, true);
    if (container->getRangeAddresses().getLength() > mostRanges)
        return all;
    const auto ranges = Reference<css::sheet::XFormulaQuery>(container, UNO_QUERY_THROW)
                            ->queryDependents(true)
                            ->getRangeAddresses();
    for (sal_Int32 i = 0; i < ranges.getLength(); ++i)
    {
        const CellRangeAddress& range = ranges.getConstArray()[i];
        for (sal_Int32 row = range.StartRow; row <= range.EndRow; ++row)
            for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                all.insert({ range.Sheet, row, column });
    }
    return all;
}

} // namespace quartet
