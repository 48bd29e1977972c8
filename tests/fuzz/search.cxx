/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What people type to find a food.

#include "fuzz_tables.hxx"

#include "nutrition/search.hxx"

#include <set>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const FoundFoods all = searchFoods(fuzzTables().data->foods, fuzzText(bytes, size));
    const auto& found = all.foods;
    require(all.likely <= found.size(), "more likely foods than foods");
    const std::set<const Food*> once(found.begin(), found.end());
    require(once.size() == found.size(), "a food is found twice");
    return 0;
}
