/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "fuzz_tables.hxx"

namespace quartet
{

namespace
{

// As many of these are kept: what makes a run slow is their number alone.
constexpr std::size_t mostFoods = 30;
constexpr std::size_t mostMedicines = 8;

Tables shortened(Tables tables)
{
    const auto keep = [&tables](const char* table, std::size_t most) {
        auto& rows = tables[table];
        if (rows.size() > most)
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
    };
    keep("foods", mostFoods);
    keep("medicines", mostMedicines);
    return tables;
}

FuzzTables read()
{
    std::vector<std::string> complaints;
    const TableSource source(REGISTRY, complaints);
    FuzzTables tables;
    tables.data =
        std::make_shared<const Data>(shortened(source.tables("Foods")), std::vector<Damage>());
    const Tables others = shortened(source.tables("Standards"));
    tables.standards =
        std::make_shared<const Standards>(others, tables.data, std::vector<Damage>());
    std::vector<Damage> damages;
    tables.importRules = std::make_shared<const ImportRules>(others, tables.data, damages);
    tables.labelRules = std::make_shared<const LabelRules>(
        source.tables("Labels"), tables.importRules, tables.data, damages);
    tables.foodNames = std::make_shared<const FoodNames>(source.tables("Names"));
    require(!tables.data->foods.foods().empty(), "the tables are not read");
    return tables;
}

} // namespace

const FuzzTables& fuzzTables()
{
    static const FuzzTables tables = read();
    return tables;
}

} // namespace quartet

/// Before the first run: reading takes longer than any run may.
extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    quartet::fuzzTables();
    return 0;
}
