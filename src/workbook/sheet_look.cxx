/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/sheet_look.hxx"

#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XSheetOutline.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/TableOrientation.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <cctype>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::table::XColumnRowRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void set(const Reference<css::uno::XInterface>& object, const Properties& properties)
{
    const Reference<XPropertySet> all(object, UNO_QUERY_THROW);
    for (const auto& [name, value] : properties)
        all->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

Reference<css::uno::XInterface> columnOf(const Reference<XSpreadsheet>& sheet, sal_Int32 column)
{
    const auto columns = Reference<XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
    return Reference<css::uno::XInterface>(columns->getByIndex(column), UNO_QUERY_THROW);
}

} // namespace

void setText(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row,
             const std::string& text)
{
    Reference<css::text::XText>(sheet->getCellByPosition(column, row), UNO_QUERY_THROW)
        ->setString(fromUtf8(text));
}

void setFormula(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row,
                const rtl::OUString& formula)
{
    sheet->getCellByPosition(column, row)->setFormula(formula);
}

void look(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row,
          sal_Int32 lastColumn, sal_Int32 lastRow, const Properties& properties)
{
    set(sheet->getCellRangeByPosition(column, row, lastColumn, lastRow), properties);
}

void lookAsHead(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row,
                sal_Int32 lastColumn, sal_Int32 lastRow)
{
    look(sheet, column, row, lastColumn, lastRow,
         { { "CellBackColor", Any(headColour) },
           { "CharWeight", Any(bold) },
           { "IsTextWrapped", Any(true) } });
}

void lookAsInput(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row,
                 sal_Int32 lastColumn, sal_Int32 lastRow)
{
    look(sheet, column, row, lastColumn, lastRow, { { "CellBackColor", Any(inputColour) } });
}

void makeCellStyle(const Reference<XSpreadsheetDocument>& document, const rtl::OUString& name,
                   const Properties& properties)
{
    const Reference<css::container::XNameContainer> styles(
        Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)
            ->getStyleFamilies()
            ->getByName("CellStyles"),
        UNO_QUERY_THROW);
    if (styles->hasByName(name))
        return;
    const Reference<css::uno::XInterface> style =
        Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
            ->createInstance("com.sun.star.style.CellStyle");
    styles->insertByName(name, Any(style));
    set(style, properties);
}

void setWidth(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 width)
{
    set(columnOf(sheet, column), { { "Width", Any(width) } });
}

void hideRow(const Reference<XSpreadsheet>& sheet, sal_Int32 row)
{
    const auto rows = Reference<XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows();
    set(Reference<css::uno::XInterface>(rows->getByIndex(row), UNO_QUERY_THROW),
        { { "IsVisible", Any(false) } });
}

void hideColumn(const Reference<XSpreadsheet>& sheet, sal_Int32 column)
{
    set(columnOf(sheet, column), { { "IsVisible", Any(false) } });
}

void foldColumns(const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last)
{
    css::table::CellRangeAddress range;
    range.Sheet = usedArea(sheet).Sheet;
    range.StartColumn = first;
    range.EndColumn = last;
    const Reference<css::sheet::XSheetOutline> outline(sheet, UNO_QUERY_THROW);
    outline->group(range, css::table::TableOrientation_COLUMNS);
    outline->hideDetail(range);
}

void setValidation(const Reference<css::table::XCellRange>& cells, const Properties& properties)
{
    const Reference<XPropertySet> all(cells, UNO_QUERY_THROW);
    const Reference<XPropertySet> validation(all->getPropertyValue("Validation"), UNO_QUERY_THROW);
    set(validation, properties);
    all->setPropertyValue("Validation", Any(validation));
}

Properties inputHelp(const std::string& title, const std::string& text)
{
    return { { "ShowInputMessage", Any(true) },
             { "InputTitle", Any(fromUtf8(title)) },
             { "InputMessage", Any(fromUtf8(text)) } };
}

Reference<XSpreadsheet> appendSheet(const Reference<XSpreadsheetDocument>& document,
                                    const rtl::OUString& name)
{
    const auto sheets = document->getSheets();
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    sheets->insertNewByName(name, static_cast<sal_Int16>(count));
    return Reference<XSpreadsheet>(sheets->getByName(name), UNO_QUERY_THROW);
}

rtl::OUString columnLetters(sal_Int32 column)
{
    constexpr sal_Int32 letters = 26;
    rtl::OUString name;
    for (sal_Int32 rest = column; rest >= 0; rest = rest / letters - 1)
        name = rtl::OUString(static_cast<sal_Unicode>('A' + rest % letters)) + name;
    return name;
}

rtl::OUString fixedCellName(sal_Int32 column, sal_Int32 row)
{
    return "$" + columnLetters(column) + "$" + rtl::OUString::number(row + 1);
}

rtl::OUString newSheetName(const Reference<XSpreadsheetDocument>& document, const std::string& wish)
{
    constexpr sal_Int32 longest = 28; // of 31 that Excel reads, with a number behind
    rtl::OUString name;
    const rtl::OUString wished = fromUtf8(wish).trim();
    for (sal_Int32 i = 0; i < wished.getLength() && name.getLength() < longest;)
    {
        const sal_uInt32 sign = wished.iterateCodePoints(&i);
        const bool isForbidden =
            sign < 0x20 || rtl::OUString("[]*?:/\\'").indexOf(static_cast<sal_Unicode>(sign)) >= 0;
        name += isForbidden ? rtl::OUString(" ") : rtl::OUString(&sign, 1);
    }
    name = name.trim();
    if (name.isEmpty())
        name = "1";
    const auto sheets = document->getSheets();
    rtl::OUString unique = name;
    for (int number = 2; sheets->hasByName(unique); ++number)
        unique = name + " " + rtl::OUString::number(number);
    return unique;
}

rtl::OUString quotedSheet(const rtl::OUString& name)
{
    return "$'" + name.replaceAll("'", "''") + "'";
}

std::string nutrientName(const Words& words, const Nutrient& nutrient)
{
    const std::string id = "nutrient." + nutrient.tag;
    if (words.has(id))
        return words.text(id);
    std::string name = nutrient.name;
    name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    return name;
}

} // namespace quartet
