/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The factors of cooking as a sheet of a workbook.

#pragma once

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <map>
#include <string>

namespace quartet
{

/** Where a workbook's factors stand, as formulas refer to them. */
struct CookingFactors
{
    rtl::OUString names; ///< the ways to cook
    /// By tagname, the column of its percentages. What is in none has no factor.
    std::map<std::string, rtl::OUString> columns;
};

/** The workbook's sheet of factors, found by the name that it gave its cells; where there is
    none a new one behind the others, in the office's language. A person may add rows. */
CookingFactors
cookingFactorsOf(const css::uno::Reference<css::uno::XComponentContext>& context,
                 const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

} // namespace quartet
