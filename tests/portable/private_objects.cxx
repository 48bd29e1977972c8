/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What lies on a sheet or behind it: drawings, controls, objects, links and programs.

#include "private_ways.hxx"

#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/document/XEventsSupplier.hpp>
#include <com/sun/star/drawing/XControlShape.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/script/XLibraryContainer.hpp>
#include <com/sun/star/sheet/XAreaLinks.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::container::XNameContainer;

PropertyValue property(const char* name, const Any& value)
{
    PropertyValue made;
    made.Name = rtl::OUString::createFromAscii(name);
    made.Value = value;
    return made;
}

Reference<css::drawing::XShape> addShape(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::drawing::XShape> shape(
        made(document, "com.sun.star.drawing.RectangleShape"), UNO_QUERY_THROW);
    draw(document, shape);
    const Reference<css::text::XText> words(shape, UNO_QUERY_THROW);
    // What stands before and behind a stroke looks otherwise.
    const auto stroke = text.find('/');
    words->setString(fromUtf8(text.substr(0, stroke)));
    if (stroke == std::string::npos)
        return shape;
    const auto cursor = words->createTextCursor();
    cursor->gotoEnd(false);
    words->insertString(Reference<css::text::XTextRange>(cursor, UNO_QUERY_THROW),
                        fromUtf8(text.substr(stroke + 1)), false);
    cursor->gotoEnd(false);
    cursor->goLeft(static_cast<sal_Int16>(text.size() - stroke - 1), true);
    properties(Any(cursor))->setPropertyValue("CharHeight", Any(20.0F));
    return shape;
}

/// A control with a property of its own.
void addControl(const Spreadsheet& document, const char* kind, const char* name, const Any& value)
{
    const Reference<css::drawing::XControlShape> shape(
        made(document, "com.sun.star.drawing.ControlShape"), UNO_QUERY_THROW);
    const Reference<css::awt::XControlModel> control(
        made(document, (std::string("com.sun.star.form.component.") + kind).c_str()),
        UNO_QUERY_THROW);
    properties(Any(control))->setPropertyValue(rtl::OUString::createFromAscii(name), value);
    shape->setControl(control);
    draw(document, Reference<css::drawing::XShape>(shape, UNO_QUERY_THROW));
}

/// A workbook in the workbook.
void addObject(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::drawing::XShape> shape(made(document, "com.sun.star.drawing.OLE2Shape"),
                                                UNO_QUERY_THROW);
    draw(document, shape);
    properties(Any(shape))
        ->setPropertyValue("CLSID", Any(rtl::OUString("47BBB4CB-CE4C-4E80-a591-42d9ae74950f")));
    const Reference<css::sheet::XSpreadsheetDocument> inner(
        properties(Any(shape))->getPropertyValue("Model"), UNO_QUERY_THROW);
    const Reference<css::table::XCellRange> sheet(
        Reference<XIndexAccess>(inner->getSheets(), UNO_QUERY_THROW)->getByIndex(0),
        UNO_QUERY_THROW);
    Reference<css::text::XText>(sheet->getCellByPosition(0, 0), UNO_QUERY_THROW)
        ->setString(fromUtf8(text));
}

/// A text whose part behind a stroke looks otherwise.
void addRichText(const Reference<css::table::XCell>& cell, const std::string& content)
{
    const auto stroke = content.find('/');
    const Reference<css::text::XText> text(cell, UNO_QUERY_THROW);
    text->setString(fromUtf8(content.substr(0, stroke) + content.substr(stroke + 1)));
    const auto cursor = text->createTextCursor();
    cursor->gotoStart(false);
    cursor->goRight(static_cast<sal_Int16>(stroke), true);
    properties(Any(cursor))->setPropertyValue("CharHeight", Any(20.0F));
}

void addMacro(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::script::XLibraryContainer> libraries(
        properties(Any(document.document()))->getPropertyValue("BasicLibraries"), UNO_QUERY_THROW);
    if (!libraries->hasByName("Standard"))
        libraries->createLibrary("Standard");
    Reference<XNameContainer>(libraries->getByName("Standard"), UNO_QUERY_THROW)
        ->insertByName("Module1", Any(fromUtf8("Sub Main\n" + text + "\nEnd Sub\n")));
}

void addStyle(const Spreadsheet& document, const std::string& name)
{
    const Reference<css::style::XStyleFamiliesSupplier> families(document.document(),
                                                                 UNO_QUERY_THROW);
    Reference<XNameContainer>(families->getStyleFamilies()->getByName("CellStyles"),
                              UNO_QUERY_THROW)
        ->insertByName(fromUtf8(name), Any(made(document, "com.sun.star.style.CellStyle")));
}

void addLink(const Reference<css::table::XCell>& cell, const Spreadsheet& document,
             const std::string& url)
{
    const Reference<css::text::XTextContent> field(
        made(document, "com.sun.star.text.TextField.URL"), UNO_QUERY_THROW);
    properties(Any(field))->setPropertyValue("URL", Any(fromUtf8(url)));
    properties(Any(field))->setPropertyValue("Representation", Any(rtl::OUString("more")));
    const Reference<css::text::XText> text(cell, UNO_QUERY_THROW);
    const Reference<css::text::XTextRange> end(text->createTextCursor(), UNO_QUERY_THROW);
    text->insertTextContent(end, field, false);
}

void setEvent(const Spreadsheet& document, const std::string& sheet, const std::string& script)
{
    const PropertyValue event[]{ property("EventType", Any(rtl::OUString("Script"))),
                                 property("Script", Any(fromUtf8(script))) };
    Reference<css::document::XEventsSupplier>(sheetOf(document, sheet), UNO_QUERY_THROW)
        ->getEvents()
        ->replaceByName("OnChange", Any(Sequence<PropertyValue>(event, 2)));
}

