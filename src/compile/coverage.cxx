/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/coverage.hxx"

#include "nutrition/k2.hxx"

#include <array>

namespace quartet
{

std::vector<std::string> coverageTable(const Data& data)
{
    std::vector<std::string> lines{ "| nutrient | known | assumed | unknown |",
                                    "| --- | ---: | ---: | ---: |" };
    for (NutrientIndex i = 0; i < data.nutrients.size(); ++i)
    {
        std::size_t known = 0;
        std::size_t assumed = 0;
        std::size_t unknown = 0;
        for (const Food& food : data.foods.foods())
        {
            if (!food.value(i))
                ++unknown;
            else if (data.sources.isAssumed(food.account(i, data.nutrients.k2()).grade))
                ++assumed;
            else
                ++known;
        }
        // Such as vitamin K, which only targets are set for.
        if (known + assumed == 0)
            continue;
        lines.push_back("| " + data.nutrients[i].name + " (`" + data.nutrients[i].tag + "`) | "
                        + std::to_string(known) + " | " + std::to_string(assumed) + " | "
                        + std::to_string(unknown) + " |");
    }
    return lines;
}

std::vector<std::string> k2Table(const Data& data)
{
    const Menaquinones& k2 = data.nutrients.k2();
    enum Kind
    {
        Known,
        Assumed,
        Estimated,
        Range,
        Nothing
    };
    std::array<std::size_t, Nothing + 1> foods{};
    for (const Food& food : data.foods.foods())
    {
        if (food.value(k2.total))
            ++foods[data.sources.isAssumed(food.k2.grade) ? Assumed : Known];
        else if (food.k2Estimate.value)
            ++foods[Estimated];
        else
            ++foods[k2Per100g(food, k2, K2Form::High) ? Range : Nothing];
    }
    std::string line = "|";
    for (const std::size_t count : foods)
        line += " " + std::to_string(count) + " |";
    return { "| vitamin K2: known | assumed zero | estimated | a range alone | nothing |",
             "| ---: | ---: | ---: | ---: | ---: |", line };
}

} // namespace quartet
