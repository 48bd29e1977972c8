/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Vitamin D levels as laboratories print them: what stands in the cell, its unit, the
// standard's name, a line each.

#include "fuzz_tables.hxx"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const auto lines = fuzzCells(bytes, size);
    const auto line = [&lines](std::size_t i) {
        return i < lines.size() ? lines[i].front() : std::string();
    };
    const Standards& standards = *fuzzTables().standards;
    const auto unit = line(1).empty() ? std::nullopt : std::optional(line(1));
    const auto level = standards.levelUnits.parse(line(0), unit);
    if (!level)
        return 0;
    require(std::isfinite(level->value) && level->value >= 0, "no level");
    for (const std::string& name : { line(2), std::string("article") })
    {
        const auto status = standards.vitaminD.status(*level, name);
        require(!status || !status->empty(), "a status without words");
        require(status || status.error() != Problem::InvalidArgument || name != "article",
                "the article has cut-offs");
    }
    const auto verdicts = standards.vitaminD.compare(*level);
    require(verdicts && !verdicts->empty(), "no standard says anything");
    standards.vitaminD.caution(*level);
    return 0;
}
