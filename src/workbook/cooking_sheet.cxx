/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/cooking_sheet.hxx"

#include "nutrition/language.hxx"
#include "workbook/registry.hxx"
#include "workbook/sheet_look.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// The workbook's name for the factors, tagnames above them: documents store it.
const rtl::OUString factorsName("QuartetCooking");

/// The rows of the sheet, counted from 0.
enum Rows : sal_Int32
{
    titleRow,
    sourceRow,
    noteRow,
    namesRow,
    tagsRow,
    firstRow
};

/// So many rows are left for a person's own.
constexpr sal_Int32 freeRows = 40;
constexpr sal_Int32 nameWidth = 9500;
constexpr sal_Int32 factorWidth = 2200;

Reference<css::sheet::XNamedRanges> namesOf(const Reference<XSpreadsheetDocument>& document)
{
    return { Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)
                 ->getPropertyValue("NamedRanges"),
             UNO_QUERY_THROW };
}

/// The cells of that name; an empty reference where there are none.
Reference<css::table::XCellRange> findFactors(const Reference<XSpreadsheetDocument>& document)
{
    const auto names = namesOf(document);
    if (!names->hasByName(factorsName))
        return {};
    const Reference<css::sheet::XCellRangeReferrer> referrer(names->getByName(factorsName),
                                                             UNO_QUERY_THROW);
    return referrer->getReferredCells();
}

void write(const Reference<XSpreadsheet>& sheet, const RetentionTable& table,
           const NutrientTable& nutrients, const std::string& language, const Words& words)
{
    const auto columns = static_cast<sal_Int32>(table.nutrients().size());
    const auto count = static_cast<sal_Int32>(table.rows().size());
    setText(sheet, 0, titleRow, words.text("cooking.title"));
    setText(sheet, 0, sourceRow, words.text("cooking.source"));
    setText(sheet, 0, noteRow, words.text("cooking.note"));
    setText(sheet, 0, namesRow, words.text("cooking.names"));
    for (sal_Int32 i = 0; i < columns; ++i)
    {
        const Nutrient& nutrient = nutrients[table.nutrients()[static_cast<std::size_t>(i)]];
        setText(sheet, i + 1, namesRow, nutrientName(words, nutrient) + " (%)");
        setText(sheet, i + 1, tagsRow, nutrient.tag);
    }
    Sequence<Sequence<Any>> rows(count);
    for (sal_Int32 i = 0; i < count; ++i)
    {
        const Retention& retention = table.rows()[static_cast<std::size_t>(i)];
        Sequence<Any>& cells = rows.getArray()[i];
        cells.realloc(columns + 1);
        cells.getArray()[0] <<= fromUtf8(retention.name(language));
        for (sal_Int32 j = 0; j < columns; ++j)
        {
            const auto& percent = retention.percent[static_cast<std::size_t>(j)];
            cells.getArray()[j + 1] = percent ? Any(*percent) : Any(rtl::OUString());
        }
    }
    Reference<css::sheet::XCellRangeData>(
        sheet->getCellRangeByPosition(0, firstRow, columns, firstRow + count - 1), UNO_QUERY_THROW)
        ->setDataArray(rows);
    look(sheet, 0, titleRow, 0, titleRow, { { "CharWeight", Any(bold) } });
    lookAsHead(sheet, 0, namesRow, columns, namesRow);
    setWidth(sheet, 0, nameWidth);
    for (sal_Int32 i = 1; i <= columns; ++i)
        setWidth(sheet, i, factorWidth);
    hideRow(sheet, tagsRow);
}

void add(const Reference<XComponentContext>& context,
         const Reference<XSpreadsheetDocument>& document)
{
    const auto registry = Registry::shared(context);
    const auto data = registry->data();
    const auto table = registry->retention();
    const Words& words = officeWords(context);
    const rtl::OUString name = newSheetName(document, words.text("cooking.sheet"));
    const auto sheet = appendSheet(document, name);
    write(sheet, *table, data->nutrients,
          parseLanguage(toUtf8(officeLanguage(context))).value_or("en"), words);
    const auto last = static_cast<sal_Int32>(table->nutrients().size());
    const auto lastRow = firstRow + static_cast<sal_Int32>(table->rows().size()) + freeRows;
    namesOf(document)->addNewByName(factorsName,
                                    quotedSheet(name) + "." + fixedCellName(0, tagsRow) + ":"
                                        + fixedCellName(last, lastRow),
                                    {}, 0);
}

} // namespace

CookingFactors cookingFactorsOf(const Reference<XComponentContext>& context,
                                const Reference<XSpreadsheetDocument>& document)
{
    auto cells = findFactors(document);
    if (!cells.is())
    {
        add(context, document);
        cells = findFactors(document);
    }
    const auto area =
        Reference<css::sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Reference<css::container::XNamed> sheet(sheets->getByIndex(area.Sheet), UNO_QUERY_THROW);
    const auto column = [&](sal_Int32 place) {
        return quotedSheet(sheet->getName()) + "." + fixedCellName(place, area.StartRow + 1) + ":"
               + fixedCellName(place, area.EndRow);
    };
    CookingFactors factors{ column(area.StartColumn), {} };
    for (sal_Int32 i = area.StartColumn + 1; i <= area.EndColumn; ++i)
    {
        const std::string tag =
            toUtf8(cells->getCellByPosition(i - area.StartColumn, 0)->getFormula());
        if (!tag.empty())
            factors.columns.emplace(tag, column(i));
    }
    return factors;
}

} // namespace quartet
