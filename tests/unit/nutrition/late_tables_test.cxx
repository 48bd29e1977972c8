/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Tables that are read bit by bit give what the build read as a whole.

#include "nutrition/nutrient_blocks.hxx"

#include "late_tables.hxx"
#include "nutrition/fold.hxx"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace quartet
{

namespace
{

void expectSame(const Data& data, const Food& food, const Food& whole)
{
    SCOPED_TRACE(whole.id);
    ASSERT_EQ(food.id, whole.id);
    EXPECT_EQ(food.name, whole.name);
    EXPECT_EQ(food.group, whole.group);
    EXPECT_EQ(food.aliases, whole.aliases);
    EXPECT_EQ(food.portions.all(), whole.portions.all());
    for (NutrientIndex i = 0; i < data.nutrients.size(); ++i)
    {
        EXPECT_EQ(food.value(i), whole.value(i)) << data.nutrients[i].tag;
        EXPECT_EQ(data.grade(food, i), realRegistry().data().grade(whole, i));
        EXPECT_EQ(shown(data.source(food, i)), shown(realRegistry().data().source(whole, i)));
    }
}

} // namespace

TEST(LateTables, GiveEachFoodAndItsNames)
{
    const auto data = readLate();
    const FoodTable& whole = realRegistry().data().foods;
    ASSERT_EQ(data->foods.foods().size(), whole.foods().size());
    for (std::size_t i = 0; i < whole.foods().size(); ++i)
    {
        const Food& food = whole.foods()[i];
        expectSame(*data, data->foods.foods()[i], food);
        EXPECT_EQ(data->foods.find(food.name), &data->foods.foods()[i]);
        EXPECT_EQ(data->foods.find(food.id), &data->foods.foods()[i]);
    }
    std::set<std::string_view> seen;
    std::size_t repeated = 0; // a name that is an alias of its food, too
    for (const FoodName& name : whole.names())
    {
        repeated += seen.insert(name.folded).second ? 0 : 1;
        const Food* const found = data->foods.findFolded(name.folded);
        ASSERT_TRUE(found) << name.folded;
        EXPECT_EQ(found->id, whole.foods()[name.food].id) << name.folded;
    }
    EXPECT_EQ(data->foods.names().size(), realRegistry().data().foods.names().size() - repeated);
    EXPECT_EQ(data->foods.find("no such food"), nullptr);
    EXPECT_EQ(data->foods.find(""), nullptr);
}

TEST(LateTables, AreReadByAnyNumberOfThreads)
{
    const auto data = readLate();
    const auto vitaminC = data->nutrients.find("vitamin C").value();
    std::vector<double> sums(4);
    {
        std::vector<std::jthread> threads;
        for (double& sum : sums)
            threads.emplace_back([&data, &sum, vitaminC] {
                for (const Food& food : data->foods.foods())
                    sum += food.value(vitaminC).value_or(0) + food.value(0).value_or(0);
            });
    }
    EXPECT_GT(sums.front(), 0);
    for (const double sum : sums)
        EXPECT_EQ(sum, sums.front());
}

TEST(LateTables, StandBesideTheFoodsOfAnotherExtension)
{
    const auto data =
        readLate({ { "foods",
                     { Row("their-natto", { { "name", "NATTO" }, { "group", "Theirs" } }),
                       Row("aardvark", { { "name", "Aardvark" }, { "group", "Theirs" } }),
                       Row("zz-top", { { "name", "Zz top" },
                                       { "group", "Theirs" },
                                       { "source", "usda-sr-legacy 1" },
                                       { "VITC", "7" },
                                       { "CA", "3" } }) } } });
    const std::size_t ours = realRegistry().data().foods.foods().size();
    ASSERT_EQ(data->foods.foods().size(), ours + 2);
    ASSERT_EQ(data->damages().size(), 1u);
    EXPECT_EQ(data->damages().front().reason, "\"NATTO\" is the name of another food");
    EXPECT_EQ(data->foods.foods().front().id, "aardvark");
    EXPECT_EQ(data->foods.find("Zz top"), &data->foods.foods()[ours + 1]);
    EXPECT_EQ(data->foods.find("zz-top")->value(data->nutrients.find("vitamin C").value()), 7);
    EXPECT_EQ(data->foods.find("natto")->group, "Legumes and soy");
    std::string before;
    for (const Food& food : data->foods.foods())
    {
        const std::string key = fold(food.name);
        EXPECT_LT(before, key);
        before = key;
    }
    for (const FoodName& name : data->foods.names())
    {
        EXPECT_EQ(data->foods.findFolded(name.folded), &data->foods.foods()[name.food])
            << name.folded;
    }
}

TEST(LateTables, SayWhatIsWrongWithARow)
{
    const NutrientTable nutrients = [] {
        std::vector<Damage> damages;
        std::vector<Row> rows;
        for (const Row& row : realRegistry().rows("nutrients"))
            rows.push_back(row);
        return NutrientTable(rows, damages);
    }();
    const SourceTable& sources = realRegistry().data().sources;
    const auto complaint = [&](const Row::Fields& fields) {
        const NutrientBlocks blocks(nutrients, sources, [&fields](const std::string& block) {
            return block == "basics" ? RowFile::of({ Row("x", fields) }) : RowFile();
        });
        std::vector<Damage> damages;
        blocks.check(damages);
        return damages.empty() ? "" : damages.front().field + ": " + damages.front().reason;
    };
    const std::string usda = "usda-sr28 01001";
    EXPECT_EQ(complaint({ { "WATER", "16" }, { "source", usda } }), "");
    EXPECT_EQ(complaint({ { "WATER", "16" } }), "source: WATER has no source");
    EXPECT_EQ(complaint({ { "WATER", "116" }, { "source", usda } }),
              "WATER: 116 is more than 100 g in 100 g");
    EXPECT_EQ(complaint({ { "VITC", "1" }, { "source", usda } }),
              "VITC: is no column of this table");
    EXPECT_EQ(complaint({ { "WATER", "16" }, { "source", usda }, { "grade", "guessed" } }),
              "grade: \"guessed\" is no grade");
    EXPECT_EQ(
        complaint({ { "WATER", "1" }, { "source", usda }, { "other grades", "label: WATER ASH" } }),
        "other grades: ASH has no figure here");
    EXPECT_EQ(complaint({ { "WATER", "1" },
                          { "source", usda },
                          { "other grades", "label: WATER; calculated: WATER" } }),
              "other grades: WATER has two grades");
    EXPECT_EQ(
        complaint({ { "WATER", "1" }, { "source", usda }, { "other sources", "nobody: ASH" } }),
        "other sources: \"nobody\" is no source");
}

} // namespace quartet
