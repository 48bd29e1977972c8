/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the fuzz targets share: our own tables, cut short so that a run takes
// microseconds, and cells out of bytes.

#pragma once

#include "compile/tables.hxx"
#include "nutrition/food_names.hxx"
#include "nutrition/import_rules.hxx"
#include "nutrition/standards.hxx"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct FuzzTables
{
    std::shared_ptr<const Data> data;
    std::shared_ptr<const Standards> standards;
    std::shared_ptr<const ImportRules> importRules;
    std::shared_ptr<const FoodNames> foodNames;
};

/// Read once.
const FuzzTables& fuzzTables();

/** Lines of cells: a line ends at "\n", a cell at "\t". No more than a run can take. */
std::vector<std::vector<std::string>> fuzzCells(const std::uint8_t* bytes, std::size_t size);

inline std::string_view fuzzText(const std::uint8_t* bytes, std::size_t size)
{
    return { reinterpret_cast<const char*>(bytes), size };
}

/// Ends the run as a finding.
void require(bool holds, const char* what);

} // namespace quartet
