/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which form of a sentence goes with a number of things: "1 cell", "2 cells".

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/** A language's forms, by the rules of the Unicode CLDR for whole numbers:

        one: n = 0..1; few: n % 10 = 2..4 and n % 100 != 12,13,14; other

    The first whose condition holds; the last has none. */
class PluralForms
{
public:
    /// @throws std::runtime_error where a rule can't be read
    explicit PluralForms(std::string_view rules);

    const std::string& of(std::size_t number) const;
    std::vector<std::string> names() const;

    /// A sentence's id in one of its forms: "explain.range[one]".
    std::string id(std::string_view id, std::size_t number) const;

private:
    std::vector<std::pair<std::string, std::string>> m_rules; ///< name, condition
};

} // namespace quartet
