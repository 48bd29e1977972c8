/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts as people type them, weighed as each food's.

#include "fuzz_tables.hxx"

#include "nutrition/amount.hxx"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const auto quantity = parseQuantity(fuzzText(bytes, size));
    if (!quantity)
        return 0;
    require(quantity->number >= 0 && std::isfinite(quantity->number), "no amount of food");
    const Data& data = *fuzzTables().data;
    for (const Food& food : data.foods.foods())
        if (const auto grams = weigh(*quantity, food.portions, data.units))
            require(*grams >= 0, "a negative weight");
    return 0;
}
