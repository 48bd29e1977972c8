/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The controls of a window that was read from an .xdl file, by name.

#pragma once

#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Texts are UTF-8. Nothing may be asked of an empty one but its window. */
class Controls
{
public:
    /// None, as of a window that is closed: to ask for one throws css::lang::DisposedException.
    Controls() = default;
    explicit Controls(const css::uno::Reference<css::awt::XWindow>& window);

    const css::uno::Reference<css::awt::XWindow>& window() const { return m_window; }

    template <typename Interface> css::uno::Reference<Interface> get(const char* name) const
    {
        return css::uno::Reference<Interface>(control(name), css::uno::UNO_QUERY_THROW);
    }

    /// The name of the control that an event is from.
    rtl::OUString nameOf(const css::uno::Reference<css::uno::XInterface>& control) const;

    void set(const char* name, const char* property, const css::uno::Any& value) const;
    void set(const char* name, const char* property, const std::string& text) const;

    /// Adds a label that looks as another one; its place and text are still to be given.
    void addLike(const std::string& label, const std::string& name) const;

    std::string text(const char* name) const;
    void setItems(const char* name, const std::vector<std::string>& items) const;

    /// In pixels.
    css::awt::Size preferredSize(const char* name) const;
    void place(const char* name, sal_Int32 x, sal_Int32 y, sal_Int32 width, sal_Int32 height) const;

    /** Pixels of a length in the dialogs' own unit, which grows with the font
        and the screen's scale. */
    sal_Int32 pixels(sal_Int32 appFont) const;

private:
    css::uno::Reference<css::awt::XControl> control(const char* name) const;

    css::uno::Reference<css::awt::XWindow> m_window;
    css::uno::Reference<css::awt::XControlContainer> m_container;
};

} // namespace quartet
