/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where the food picker's controls stand.

#pragma once

#include "ui/controls.hxx"

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

/** An empty window for the picker's. The sidebar asks its panel's window how wide it wants to
    be, and a window with controls wants to stay as wide as they are now: with
    this one between, the panel can become narrower too. */
css::uno::Reference<css::awt::XWindow>
makePane(const css::uno::Reference<css::uno::XComponentContext>& context,
         const css::uno::Reference<css::awt::XWindow>& parent);

/** The rows of the details: the controls "<row>.name", "<row>.100g", "<row>.portion".
    "heading" stands in the dialog's file; the others, the tagnames of nutrients, are
    made by addPickerRows. */
using PickerRows = std::vector<std::string>;

void addPickerRows(const Controls& controls, const PickerRows& rows);

/// The least height in pixels at which nothing is cut off.
sal_Int32 leastPickerHeight(const Controls& controls, const PickerRows& rows);
sal_Int32 leastPickerWidth(const Controls& controls);

/** Places the controls in a window of this size: the list and the sources take
    what the rest leaves. In right-to-left languages the office mirrors it all. */
void layOutPicker(const Controls& controls, const PickerRows& rows, sal_Int32 width,
                  sal_Int32 height);

} // namespace quartet
