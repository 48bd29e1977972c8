/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The note that a workbook's numbers have changed because newer data are
// installed than those that it was saved with.

#pragma once

#include "ui/commands.hxx"

#include <com/sun/star/frame/XModel.hpp>

namespace quartet
{

/** Looks at a workbook that was just opened, and says in a bar above its cells
    which of them have changed. A document that records no version of the data,
    or the present one, is not looked at any further.

    The bar comes once: not again when the person has closed it or has looked at
    the changes, nor when the workbook was saved with the present data. */
void noteUpdate(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::frame::XModel>& document);

/// Shows a new workbook with the changed cells, before and now.
void showChanges(const Invocation& invocation, const char* argument);

} // namespace quartet
