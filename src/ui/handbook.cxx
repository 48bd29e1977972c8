/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/handbook.hxx"

#include "ui/boxes.hxx"
#include "workbook/package.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY;

/// @returns nothing where there is none
Reference<css::lang::XComponent> load(const Reference<css::uno::XComponentContext>& context)
{
    try
    {
        css::beans::PropertyValue readOnly;
        readOnly.Name = "ReadOnly";
        readOnly.Value <<= true;
        return css::frame::Desktop::create(context)->loadComponentFromURL(
            packageFolder(context) + "/handbook/en.fods", "_default", 0, { &readOnly, 1 });
    }
    catch (const css::uno::Exception&)
    {
        return {};
    }
}

void turnTo(const Reference<css::uno::XInterface>& handbook, const char* page)
{
    const Reference<css::sheet::XSpreadsheetDocument> document(handbook, UNO_QUERY);
    const Reference<css::frame::XModel> model(handbook, UNO_QUERY);
    const rtl::OUString name = rtl::OUString::createFromAscii(page);
    if (name.isEmpty() || !document.is() || !document->getSheets()->hasByName(name))
        return;
    const Reference<css::sheet::XSpreadsheetView> view(model->getCurrentController(), UNO_QUERY);
    if (view.is())
        view->setActiveSheet(
            Reference<css::sheet::XSpreadsheet>(document->getSheets()->getByName(name), UNO_QUERY));
}

} // namespace

void showHandbook(const Reference<css::uno::XComponentContext>& context,
                  const Reference<css::frame::XFrame>& frame, const char* page)
{
    const auto handbook = load(context);
    if (handbook.is())
        return turnTo(handbook, page);
    const Words& words = officeWords(context);
    showMessage(context, frame->getContainerWindow(), words.text("menu.title"),
                words.text("help.missing"));
}

} // namespace quartet
