/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/progress_box.hxx"

#include "ui/dialog.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XProgressBar.hpp>
#include <com/sun/star/awt/XReschedule.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY;

class Pressed : public cppu::WeakImplHelper1<css::awt::XActionListener>
{
public:
    bool happened() const { return m_happened; }
    void SAL_CALL actionPerformed(const css::awt::ActionEvent&) override { m_happened = true; }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    bool m_happened = false;
};

} // namespace

struct ProgressBox::State
{
    State(const Reference<css::uno::XComponentContext>& context,
          const Reference<css::awt::XWindow>& window, const std::string& title)
        : dialog(context, window, "progress.xdl", title)
        , parent(window)
        , box(dialog.controls().window())
    {
    }

    Dialog dialog;
    Reference<css::awt::XWindow> parent;
    Reference<css::awt::XWindow> box;
    Reference<css::awt::XProgressBar> bar;
    Reference<css::awt::XReschedule> events;
    rtl::Reference<Pressed> cancelled{ new Pressed };
};

ProgressBox::ProgressBox(const Reference<css::uno::XComponentContext>& context,
                         const Reference<css::awt::XWindow>& parent, const std::string& title)
    : m_state(std::make_unique<State>(context, parent, title))
{
    const Controls& controls = m_state->dialog.controls();
    controls.set("cancel", "Label", officeWords(context).text("box.cancel"));
    m_state->bar = controls.get<css::awt::XProgressBar>("done");
    controls.get<css::awt::XButton>("cancel")->addActionListener(m_state->cancelled.get());
    m_state->events.set(css::awt::Toolkit::create(context), UNO_QUERY);
    m_state->bar->setRange(0, 100);
    parent->setEnable(false);
    m_state->box->setVisible(true);
    show(0);
}

ProgressBox::~ProgressBox()
{
    try
    {
        m_state->parent->setEnable(true);
    }
    catch (const css::uno::Exception&)
    {
        // The office is ending.
    }
}

bool ProgressBox::show(double done)
{
    constexpr double percent = 100;
    m_state->bar->setValue(static_cast<sal_Int32>(done * percent));
    // The toolkit has no other way to let a button be pressed meanwhile.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    if (m_state->events.is())
        m_state->events->reschedule();
#pragma GCC diagnostic pop
    return !m_state->cancelled->happened();
}

} // namespace quartet
