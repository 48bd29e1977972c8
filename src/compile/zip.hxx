/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A ZIP archive.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quartet
{

/** Files stored as they are, in the order they come, without a date: the same
    files make the same archive. */
class Zip
{
public:
    void add(std::string_view name, std::string_view content);

    /// The whole archive.
    std::string bytes() const;

private:
    std::string m_files;
    std::string m_directory;
    std::uint16_t m_count = 0;
};

} // namespace quartet
