/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What is wrong with an amount, and what would be right.

#pragma once

#include "nutrition/data.hxx"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quartet
{

/// A number of grams, as cells hold it, or a text.
using TypedAmount = std::variant<double, std::string>;

/** One sentence on an amount of a food, in a language; empty where all is well. Asks about
    nothing at all, about a few grams of what comes in pieces, and about a number that may be a
    date. */
std::string adviseAmount(const Data& data, const Food& food, const TypedAmount& amount,
                         std::string_view language);

/** A food's portions as amounts of it, "1 cup (234 g)", in a language; at the end "100 g". */
std::vector<std::string> portionTexts(const Data& data, const Food& food,
                                      std::string_view language);

} // namespace quartet
