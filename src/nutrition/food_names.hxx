/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What foods and their groups are called in the languages beside English.

#pragma once

#include "nutrition/row.hxx"

#include <map>
#include <string>
#include <string_view>

namespace quartet
{

class FoodNames
{
public:
    /// Reads rows of the tables food_names and group_names: id; a column a language.
    explicit FoodNames(const Tables& tables);

    /** The name in a language; the English one where there is none.
        @param id of the food; empty for one of a workbook's own */
    std::string food(std::string_view id, const std::string& english,
                     std::string_view language) const;
    std::string group(const std::string& english, std::string_view language) const;

    /// The English name of a group that is named in any language; the text where it is none.
    std::string englishGroup(std::string_view name) const;

private:
    using ByLanguage = std::map<std::string, std::string, std::less<>>;

    std::map<std::string, ByLanguage, std::less<>> m_foods;     ///< by id
    std::map<std::string, ByLanguage, std::less<>> m_groups;    ///< by English name
    std::map<std::string, std::string, std::less<>> m_groupsOf; ///< English name by folded name
};

} // namespace quartet
