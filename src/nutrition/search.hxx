/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Finding a food by what people type: parts of words, other word order, typos.

#pragma once

#include "nutrition/food_table.hxx"

#include <string_view>
#include <vector>

namespace quartet
{

/** The foods that match a search text, the best first.

    Every word of the text must match a word of the food's name, alias or group:
    exactly, as its beginning, or with few letters wrong. Among equal matches
    names come before aliases and short names before long ones. */
std::vector<const Food*> searchFoods(const FoodTable& foods, std::string_view text);

} // namespace quartet
