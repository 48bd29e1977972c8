/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/own_foods_sheet.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "workbook/registry.hxx"
#include "workbook/sheet_look.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
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
constexpr std::string_view english = "en";

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
        case OwnField::Per:
            return { 2800, true, "own.note.per" };
        case OwnField::Weight:
            return { 2400, false, "own.note.weight" };
        case OwnField::Aliases:
            return { 3500, true, "own.note.aliases" };
        case OwnField::Group:
            return { 3500, true, nullptr };
        case OwnField::Portions:
            return { 3500, true, "own.note.portions" };
        case OwnField::Source:
            return { 5000, true, "own.note.source" };
        case OwnField::Check:
            return { 6500, false, "own.note.check" };
        case OwnField::Nutrient:
        case OwnField::Other:
            break;
    }
    return { 2700, false, nullptr };
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
}

/// What figures are most often for: anything else may be typed too.
Properties choices(const Words& words)
{
    const std::string all = words.text("own.per.choices");
    std::string list;
    for (const std::string_view each : split(all, ";"))
        list.append(list.empty() ? "\"" : ";\"").append(each).append("\"");
    return { { "Type", Any(css::sheet::ValidationType_LIST) },
             { "Formula1", Any(fromUtf8(list)) },
             { "ShowErrorMessage", Any(false) } };
}

void format(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns, const Words& words,
            sal_Int32 texts)
{
    const auto all = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
    for (std::size_t i = 0; i < columns.all().size(); ++i)
    {
        const OwnColumn& own = columns.all()[i];
        const auto place = static_cast<sal_Int32>(i);
        Look look = lookOf(own.field);
        if (own.field == OwnField::Nutrient)
            look.note = "own.note.figures";
        const Reference<XPropertySet> column(all->getByIndex(place), UNO_QUERY_THROW);
        column->setPropertyValue("Width", Any(look.width));
        if (look.text)
            column->setPropertyValue("NumberFormat", Any(texts));
        if (own.field == OwnField::Check)
            column->setPropertyValue("IsTextWrapped", Any(true));
        if (look.note)
            setValidation(sheet->getCellRangeByPosition(place, 0, place, 0),
                          inputHelp(own.header, words.text(look.note)));
        if (own.field == OwnField::Per)
            setValidation(sheet->getCellRangeByPosition(place, 1, place, checkedRows),
                          choices(words));
    }
}

/// Columns of figures that few labels have wait behind a "+".
void hideRare(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns,
              const LabelRules& rules)
{
    const auto isShown = [&rules](const OwnColumn& own) {
        return own.field != OwnField::Nutrient
               || std::any_of(rules.columns().begin(), rules.columns().end(),
                              [&own](const LabelColumn& each) {
                                  return each.shown && each.header == own.header;
                              });
    };
    const auto& all = columns.all();
    for (std::size_t first = 0; first < all.size(); ++first)
    {
        if (isShown(all[first]))
            continue;
        std::size_t last = first;
        while (last + 1 < all.size() && !isShown(all[last + 1]))
            ++last;
        foldColumns(sheet, static_cast<sal_Int32>(first), static_cast<sal_Int32>(last));
        first = last;
    }
}

