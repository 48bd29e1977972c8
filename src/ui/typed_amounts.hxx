/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts of a plan stay as they are typed.

#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** In a window of a workbook, until it is closed: where a number is typed as an amount of a plan,
    Calc's AutoInput completes it to a text of another row that begins with it, 2 to "200 ml".
    Once the typing has ended, the number stands there as it was typed. */
void keepTypedAmounts(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::frame::XController>& window);

} // namespace quartet
