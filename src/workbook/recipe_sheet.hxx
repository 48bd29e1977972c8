/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Recipes: a sheet each, whose result is a food of the workbook.

#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/** Adds a sheet for a recipe behind the others, as one step to undo: its ingredients with
    amounts and ways to cook them, its yield, and what it holds. A row of "My foods" takes its name
    and its figures from there, so that every formula finds it by that name. All of it is
    formulas: a portable copy keeps them. The factors of cooking come along in a sheet of their own.
    @param name of the food; the sheet's is like it
    @returns the new sheet */
css::uno::Reference<css::sheet::XSpreadsheet>
addRecipe(const css::uno::Reference<css::uno::XComponentContext>& context,
          const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
          const std::string& name);

/// Makes it the sheet that the window shows, at its first ingredient, its heads staying in sight.
void showRecipe(const css::uno::Reference<css::frame::XController>& controller,
                const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

} // namespace quartet
