/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a search text says beside the food: an amount, "some", "fresh".

#pragma once

#include "nutrition/measures.hxx"

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A search text without what says nothing of the food: an amount before it or, in digits, behind
    it, and the words that registry/numbers.csv leaves out. "2 slices of fresh bread" may be
    "fresh bread" or "bread", "卵2個" is "卵".
    @returns the texts to look for, what says most first; none where nothing can be left out */
std::vector<std::string> withoutAmount(std::string_view text, const Measures& measures);

/// Whether a text says that the food is fresh.
bool saysFresh(std::string_view text, const Measures& measures);

} // namespace quartet
