/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/contents.hxx"

#include "workbook/cell_error.hxx"

#include <com/sun/star/sheet/XCellRangeData.hpp>

namespace quartet
{

using css::table::XCellRange;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Contents::Contents(const Reference<XCellRange>& cells)
    : m_rows(Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray())
{
    for (sal_Int32 row = 0; row < m_rows.getLength(); ++row)
        for (sal_Int32 column = 0; column < m_rows.getConstArray()[row].getLength(); ++column)
        {
            if (m_rows.getConstArray()[row].getConstArray()[column].hasValue())
                continue;
            m_rows.getArray()[row].getArray()[column] <<= rtl::OUString();
            const auto error = cells->getCellByPosition(column, row)->getError();
            m_errors.push_back(
                { column, row, "=" + rtl::OUString::createFromAscii(errorFormula(error)) });
        }
}

void Contents::writeTo(const Reference<XCellRange>& cells) const
{
    Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->setDataArray(m_rows);
    for (const Error& error : m_errors)
        cells->getCellByPosition(error.column, error.row)->setFormula(error.formula);
}

} // namespace quartet
