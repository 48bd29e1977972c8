/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "compile/csv.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace quartet
{

namespace
{

const FoodTable& realFoods() { return realRegistry().data().foods; }

std::vector<std::string> names(const std::vector<const Food*>& foods)
{
    std::vector<std::string> names;
    for (const Food* food : foods)
        names.push_back(food->name);
    return names;
}

/// The names of the real foods that a text finds.
std::vector<std::string> found(std::string_view text)
{
    return names(searchFoods(realFoods(), text));
}

/// The first of them; empty where there is none.
std::string first(std::string_view text)
{
    const auto foods = searchFoods(realFoods(), text);
    return foods.empty() ? std::string() : foods.front()->name;
}

/// Plain letters in upper case, all others as they are.
std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

/// A table of foods with these names and aliases.
FoodTable smallFoods(const std::vector<std::pair<std::string, std::string>>& foods)
{
    std::vector<Row> rows;
    for (const auto& [name, aliases] : foods)
        rows.push_back(foodRow({ { "name", name }, { "aliases", aliases } },
                               "food-" + std::to_string(rows.size())));
    std::vector<Damage> damages;
    FoodTable table(rows, smallNutrients(), smallSources(), damages);
    EXPECT_TRUE(damages.empty());
    return table;
}

} // namespace

TEST(Search, FindsWhatPeopleMean)
{
    std::ifstream in(MISSPELT, std::ios::binary);
    const auto rows = parseCsv(std::string(std::istreambuf_iterator<char>(in), {}));
    ASSERT_GE(rows.size(), 111u);
    EXPECT_EQ(rows.front().cells, (std::vector<std::string>{ "typed", "food" }));
    double right = 0;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    {
        ASSERT_EQ(row->cells.size(), 2u) << "line " << row->line;
        const std::string& meant = row->cells[1];
        const Food* const food = realFoods().find(meant);
        ASSERT_NE(food, nullptr) << "line " << row->line << ": " << meant;
        EXPECT_EQ(food->name, meant) << "line " << row->line;
        if (const std::string best = first(row->cells[0]); best == meant)
            ++right;
        else
            std::cout << "line " << row->line << ": \"" << row->cells[0] << "\" finds \"" << best
                      << "\" before \"" << meant << "\"\n";
    }
    const double share = right / static_cast<double>(rows.size() - 1);
    std::cout << right << " of " << rows.size() - 1 << " found first\n";
    EXPECT_GE(share, 0.95);
}

TEST(Search, KnowsWhatShoppingListsAndDiariesSay)
{
    // An exact name or alias, as a cell holds it: nothing is guessed there.
    std::ifstream in(EVERYDAY, std::ios::binary);
    const auto rows = parseCsv(std::string(std::istreambuf_iterator<char>(in), {}));
    ASSERT_GE(rows.size(), 336u);
    EXPECT_EQ(rows.front().cells, (std::vector<std::string>{ "phrase", "food id" }));
    double right = 0;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    {
        ASSERT_EQ(row->cells.size(), 2u) << "line " << row->line;
        const Food* const food = realFoods().find(row->cells[0]);
        if (food && food->id == row->cells[1])
            ++right;
        else
            std::cout << "line " << row->line << ": \"" << row->cells[0] << "\" is "
                      << (food ? food->id : "no name") << "\n";
    }
    const double share = right / static_cast<double>(rows.size() - 1);
    std::cout << right << " of " << rows.size() - 1 << " phrases are names\n";
    EXPECT_GE(share, 0.95);
}

TEST(Search, FindsEachFoodByItsOwnNameInAnyCase)
{
    for (const Food& food : realFoods().foods())
    {
        EXPECT_EQ(first(food.name), food.name);
        EXPECT_EQ(first(upper(food.name)), food.name);
    }
}

TEST(Search, FindsTheSameInAnyCase)
{
    for (const char* const text : { "gouda", "yoghurt greek", "crème fraîche", "chiken", "m" })
    {
        const auto lower = found(text);
        EXPECT_FALSE(lower.empty()) << text;
        EXPECT_EQ(found(upper(text)), lower) << text;
    }
    EXPECT_EQ(found("CRÈME FRAÎCHE"), found("creme fraiche"));
}

TEST(Search, FindsNothingWhereNothingIsMeant)
{
    for (const char* const text : { "", "  ", " ,;- ", "qqqq", "gouda qqqq" })
        EXPECT_THAT(found(text), testing::IsEmpty()) << text;
}

TEST(Search, FindsEachFoodOnce)
{
    for (const char* const text : { "milk", "cheese", "a" })
    {
        auto all = found(text);
        const auto size = all.size();
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        EXPECT_EQ(all.size(), size) << text;
    }
}

TEST(Search, PrefersNamesToAliases)
{
    const FoodTable foods = smallFoods({ { "Ayran", "kefir drink" }, { "Kefir sweet", "" } });
    EXPECT_THAT(names(searchFoods(foods, "kefir")), testing::ElementsAre("Kefir sweet", "Ayran"));
}

TEST(Search, PrefersShortNames)
{
    const FoodTable foods = smallFoods({ { "Kefir, long", "" }, { "Kefir, low", "" } });
    EXPECT_THAT(names(searchFoods(foods, "kefir")),
                testing::ElementsAre("Kefir, low", "Kefir, long"));
}

TEST(Search, PrefersExactWordsToBeginningsToMistakes)
{
    const FoodTable foods = smallFoods({ { "Kefyr", "" }, { "Kefirs", "" }, { "Kefir", "" } });
    EXPECT_THAT(names(searchFoods(foods, "kefir")),
                testing::ElementsAre("Kefir", "Kefirs", "Kefyr"));
}

} // namespace quartet
