/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writing a diary as a plan into a sheet of its own.

#pragma once

#include "labels/import_diary.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// The plan of a diary by the foods that a workbook knows now, its own among them.
DiaryPlan planOfDiary(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                      const ImportReading& reading, const ImportRules& rules);

/** Adds a sheet behind the others: a row a day with its sums, below it a row an entry
    with date, meal, food, amount and nutrients; at the end what is not in the plan, and
    why. Everything that the diary says is a text. */
void writeDiary(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                const DiaryPlan& plan, const Words& words);

} // namespace quartet
