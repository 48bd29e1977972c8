/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What all fuzz targets share: texts and cells out of bytes, and how a finding ends a run.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Lines of cells: a line ends at "\n", a cell at "\t". No more than a run can take. */
std::vector<std::vector<std::string>> fuzzCells(const std::uint8_t* bytes, std::size_t size);

inline std::string_view fuzzText(const std::uint8_t* bytes, std::size_t size)
{
    return { reinterpret_cast<const char*>(bytes), size };
}

/// Ends the run as a finding.
void require(bool holds, const char* what);

} // namespace quartet
