/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where the food picker's controls stand.

#pragma once

#include "ui/controls.hxx"

namespace quartet
{

/// The least height in pixels at which nothing is cut off.
sal_Int32 leastPickerHeight(const Controls& controls);
sal_Int32 leastPickerWidth(const Controls& controls);

/** Places the controls in a window of this size: the list and the sources take
    what the rest leaves. In right-to-left languages the office mirrors it all. */
void layOutPicker(const Controls& controls, sal_Int32 width, sal_Int32 height);

/// The rows of the details: the controls "<tag>.name", "<tag>.100g", "<tag>.portion".
const std::vector<std::string>& pickerRows();

} // namespace quartet
