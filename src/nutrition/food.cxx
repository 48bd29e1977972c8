/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/nutrient_blocks.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

constexpr std::array otherFields = std::to_array<std::string_view>(
    { "name", "group", "aliases", "source", "portions", "K2 low", "K2 high", "K2 grade",
      "K2 source", "K2 estimate", "K2 estimate low", "K2 estimate high", "K2 rule", "animals",
      "grade", "other grades", "other sources", "note" });

} // namespace

void readValue(std::string_view field, std::string_view text, const Nutrient& nutrient,
               std::optional<double>& value)
{
    if (text.empty())
        return;
    value = readNumber(field, text);
    const auto most = mostPer100g(nutrient.unit);
    if (most && *value > *most)
        throw BadRow(std::string(field), std::string(text) + " is more than 100 g in 100 g");
}

namespace
{

void readFields(const Row& row, const NutrientTable& nutrients, Food& food)
{
    food.values.resize(nutrients.coreSize());
    for (const auto& [field, text] : row.fields())
    {
        if (const auto nutrient = nutrients.findTag(field))
        {
            // Another extension's row may hold them all.
            if (*nutrient >= food.values.size())
                food.values.resize(nutrients.size());
            readValue(field, text, nutrients[*nutrient], food.values[*nutrient]);
            continue;
        }
        const bool isKnown =
            field.starts_with("names ")
            || std::find(otherFields.begin(), otherFields.end(), field) != otherFields.end();
        if (!isKnown && !isSourceField(field, nutrients))
            throw BadRow(std::string(field), "is no field of a food");
    }
}

Account readK2Account(const Row& row, const SourceTable& sources)
{
    Account account{ sources.citation(row, "K2 source"), std::string(row.text("K2 grade")),
                     row.number("K2 low"), row.number("K2 high") };
    if (!account.grade.empty() && !sources.gradeWords(account.grade))
        throw BadRow("K2 grade", "\"" + account.grade + "\" is no grade");
    if (account.low && account.high && *account.low > *account.high)
        throw BadRow("K2 low", "is above K2 high");
    return account;
}

Estimate readEstimate(const Row& row)
{
    const std::string_view rule = row.text("K2 rule");
    const std::size_t space = rule.find(' ');
    Estimate estimate{ row.number("K2 estimate"),
                       row.number("K2 estimate low"),
                       row.number("K2 estimate high"),
                       std::string(rule.substr(0, space)),
                       {} };
    if (space != std::string_view::npos)
        estimate.basis = rule.substr(space + 1);
    if (estimate.value && estimate.rule.empty())
        throw BadRow("K2 rule", "is missing");
    if (estimate.value.value_or(estimate.low.value_or(0)) < estimate.low.value_or(0)
        || estimate.high.value_or(estimate.value.value_or(0)) < estimate.value.value_or(0))
        throw BadRow("K2 estimate", "is outside its range");
    return estimate;
}

void requireSources(const Food& food, const NutrientTable& nutrients)
{
    for (NutrientIndex i = 0; i < food.values.size(); ++i)
        if (food.value(i) && !food.account(i, nutrients.k2()).source)
            throw BadRow(nutrients.k2().contains(i) ? "K2 source" : "source",
                         nutrients[i].tag + " has no source");
    if ((food.k2.low || food.k2.high) && !food.k2.source)
        throw BadRow("K2 source", "is missing");
    if (food.k2.source && food.k2.grade.empty())
        throw BadRow("K2 grade", "is missing");
}

} // namespace

std::optional<double> mostPer100g(std::string_view unit)
{
    if (unit == "g")
        return 100;
    if (unit == "mg")
        return 100e3;
    if (unit == "µg")
        return 100e6;
    return std::nullopt;
}

const Account& Food::account(NutrientIndex nutrient, const Menaquinones& menaquinones) const
{
    if (menaquinones.contains(nutrient) && !accounts.exceptions.contains(nutrient))
        return k2;
    if (nutrient < values.size())
        return accounts.of(nutrient);
    static const Account none;
    const Account* const account = blocks ? blocks->account(id, nutrient) : nullptr;
    return account ? *account : none;
}

std::optional<double> Food::valueInBlock(NutrientIndex nutrient) const
{
    return blocks ? blocks->value(id, nutrient) : std::nullopt;
}

Food readFood(const Row& row, const NutrientTable& nutrients, const SourceTable& sources)
{
    Food food;
    food.id = row.id();
    food.name = row.requiredText("name");
    food.group = row.requiredText("group");
    for (const std::string_view alias : split(row.text("aliases"), ";"))
        food.aliases.emplace_back(alias);
    readFields(row, nutrients, food);
    food.portions = readPortions(row, "portions");
    food.ofAnimals = !row.text("animals").empty();
    food.accounts = readAccounts(row, nutrients, sources);
    food.k2 = readK2Account(row, sources);
    food.k2Estimate = readEstimate(row);
    requireSources(food, nutrients);
    completeK2(food, nutrients.k2());
    return food;
}

} // namespace quartet
