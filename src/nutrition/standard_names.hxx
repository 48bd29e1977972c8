/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What standards are called beside their codes, so that a person may type what a list shows.

#pragma once

#include "nutrition/row.hxx"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** The names of the standards of one table, in every language. */
class StandardNames
{
public:
    StandardNames() = default;

    /** Reads rows of registry/names: a standard's code as id; a column of names a language.
        @param table what damages name */
    StandardNames(std::string_view table, const std::vector<Row>& rows,
                  std::vector<Damage>& damages);

    /** One more name of a standard.
        @throws BadRow where it is another's already */
    void add(std::string_view field, std::string_view name, std::string_view code);

    /// All names of one standard of another table mean a standard of this one, as its code does.
    void addAll(std::string_view field, const StandardNames& others, std::string_view theirs,
                std::string_view code);

    /** The code, folded, of the standard that a text names; of no name the text itself, folded:
        it may be a code. */
    std::string code(std::string_view said) const;

private:
    std::map<std::string, std::string, std::less<>> m_codes; ///< by folded name
};

} // namespace quartet
