/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/typed_amounts.hxx"

#include "ui/cursor.hxx"
#include "workbook/plan.hxx"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/accessibility/XAccessibleEditableText.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XUserInputInterception.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::accessibility::XAccessible;
using css::accessibility::XAccessibleContext;
using css::accessibility::XAccessibleEditableText;
using css::frame::XController;
using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::array endingKeys{ css::awt::Key::RETURN, css::awt::Key::TAB,
                                 css::awt::Key::UP,     css::awt::Key::DOWN,
                                 css::awt::Key::PAGEUP, css::awt::Key::PAGEDOWN };

bool isAmountOfAPlan(const Reference<XController>& window)
{
    const auto cursor = findCursor(window);
    const Reference<css::sheet::XSpreadsheetDocument> document(window->getModel(), UNO_QUERY);
    if (!cursor || !document.is())
        return false;
    const auto plan = Plan::in(document, cursor->sheet);
    if (!plan || cursor->column != plan->column() + 1)
        return false;
    const Meal* const meal = plan->mealAt(cursor->row);
    return meal && std::ranges::find(meal->foods, cursor->row) != meal->foods.end();
}

bool isNumber(const rtl::OUString& text)
{
    bool hasDigit = false;
    for (sal_Int32 i = 0; i < text.getLength(); ++i)
    {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        hasDigit = hasDigit || isDigit;
        if (!isDigit && text[i] != '.' && text[i] != ',')
            return false;
    }
    return hasDigit;
}

/// Takes what follows a number from a text that is being edited, where it is selected to its end.
bool dropCompletion(const Reference<XAccessibleEditableText>& text)
{
    const rtl::OUString all = text->getText();
    const auto [begin, end] = std::minmax({ text->getSelectionStart(), text->getSelectionEnd() });
    if (begin <= 0 || begin == end || end != all.getLength() || !isNumber(all.copy(0, begin)))
        return false;
    text->deleteText(begin, end);
    return true;
}

/// The same in whichever part of a window is being edited: the cell or the line above the cells.
bool dropCompletionIn(const Reference<XAccessibleContext>& part, int depth)
{
    constexpr sal_Int32 most = 60; // a sheet has a part a cell
    // 32 bits in LibreOffice 7.4, 64 in newer ones.
    const auto count = part->getAccessibleChildCount();
    for (std::remove_const_t<decltype(count)> i = 0; i < count && i < most; ++i)
    {
        const Reference<XAccessible> child = part->getAccessibleChild(i);
        const Reference<XAccessibleContext> context =
            child.is() ? child->getAccessibleContext() : nullptr;
        const Reference<XAccessibleEditableText> text(context, UNO_QUERY);
        if ((text.is() && dropCompletion(text))
            || (context.is() && depth > 0 && dropCompletionIn(context, depth - 1)))
            return true;
    }
    return false;
}

class TypedAmounts : public cppu::WeakImplHelper1<css::awt::XKeyHandler>
{
public:
    explicit TypedAmounts(const Reference<XController>& window)
        : m_window(window)
    {
    }

    /// Calc sees the key after it.
    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override
    {
        if (std::ranges::find(endingKeys, event.KeyCode) == endingKeys.end())
            return false;
        try
        {
            const Reference<XController> window(m_window);
            if (window.is() && isAmountOfAPlan(window))
            {
                constexpr int depth = 6;
                const Reference<XAccessible> shown(window->getFrame()->getComponentWindow(),
                                                   UNO_QUERY);
                if (shown.is())
                    dropCompletionIn(shown->getAccessibleContext(), depth);
            }
        }
        catch (const css::uno::Exception&)
        {
            // Then Calc does as it does elsewhere.
        }
        return false;
    }
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent&) override { return false; }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    const css::uno::WeakReference<XController> m_window;
};

} // namespace

void keepTypedAmounts(const Reference<XController>& window)
{
    const Reference<css::awt::XUserInputInterception> keys(window, UNO_QUERY);
    if (keys.is())
        keys->addKeyHandler(new TypedAmounts(window));
}

} // namespace quartet
