/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

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
    const auto rows = parseCsv(readFile(MISSPELT));
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

namespace
{

std::vector<CsvRecord> rowsOf(const std::filesystem::path& file)
{
    auto rows = parseCsv(readFile(file));
    EXPECT_GE(rows.size(), 2u) << file;
    rows.erase(rows.begin());
    return rows;
}

/// Everyday words of a language; the hand that wrote them has the part of the name before "-".
struct WordList
{
    std::filesystem::path file;
    std::string name;
    std::string language;
};

/// The lists of tests/words with words of foods. Three are of other things.
std::vector<WordList> wordLists()
{
    std::vector<WordList> lists;
    for (const auto& each : std::filesystem::directory_iterator(WORDS))
    {
        const std::string name = each.path().stem().string();
        const std::string language = name.substr(std::max<std::size_t>(name.size(), 2) - 2);
        if (name == "amounts" || name == "nonfoods" || name == "phrases")
            continue;
        const auto& known = languageIds();
        EXPECT_NE(std::find(known.begin(), known.end(), language), known.end()) << each.path();
        lists.push_back({ each.path(), name, language });
    }
    return lists;
}

/// How many words of a list find a food that is meant first, and how many are a food's name as
/// they stand.
struct Known
{
    int all = 0;
    int first = 0;
    int exact = 0;
};

Known known(const WordList& list)
{
    Known known;
    for (const CsvRecord& row : rowsOf(list.file))
    {
        const auto meant = split(row.cells[1], ";");
        const auto isMeant = [&meant](const Food* food) {
            return food && std::find(meant.begin(), meant.end(), food->id) != meant.end();
        };
        for (const std::string_view id : meant)
            EXPECT_NE(realFoods().find(id), nullptr)
                << list.name << " line " << row.line << ": " << id;
        const auto found = realRegistry().data().search(realFoods(), row.cells[0], list.language);
        const Food* const best = found.likely == 0 ? nullptr : found.foods.front();
        const Food* const named = realFoods().find(row.cells[0]);
        ++known.all;
        known.first += isMeant(best) ? 1 : 0;
        known.exact += isMeant(named) ? 1 : 0;
        if (!isMeant(best) || !isMeant(named))
            std::cout << list.name << ": \"" << row.cells[0] << "\" finds "
                      << (best ? best->id : "nothing") << ", is " << (named ? named->id : "no name")
                      << "; meant: " << row.cells[1] << '\n';
    }
    std::cout << list.name << ": of " << known.all << " words " << known.first << " found first, "
              << known.exact << " exact\n";
    return known;
}

} // namespace

class EverydayWords : public testing::TestWithParam<std::string>
{
};

TEST_P(EverydayWords, FindTheirFoods)
{
    int words = 0;
    for (const WordList& list : wordLists())
    {
        if (list.language != GetParam())
            continue;
        const auto [all, first, exact] = known(list);
        EXPECT_GE(all, 100) << list.name;
        EXPECT_GE(first, all * 95 / 100) << list.name;
        // In English an exact name or alias, as a cell holds it: nothing is guessed there.
        EXPECT_GE(exact, all * (list.language == "en" ? 95 : 85) / 100) << list.name;
        words += all;
    }
    EXPECT_GE(words, 330);
}

INSTANTIATE_TEST_SUITE_P(Languages, EverydayWords, testing::ValuesIn(languageIds()));

TEST(Search, HasEachEverydayWordInOneList)
{
    std::set<std::string> words;
    for (const WordList& list : wordLists())
        for (const CsvRecord& row : rowsOf(list.file))
            EXPECT_TRUE(words.insert(list.language + " " + row.cells[0]).second)
                << list.name << " line " << row.line << ": " << row.cells[0];
}

TEST(Search, FindsAFoodBesideItsAmount)
{
    const auto rows = rowsOf(WORDS "/phrases.csv");
    EXPECT_GE(rows.size(), 120u);
    for (const CsvRecord& row : rows)
    {
        const auto found = realRegistry().data().search(realFoods(), row.cells[1], row.cells[0]);
        const std::string best = found.likely == 0 ? "nothing" : found.foods.front()->id;
        EXPECT_THAT(split(row.cells[2], ";"), testing::Contains(best))
            << row.cells[0] << ": " << row.cells[1];
    }
}

TEST(Search, LeavesOutNoWordThatSaysWhichFood)
{
    // The words beside a measure are the food's where they are all of its name.
    for (const auto& [typed, meant] :
         { std::pair("breast of chicken", "chicken-breast"), std::pair("leg of lamb", "lamb-leg"),
           std::pair("sliced ham", "ham-deli"), std::pair("fresh cheese", "queso-fresco"),
           std::pair("cream cheese", "cream-cheese"), std::pair("half and half", "half-and-half"),
           std::pair("7 up", "lemon-lime-soda"), std::pair("2% milk", "milk-semi-skimmed") })
    {
        const auto found = realRegistry().data().search(realFoods(), typed);
        EXPECT_EQ(found.likely == 0 ? "nothing" : found.foods.front()->id, meant) << typed;
    }
    for (const char* const text : { "two", "a bowl of", "500 g", "fresh", "organic frozen", "玉" })
        EXPECT_EQ(first(text), "") << text;
}

TEST(Search, KnowsPluralsOfALanguageInItsOwnNamesAlone)
{
    // "bar" is a bass in French, "Topfen" curd in Austria.
    for (const char* const text : { "barn", "bare", "Topf" })
        EXPECT_EQ(first(text), "") << text;
    EXPECT_EQ(first("tomatoes"), "Tomato, raw");
}

TEST(Search, HasNoAnswerForWhatIsNoFood)
{
    const auto rows = rowsOf(WORDS "/nonfoods.csv");
    EXPECT_GE(rows.size(), 500u);
    for (const CsvRecord& row : rows)
    {
        const auto found = realRegistry().data().search(realFoods(), row.cells[1], row.cells[0]);
        EXPECT_EQ(found.likely, 0u)
            << row.cells[0] << ": " << row.cells[1] << " is " << found.foods.front()->id;
    }
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

TEST(Search, MeansNoFoodByAGroupOrByAWordOfItsName)
{
    for (const char* const text : { "poultry", "hot", "jacket", "essence" })
        EXPECT_EQ(first(text), "") << text;
    // Neither by what a word begins or ends with.
    for (const char* const text : { "restaur", "umel", "anger", "vel" })
        EXPECT_EQ(first(text), "") << text;
    EXPECT_FALSE(found("poultry").empty()) << "to choose from";
}

TEST(Search, TakesSlipsAndNoOtherLetters)
{
    const FoodTable foods = smallFoods({ { "Gouda", "" }, { "Tongue", "zunge" }, { "Soba", "" } });
    for (const char* const slip : { "guda", "goudda", "gouad", "tonge", "tognue" })
        EXPECT_EQ(searchFoods(foods, slip).likely, 1u) << slip;
    for (const char* const other : { "zange", "gonda", "guoda", "sopa" })
        EXPECT_EQ(searchFoods(foods, other).likely, 0u) << other;
}

TEST(Search, TakesHiraganaForKatakana)
{
    for (const char* const text : { "なっとう", "ナットウ", "納豆" })
        EXPECT_EQ(first(text), "Natto") << text;
}

TEST(Search, FindsEachFoodByItsOwnNameInAnyCase)
{
    bool inCapitals = false;
    for (const Food& food : realFoods().foods())
    {
        inCapitals = !inCapitals;
        EXPECT_EQ(first(inCapitals ? upper(food.name) : food.name), food.name);
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
