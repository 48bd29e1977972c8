/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.Panels: it makes the panels of the sidebar.

#include "ui/picker_panel.hxx"
#include "workbook/named_service.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;

template <typename Interface>
Reference<Interface> argument(const Sequence<PropertyValue>& arguments, const char* name)
{
    for (sal_Int32 i = 0; i < arguments.getLength(); ++i)
    {
        const PropertyValue& each = arguments.getConstArray()[i];
        if (each.Name.equalsAscii(name))
            return Reference<Interface>(each.Value, UNO_QUERY);
    }
    return {};
}

class PanelFactory : public NamedService<
                         cppu::WeakImplHelper2<css::ui::XUIElementFactory, css::lang::XServiceInfo>>
{
public:
    explicit PanelFactory(const Reference<css::uno::XComponentContext>& context)
        : NamedService("org.quartet.PanelFactory", "org.quartet.Panels")
        , m_context(context)
    {
    }

    Reference<css::ui::XUIElement> SAL_CALL
    createUIElement(const rtl::OUString& url, const Sequence<PropertyValue>& arguments) override
    {
        if (!url.endsWith("/FoodPicker"))
            throw css::container::NoSuchElementException(url, {});
        const auto frame = argument<css::frame::XFrame>(arguments, "Frame");
        const auto parent = argument<css::awt::XWindow>(arguments, "ParentWindow");
        if (!frame.is() || !parent.is())
            throw css::lang::IllegalArgumentException(
                "a panel needs a frame and a window to stand in", {}, 1);
        try
        {
            const rtl::Reference<PickerPanel> panel(new PickerPanel(m_context, frame, parent, url));
            panel->open();
            return panel.get();
        }
        catch (const std::exception& error)
        {
            throw css::uno::RuntimeException(fromUtf8(error.what()));
        }
    }

private:
    const Reference<css::uno::XComponentContext> m_context;
};

} // namespace

} // namespace quartet

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Panels_get_implementation(css::uno::XComponentContext* context,
                                      const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::PanelFactory(context));
}
