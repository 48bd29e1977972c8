/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a template takes from the registry's tables, so that it stands nowhere twice.

#pragma once

#include <functional>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// The rows of a table, each by the names of its columns.
using RegistryRows = std::vector<std::map<std::string, std::string, std::less<>>>;

/** Reads CSV with a header.
    @throws std::runtime_error for a row that hasn't as many cells as the header */
RegistryRows readRegistryRows(std::string_view csv);

/** Puts rows of tables in place of a tree's shorthand:

        <quartet:each table="vitamin_d" except="standard=safety">...</quartet:each>

    is its content once a row, {{=column}} replaced by that row's cell, without
    the rows whose column has that value; and in an attribute

        {{=ids authorities except id=article}}

    is the list "nam";"efsa";... of the rows' ids, as a condition takes it.
    @param table gives the rows of a table by its name
    @throws std::runtime_error for an unknown column, a shorthand without an end */
void putRegistryRows(pugi::xml_node tree,
                     const std::function<RegistryRows(const std::string&)>& table);

} // namespace quartet
