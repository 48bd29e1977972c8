/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "boxes.hxx"

#include "package.hxx"
#include "utf8.hxx"
#include "words.hxx"

#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
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

void setProperty(const Reference<css::awt::XControlContainer>& dialog, const char* control,
                 const char* property, const std::string& value)
{
    const Reference<css::beans::XPropertySet> model(
        dialog->getControl(rtl::OUString::createFromAscii(control))->getModel(), UNO_QUERY_THROW);
    model->setPropertyValue(rtl::OUString::createFromAscii(property), Any(fromUtf8(value)));
}

} // namespace

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
    Sequence<css::beans::NamedValue> arguments(1);
    arguments[0] = css::beans::NamedValue("ParentWindow", Any(parent));
    const auto dialog = css::awt::DialogProvider2::create(context)->createDialogWithArguments(
        packageFolder(context) + "/dialogs/text.xdl", arguments);
    const Reference<css::awt::XControlContainer> controls(dialog, UNO_QUERY_THROW);
    setProperty(controls, "text", "Text", text);
    setProperty(controls, "close", "Label", words.text("box.close"));
    dialog->setTitle(fromUtf8(title));
    dialog->execute();
    Reference<css::lang::XComponent>(dialog, UNO_QUERY_THROW)->dispose();
}

} // namespace quartet
