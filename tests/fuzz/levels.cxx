/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Vitamin D levels: a number's bytes, its unit, the standard's name.

#include "fuzz_tables.hxx"

#include <cmath>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    double level = 0;
    if (size <= sizeof level)
        return 0;
    std::memcpy(&level, bytes, sizeof level);
    if (!std::isfinite(level)) // Calc has no such number
        return 0;
    const VitaminDStandards& standards = fuzzTables().standards->vitaminD;
    const auto unit = bytes[sizeof level] & 1 ? LevelUnit::NgPerMl : LevelUnit::NmolPerL;
    const std::string_view standard = fuzzText(bytes, size).substr(sizeof level + 1);
    for (const std::string_view name : { standard, std::string_view("article") })
    {
        const auto status = standards.status(level, unit, name);
        require(!status || (level >= 0 && !status->empty()), "a status of no level");
        const auto edges = standards.edges(name, unit);
        if (level >= 0 && edges)
            require(status.has_value(), "a standard that says nothing");
    }
    require(standards.caution(level, unit).has_value() == (level >= 0), "a caution of no level");
    standards.compare(level, unit);
    return 0;
}
