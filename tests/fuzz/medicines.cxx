/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Lists of medicines as people write them.

#include "fuzz_tables.hxx"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const Standards& standards = *fuzzTables().standards;
    const std::string_view list = fuzzText(bytes, size);
    const auto medicines = standards.medicines.find(list);
    const auto all = standards.interactions.find(medicines, std::nullopt);
    require(standards.interactions.level(list, std::nullopt) != "not listed" || all.empty(),
            "an interaction without a level");
    standards.interactions.describe(list, std::nullopt);
    return 0;
}
