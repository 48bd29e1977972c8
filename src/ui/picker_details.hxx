/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the food picker shows of a food.

#pragma once

#include "nutrition/food_picker.hxx"
#include "ui/controls.hxx"
#include "ui/picker_layout.hxx"
#include "workbook/words.hxx"

namespace quartet
{

/** Shows what is known of the food that is chosen.
    @param rows the details' rows, "heading" among them
    @param food nullptr where none is
    @param portion its grams */
void showFood(const Controls& controls, const PickerRows& rows, const Words& words,
              const FoodPicker& picker, const Food* food, const Result<double>& portion);

} // namespace quartet
