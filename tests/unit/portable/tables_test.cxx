/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plan of a portable copy's sheet of data, without an office.

#include "portable/amount_words.hxx"
#include "portable/forms.hxx"
#include "portable/tables.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>

namespace quartet
{

using testing::HasSubstr;

TEST(AmountWordsTest, SplitsAnAmountAsTheFormulasDo)
{
    EXPECT_EQ(splitAmount("1½ slices").number, "1½");
    EXPECT_EQ(splitAmount("1½ slices").unit, "slices");
    EXPECT_EQ(splitAmount(" 1 1/2  oz ").number, "1 1/2");
    EXPECT_EQ(splitAmount("150g").unit, "g");
    EXPECT_EQ(splitAmount("2 slices of it").unit, "slices of it");
    EXPECT_EQ(splitAmount("1,5 oz.").number, "1.5");
    EXPECT_EQ(splitAmount("1,5 oz.").unit, "oz");
    EXPECT_EQ(splitAmount(".5 lb").number, "0.5");
    for (const char* const space : { "\u00a0", "\u2009", "\u202f", "\u3000" })
        EXPECT_EQ(splitAmount("2" + std::string(space) + "cups").unit, "cups");
}

TEST(AmountWordsTest, KnowsPlurals)
{
    EXPECT_THAT(unitForms("lb"), testing::Contains("lbs"));
    EXPECT_THAT(unitForms("leaf"), testing::Contains("leaves"));
    EXPECT_THAT(unitForms("μg"), testing::Contains("µg"));
}

class DataTablesTest : public testing::Test
{
protected:
    const Standards& standards = realRegistry().standards();
    DataTables tables{ standards, standards.data->foods, "de",
                       [] { return std::shared_ptr<const FoodNames>(); } };
};

TEST_F(DataTablesTest, HoldAFoodByAllItsNames)
{
    tables.addFood("Gouda");
    std::set<std::string> keys;
    for (const auto& row : tables.foodRows())
    {
        EXPECT_EQ(row.number, 1);
        EXPECT_TRUE(keys.insert(inSmallLetters(row.key)).second) << row.key;
    }
    EXPECT_TRUE(keys.contains("gouda"));
    EXPECT_TRUE(keys.contains("gouda cheese"));
}

TEST_F(DataTablesTest, HoldEachFigureOnce)
{
    const std::string one = tables.figure({ "CA: target", 1000.0, "NAM" });
    EXPECT_EQ(tables.figure({ "CA: target", 1000.0, "NAM" }), one);
    EXPECT_NE(tables.figure({ "CA: target", 1200.0, "NAM" }), one);
    EXPECT_EQ(tables.figures().size(), 2u);
}

TEST_F(DataTablesTest, KnowTheUnitsOfEachFood)
{
    tables.addFood("Gouda");
    tables.addAmount("2 lbs");
    std::map<std::string, double> grams;
    for (const auto& [key, weight, food] : tables.portionRows())
        grams[key] = weight;
    EXPECT_EQ(grams["1|g"], 1);
    EXPECT_EQ(grams["1|"], 1);
    EXPECT_NEAR(grams["1|lbs"], 453.59237, 1e-9);
}

TEST_F(DataTablesTest, KnowTheWordsForMassesAndVolumesInALanguage)
{
    DataTables japanese{ standards, standards.data->foods, "ja",
                         [] { return std::shared_ptr<const FoodNames>(); } };
    japanese.addFood("Milk, whole");
    std::map<std::string, double> grams;
    for (const auto& [key, weight, food] : japanese.portionRows())
        grams[key] = weight;
    EXPECT_EQ(grams["1|グラム"], 1);
    EXPECT_GT(grams["1|カップ"], 190);
    EXPECT_LT(grams["1|カップ"], 220);
}

TEST_F(DataTablesTest, ShowAFoodsNameInALanguage)
{
    tables.addFood("Gouda");
    const auto& gouda = *tables.foodRows().front().food;
    auto names = std::make_shared<const FoodNames>(
        Tables{ { "food_names", { Row(gouda.id, { { "es", "Queso gouda" } }) } } });
    DataTables spoken{ standards, standards.data->foods, "es", [&] { return names; } };
    EXPECT_EQ(std::get<std::string>(spoken.field({ FoodColumn::Name, "es" }, gouda)),
              "Queso gouda");
    EXPECT_EQ(std::get<std::string>(spoken.field({ FoodColumn::Name, "en" }, gouda)), "Gouda");
    EXPECT_EQ(std::get<std::string>(spoken.field({ FoodColumn::Name, "fr" }, gouda)), "Gouda");
}

TEST_F(DataTablesTest, KnowAmountsThatCantBeSplitAsAWhole)
{
    tables.addFood("Gouda");
    tables.addAmount("two slices");
    tables.addAmount("3 Scheiben");
    std::map<std::string, double> grams;
    for (const auto& [key, weight, food] : tables.portionRows())
        grams[key] = weight;
    EXPECT_EQ(grams["1|=two slices"], 2 * grams["1|slice"]);
    EXPECT_EQ(grams["1|Scheiben"], grams["1|slice"]);
    EXPECT_FALSE(grams.contains("1|=3 Scheiben"));
}

TEST_F(DataTablesTest, KnowDecimalsThatPeopleWeigh)
{
    std::map<std::string, double> numbers;
    for (const auto& [word, number] : tables.numberRows())
        numbers[word] = number;
    EXPECT_EQ(numbers["#237.4"], 237.4);
    EXPECT_EQ(numbers["#2.45"], 2.45);
    EXPECT_EQ(numbers["#1 1/2"], 1.5);
    EXPECT_FALSE(numbers.contains("#"));
}

TEST_F(DataTablesTest, FormulasLookTheirOwnFoodUp)
{
    const FoodForms forms(tables, Lookup::Wildcards);
    const std::string formula = forms.value("CA", argumentMark(0), argumentMark(1), Amount::Number);
    EXPECT_THAT(formula, HasSubstr("VLOOKUP("));
    EXPECT_THAT(formula, HasSubstr(argumentMark(0)));
    EXPECT_THAT(formula, HasSubstr(argumentMark(1)));
    EXPECT_EQ(markedArgument("x"), std::nullopt);
}

TEST_F(DataTablesTest, FormulasFitIntoExcel)
{
    constexpr std::size_t most = 8192;
    const FoodForms forms(tables, Lookup::Wildcards);
    const std::string range = "$'Nutrition data'.$A$1:$A$100";
    for (const std::string& formula :
         { forms.sum("VITK2", false, range, range), forms.sum("VITK2", true, range, range),
           forms.coverage("VITK2", range, range),
           forms.value("VITK2", "$A$1", "$B$1", Amount::Any) })
        EXPECT_LT(formula.size(), most);
}

} // namespace quartet
