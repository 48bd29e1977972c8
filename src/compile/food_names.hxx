/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The foods' names in other languages: checked, and what several foods share settled.

#pragma once

#include "compile/tables.hxx"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Gives each food of a table the fields "names de" and the like: its name in that language,
    then the other ones, "; " between.

    A word means one food, in whatever language it is typed. Each word by which languages mean
    several foods stands in names/shared.csv: English keeps what it means there; where English has
    no such word the row says which food is meant, or none. Complains of a word that means two
    foods in one language, of a shared word that isn't listed, of a decision that no language
    shares, and of a name without its food.

    @param names the tables of names/, each a set with the name of its file, "names/de": id; name,
           other names
    @param complain is told of what is wrong
    @returns what is shown, a column a language, as the sets food_names and group_names: a
             name that means another food is left out, and the English one shown; as
             ambiguous_words the words that mean none */
Tables giveNames(std::vector<Row>& foods, const Tables& names,
                 const std::function<void(const Damage&)>& complain);

/// The name of a food's field with its names in a language.
std::string namesField(std::string_view language);

} // namespace quartet