/// A food as its label would be typed.
void writeExample(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns,
                  const LabelRules& rules, const Words& words)
{
    for (std::size_t i = 0; i < columns.all().size(); ++i)
    {
        const OwnColumn& own = columns.all()[i];
        std::string text;
        if (own.field == OwnField::Name)
            text = words.text("own.example.name");
        else if (own.field == OwnField::Per)
            text = words.text("own.example.per");
        else if (own.field == OwnField::Weight)
            text = words.text("own.example.weight");
        else if (own.field == OwnField::Source)
            text = words.text("own.example.source");
        for (const LabelColumn& column : rules.columns())
            if (own.field == OwnField::Nutrient && column.header == own.header)
                text = column.example;
        const auto cell = sheet->getCellByPosition(static_cast<sal_Int32>(i), 1);
        if (const auto number = parseNumber(text); number && own.field != OwnField::Name)
            cell->setValue(*number);
        else if (!text.empty())
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(text));
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
                                        const Reference<XSpreadsheetDocument>& document,
                                        FirstRow first)
{
    if (auto sheet = findOwnFoodsSheet(document); sheet.is())
        return sheet;
    const auto data = Registry::shared(context)->data();
    const auto rules = Registry::shared(context)->labelRules();
    const Words& words = officeWords(context);
    const auto headers = ownHeaders(data->nutrients, rules.get());

    const UndoStep step(document, fromUtf8(words.text("own.undo")));
    const auto sheets = document->getSheets();
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    sheets->insertNewByName(fromUtf8(ownFoodsSheet), static_cast<sal_Int16>(count));
    const auto sheet = findOwnFoodsSheet(document);
    const auto last = static_cast<sal_Int32>(headers.size()) - 1;
    writeHeaders(sheet->getCellRangeByPosition(0, 0, last, 0), headers);
    lookAsHead(sheet, 0, 0, last, 0);
    const OwnColumns columns = ownColumnsOf(context, sheet);
    format(sheet, columns, words, textFormat(document));
    if (first == FirstRow::Example)
        writeExample(sheet, columns, *rules, words);
    fillOwnFoodsCheck(context, sheet, 1, checkedRows);
    if (const auto check = columns.find(OwnField::Check))
        markWrongNames(document, sheet, static_cast<sal_Int32>(*check), checkedRows);
    hideRare(sheet, columns, *rules);
    return sheet;
}

OwnColumns ownColumnsOf(const Reference<XComponentContext>& context,
                        const Reference<XSpreadsheet>& sheet)
{
    const auto registry = Registry::shared(context);
    const auto data = registry->data();
    return { headersOf(sheet), data->nutrients, data->units,
             [registry] { return registry->labelRules(); } };
}

sal_Int32 firstFreeRow(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns)
{
    const auto name = static_cast<sal_Int32>(columns.find(OwnField::Name).value_or(0));
    const auto last = std::max<sal_Int32>(usedArea(sheet).EndRow, 1);
    const auto rows = Reference<css::sheet::XCellRangeData>(
                          sheet->getCellRangeByPosition(name, 0, name, last), UNO_QUERY_THROW)
                          ->getDataArray();
    sal_Int32 row = rows.getLength();
    const auto isEmpty = [&rows](sal_Int32 place) {
        rtl::OUString text;
        return (rows.getConstArray()[place].getConstArray()[0] >>= text) && text.isEmpty();
    };
    while (row > 1 && isEmpty(row - 1))
        --row;
    return row;
}

void fillOwnFoodsCheck(const Reference<XComponentContext>& context,
                       const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last)
{
    const OwnColumns columns = ownColumnsOf(context, sheet);
    const auto found = columns.find(OwnField::Check);
    const auto width = static_cast<sal_Int32>(columns.all().size());
    if (!found || width < 2 || first > last)
        return;
    // The cells on that side of it which has more: it can't be told of itself.
    const auto column = static_cast<sal_Int32>(*found);
    const bool isBehind = column > width / 2;
    const rtl::OUString row = rtl::OUString::number(first + 1);
    const rtl::OUString begin = columnName(sheet, isBehind ? 0 : column + 1) + row;
    const rtl::OUString end = columnName(sheet, isBehind ? column - 1 : width - 1) + row;
    const std::string language =
        parseLanguage(toUtf8(officeLanguage(context))).value_or(std::string(english));
    const auto check = sheet->getCellByPosition(column, first);
    check->setFormula(
        "=FOOD_CHECK(" + begin + ":" + end
        + (language == english ? rtl::OUString(")") : fromUtf8(";\"" + language + "\")")));
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
