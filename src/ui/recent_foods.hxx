/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The foods that a person has just used.

#pragma once

#include "nutrition/food_table.hxx"

#include <com/sun/star/frame/XController.hpp>

#include <string>
#include <vector>

namespace quartet
{

/** Foods without repetition, the last one first: some that were inserted, then those of the
    plan in front from its end. Nothing of it is kept beyond the workbook.
    @param inserted the ids of foods, from the first on */
std::vector<const Food*> recentFoods(const css::uno::Reference<css::frame::XController>& controller,
                                     const FoodTable& table,
                                     const std::vector<std::string>& inserted);

} // namespace quartet
