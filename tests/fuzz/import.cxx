/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Tables of other people: a header line, then rows.

#include "fuzz_tables.hxx"

#include "labels/import_reading.hxx"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    auto lines = fuzzCells(bytes, size);
    const ImportRules& rules = *fuzzTables().importRules;
    ImportTable table;
    table.headers = lines.front();
    for (std::size_t i = 1; i < lines.size(); ++i)
    {
        auto& row = table.rows.emplace_back();
        lines[i].resize(table.headers.size());
        for (const std::string& text : lines[i])
        {
            const auto number = parseNumber(text);
            row.push_back(text.empty() ? ImportCell()
                          : number     ? ImportCell(*number)
                                       : ImportCell(text));
        }
    }
    ImportGrid grid;
    grid.emplace_back(table.headers.begin(), table.headers.end());
    grid.insert(grid.end(), table.rows.begin(), table.rows.end());
    const ImportReading reading = readImport(grid, rules);
    require(reading.mappings.size() == reading.table.headers.size(), "not one mapping a column");
    importFoods(reading.table, reading.mappings, {}, "somebody", false, rules);
    const auto mappings = rules.read(table.headers);
    require(mappings.size() == table.headers.size(), "not one mapping a header");
    for (const bool replace : { false, true })
    {
        const ImportOutcome outcome =
            importFoods(table, mappings, { { "Natto", { "beans" } } }, "somebody", replace, rules);
        require(outcome.foods.size() + outcome.leftOut.size() <= table.rows.size(),
                "more foods than rows");
        for (const ImportedFood& food : outcome.foods)
        {
            require(food.cells.size() == outcome.columns.size(), "cells without a column");
            for (const ImportCell& cell : food.cells)
                if (const auto* const number = std::get_if<double>(&cell))
                    require(*number >= 0 && std::isfinite(*number), "no figure of a food");
        }
    }
    return 0;
}
