/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "compile/csv.hxx"
#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
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
    return names(searchFoods(realFoods(), text).foods);
}

/// The first of them; empty where none is meant.
std::string first(std::string_view text)
{
    const auto found = realRegistry().data().search(realFoods(), text);
    return found.likely == 0 ? std::string() : found.foods.front()->name;
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

std::vector<CsvRecord> records(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return parseCsv(std::string(std::istreambuf_iterator<char>(in), {}));
}

/// Of a language's words from shopping lists and diaries: how many find a food that is meant
/// first, and how many are a food's name as they stand.
void expectWords(const std::filesystem::path& list)
{
    const std::string name = list.stem().string();
    const std::string language = name.substr(name.size() - 2);
    const auto rows = records(list);
    ASSERT_GE(rows.size(), 101u) << name;
    int all = 0;
    int right = 0;
    int exact = 0;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    {
        const auto meant = split(row->cells[1], ";");
        const auto isMeant = [&meant](const Food* food) {
            return food && std::find(meant.begin(), meant.end(), food->id) != meant.end();
        };
        const bool isThere = std::any_of(meant.begin(), meant.end(), [](std::string_view id) {
            return realFoods().find(id) != nullptr;
        });
        if (!isThere)
            continue;
        const auto found = realRegistry().data().search(realFoods(), row->cells[0], language);
        const Food* const best = found.likely == 0 ? nullptr : found.foods.front();
        ++all;
        right += isMeant(best) ? 1 : 0;
        exact += isMeant(realFoods().find(row->cells[0])) ? 1 : 0;
        if (!isMeant(best))
            std::cout << name << ": \"" << row->cells[0] << "\" finds "
                      << (best ? best->id : "nothing") << "; meant: " << row->cells[1] << '\n';
    }
    std::cout << name << ": of " << all << " words " << right << " found first, " << exact
              << " exact\n";
    EXPECT_GE(right, all * 95 / 100) << name;
    EXPECT_GE(exact, all * 85 / 100) << name;
}

TEST(Search, FindsEverydayWordsOfEachLanguage)
{
    // Two lists a language, by different hands.
    for (const auto& each : std::filesystem::directory_iterator(WORDS))
    {
        const std::string name = each.path().stem().string();
        if (name.size() == 2 || name.starts_with("shopping-"))
            expectWords(each.path());
    }
}

TEST(Search, HasNoAnswerForWhatIsNoFood)
{
    std::size_t words = 0;
    for (const auto& each : std::filesystem::directory_iterator(WORDS))
    {
        const std::string name = each.path().stem().string();
        if (!name.starts_with("none-") && name != "nonfoods")
            continue;
        const auto rows = records(each.path());
        for (auto row = rows.begin() + 1; row != rows.end(); ++row, ++words)
            EXPECT_EQ(first(row->cells.back()), "") << name << ": " << row->cells.back();
    }
    EXPECT_GE(words, 40u);
}

TEST(Search, TakesNoOtherWordForATypo)
{
    for (const auto& [typed, never] :
         { std::pair("kase", "Kale, raw"), std::pair("jabon", "Ham, sliced"),
           std::pair("lait", "Rice pudding") })
        EXPECT_NE(first(typed), never);
    EXPECT_EQ(first("guda"), "Gouda");
    // Hot peppers to some, a sausage to others.
    EXPECT_EQ(first("Peperoni"), "");
}

TEST(Search, TakesHiraganaForKatakana)
{
    for (const char* const text : { "なっとう", "ナットウ", "納豆" })
        EXPECT_EQ(first(text), "Natto") << text;
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
    EXPECT_THAT(names(searchFoods(foods, "kefir").foods),
                testing::ElementsAre("Kefir sweet", "Ayran"));
}

TEST(Search, PrefersShortNames)
{
    const FoodTable foods = smallFoods({ { "Kefir, long", "" }, { "Kefir, low", "" } });
    EXPECT_THAT(names(searchFoods(foods, "kefir").foods),
                testing::ElementsAre("Kefir, low", "Kefir, long"));
}

TEST(Search, PrefersExactWordsToBeginningsToMistakes)
{
    const FoodTable foods = smallFoods({ { "Kefyr", "" }, { "Kefirs", "" }, { "Kefir", "" } });
    EXPECT_THAT(names(searchFoods(foods, "kefir").foods),
                testing::ElementsAre("Kefir", "Kefirs", "Kefyr"));
}

TEST(Search, TakesNoTextThatIsLongerThanAnyName)
{
    const FoodTable foods = smallFoods({ { "Kefir", "" } });
    EXPECT_FALSE(searchFoods(foods, "kefir" + std::string(900, ' ')).foods.empty());
    EXPECT_TRUE(searchFoods(foods, "kefir" + std::string(1U << 20U, ' ')).foods.empty());
}

} // namespace quartet