Reference<css::chart::XChartDocument> chartOf(const Reference<css::table::XTableCharts>& charts)
{
    const Reference<css::container::XNameAccess> names(charts, UNO_QUERY_THROW);
    const Reference<css::document::XEmbeddedObjectSupplier> chart(names->getByName("Chart"),
                                                                  UNO_QUERY_THROW);
    return Reference<css::chart::XChartDocument>(chart->getEmbeddedObject(), UNO_QUERY_THROW);
}

} // namespace

void draw(const Spreadsheet& document, const Reference<css::drawing::XShape>& shape)
{
    shape->setSize({ 4000, 1000 });
    const Reference<css::drawing::XDrawPagesSupplier> pages(document.document(), UNO_QUERY_THROW);
    Reference<css::drawing::XDrawPage>(pages->getDrawPages()->getByIndex(0), UNO_QUERY_THROW)
        ->add(shape);
}

bool hideInObjects(const Way& way, const Spreadsheet& document)
{
    const auto& [word, rest, content, sheet] = way;
    const auto address = [&] {
        return Reference<css::sheet::XCellRangeAddressable>(rangeOf(document, way.sheet, way.rest),
                                                            UNO_QUERY_THROW)
            ->getRangeAddress();
    };
    const auto charts = [&] {
        return Reference<css::table::XTableChartsSupplier>(sheetOf(document, way.sheet),
                                                           UNO_QUERY_THROW)
            ->getCharts();
    };
    if (word == "chart")
    {
        const auto place = address();
        charts()->addNewByName("Chart", { 5000, 1000, 8000, 6000 }, { &place, 1 }, true, false);
    }
    else if (word == "charttitle")
    {
        const auto chart = chartOf(charts());
        properties(Any(chart))->setPropertyValue("HasMainTitle", Any(true));
        properties(Any(chart->getTitle()))->setPropertyValue("String", Any(fromUtf8(content)));
    }
    else if (word == "shape")
        addShape(document, content);
    else if (word == "shapename")
        properties(Any(addShape(document, "x")))->setPropertyValue("Name", Any(fromUtf8(content)));
    else if (word == "alternative")
        properties(Any(addShape(document, "x")))
            ->setPropertyValue("Description", Any(fromUtf8(content)));
    else if (word == "charttexts")
    {
        const auto chart = chartOf(charts());
        properties(Any(chart))->setPropertyValue("HasSubTitle", Any(true));
        properties(Any(chart->getSubTitle()))->setPropertyValue("String", Any(fromUtf8(content)));
    }
    else if (word == "axis")
    {
        const auto diagram = properties(Any(chartOf(charts())->getDiagram()));
        diagram->setPropertyValue("HasXAxisTitle", Any(true));
        properties(
            Any(Reference<css::chart::XAxisXSupplier>(diagram, UNO_QUERY_THROW)->getXAxisTitle()))
            ->setPropertyValue("String", Any(fromUtf8(content)));
    }
    else if (word == "chartdata")
    {
        const auto chart = chartOf(charts());
        Reference<css::chart2::XChartDocument>(chart, UNO_QUERY_THROW)
            ->createInternalDataProvider(true);
        const double number = std::stod(content);
        Sequence<Sequence<double>> values(2);
        for (sal_Int32 row = 0; row < 2; ++row)
            values.getArray()[row] = Sequence<double>(&number, 1);
        Reference<css::chart::XChartDataArray>(chart->getData(), UNO_QUERY_THROW)->setData(values);
    }
    else if (word == "listbox")
    {
        const rtl::OUString item = fromUtf8(content);
        addControl(document, "ListBox", "StringItemList", Any(Sequence<rtl::OUString>(&item, 1)));
    }
    else if (word == "hint")
        addControl(document, "CommandButton", "HelpText", Any(fromUtf8(content)));
    else if (word == "button")
        addControl(document, "CommandButton", "TargetURL", Any(fromUtf8(content)));
    else if (word == "shapelink")
        properties(Any(addShape(document, "x")))
            ->setPropertyValue("Hyperlink", Any(fromUtf8(content)));
    else if (word == "rich")
        addRichText(rangeOf(document, sheet, rest)->getCellByPosition(0, 0), content);
    else if (word == "control")
        addControl(document, "CheckBox", "Label", Any(fromUtf8(content)));
    else if (word == "spin")
        addControl(document, "SpinButton", "DefaultSpinValue", Any(sal_Int32(std::stoi(content))));
    else if (word == "typed")
        addControl(document, "TextField", "DefaultText", Any(fromUtf8(content)));
    else if (word == "object")
        addObject(document, content);
    else if (word == "macro")
        addMacro(document, content);
    else if (word == "style")
        addStyle(document, content);
    else if (word == "event")
        setEvent(document, sheet, content);
    else if (word == "arealink")
    {
        const auto place = address();
        Reference<css::sheet::XAreaLinks>(
            properties(Any(document.document()))->getPropertyValue("AreaLinks"), UNO_QUERY_THROW)
            ->insertAtPosition({ place.Sheet, place.StartColumn, place.StartRow },
                               fromUtf8(content), "Table", "calc8", "");
    }
    else if (word == "database")
        Reference<css::sheet::XDatabaseRanges>(
            properties(Any(document.document()))->getPropertyValue("DatabaseRanges"),
            UNO_QUERY_THROW)
            ->addNewByName(fromUtf8(content), address());
    else if (word == "link")
        addLink(rangeOf(document, sheet, rest)->getCellByPosition(0, 0), document, content);
    else
        return false;
    return true;
}

} // namespace quartet
