/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where things are in the sheet "Nutrition data".

#pragma once

#include <sal/types.h>

namespace quartet
{

constexpr sal_Int32 headerRow = 5;
constexpr sal_Int32 firstRow = 6;
constexpr sal_Int32 roomColumn = 300;                    ///< right of all else
constexpr sal_Int32 mostRoomColumns = 1024 - roomColumn; ///< of an .xls's or an old office's sheet
constexpr sal_Int32 figuresOfACall = 12;
constexpr sal_Int32 notAvailable = 32767; ///< Calc's number of #N/A

/// The columns of a food's steps before those of the nutrients.
enum FoodStep : sal_Int32
{
    FoodIn,
    AmountIn,
    FoodText,
    FoodRow,
    AmountText,
    Letter,
    NumberText,
    Unit,
    Number,
    Grams,
    FoodSteps
};

} // namespace quartet
