/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Rows of the sheet "My foods", its headers first.

#include "fuzz_tables.hxx"

#include "nutrition/own_foods.hxx"

#include <cmath>

namespace quartet
{

namespace
{

OwnCell cell(const std::string& text)
{
    if (text.empty())
        return {};
    if (const auto number = parseNumber(text))
        return *number;
    if (text == "#N/A")
        return CellFailure{ 502 };
    if (text == "=")
        return Uncomputed();
    return text;
}

} // namespace

} // namespace quartet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    auto lines = fuzzCells(bytes, size);
    const std::shared_ptr<const Data>& data = fuzzTables().data;
    const OwnColumns columns(lines.front(), data->nutrients, data->units,
                             [] { return fuzzTables().labelRules; });
    const std::size_t width = columns.all().size();
    std::vector<OwnCells> rows;
    for (std::size_t i = 1; i < lines.size(); ++i)
    {
        OwnCells& row = rows.emplace_back();
        lines[i].resize(width);
        for (const std::string& text : lines[i])
            row.push_back(cell(text));
    }
    const OwnFoods own(data, columns, rows);
    require(own.fingerprint() == OwnFoods(data, columns, rows).fingerprint(), "two fingerprints");
    for (const OwnEntry& entry : own.entries())
    {
        require(own.atRow(entry.row) == &entry, "a row that isn't at its place");
        if (!entry.reading.food)
            continue;
        for (const auto& value : entry.reading.food->values)
            require(!value || (*value >= 0 && std::isfinite(*value)), "no figure of a food");
    }
    return 0;
}
