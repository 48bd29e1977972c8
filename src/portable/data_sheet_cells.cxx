/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/data_sheet.hxx"

#include "portable/data_sheet_layout.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/text/XText.hpp>

namespace quartet
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Reference<css::table::XCell> NutritionSheet::cell(sal_Int32 column, sal_Int32 row) const
{
    return m_sheet->getCellByPosition(column, row);
}

Reference<css::table::XCellRange> NutritionSheet::range(sal_Int32 column, sal_Int32 row,
                                                        sal_Int32 lastColumn,
                                                        sal_Int32 lastRow) const
{
    return m_sheet->getCellRangeByPosition(column, row, lastColumn, lastRow);
}

void NutritionSheet::setText(sal_Int32 column, sal_Int32 row, const std::string& text) const
{
    Reference<css::text::XText>(cell(column, row), UNO_QUERY_THROW)->setString(fromUtf8(text));
}

void NutritionSheet::setFormula(sal_Int32 column, sal_Int32 row, const std::string& formula) const
{
    cell(column, row)->setFormula(fromUtf8("=" + formula));
}

void NutritionSheet::setValue(sal_Int32 column, sal_Int32 row, const Any& value,
                              sal_Int32 error) const
{
    double number = 0;
    rtl::OUString text;
    if (error)
        setFormula(column, row, error == notAvailable ? "NA()" : "VALUE(\"?\")");
    else if (value >>= number)
        cell(column, row)->setValue(number);
    else if (value >>= text)
        setText(column, row, toUtf8(text));
}

void NutritionSheet::fillDown(sal_Int32 column, sal_Int32 row, sal_Int32 lastRow) const
{
    if (lastRow > row)
        Reference<css::sheet::XCellSeries>(range(column, row, column, lastRow), UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

} // namespace quartet
