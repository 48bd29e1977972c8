/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The toolbar "Nutrition", which only workbooks that need it have.

#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// Whether a workbook was given it.
bool hasToolBar(const css::uno::Reference<css::frame::XModel>& workbook);

/** Gives a workbook the toolbar and, in the menu of its cells, the commands on foods, in all its
   windows and until it is closed: it isn't stored with the workbook. The menu has the toolbar's
   icons from then on. Whether the toolbar is seen, and where, is what the person left it at.

    Made here and not in Addons.xcu, since LibreOffice makes the toolbars of that
    file with each document, however empty. Where it can't be given, the menu is
    there. */
void giveToolBar(const css::uno::Reference<css::uno::XComponentContext>& context,
                 const css::uno::Reference<css::frame::XModel>& workbook);

} // namespace quartet
