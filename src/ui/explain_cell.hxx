/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a cell with our functions computed, from which figures, and how sure
// they are.

#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/// The explanation of the cell at the cursor, in the language of the office.
std::string explainCellAtCursor(const css::uno::Reference<css::uno::XComponentContext>& context,
                                const css::uno::Reference<css::frame::XController>& controller);

} // namespace quartet
