/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Whole files, read and written.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace quartet
{

/// @throws std::runtime_error where there is no such file
std::string readFile(const std::filesystem::path& file);

/** Writes a file, and its folder where there is none yet.
    @throws std::runtime_error */
void writeFile(const std::filesystem::path& file, std::string_view content);

} // namespace quartet
