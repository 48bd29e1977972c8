/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writing imported foods into the sheet "My foods" of a workbook.

#pragma once

#include "labels/import_foods.hxx"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <string>
#include <vector>

namespace quartet
{

/// The names on a workbook's sheet "My foods", one a row from its second on.
std::vector<OwnFoodNames>
ownFoodNames(const css::uno::Reference<css::uno::XComponentContext>& context,
             const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

/// Whether the sheet "My foods" is there and refuses to be written to.
bool isOwnFoodsProtected(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

/** Writes foods into the sheet "My foods", which is made where it isn't there:
    names as texts, never as formulas, new foods below the others, new columns
    before "Check". In several steps to undo, that a caller makes one.
    @param done is told how many foods are written
    @returns the columns that can't be written, as their header there names
             another unit */
std::vector<std::string>
writeFoods(const css::uno::Reference<css::uno::XComponentContext>& context,
           const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
           const ImportOutcome& outcome, const std::function<void(std::size_t)>& done);

} // namespace quartet
