/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One of the extension's dialogs.

#pragma once

#include "ui/controls.hxx"

#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** Takes a window of ours away at the end of a block, however it is left: one
    that stayed would block the office. */
class WindowEnd
{
public:
    explicit WindowEnd(const css::uno::Reference<css::uno::XInterface>& window)
        : m_window(window, css::uno::UNO_QUERY_THROW)
    {
    }
    ~WindowEnd();
    WindowEnd(const WindowEnd&) = delete;
    WindowEnd& operator=(const WindowEnd&) = delete;

private:
    const css::uno::Reference<css::lang::XComponent> m_window;
};

class Dialog
{
public:
    /** Not yet shown.
        @param file in the folder dialogs, as in "text.xdl" */
    Dialog(const css::uno::Reference<css::uno::XComponentContext>& context,
           const css::uno::Reference<css::awt::XWindow>& parent, const char* file,
           const std::string& title);

    const Controls& controls() const { return m_controls; }

    /** Shows it and waits for the person.
        @returns whether it was agreed to */
    bool execute() const { return m_dialog->execute() == 1; }
    /// Ends the waiting.
    void endExecute() const { m_dialog->endExecute(); }

private:
    const css::uno::Reference<css::awt::XDialog> m_dialog;
    const WindowEnd m_end;
    const Controls m_controls;
};

} // namespace quartet
