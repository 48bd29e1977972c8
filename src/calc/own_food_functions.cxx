/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The function over a row of the sheet "My foods".

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "workbook/arguments.hxx"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>

namespace quartet
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Any SAL_CALL Nutrition::foodCheck(const Reference<css::beans::XPropertySet>& document,
                                  const Reference<css::table::XCellRange>& row, const Any& language)
{
    return guarded([&] {
        if (!row.is())
            return cell(Problem::InvalidArgument);
        const auto place =
            Reference<css::sheet::XCellRangeAddressable>(row, UNO_QUERY_THROW)->getRangeAddress();
        const Reference<css::container::XNamed> sheet(
            Reference<css::sheet::XSheetCellRange>(row, UNO_QUERY_THROW)->getSpreadsheet(),
            UNO_QUERY_THROW);
        const auto words = languageArgument(language);
        const bool isOwn = sheet->getName().equalsIgnoreAsciiCase(fromUtf8(ownFoodsSheet));
        if (!words || !isOwn || place.StartRow != place.EndRow || place.StartRow == 0)
            return cell(Problem::InvalidArgument);
        return cell(m_workbooks->foodsForFormula(document).check(
            static_cast<std::size_t>(place.StartRow), *words));
    });
}

} // namespace quartet
