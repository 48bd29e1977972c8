/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Rows of the registry, from any extension: a line of columns, then foods.

#include "fuzz_tables.hxx"

#include "nutrition/food.hxx"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const Data& data = *fuzzTables().data;
    std::string_view text = fuzzText(bytes, size);
    const auto next = [&text] {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return std::string(line);
    };
    try
    {
        const auto columns = std::make_shared<const Columns>(next());
        while (!text.empty())
        {
            const Row row = Row::parse(next(), columns);
            require(Row::parse(row.toText(*columns), columns).fields() == row.fields(),
                    "a row that isn't what it was written from");
            const Food food = readFood(row, data.nutrients, data.sources);
            for (const auto& value : food.values)
                require(!value || (*value >= 0 && std::isfinite(*value)), "no figure of a food");
        }
    }
    catch (const BadRow&)
    {
        // Left out, as it should be.
    }
    return 0;
}
