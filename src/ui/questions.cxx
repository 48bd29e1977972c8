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
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

namespace quartet
{

using css::awt::XWindow;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

namespace
{

/// Ends a dialog when its button is pressed.
class Ends : public cppu::WeakImplHelper1<css::awt::XActionListener>
{
public:
    explicit Ends(const Dialog& dialog)
        : m_dialog(dialog)
    {
    }

    bool pressed() const { return m_pressed; }

    void SAL_CALL actionPerformed(const css::awt::ActionEvent&) override
    {
        m_pressed = true;
        m_dialog.endExecute();
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    const Dialog& m_dialog; ///< outlives the waiting for it
    bool m_pressed = false;
};

} // namespace

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

Choice choose(const Reference<XComponentContext>& context, const Reference<XWindow>& parent,
              const std::string& title, const Choices& choices)
{
    const Dialog dialog(context, parent, "choice.xdl", title);
    const Controls& controls = dialog.controls();
    controls.set("text", "Label", choices.text);
    controls.set("first", "Label", choices.first);
    controls.set("second", "Label", choices.second);
    controls.set("second", "Enabled", css::uno::Any(choices.canSecond));
    controls.set("cancel", "Label", officeWords(context).text("box.cancel"));
    const rtl::Reference<Ends> ends(new Ends(dialog));
    controls.get<css::awt::XButton>("second")->addActionListener(ends.get());
    const bool agreed = dialog.execute();
    if (ends->pressed())
        return Choice::Second;
    return agreed ? Choice::First : Choice::Cancel;
}

} // namespace quartet
