/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The commands on foods in the menu that a right click on a cell opens.

#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** Gives a window of a workbook the commands, once and until it is closed: LibreOffice lets
    no extension add to this menu by configuration. Amounts typed there stay as they are. */
void giveContextMenu(const css::uno::Reference<css::uno::XComponentContext>& context,
                     const css::uno::Reference<css::frame::XController>& window);

} // namespace quartet
