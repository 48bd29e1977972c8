/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compile-registry REGISTRY OUT
//
// Checks the registry's CSV tables and writes them as OUT/Foods.xcu, OUT/Nutrients.xcu
// and OUT/Standards.xcu, and the tables' rows into the folder OUT/registry.
// What is wrong is printed with file, line and column, and nothing is written.
// Else it prints how much the tables know.

#include "compile/coverage.hxx"
#include "compile/estimated_foods.hxx"
#include "compile/tables.hxx"
#include "labels/label_rules.hxx"
#include "labels/retention.hxx"
#include "nutrition/standards.hxx"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

int main(int argc, char** argv)
{
    using namespace quartet;
    if (argc != 3)
    {
        std::cerr << "usage: compile-registry REGISTRY OUT\n";
        return 2;
    }
    const std::filesystem::path registry = argv[1];
    const std::filesystem::path out = argv[2];
    try
    {
        std::vector<std::string> complaints;
        TableSource source(registry, complaints);
        const EstimatedFoods foods = estimateFoods(source);
        const auto& data = foods.data;
        const Standards standards(source.tables("Standards"), data, {});
        std::vector<Damage> importDamages;
        const auto importRules =
            std::make_shared<const ImportRules>(source.tables("Standards"), data, importDamages);
        const LabelRules labelRules(source.tables("Labels"), importRules, data, importDamages);
        const RetentionTable retention(tableRows(source.tables("Labels"), "retention"), *data,
                                       importDamages);
        std::vector<Damage> measureDamages;
        data->measures(&measureDamages);
        for (const auto* const damages :
             { &data->damages(), &foods.damages, &standards.damages(),
               &std::as_const(importDamages), &std::as_const(measureDamages) })
            for (const Damage& damage : *damages)
                complaints.push_back(source.complaint(damage));
        for (const std::string& complaint : complaints)
            std::cerr << complaint << '\n';
        if (!complaints.empty())
            return 1;
        source.indexNames(data->foods);
        for (const TableGroup& group : source.groups())
        {
            if (group.name == "Build")
                continue;
            std::ofstream file(out / (group.name + ".xcu"), std::ios::binary);
            writeXcu(group, file, out / "registry");
            if (!file.flush())
                throw std::runtime_error("cannot write to " + out.string());
        }
        std::cout << data->foods.foods().size() << " foods\n";
        std::cout << "Words that languages use for different foods, and that mean none:";
        for (const Row& word : tableRows(source.tables("Foods"), "ambiguous_words"))
            std::cout << ' ' << word.id() << ';';
        std::cout << '\n';
        for (const auto& table : { coverageTable(*data), k2Table(*data), foods.estimates })
            for (const std::string& line : table)
                std::cout << line << '\n';
    }
    catch (const std::exception& error)
    {
        std::cerr << "compile-registry: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
