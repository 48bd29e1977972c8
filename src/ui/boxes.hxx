/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Windows that say something and wait until they are closed.

#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/// A sentence or two and a button. @param parent may be empty
void showMessage(const css::uno::Reference<css::uno::XComponentContext>& context,
                 const css::uno::Reference<css::awt::XWindow>& parent, const std::string& title,
                 const std::string& text);

/// A longer text that can be scrolled, selected and copied.
void showText(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::awt::XWindow>& parent, const std::string& title,
              const std::string& text);

} // namespace quartet
