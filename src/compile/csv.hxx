/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Comma-separated values, as RFC 4180 has them, in UTF-8.

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct CsvRecord
{
    std::size_t line; ///< where it begins, from 1
    std::vector<std::string> cells;
};

class CsvError : public std::runtime_error
{
public:
    CsvError(std::size_t line, const std::string& reason)
        : std::runtime_error(reason)
        , m_line(line)
    {
    }

    std::size_t line() const { return m_line; }

private:
    std::size_t m_line;
};

/** All records of a text, the header among them. Empty lines are left out.
    @throws CsvError where a quote isn't closed or stands inside a bare cell */
std::vector<CsvRecord> parseCsv(std::string_view text);

} // namespace quartet
