/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_names.hxx"

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "compile/food_names.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace quartet
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<CsvRecord> records(const std::string& file)
{
    return parseCsv(readFile(std::string(REGISTRY "/names/") + file + ".csv"));
}

/// The words that shared.csv gives to one of several foods, or to none, and English names.
std::set<std::string> sharedWords()
{
    std::set<std::string> words;
    for (const CsvRecord& row : records("shared"))
        words.insert(fold(row.cells[0]));
    for (const Row& row : realRegistry().rows("ambiguous_words"))
        words.insert(row.id());
    for (const Food& food : realRegistry().data().foods.foods())
    {
        words.insert({ fold(food.name), fold(food.id) });
        for (const std::string& alias : food.aliases)
            words.insert(fold(alias));
    }
    return words;
}

const FoodNames& names()
{
    static const FoodNames names(realRegistry().names());
    return names;
}

/// What is wrong with these names of two foods, "gouda" and "edam".
std::vector<std::string> wrong(const Tables& tables)
{
    std::vector<Row> foods{ foodRow({ { "name", "Gouda" }, { "aliases", "gouda cheese" } },
                                    "gouda"),
                            foodRow({ { "name", "Edam" } }, "edam") };
    std::vector<std::string> all;
    giveNames(foods, tables, [&all](const Damage& damage) {
        all.push_back(damage.table + " " + damage.id + ": " + damage.reason);
    });
    return all;
}

Row name(const char* id, const char* shown, const char* others = "")
{
    return Row(id, { { "name", shown }, { "other names", others } });
}

} // namespace

TEST(FoodNames, EachLeadsToItsFood)
{
    const std::set<std::string> shared = sharedWords();
    std::size_t count = 0;
    for (const std::string& language : otherLanguageIds())
        for (const CsvRecord& row : records(language))
        {
            if (row.cells[0] == "id")
                continue;
            std::vector<std::string_view> words = split(row.cells[2], ";");
            words.push_back(row.cells[1]);
            for (const std::string_view word : words)
            {
                if (shared.contains(fold(word)))
                    continue;
                ++count;
                const Food* const food = realRegistry().data().foods.find(word);
                ASSERT_NE(food, nullptr) << language << ": " << word;
                EXPECT_EQ(food->id, row.cells[0]) << language << ": " << word;
            }
        }
    EXPECT_GT(count, 38000u);
}

TEST(FoodNames, SharedWordsMeanWhatTheirTableSays)
{
    for (const CsvRecord& row : records("shared"))
    {
        if (row.cells[0] == "id")
            continue;
        const Food* const food = realRegistry().data().foods.find(row.cells[0]);
        EXPECT_EQ(food ? food->id : "", row.cells[1]) << row.cells[0];
    }
}

TEST(FoodNames, WhatIsShownMeansTheFood)
{
    for (const std::string& language : otherLanguageIds())
        for (const Food& food : realRegistry().data().foods.foods())
        {
            const std::string shown = names().food(food.id, food.name, language);
            const Food* const meant = realRegistry().data().foods.find(shown);
            ASSERT_NE(meant, nullptr) << language << ": " << shown;
            EXPECT_EQ(meant->id, food.id) << language << ": " << shown;
        }
}

TEST(FoodNames, GroupsHaveANameInEachLanguage)
{
    std::set<std::string> groups;
    for (const Food& food : realRegistry().data().foods.foods())
        groups.insert(food.group);
    for (const std::string& language : otherLanguageIds())
        for (const std::string& group : groups)
        {
            const std::string shown = names().group(group, language);
            EXPECT_FALSE(shown.empty());
            EXPECT_EQ(names().englishGroup(shown), group) << language << ": " << shown;
        }
    EXPECT_EQ(names().group("Cheese", "de"), "Käse");
    EXPECT_EQ(names().group("Cheese", "en"), "Cheese");
    EXPECT_EQ(names().food("no such id", "Mine", "de"), "Mine");
}

TEST(FoodNames, TheirLanguagesAreThoseOfTheOffice)
{
    std::set<std::string> languages;
    for (const CsvRecord& row : records("../languages"))
        if (row.cells[0] != "id")
            languages.insert(row.cells[0]);
    EXPECT_EQ(std::set<std::string>(languageIds().begin(), languageIds().end()), languages);
    for (const Row& row : realRegistry().rows("amount_texts"))
        for (const std::string& language : otherLanguageIds())
            EXPECT_FALSE(row.text(language).empty()) << row.id() << ": " << language;
}

