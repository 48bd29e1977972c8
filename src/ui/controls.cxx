/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/controls.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>
#include <com/sun/star/util/XCloneable.hpp>

namespace quartet
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

namespace
{

Reference<css::beans::XPropertySet> model(const Reference<css::uno::XInterface>& control)
{
    return Reference<css::beans::XPropertySet>(
        Reference<css::awt::XControl>(control, UNO_QUERY_THROW)->getModel(), UNO_QUERY_THROW);
}

} // namespace

Controls::Controls(const Reference<css::awt::XWindow>& window)
    : m_window(window)
    , m_container(window, UNO_QUERY_THROW)
{
}

Reference<css::awt::XControl> Controls::control(const char* name) const
{
    if (!m_container.is())
        throw css::lang::DisposedException();
    return m_container->getControl(rtl::OUString::createFromAscii(name));
}

rtl::OUString Controls::nameOf(const Reference<css::uno::XInterface>& control) const
{
    rtl::OUString name;
    model(control)->getPropertyValue("Name") >>= name;
    return name;
}

void Controls::set(const char* name, const char* property, const Any& value) const
{
    const auto properties = model(control(name));
    const auto id = rtl::OUString::createFromAscii(property);
    // What is set is drawn anew, also where nothing changes.
    if (properties->getPropertyValue(id) != value)
        properties->setPropertyValue(id, value);
}

void Controls::set(const char* name, const char* property, const std::string& text) const
{
    set(name, property, Any(fromUtf8(text)));
}

void Controls::addLike(const std::string& label, const std::string& name) const
{
    const Reference<css::util::XCloneable> other(model(control(label.c_str())), UNO_QUERY_THROW);
    const Reference<css::uno::XInterface> copy(other->createClone(), UNO_QUERY_THROW);
    Reference<css::beans::XPropertySet>(copy, UNO_QUERY_THROW)
        ->setPropertyValue("Name", Any(fromUtf8(name)));
    const Reference<css::container::XNameContainer> models(
        Reference<css::awt::XControl>(m_window, UNO_QUERY_THROW)->getModel(), UNO_QUERY_THROW);
    models->insertByName(fromUtf8(name), Any(copy));
}

std::string Controls::text(const char* name) const
{
    return toUtf8(get<css::awt::XTextComponent>(name)->getText());
}

void Controls::setItems(const char* name, const std::vector<std::string>& items) const
{
    Sequence<rtl::OUString> texts(static_cast<sal_Int32>(items.size()));
    rtl::OUString* text = texts.getArray();
    for (const std::string& item : items)
        *text++ = fromUtf8(item);
    set(name, "StringItemList", Any(texts));
}

css::awt::Size Controls::preferredSize(const char* name) const
{
    return get<css::awt::XLayoutConstrains>(name)->getPreferredSize();
}

void Controls::place(const char* name, sal_Int32 x, sal_Int32 y, sal_Int32 width,
                     sal_Int32 height) const
{
    get<css::awt::XWindow>(name)->setPosSize(x, y, width, height, css::awt::PosSize::POSSIZE);
}

sal_Int32 Controls::pixels(sal_Int32 appFont) const
{
    const Reference<css::awt::XUnitConversion> units(
        Reference<css::awt::XControl>(m_window, UNO_QUERY_THROW)->getPeer(), UNO_QUERY_THROW);
    return units
        ->convertSizeToPixel(css::awt::Size(appFont, appFont), css::util::MeasureUnit::APPFONT)
        .Height;
}

} // namespace quartet
