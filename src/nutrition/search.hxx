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

/** What a search found, the best first. */
struct FoundFoods
{
    std::vector<const Food*> foods;
    std::size_t likely = 0; ///< how many of them are like enough to be meant
    /// Whether all words before the first comma of the best one's name are typed.
    bool isWhole = false;
};

/** The foods that match a search text.

    Every word of the text must match a word of one of the food's names or of its group: exactly,
    in the regular plural or singular, as its beginning, as the end of a compound
    ("Brot" in "Vollkornbrot"), anywhere in a Japanese word, or with few letters wrong. Letters as
    typed come before wrong ones. Among equal matches names come before aliases and short names
    before long ones. Hiragana are katakana.

    A beginning or a part of a word that is less than half of it finds the food but doesn't mean
    it; nor does a word with more than a slip or two. A word that is typed alone means a food only
    by the single word before the first comma of its name, and by nearly all of that: "jacket" is no
    jacket potato, nor does a group's name mean one of its foods.
    @param language whose names may be misspelt beside the English ones: in all languages at once
           too many words are near */
FoundFoods searchFoods(const FoodTable& foods, std::string_view text,
                       std::string_view language = "en");

} // namespace quartet
