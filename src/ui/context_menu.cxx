/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/context_menu.hxx"

#include "ui/cursor.hxx"
#include "ui/typed_amounts.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/ui/ActionTriggerSeparatorType.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <algorithm>
#include <array>
#include <vector>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::frame::XController;
using css::ui::ContextMenuInterceptorAction;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// In their order, above what Calc offers.
constexpr std::array offered{ "InsertFood", "AddFoodRow", "ExplainCell" };

class FoodCommands : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor>
{
public:
    explicit FoodCommands(const Reference<XComponentContext>& context)
        : m_words(officeWords(context))
    {
    }

    ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override
    {
        const auto ignored = css::ui::ContextMenuInterceptorAction_IGNORED;
        try
        {
            const Reference<XController> window(event.Selection, UNO_QUERY);
            if (!offersCellCommands(event) || (window.is() && !findCursor(window)))
                return ignored;
            insert(event.ActionTriggerContainer);
            return css::ui::ContextMenuInterceptorAction_CONTINUE_MODIFIED;
        }
        catch (const css::uno::Exception&)
        {
            return ignored;
        }
    }

private:
    /// Not over a picture, a chart or the headers of rows and columns.
    static bool offersCellCommands(const css::ui::ContextMenuExecuteEvent& event)
    {
        bool hasPaste = false;
        bool isOfCells = false;
        const auto& entries = event.ActionTriggerContainer;
        for (sal_Int32 i = 0; i < entries->getCount(); ++i)
        {
            const Reference<XPropertySet> entry(entries->getByIndex(i), UNO_QUERY);
            rtl::OUString command;
            if (!entry.is() || !entry->getPropertySetInfo()->hasPropertyByName("CommandURL"))
                continue;
            entry->getPropertyValue("CommandURL") >>= command;
            hasPaste = hasPaste || command.startsWith(".uno:Paste");
            isOfCells = isOfCells || command == ".uno:InsertCell" || command == ".uno:DeleteCell";
        }
        return hasPaste && isOfCells;
    }

    void insert(const Reference<css::container::XIndexContainer>& entries) const
    {
        const Reference<css::lang::XMultiServiceFactory> factory(entries, UNO_QUERY_THROW);
        sal_Int32 at = 0;
        for (const char* const command : offered)
        {
            const Reference<XPropertySet> entry(
                factory->createInstance("com.sun.star.ui.ActionTrigger"), UNO_QUERY_THROW);
            entry->setPropertyValue("Text",
                                    Any(fromUtf8(m_words.text("toolbar." + std::string(command)))));
            entry->setPropertyValue("CommandURL",
                                    Any("org.quartet:" + rtl::OUString::createFromAscii(command)));
            entries->insertByIndex(at++, Any(entry));
        }
        const Reference<XPropertySet> line(
            factory->createInstance("com.sun.star.ui.ActionTriggerSeparator"), UNO_QUERY_THROW);
        line->setPropertyValue("SeparatorType", Any(css::ui::ActionTriggerSeparatorType::LINE));
        entries->insertByIndex(at, Any(line));
    }

    const Words& m_words;
};

/// Remembers a window. @returns whether it is new
bool isNew(const Reference<XController>& window)
{
    // The office's lock guards it.
    static std::vector<css::uno::WeakReference<XController>> windows;
    std::erase_if(windows, [](const auto& each) { return !each.get().is(); });
    if (std::any_of(windows.begin(), windows.end(),
                    [&](const auto& each) { return each.get() == window; }))
        return false;
    windows.emplace_back(window);
    return true;
}

} // namespace

void giveContextMenu(const Reference<XComponentContext>& context,
                     const Reference<XController>& window)
{
    const Reference<css::ui::XContextMenuInterception> menus(window, UNO_QUERY);
    if (!menus.is() || !isNew(window))
        return;
    menus->registerContextMenuInterceptor(new FoodCommands(context));
    keepTypedAmounts(context, window);
}

} // namespace quartet
