/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "fuzz_bytes.hxx"

#include <cstdio>
#include <cstdlib>

namespace quartet
{

namespace
{

// More than these take long and find nothing else.
constexpr std::size_t mostColumns = 12;
constexpr std::size_t mostLines = 24;

} // namespace

std::vector<std::vector<std::string>> fuzzCells(const std::uint8_t* bytes, std::size_t size)
{
    std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(1));
    for (const char sign : fuzzText(bytes, size))
    {
        if (sign == '\n' && lines.size() < mostLines)
            lines.emplace_back(1);
        else if (sign == '\t' && lines.back().size() < mostColumns)
            lines.back().emplace_back();
        else
            lines.back().back() += sign;
    }
    return lines;
}

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "finding: %s\n", what);
    std::abort();
}

} // namespace quartet
