/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/own_foods_sheet.hxx"

#include "nutrition/own_columns.hxx"
#include "workbook/registry.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// As many rows of a new sheet are checked: more than a person types.
constexpr sal_Int32 checkedRows = 300;
constexpr sal_Int32 headColour = 0x1f4e5f;
constexpr sal_Int32 headTextColour = 0xffffff;

struct Look
{
    sal_Int32 width;  ///< 1/100 mm
    bool text;        ///< what is typed stays a text: "1-2" is no date
    const char* note; ///< the id of the words about it, or nullptr
};

Look lookOf(OwnField field)
{
    switch (field)
    {
        case OwnField::Name:
            return { 4500, true, "own.note.name" };
        case OwnField::Aliases:
            return { 3500, true, "own.note.aliases" };
        case OwnField::Group:
            return { 3500, true, nullptr };
        case OwnField::Portions:
            return { 3500, true, "own.note.portions" };
        case OwnField::Source:
            return { 5000, true, "own.note.source" };
        case OwnField::Check:
            return { 9000, false, "own.note.check" };
        case OwnField::Nutrient:
        case OwnField::Other:
            break;
    }
    return { 2800, false, nullptr };
}

sal_Int32 textFormat(const Reference<XSpreadsheetDocument>& document)
{
    const auto formats =
        Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats();
    return Reference<css::util::XNumberFormatTypes>(formats, UNO_QUERY_THROW)
        ->getStandardFormat(css::util::NumberFormat::TEXT, {});
}

std::vector<std::string> headersOf(const Reference<XSpreadsheet>& sheet)
{
    const auto used = usedArea(sheet);
    const auto rows = Reference<css::sheet::XCellRangeData>(
                          sheet->getCellRangeByPosition(0, 0, used.EndColumn, 0), UNO_QUERY_THROW)
                          ->getDataArray();
    std::vector<std::string> headers;
    const Sequence<Any>& cells = rows.getConstArray()[0];
    for (sal_Int32 i = 0; i < cells.getLength(); ++i)
    {
        rtl::OUString header;
        cells.getConstArray()[i] >>= header;
        headers.push_back(toUtf8(header));
    }
    return headers;
}

rtl::OUString columnName(const Reference<XSpreadsheet>& sheet, sal_Int32 column)
{
    const auto columns =
        Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
    return Reference<css::container::XNamed>(columns->getByIndex(column), UNO_QUERY_THROW)
        ->getName();
}

css::beans::PropertyValue property(const char* name, const Any& value)
{
    return { rtl::OUString::createFromAscii(name), -1, value,
             css::beans::PropertyState_DIRECT_VALUE };
}

void writeHeaders(const Reference<XCellRange>& head, const std::vector<std::string>& headers)
{
    Sequence<Any> cells(static_cast<sal_Int32>(headers.size()));
    std::transform(headers.begin(), headers.end(), cells.getArray(),
                   [](const std::string& header) { return Any(fromUtf8(header)); });
    Reference<css::sheet::XCellRangeData>(head, UNO_QUERY_THROW)->setDataArray({ &cells, 1 });
    const Reference<XPropertySet> look(head, UNO_QUERY_THROW);
    look->setPropertyValue("CellBackColor", Any(headColour));
    look->setPropertyValue("CharColor", Any(headTextColour));
    look->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
    look->setPropertyValue("IsTextWrapped", Any(true));
}

void writeNote(const Reference<XSpreadsheet>& sheet, sal_Int32 column, const std::string& note)
{
    const Reference<css::sheet::XCellAddressable> cell(sheet->getCellByPosition(column, 0),
                                                       UNO_QUERY_THROW);
    Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)
        ->getAnnotations()
        ->insertNew(cell->getCellAddress(), fromUtf8(note));
}

void format(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns, const Words& words,
            sal_Int32 texts)
{
    const auto all = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
    bool figures = false; // were met
    for (std::size_t i = 0; i < columns.all().size(); ++i)
    {
        const OwnField field = columns.all()[i].field;
        const auto place = static_cast<sal_Int32>(i);
        Look look = lookOf(field);
        if (field == OwnField::Nutrient && !figures)
            look.note = "own.note.figures";
        figures = figures || field == OwnField::Nutrient;
        const Reference<XPropertySet> column(all->getByIndex(place), UNO_QUERY_THROW);
        column->setPropertyValue("Width", Any(look.width));
        if (look.text)
            column->setPropertyValue("NumberFormat", Any(texts));
        if (look.note)
            writeNote(sheet, place, words.text(look.note));
    }
}

