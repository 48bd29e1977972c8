/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How the sheets that we make are filled in and look.

#pragma once

#include "nutrition/nutrients.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quartet
{

inline const float bold = css::awt::FontWeight::BOLD;
// Light, and texts have no colour of their own: so the office chooses one that is read on them,
// on a dark page and in high contrast too, where it draws no such colours.
inline constexpr sal_Int32 headColour = 0xb9d6dd;
inline constexpr sal_Int32 inputColour = 0xfff8e1;

using Properties = std::vector<std::pair<const char*, css::uno::Any>>;

/// Columns and rows are counted from 0. A text is never taken for a formula or a number.
void setText(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
             sal_Int32 row, const std::string& text);
void setFormula(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
                sal_Int32 row, const rtl::OUString& formula);

void look(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
          sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow, const Properties& properties);
/// As the heads of columns.
void lookAsHead(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
                sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow);
/// As cells that a person fills in.
void lookAsInput(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
                 sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow);
/// A style of cells that the document may lack. One of that name stays as it is.
void makeCellStyle(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                   const rtl::OUString& name, const Properties& properties);
void setWidth(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
              sal_Int32 width);
void hideRow(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 row);
void hideColumn(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column);
/// Columns that wait behind a "+".
void foldColumns(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 first,
                 sal_Int32 last);
/// The cells' validation: a list, a message.
void setValidation(const css::uno::Reference<css::table::XCellRange>& cells,
                   const Properties& properties);
/// What to type, shown when one of the cells is chosen. No comment: that would bear a
/// person's name and the time.
Properties inputHelp(const std::string& title, const std::string& text);

/// A new sheet behind the others.
css::uno::Reference<css::sheet::XSpreadsheet>
appendSheet(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
            const rtl::OUString& name);

/// A sheet's name that no other bears, without the signs that no sheet may bear.
rtl::OUString newSheetName(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                           const std::string& wish);

/// A sheet's name as formulas write it, "$'Mum''s pie'".
rtl::OUString quotedSheet(const rtl::OUString& name);

/// "$B$3"
rtl::OUString fixedCellName(sal_Int32 column, sal_Int32 row);
/// "B"
rtl::OUString columnLetters(sal_Int32 column);

/// A nutrient's name in the office's language, in English where there is no other.
std::string nutrientName(const Words& words, const Nutrient& nutrient);

} // namespace quartet
