/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How far two words are apart.

#pragma once

#include <cstddef>
#include <string_view>

namespace quartet
{

/** The Damerau-Levenshtein distance of two texts in UTF-8: characters that are left out,
    added, wrong, or swapped with their neighbour.
    @param costOfOther what another letter costs, where the two don't sound alike: 2 has "bakon"
   near "bacon" and "savon" not near "savoy"
    @param most where it is more, some number above it is returned: that saves time */
std::size_t distance(std::string_view left, std::string_view right, std::size_t most,
                     std::size_t costOfOther = 1);

/// How many characters a text in UTF-8 has.
std::size_t countCharacters(std::string_view text);

} // namespace quartet
