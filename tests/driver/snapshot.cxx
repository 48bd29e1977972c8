/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "snapshot.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/XTitled.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XText.hpp>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::container::XIndexAccess;
using css::container::XNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

template <typename Type> Type property(const Reference<css::uno::XInterface>& of, const char* name)
{
    return Reference<XPropertySet>(of, UNO_QUERY_THROW)
        ->getPropertyValue(rtl::OUString::createFromAscii(name))
        .get<Type>();
}

std::string cellName(sal_Int32 column, sal_Int32 row)
{
    return static_cast<char>('A' + column) + std::to_string(row + 1);
}

void addCells(const std::string& sheet, const Reference<css::sheet::XSpreadsheet>& cells,
              Snapshot& taken)
{
    const Reference<css::sheet::XSheetCellCursor> cursor = cells->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const auto end =
        Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
    for (sal_Int32 row = 0; row <= end.EndRow; ++row)
        for (sal_Int32 column = 0; column <= end.EndColumn; ++column)
        {
            const auto cell = cells->getCellByPosition(column, row);
            const std::string at = sheet + " " + cellName(column, row) + ": ";
            const auto shown = Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString();
            if (!shown.isEmpty())
                taken.texts.insert(at + toUtf8(shown));
            const auto validation = property<Reference<XPropertySet>>(cell, "Validation");
            const auto type = property<css::sheet::ValidationType>(validation, "Type");
            if (type != css::sheet::ValidationType_ANY)
                taken.choices.insert(
                    at + std::to_string(static_cast<int>(type)) + " "
                    + toUtf8(Reference<css::sheet::XSheetCondition>(validation, UNO_QUERY_THROW)
                                 ->getFormula1()));
        }
}

/// The colours of the style that a condition lays over a cell.
std::string colours(const Spreadsheet& document, const rtl::OUString& style)
{
    const Reference<css::style::XStyleFamiliesSupplier> families(document.document(),
                                                                 UNO_QUERY_THROW);
    const Reference<XNameAccess> styles(families->getStyleFamilies()->getByName("CellStyles"),
                                        UNO_QUERY_THROW);
    const Reference<css::uno::XInterface> found(styles->getByName(style), UNO_QUERY_THROW);
    return std::to_string(property<sal_Int32>(found, "CharColor")) + " on "
           + std::to_string(property<sal_Int32>(found, "CellBackColor"));
}

void addFormats(const std::string& sheet, const Spreadsheet& document,
                const Reference<css::sheet::XSpreadsheet>& cells, Snapshot& taken)
{
    const auto formats =
        property<Reference<css::sheet::XConditionalFormats>>(cells, "ConditionalFormats");
    if (!formats.is())
        return;
    const auto all = formats->getConditionalFormats();
    for (sal_Int32 i = 0; i < all.getLength(); ++i)
    {
        const auto& format = all.getConstArray()[i];
        const auto range = property<Reference<css::sheet::XSheetCellRanges>>(format, "Range")
                               ->getRangeAddressesAsString();
        for (sal_Int32 j = 0; j < format->getCount(); ++j)
        {
            const Reference<css::uno::XInterface> condition(format->getByIndex(j), UNO_QUERY_THROW);
            taken.formats.insert(
                sheet + " " + toUtf8(range) + ": "
                + toUtf8(property<rtl::OUString>(condition, "Formula1")) + ": "
                + colours(document, property<rtl::OUString>(condition, "StyleName")));
        }
    }
}

std::string title(const Reference<css::uno::XInterface>& chart)
{
    const auto object = Reference<css::chart2::XTitled>(chart, UNO_QUERY_THROW)->getTitleObject();
    std::string text;
    if (object.is())
    {
        const auto parts = object->getText();
        for (sal_Int32 i = 0; i < parts.getLength(); ++i)
            text += toUtf8(parts.getConstArray()[i]->getString());
    }
    return text;
}

/// A sequence's place and its numbers, empty ones left out.
std::string numbers(const Reference<css::chart2::data::XDataSequence>& sequence)
{
    std::string text = toUtf8(sequence->getSourceRangeRepresentation());
    const Sequence<Any> values = sequence->getData();
    for (sal_Int32 i = 0; i < values.getLength(); ++i)
    {
        double number = 0;
        if (values.getConstArray()[i] >>= number)
            text += " " + std::to_string(number);
    }
    return text;
}

void addChart(const std::string& sheet, const Reference<css::chart2::XChartDocument>& chart,
              Snapshot& taken)
{
    const std::string name = sheet + " " + title(chart) + ": ";
    taken.charts.insert(name);
    const auto systems = Reference<css::chart2::XCoordinateSystemContainer>(
                             chart->getFirstDiagram(), UNO_QUERY_THROW)
                             ->getCoordinateSystems();
    for (sal_Int32 i = 0; i < systems.getLength(); ++i)
    {
        const auto types =
            Reference<css::chart2::XChartTypeContainer>(systems.getConstArray()[i], UNO_QUERY_THROW)
                ->getChartTypes();
        for (sal_Int32 j = 0; j < types.getLength(); ++j)
        {
            const auto& type = types.getConstArray()[j];
            const auto series = Reference<css::chart2::XDataSeriesContainer>(type, UNO_QUERY_THROW)
                                    ->getDataSeries();
            for (sal_Int32 k = 0; k < series.getLength(); ++k)
            {
                const auto sequences = Reference<css::chart2::data::XDataSource>(
                                           series.getConstArray()[k], UNO_QUERY_THROW)
                                           ->getDataSequences();
                for (sal_Int32 l = 0; l < sequences.getLength(); ++l)
                    taken.charts.insert(name + toUtf8(type->getChartType()) + " "
                                        + numbers(sequences.getConstArray()[l]->getValues()));
            }
        }
    }
}

void addCharts(const std::string& sheet, const Reference<css::sheet::XSpreadsheet>& cells,
               Snapshot& taken)
{
    const auto charts =
        Reference<css::table::XTableChartsSupplier>(cells, UNO_QUERY_THROW)->getCharts();
    const Sequence<rtl::OUString> names = charts->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        const Reference<css::document::XEmbeddedObjectSupplier> object(
            charts->getByName(names.getConstArray()[i]), UNO_QUERY_THROW);
        addChart(
            sheet,
            Reference<css::chart2::XChartDocument>(object->getEmbeddedObject(), UNO_QUERY_THROW),
            taken);
    }
}

/// @param index of the sheet
void addPictures(const std::string& sheet, const Spreadsheet& document, sal_Int32 index,
                 Snapshot& taken)
{
    const Reference<css::drawing::XDrawPagesSupplier> pages(document.document(), UNO_QUERY_THROW);
    const Reference<XIndexAccess> shapes(pages->getDrawPages()->getByIndex(index), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < shapes->getCount(); ++i)
    {
        const Reference<css::uno::XInterface> shape(shapes->getByIndex(i), UNO_QUERY_THROW);
        const auto text = property<rtl::OUString>(shape, "Description");
        if (!text.isEmpty())
            taken.pictures.insert(sheet + " " + toUtf8(text));
    }
}

} // namespace

Snapshot snapshot(const Spreadsheet& document)
{
    Snapshot taken;
    const Reference<XIndexAccess> sheets(document.document()->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
    {
        const auto cells = document.sheet(i);
        const std::string sheet =
            toUtf8(Reference<css::container::XNamed>(cells, UNO_QUERY_THROW)->getName());
        addCells(sheet, cells, taken);
        addFormats(sheet, document, cells, taken);
        addCharts(sheet, cells, taken);
        addPictures(sheet, document, i, taken);
    }
    return taken;
}

} // namespace quartet
