/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/estimated_foods.hxx"

#include "compile/dishes.hxx"
#include "compile/estimates.hxx"
#include "nutrition/k2_figures.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

/// Gives the dishes the figures of their recipes.
void cook(TableSource& source, const Data& data, std::vector<Damage>& damages)
{
    std::vector<Damage> toldElsewhere;
    const RetentionTable retention(tableRows(source.tables("Labels"), "retention"), data,
                                   toldElsewhere);
    const Dishes dishes(tableRows(source.tables("Build"), "dishes"), retention, data, damages);
    const Tables blocks = source.tables("Nutrients");
    for (const auto& [block, rows] : blocks)
        source.replace(block, dishes.block(block, rows));
    source.replace("foods", dishes.foods(tableRows(source.tables("Foods"), "foods")));
    source.replace("estimated_foods",
                   dishes.estimated(tableRows(source.tables("Build"), "estimated_foods")));
}

/// "nevo-2025 513" of a row's field.
std::string_view sourceOf(const Row& row, const std::string& tag)
{
    const std::string_view own = row.text(tag + " source");
    return own.empty() ? row.text("K2 source") : own;
}

/** Each K2 figure of a food stands in the table of published figures as used, with the
    same source; and each figure there is of a food. */
void checkFigures(const std::vector<Row>& foods, const std::vector<Row>& published,
                  const Data& data, std::vector<Damage>& damages)
{
    const K2Figures readable(published, data.sources, damages);
    for (const Row& figure : published)
    {
        const Food* const found = data.foods.find(figure.text("food"));
        if (!found || found->id != figure.text("food"))
            damages.push_back({ "k2_figures", figure.id(), {}, "food", "is no food" });
    }
    const Menaquinones& k2 = data.nutrients.k2();
    for (const Row& food : foods)
    {
        if (data.sources.isAssumed(food.text("K2 grade")))
            continue;
        for (const NutrientIndex part : { k2.total, k2.mk4, k2.mk7, k2.other })
        {
            const std::string& tag = data.nutrients[part].tag;
            const std::string_view value = food.text(tag);
            if (value.empty())
                continue;
            const bool stands =
                std::any_of(published.begin(), published.end(), [&](const Row& figure) {
                    return figure.text("food") == food.id() && figure.text("used") == "yes"
                           && parseNumber(figure.text("value")) == parseNumber(value)
                           && figure.text("source") == sourceOf(food, tag);
                });
            if (!stands)
                damages.push_back(
                    { "foods",
                      food.id(),
                      {},
                      tag,
                      "stands in k2_figures.csv with no such value and source as used" });
        }
    }
}

} // namespace

EstimatedFoods estimateFoods(TableSource& source)
{
    EstimatedFoods checked;
    const auto read = [&source] {
        return std::make_shared<const Data>(source.foods(), std::vector<Damage>());
    };
    checked.data = read();
    // A food that can't be read would be missed by every rule that leans on it.
    if (!source.isWhole() || !checked.data->damages().empty())
        return checked;
    cook(source, *checked.data, checked.damages);
    checked.data = read();
    const auto& foods = tableRows(source.tables("Foods"), "foods");
    checkFigures(foods, tableRows(source.tables("Figures"), "k2_figures"), *checked.data,
                 checked.damages);
    const Estimates estimates(source.tables("Build"), *checked.data, checked.damages);
    checked.estimates = estimates.table();
    source.replace("foods", estimates.appliedTo(foods));
    checked.data = read();
    return checked;
}

} // namespace quartet
