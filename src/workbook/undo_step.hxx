/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One step to undo.

#pragma once

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/uno/Exception.hpp>

namespace quartet
{

/** Groups what is done while it lives into one step to undo. */
class UndoStep
{
public:
    /// @param title what the Undo command names the step
    UndoStep(const css::uno::Reference<css::uno::XInterface>& document, const rtl::OUString& title)
        : m_manager(css::uno::Reference<css::document::XUndoManagerSupplier>(
                        document, css::uno::UNO_QUERY_THROW)
                        ->getUndoManager())
    {
        m_manager->enterUndoContext(title);
    }
    /** Into the step that was done last.
        @throws css::document::EmptyUndoStackException where nothing was */
    explicit UndoStep(const css::uno::Reference<css::uno::XInterface>& document)
        : m_manager(css::uno::Reference<css::document::XUndoManagerSupplier>(
                        document, css::uno::UNO_QUERY_THROW)
                        ->getUndoManager())
    {
        m_manager->enterHiddenUndoContext();
    }
    ~UndoStep()
    {
        try
        {
            m_manager->leaveUndoContext();
        }
        catch (const css::uno::Exception&)
        {
            // The document is going away, and its steps with it.
        }
    }
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

private:
    css::uno::Reference<css::document::XUndoManager> m_manager;
};

/** Works as one step to undo. Where that fails the workbook is as before.
    @param title what the Undo command names the step */
template <typename Work>
void workAsOneStep(const css::uno::Reference<css::uno::XInterface>& document,
                   const rtl::OUString& title, const Work& work)
{
    const auto undo = css::uno::Reference<css::document::XUndoManagerSupplier>(
                          document, css::uno::UNO_QUERY_THROW)
                          ->getUndoManager();
    const auto steps = undo->getAllUndoActionTitles();
    try
    {
        const UndoStep step(document, title);
        work();
    }
    catch (...)
    {
        // Only what this has done: a step without anything in it leaves none.
        if (undo->getAllUndoActionTitles() != steps)
            undo->undo();
        throw;
    }
}

} // namespace quartet
