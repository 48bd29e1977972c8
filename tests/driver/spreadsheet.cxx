/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "spreadsheet.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XLoadable.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

PropertyValue property(const char* name, const Any& value)
{
    return { rtl::OUString::createFromAscii(name), -1, value,
             css::beans::PropertyState_DIRECT_VALUE };
}

Reference<css::sheet::XSpreadsheetDocument> load(const Office& office, const rtl::OUString& url,
                                                 Spreadsheet::Macros macros)
{
    namespace MacroExecMode = css::document::MacroExecMode;
    const PropertyValue properties[] = { property("Hidden", Any(true)),
                                         property("MacroExecutionMode",
                                                  Any(macros == Spreadsheet::Macros::Always
                                                          ? MacroExecMode::ALWAYS_EXECUTE_NO_WARN
                                                          : MacroExecMode::NEVER_EXECUTE)) };
    return Reference<css::sheet::XSpreadsheetDocument>(
        office.desktop()->loadComponentFromURL(url, "_blank", 0, { properties, 2 }),
        UNO_QUERY_THROW);
}

Reference<css::sheet::XSpreadsheetDocument> createWithoutView(const Office& office)
{
    const Reference<css::frame::XLoadable> model(
        office.context()->getServiceManager()->createInstanceWithContext(
            "com.sun.star.sheet.SpreadsheetDocument", office.context()),
        UNO_QUERY_THROW);
    model->initNew();
    return Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY_THROW);
}

} // namespace

Spreadsheet::Spreadsheet(const Office& office, Macros macros)
    : m_document(load(office, "private:factory/scalc", macros))
{
}

Spreadsheet::Spreadsheet(const Office& office, View)
    : m_document(createWithoutView(office))
{
}

Spreadsheet::Spreadsheet(const Office& office, const std::filesystem::path& file)
    : m_document(load(office, fileUrl(file), Macros::Never))
{
    recalculate();
}

Spreadsheet::Spreadsheet(const Office& office, const rtl::OUString& url)
    : m_document(load(office, url, Macros::Never))
{
}

Spreadsheet::~Spreadsheet()
{
    try
    {
        Reference<css::util::XCloseable>(m_document, UNO_QUERY_THROW)->close(true);
    }
    catch (const css::uno::Exception&)
    {
        // The office has gone away before its document.
    }
}

void Spreadsheet::enter(std::string_view name, std::string_view content)
{
    cell(name)->setFormula(fromUtf8(content));
}

std::string Spreadsheet::formula(std::string_view name) const
{
    return toUtf8(cell(name)->getFormula());
}

std::string Spreadsheet::text(std::string_view name) const
{
    return toUtf8(Reference<css::text::XText>(cell(name), UNO_QUERY_THROW)->getString());
}

double Spreadsheet::value(std::string_view name) const { return cell(name)->getValue(); }

int Spreadsheet::error(std::string_view name) const { return cell(name)->getError(); }

void Spreadsheet::recalculate()
{
    Reference<css::sheet::XCalculatable>(m_document, UNO_QUERY_THROW)->calculateAll();
}

void Spreadsheet::store(const std::filesystem::path& file, std::string_view filter) const
{
    const PropertyValue filterName = property("FilterName", Any(fromUtf8(filter)));
    Reference<css::frame::XStorable>(m_document, UNO_QUERY_THROW)
        ->storeToURL(fileUrl(file), { &filterName, 1 });
}

Reference<css::sheet::XSpreadsheet> Spreadsheet::sheet(sal_Int32 index) const
{
    const Reference<css::container::XIndexAccess> sheets(m_document->getSheets(), UNO_QUERY_THROW);
    return Reference<css::sheet::XSpreadsheet>(sheets->getByIndex(index), UNO_QUERY_THROW);
}

Reference<css::table::XCell> Spreadsheet::cell(std::string_view name) const
{
    return sheet()->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
}

void type(const Office& office, const Spreadsheet& sheet, std::string_view cell,
          std::string_view text)
{
    const Reference<css::frame::XModel> model(sheet.document(), UNO_QUERY_THROW);
    const Reference<css::frame::XDispatchProvider> frame(model->getCurrentController()->getFrame(),
                                                         UNO_QUERY_THROW);
    const auto dispatcher = css::frame::DispatchHelper::create(office.context());
    const auto dispatch = [&](const char* command, const char* argument, std::string_view value) {
        const PropertyValue given = property(argument, Any(fromUtf8(value)));
        dispatcher->executeDispatch(frame, rtl::OUString::createFromAscii(command), "", 0,
                                    { &given, 1 });
    };
    dispatch(".uno:GoToCell", "ToPoint", cell);
    dispatch(".uno:EnterString", "StringName", text);
}

} // namespace quartet
