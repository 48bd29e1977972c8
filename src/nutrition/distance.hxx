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
    @param most where it is more, some number above it is returned: that saves time */
std::size_t distance(std::string_view left, std::string_view right, std::size_t most);

/** How badly a word must have been typed to be another one. A slip is 1: a vowel too many or too
    few, a letter doubled or not, one for another that sounds alike, two that have changed places. A
    letter left out of a long word is half as much again, any other wrong letter twice as much, so
    that "bakon" is near "bacon", and "Zange" (tongs) not near "Zunge" (tongue). */
double mistypings(std::string_view typed, std::string_view meant);

/// How many characters a text in UTF-8 has.
std::size_t countCharacters(std::string_view text);

} // namespace quartet
