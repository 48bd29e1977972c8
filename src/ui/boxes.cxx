/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/boxes.hxx"

#include "ui/controls.hxx"
#include "workbook/package.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/lang/XComponent.hpp>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

} // namespace

Reference<css::awt::XDialog> openDialog(const Reference<XComponentContext>& context,
                                        const Reference<css::awt::XWindow>& parent,
                                        const char* file)
{
    Sequence<css::beans::NamedValue> arguments(1);
    arguments[0] = css::beans::NamedValue("ParentWindow", Any(parent));
    return css::awt::DialogProvider2::create(context)->createDialogWithArguments(
        packageFolder(context) + "/dialogs/" + rtl::OUString::createFromAscii(file), arguments);
}

void showMessage(const Reference<XComponentContext>& context,
                 const Reference<css::awt::XWindow>& parent, const std::string& title,
                 const std::string& text)
{
    const Reference<css::awt::XMessageBoxFactory> boxes(css::awt::Toolkit::create(context),
                                                        UNO_QUERY_THROW);
    const auto box = boxes->createMessageBox(
        Reference<css::awt::XWindowPeer>(parent, UNO_QUERY), css::awt::MessageBoxType_INFOBOX,
        css::awt::MessageBoxButtons::BUTTONS_OK, fromUtf8(title), fromUtf8(text));
    box->execute();
    Reference<css::lang::XComponent>(box, UNO_QUERY_THROW)->dispose();
}

void showText(const Reference<XComponentContext>& context,
              const Reference<css::awt::XWindow>& parent, const std::string& title,
              const std::string& text)
{
    const Words& words = officeWords(context);
    const auto dialog = openDialog(context, parent, "text.xdl");
    const Controls controls(Reference<css::awt::XWindow>(dialog, UNO_QUERY_THROW));
    controls.set("text", "Text", text);
    controls.set("close", "Label", words.text("box.close"));
    dialog->setTitle(fromUtf8(title));
    dialog->execute();
    Reference<css::lang::XComponent>(dialog, UNO_QUERY_THROW)->dispose();
}

} // namespace quartet