/// Shows the name of a row in which something is wrong in the office's style for that.
void markWrongNames(const Reference<XSpreadsheetDocument>& document,
                    const Reference<XSpreadsheet>& sheet, sal_Int32 checkColumn, sal_Int32 lastRow)
{
    const rtl::OUString style("Bad");
    const Reference<css::container::XNameAccess> styles(
        Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)
            ->getStyleFamilies()
            ->getByName("CellStyles"),
        UNO_QUERY_THROW);
    if (!styles->hasByName(style))
        return;
    const auto names = sheet->getCellRangeByPosition(0, 1, 0, lastRow);
    const auto first =
        Reference<css::sheet::XCellAddressable>(names->getCellByPosition(0, 0), UNO_QUERY_THROW)
            ->getCellAddress();
    const std::array entry{
        property("Operator", Any(css::sheet::ConditionOperator_FORMULA)),
        property("Formula1", Any("LEN($" + columnName(sheet, checkColumn) + "2)>0")),
        property("StyleName", Any(style)),
        property("SourcePosition", Any(first)),
    };
    const Reference<XPropertySet> look(names, UNO_QUERY_THROW);
    const Reference<css::sheet::XSheetConditionalEntries> entries(
        look->getPropertyValue("ConditionalFormat"), UNO_QUERY_THROW);
    entries->addNew({ entry.data(), static_cast<sal_Int32>(entry.size()) });
    look->setPropertyValue("ConditionalFormat", Any(entries));
}

} // namespace

Reference<XSpreadsheet> findOwnFoodsSheet(const Reference<XSpreadsheetDocument>& document)
{
    const auto sheets = document->getSheets();
    const rtl::OUString name = fromUtf8(ownFoodsSheet);
    return sheets->hasByName(name)
               ? Reference<XSpreadsheet>(sheets->getByName(name), UNO_QUERY_THROW)
               : Reference<XSpreadsheet>();
}

Reference<XSpreadsheet> ownFoodsSheetOf(const Reference<XComponentContext>& context,
                                        const Reference<XSpreadsheetDocument>& document)
{
    if (auto sheet = findOwnFoodsSheet(document); sheet.is())
        return sheet;
    const auto data = Registry::shared(context)->data();
    const Words& words = officeWords(context);
    const auto headers = ownHeaders(data->nutrients);

    const UndoStep step(document, fromUtf8(words.text("own.undo")));
    const auto sheets = document->getSheets();
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    sheets->insertNewByName(fromUtf8(ownFoodsSheet), static_cast<sal_Int16>(count));
    const auto sheet = findOwnFoodsSheet(document);
    const auto last = static_cast<sal_Int32>(headers.size()) - 1;
    writeHeaders(sheet->getCellRangeByPosition(0, 0, last, 0), headers);
    format(sheet, OwnColumns(headers, data->nutrients, data->units), words, textFormat(document));
    fillOwnFoodsCheck(context, sheet, 1, checkedRows);
    markWrongNames(document, sheet, last, checkedRows);
    return sheet;
}

void fillOwnFoodsCheck(const Reference<XComponentContext>& context,
                       const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last)
{
    const auto data = Registry::shared(context)->data();
    const auto headers = headersOf(sheet);
    const auto found = OwnColumns(headers, data->nutrients, data->units).find(OwnField::Check);
    if (!found || headers.size() < 2 || first > last)
        return;
    // The cells before it, or where it stands first those behind it.
    const auto column = static_cast<sal_Int32>(*found);
    const rtl::OUString row = rtl::OUString::number(first + 1);
    const rtl::OUString begin = columnName(sheet, column == 0 ? 1 : 0) + row;
    const rtl::OUString end =
        columnName(sheet, column == 0 ? static_cast<sal_Int32>(headers.size()) - 1 : column - 1)
        + row;
    const auto check = sheet->getCellByPosition(column, first);
    check->setFormula("=FOOD_CHECK(" + begin + ":" + end + ")");
    Reference<css::sheet::XCellSeries>(sheet->getCellRangeByPosition(column, first, column, last),
                                       UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    // Hidden rows aren't filled.
    const auto formula = Reference<css::sheet::XFormulaTokens>(check, UNO_QUERY_THROW)->getTokens();
    for (sal_Int32 each = first + 1; each <= last; ++each)
    {
        const auto cell = sheet->getCellByPosition(column, each);
        if (cell->getType() != css::table::CellContentType_FORMULA)
            Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->setTokens(formula);
    }
}

void showOwnFoodsSheet(const Reference<css::frame::XController>& controller,
                       const Reference<XSpreadsheet>& sheet)
{
    const Reference<css::sheet::XSpreadsheetView> view(controller, UNO_QUERY_THROW);
    view->setActiveSheet(sheet);
    const Reference<css::sheet::XViewFreezable> panes(controller, UNO_QUERY_THROW);
    if (!panes->hasFrozenPanes())
        panes->freezeAtPosition(1, 1);
    Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)
        ->select(Any(sheet->getCellByPosition(0, 1)));
}

} // namespace quartet
