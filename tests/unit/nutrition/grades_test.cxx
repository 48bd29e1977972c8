/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How each figure from the USDA is known, beside the source types of Release 28:
// in a pinned sample always, in the whole release where it is at hand.

#include "compile/csv.hxx"
#include "reference_tables.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <cstdio>
#include <iostream>
#include <set>

namespace quartet
{

namespace
{

/// The word for a source type and a derivation of the release.
std::string wordOf(const std::string& sourceType, const std::string& derivation, double value)
{
    static const std::set<std::string> measured{ "1", "6", "12", "13" };
    static const std::set<std::string> labels{ "5", "8", "9" };
    if (measured.contains(sourceType))
        return "measured";
    if (sourceType == "7" || derivation == "Z")
        return value == 0 ? "assumed zero" : "calculated";
    return labels.contains(sourceType) ? "label" : "calculated";
}

/** Compares a figure's grade. One that the Legacy release changed says that it is an
    official table's: nobody said how the new figure is known.
    @returns whether the figure is this table's */
bool compare(const Food& food, NutrientIndex nutrient, const std::string& text,
             const std::string& sourceType, const std::string& derivation)
{
    const Data& data = realRegistry().data();
    const auto ours = food.value(nutrient);
    const Account& account = food.account(nutrient, data.nutrients.k2());
    if (!ours || !account.source || !account.source.words().starts_with("USDA SR"))
        return false;
    const double value = parseNumber(text).value();
    EXPECT_EQ(data.grade(food, nutrient),
              *ours == value ? wordOf(sourceType, derivation, value) : "official table")
        << food.id << ' ' << data.nutrients[nutrient].tag;
    return true;
}

} // namespace

TEST(Grades, AreThoseOfTheirSample)
{
    const Data& data = realRegistry().data();
    std::size_t compared = 0;
    for (const Record& record :
         readRecords(std::filesystem::path(SAMPLES) / "usda-sr28-grades.csv"))
    {
        const Food* const food = data.foods.find(record.at("food"));
        ASSERT_TRUE(food) << record.at("food");
        compared += compare(*food, data.nutrients.findTag(record.at("nutrient")).value(),
                            record.at("value"), record.at("source type"), record.at("derivation"));
    }
    EXPECT_GE(compared, 300u);
}

TEST(Blocks, HoldEachFigureOfTheirSample)
{
    const Data& data = realRegistry().data();
    std::size_t compared = 0;
    for (const Record& record : readRecords(std::filesystem::path(SAMPLES) / "blocks.csv"))
    {
        SCOPED_TRACE(record.at("id"));
        const Food* const food = data.foods.find(record.at("food"));
        ASSERT_TRUE(food);
        const auto nutrient = data.nutrients.findTag(record.at("nutrient")).value();
        const Account& account = food->account(nutrient, data.nutrients.k2());
        EXPECT_EQ(account.source.source, data.sources.find(record.at("source")));
        EXPECT_EQ(account.source.place, record.at("place"));
        EXPECT_EQ(food->value(nutrient), parseNumber(record.at("value")));
        ++compared;
    }
    EXPECT_GE(compared, 200u);
}

TEST(Grades, AreGivenForEveryFigure)
{
    const Data& data = realRegistry().data();
    for (const Food& food : data.foods.foods())
        for (NutrientIndex i = 0; i < data.nutrients.size(); ++i)
        {
            const std::string grade = data.grade(food, i);
            EXPECT_EQ(grade == "unknown" || grade == "estimated", !food.value(i))
                << food.id << ' ' << data.nutrients[i].tag;
        }
}

TEST(Grades, LeaveFewVitaminDZerosOfAnimalFoodsToAssumption)
{
    const Data& data = realRegistry().data();
    const NutrientIndex vitaminD = data.nutrients.findTag("VITD").value();
    std::size_t known = 0;
    std::size_t assumed = 0;
    for (const Food& food : data.foods.foods())
        if (food.ofAnimals && food.value(vitaminD))
        {
            ++known;
            assumed += data.isDoubtful(food, vitaminD);
        }
    std::cout << assumed << " of " << known << " vitamin D values of animal foods are assumed\n";
    EXPECT_GT(known, 300u);
    EXPECT_LE(static_cast<double>(assumed), 0.02 * static_cast<double>(known));
}

TEST_F(Reference, HoldsTheGradeOfEachFigureFromUsda)
{
    const Data& data = realRegistry().data();
    std::map<int, const Food*> foods;
    for (const Food& food : data.foods.foods())
        if (const Citation& source = food.accounts.general.source;
            source && source.words().starts_with("USDA SR Legacy"))
            foods.emplace(std::stoi(source.place), &food);
    std::map<int, NutrientIndex> nutrients;
    for (const Record& record :
         readRecords(std::filesystem::path(SAMPLES) / "usda-sr28-nutrients.csv"))
        nutrients.emplace(std::stoi(record.at("number")),
                          data.nutrients.findTag(record.at("id")).value());
    const std::string command =
        "gzip -dc '" + (folder / "tables/usda_sr28/nutrient.csv.gz").string() + "'";
    std::FILE* const pipe = popen(command.c_str(), "r");
    ASSERT_TRUE(pipe);
    char buffer[1024];
    std::size_t compared = 0;
    while (std::fgets(buffer, sizeof buffer, pipe))
    {
        const auto cells = parseCsv(buffer).front().cells;
        if (cells.front() == "food_id")
            continue;
        const auto food = foods.find(std::stoi(cells[0]));
        const auto nutrient = nutrients.find(std::stoi(cells[1]));
        if (food != foods.end() && nutrient != nutrients.end())
            compared += compare(*food->second, nutrient->second, cells[2], cells[5], cells[6]);
    }
    EXPECT_EQ(pclose(pipe), 0);
    std::cout << compared << " grades compared\n";
    EXPECT_GT(compared, 60000u);
}

} // namespace quartet
