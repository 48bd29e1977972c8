/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/dishes.hxx"

#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace quartet
{

namespace
{

using testing::Contains;
using testing::HasSubstr;

Row ingredient(const char* id, Row::Fields fields)
{
    fields.insert({ { "name", id }, { "group", "Foods" }, { "source", "table" } });
    return Row(id, fields);
}

/// Eggs, butter, leaves whose fibre no one knows, and a dish without figures.
Tables kitchenTables()
{
    Tables all;
    all["nutrients"] = realRegistry().rows("nutrients");
    all["grades"] = realRegistry().rows("grades");
    all["texts"] = realRegistry().rows("texts");
    all["estimates"] = realRegistry().rows("estimates");
    const auto source = [](const char* id, const char* grade) {
        return Row(id, { { "short", id },
                         { "grade", grade },
                         { "citation", "Somewhere." },
                         { "licence", "facts" } });
    };
    all["sources"] = { source("table", "B"), source("household-recipe", "C"), source("none", "Z") };
    all["foods"] = {
        ingredient("egg", { { "PROCNT", "12" },
                            { "CA", "50" },
                            { "FIBTG", "0" },
                            { "VITD", "2" },
                            { "animals", "yes" } }),
        ingredient("butter", { { "PROCNT", "1" },
                               { "CA", "20" },
                               { "FIBTG", "0" },
                               { "VITD", "0" },
                               { "animals", "yes" },
                               { "other grades", "assumed zero: VITD" } }),
        ingredient("leaves", { { "PROCNT", "3" },
                               { "CA", "100" },
                               { "VITK2", "0" },
                               { "K2 source", "none" },
                               { "K2 grade", "Z" } }),
        ingredient("omelette", { { "source", "household-recipe" } }),
    };
    all["basics"] = { Row("egg", { { "WATER", "75" }, { "source", "table" } }),
                      Row("butter", { { "WATER", "15" }, { "source", "table" } }),
                      Row("leaves", { { "WATER", "90" }, { "source", "table" } }) };
    return all;
}

Row recipe(const char* ingredients, const char* weight, const char* id = "omelette")
{
    return Row(id, { { "ingredients", ingredients }, { "weight", weight } });
}

/// What the recipes make of the tables.
struct Cooked
{
    explicit Cooked(const std::vector<Row>& recipes, const Tables& all = kitchenTables())
        : data(all, {})
        , retention({ Row("fried", { { "en", "a" },
                                     { "de", "a" },
                                     { "fr", "a" },
                                     { "es", "a" },
                                     { "ja", "a" },
                                     { "CA", "80" } }) },
                    data, damages)
        , dishes(recipes, retention, data, damages)
    {
        const auto cooked = dishes.foods(tableRows(all, "foods"));
        dish.emplace(*std::find_if(cooked.begin(), cooked.end(),
                                   [](const Row& row) { return row.id() == "omelette"; }));
        basics = dishes.block("basics", tableRows(all, "basics"));
    }

    std::vector<std::string> reasons() const
    {
        std::vector<std::string> reasons;
        reasons.reserve(damages.size());
        for (const Damage& damage : damages)
            reasons.push_back(damage.id + ": " + damage.field + ": " + damage.reason);
        return reasons;
    }

    std::vector<Damage> damages;
    Data data;
    RetentionTable retention;
    Dishes dishes;
    std::optional<Row> dish;
    std::vector<Row> basics;
};

} // namespace

TEST(Dishes, AddUpWhatGoesIn)
{
    const Cooked cooked({ recipe("egg=100 fried; butter=20", "100") });
    EXPECT_TRUE(cooked.damages.empty());
    EXPECT_EQ(cooked.dish->text("PROCNT"), "12.2");
    EXPECT_EQ(cooked.dish->text("CA"), "44") << "frying leaves 80 %";
    EXPECT_EQ(cooked.dish->text("FIBTG"), "0");
    EXPECT_EQ(cooked.dish->text("animals"), "yes");
    const Row& water = *std::find_if(cooked.basics.begin(), cooked.basics.end(),
                                     [](const Row& row) { return row.id() == "omelette"; });
    EXPECT_EQ(water.text("WATER"), "58") << "75 and 3, and 20 less as steam";
    EXPECT_EQ(water.text("source"), "household-recipe");
    EXPECT_TRUE(std::is_sorted(cooked.basics.begin(), cooked.basics.end(),
                               [](const Row& l, const Row& r) { return l.id() < r.id(); }));
}

TEST(Dishes, KnowNothingThatAnIngredientDoesNotKnow)
{
    const Cooked cooked({ recipe("egg=100; butter=1; leaves=1", "102") });
    EXPECT_EQ(cooked.dish->text("FIBTG"), "") << "one gram of a hundred is unknown";
    EXPECT_EQ(cooked.dish->text("VITD"), "") << "the butter's zero is only assumed";
    EXPECT_EQ(cooked.dish->text("FAT"), "");
    EXPECT_EQ(cooked.dish->text("VITK2"), "") << "never a figure";
    EXPECT_NE(cooked.dish->text("CA"), "");
}

TEST(Dishes, HaveTheirVitaminK2Estimated)
{
    const Cooked cooked({ recipe("egg=100; leaves=100", "200") });
    const auto rows = cooked.dishes.estimated({ Row("x", { { "rule", "fish" } }) });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].id(), "omelette");
    EXPECT_EQ(rows[1].text("rule"), "recipe");
    EXPECT_EQ(rows[1].text("from"), "egg=50") << "leaves hold none";
    const Row own("omelette", { { "rule", "egg-kind" } });
    EXPECT_EQ(cooked.dishes.estimated({ own }).size(), 1u) << "a row by hand stays";
}

