/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The languages of the windows, and their words: what stands in a file a language,
// and what stands in tables.

#pragma once

#include "nutrition/row.hxx"

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A row of languages.csv. */
struct Language
{
    std::string id;       ///< "de"
    std::string locale;   ///< "de_DE", in the names of files
    std::string header;   ///< a column of foods in other people's tables
    std::string medicine; ///< a vitamin K antagonist, as a person there may write it
};

/// @param tables with "languages"
std::vector<Language> readLanguages(const Tables& tables, std::vector<Damage>& damages);

/** The nutrients' names in one language as lines of a .properties file,
    "nutrient.CA=Calcium". A nutrient without a name there is a damage.
    @param tables with "nutrients" and "nutrient_names" */
std::string nutrientWords(const Tables& tables, const Language& language,
                          std::vector<Damage>& damages);

/** The ids of a .properties file that have a text, in their order. A sentence that is
    there in several plural forms, "a[one]" and "a[other]", is "a[]". */
std::vector<std::string> wordIds(std::string_view properties);

/** Which sentences of a .properties file that count something lack one of the language's
    forms, its "plural.forms", or have another; and which have {count} in them and no forms,
    unless they are the heading of a number, ending in ": {count}".
    @throws std::runtime_error where the forms can't be read */
std::vector<std::string> pluralFaults(std::string_view properties);

} // namespace quartet
