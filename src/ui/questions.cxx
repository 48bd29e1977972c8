/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/questions.hxx"

#include "ui/dialog.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

namespace quartet
{

using css::awt::XWindow;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

std::optional<std::string> ask(const Reference<XComponentContext>& context,
                               const Reference<XWindow>& parent, const Question& question,
                               const std::string& proposed)
{
    const Dialog dialog(context, parent, "name.xdl", question.title);
    const Controls& controls = dialog.controls();
    controls.set("label", "Label", question.label);
    controls.set("text", "Text", proposed);
    controls.set("ok", "Label", question.button);
    controls.set("cancel", "Label", officeWords(context).text("box.cancel"));
    const auto field = controls.get<css::awt::XTextComponent>("text");
    field->setSelection({ 0, field->getText().getLength() });
    const bool answered = dialog.execute();
    const std::string answer = toUtf8(field->getText().trim());
    return answered && !answer.empty() ? std::optional(answer) : std::nullopt;
}

bool confirm(const Reference<XComponentContext>& context, const Reference<XWindow>& parent,
             const std::string& title, const std::string& text)
{
    namespace Buttons = css::awt::MessageBoxButtons;
    const Reference<css::awt::XMessageBoxFactory> boxes(css::awt::Toolkit::create(context),
                                                        UNO_QUERY_THROW);
    const auto box = boxes->createMessageBox(
        Reference<css::awt::XWindowPeer>(parent, UNO_QUERY), css::awt::MessageBoxType_QUERYBOX,
        Buttons::BUTTONS_YES_NO | Buttons::DEFAULT_BUTTON_NO, fromUtf8(title), fromUtf8(text));
    const WindowEnd end(box);
    return box->execute() == css::awt::MessageBoxResults::YES;
}

} // namespace quartet