TEST(FoodNames, LanguagesAreReadWithTheirCountry)
{
    EXPECT_EQ(parseLanguage("de-AT"), "de");
    EXPECT_EQ(parseLanguage("JA"), "ja");
    EXPECT_EQ(parseLanguage("en-US"), "en");
    EXPECT_EQ(parseLanguage("pt-BR"), std::nullopt);
    EXPECT_EQ(parseLanguage(""), std::nullopt);
}

TEST(GiveNames, RefusesAWordOfTwoFoodsInOneLanguage)
{
    EXPECT_THAT(
        wrong({ { "names/de", { name("gouda", "Gouda", "Käse"), name("edam", "Edamer") } } }),
        IsEmpty());
    EXPECT_THAT(wrong({ { "names/de",
                          { name("gouda", "Gouda", "Käse"), name("edam", "Edamer", "käse") } } }),
                ElementsAre("names/de edam: \"käse\" is the name of gouda too"));
    EXPECT_THAT(wrong({ { "names/de", { name("brie", "Brie") } } }),
                ElementsAre("names/de brie: is no food"));
    EXPECT_THAT(wrong({ { "names/de", { name("gouda", "") } } }),
                ElementsAre("names/de gouda: a name is missing"));
}

TEST(GiveNames, KeepsWordsThatAreNoFood)
{
    std::vector<Row> foods{ foodRow({ { "name", "Gouda" } }, "gouda") };
    const Tables given = giveNames(
        foods, { { "names/no_food", { Row("de", { { "words", "Kuda; Mütze" } }) } } }, {});
    ASSERT_EQ(tableRows(given, "ambiguous_words").size(), 2u);
    EXPECT_EQ(tableRows(given, "ambiguous_words").back().id(), "mutze");
    EXPECT_THAT(wrong({ { "names/no_food", { Row("de", { { "words", "Kuda; GOUDA" } }) } } }),
                ElementsAre("names/no_food de: GOUDA is a food"));
}

TEST(GiveNames, SettlesAWordThatLanguagesShare)
{
    const Tables shared{ { "names/de", { name("gouda", "Holländer", "kaas") } },
                         { "names/fr", { name("edam", "Boule", "kaas") } } };
    std::vector<Row> foods{ foodRow({ { "name", "Gouda" } }, "gouda"),
                            foodRow({ { "name", "Edam" } }, "edam") };
    EXPECT_THAT(wrong(shared), ElementsAre("names/shared kaas: isn't listed, and is gouda in de, "
                                           "edam in fr"));
    Tables settled = shared;
    settled["names/shared"] = { Row("kaas", { { "food", "" } }) };
    const Tables given = giveNames(foods, settled, {});
    EXPECT_EQ(foods[0].text("names de"), "Holländer");
    EXPECT_EQ(foods[1].text("names fr"), "Boule");
    ASSERT_EQ(tableRows(given, "ambiguous_words").size(), 1u);
    EXPECT_EQ(tableRows(given, "ambiguous_words").front().id(), "kaas");

    settled["names/shared"] = { Row("kaas", { { "food", "edam" } }) };
    EXPECT_THAT(wrong(settled), IsEmpty());
    EXPECT_TRUE(tableRows(giveNames(foods, settled, {}), "ambiguous_words").empty());
    settled["names/shared"] = { Row("kaas", { { "food", "brie" } }) };
    EXPECT_THAT(wrong(settled), ElementsAre("names/shared kaas: no language means it"));
    // English keeps what it means.
    Tables english{ { "names/de", { name("edam", "Edamer", "gouda cheese") } },
                    { "names/shared", { Row("gouda cheese", { { "food", "edam" } }) } } };
    EXPECT_THAT(wrong(english), ElementsAre("names/shared gouda cheese: English means another"));
    english["names/shared"] = { Row("gouda cheese", { { "food", "gouda" } }) };
    EXPECT_THAT(wrong(english), IsEmpty());
}

} // namespace quartet