TEST(Dishes, AreRefusedWhereTheyCannotBe)
{
    const auto refused = [](const char* ingredients, const char* weight, const char* id) {
        return Cooked({ recipe(ingredients, weight, id) }).reasons();
    };
    EXPECT_THAT(refused("eggs=100", "100", "omelette"), Contains(HasSubstr("\"eggs\" is no food")));
    EXPECT_THAT(refused("egg", "100", "omelette"), Contains(HasSubstr("has no grams")));
    EXPECT_THAT(refused("egg=0", "100", "omelette"), Contains(HasSubstr("no weight or way")));
    EXPECT_THAT(refused("egg=10 burnt", "100", "omelette"),
                Contains(HasSubstr("no weight or way")));
    EXPECT_THAT(refused("egg=100; omelette=10", "100", "omelette"),
                Contains(HasSubstr("is a dish itself")));
    EXPECT_THAT(refused("egg=100", "24", "omelette"), Contains(HasSubstr("weight: is less")));
    EXPECT_THAT(refused("egg=100", "100", "butter"), Contains(HasSubstr("isn't a food with")));
    EXPECT_THAT(refused("egg=100", "100", "omelet"), Contains(HasSubstr("is no food")));
    EXPECT_THAT(Cooked({}).reasons(), Contains(HasSubstr("has no recipe in dishes.csv")));
    Tables figures = kitchenTables();
    figures["foods"].back() =
        ingredient("omelette", { { "source", "household-recipe" }, { "CA", "40" } });
    EXPECT_THAT(Cooked({ recipe("egg=100", "100") }, figures).reasons(),
                Contains(HasSubstr("has figures of its own")));
}

/// Each recipe that is shipped, added up again here.
TEST(Dishes, HaveTheFiguresOfTheirRecipes)
{
    const Data& data = realRegistry().data();
    const auto& ways = realRegistry().rows("retention", "Labels");
    std::size_t compared = 0;
    for (const Row& row : realRegistry().rows("dishes", "Build"))
        for (const char* const tag : { "ENERC", "PROCNT", "CA", "MG", "VITC", "FOL", "FASAT" })
        {
            SCOPED_TRACE(row.id() + " " + tag);
            const NutrientIndex nutrient = data.nutrients.findTag(tag).value();
            double sum = 0;
            bool isKnown = true;
            for (const std::string_view part : split(row.text("ingredients"), ";"))
            {
                const std::string_view amount = part.substr(part.find('=') + 1);
                const auto space = std::min(amount.find(' '), amount.size());
                double kept = 100;
                for (const Row& way : ways)
                    if (way.id() == trim(amount.substr(space)))
                        kept = way.number(tag).value_or(100);
                const auto value = data.foods.find(part.substr(0, part.find('=')))->value(nutrient);
                isKnown = isKnown && value;
                sum += value.value_or(0) / 100 * parseNumber(amount.substr(0, space)).value() * kept
                       / 100;
            }
            const Food& dish = *data.foods.find(row.id());
            const double expected = sum / row.number("weight").value() * 100;
            ASSERT_EQ(dish.value(nutrient).has_value(), isKnown);
            if (!isKnown)
                continue;
            EXPECT_NEAR(*dish.value(nutrient), expected, expected * 0.0051);
            EXPECT_EQ(data.grade(dish, nutrient), "calculated");
            const auto source = data.source(dish, nutrient);
            ASSERT_TRUE(source);
            EXPECT_THAT(*source, HasSubstr("Own recipe"));
            ++compared;
        }
    std::cout << compared << " figures of dishes compared\n";
    EXPECT_GE(compared, 1500u);
}

} // namespace quartet
