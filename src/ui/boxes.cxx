/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/boxes.hxx"

#include "ui/dialog.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

void showMessage(const Reference<XComponentContext>& context,
                 const Reference<css::awt::XWindow>& parent, const std::string& title,
                 const std::string& text)
{
    const Reference<css::awt::XMessageBoxFactory> boxes(css::awt::Toolkit::create(context),
                                                        UNO_QUERY_THROW);
    const auto box = boxes->createMessageBox(
        Reference<css::awt::XWindowPeer>(parent, UNO_QUERY), css::awt::MessageBoxType_INFOBOX,
        css::awt::MessageBoxButtons::BUTTONS_OK, fromUtf8(title), fromUtf8(text));
    const WindowEnd end(box);
    box->execute();
}

void showText(const Reference<XComponentContext>& context,
              const Reference<css::awt::XWindow>& parent, const std::string& title,
              const std::string& text)
{
    const Words& words = officeWords(context);
    const Dialog dialog(context, parent, "text.xdl", title);
    dialog.controls().set("text", "Text", text);
    dialog.controls().set("close", "Label", words.text("box.close"));
    dialog.execute();
}

} // namespace quartet
