/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_long.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

const ImportGrid amounts{ { "FoodID", "NutrientID", "NutrientValue" },
                          { 11.0, 301.0, 67.0 },
                          { 11.0, 304.0, 20.0 },
                          { 12.0, 301.0, 0.5 },
                          { 12.0, 999.0, 3.0 },
                          { 13.0, 301.0, 4.0 } };
const ImportGrid foodNames{ { "FoodID", "FoodGroupID", "FoodDescription" },
                            { 11.0, 2.0, "Trial mustard" },
                            { 12.0, 2.0, "Trial paste" } };
const ImportGrid nutrientNames{ { "NutrientID", "NutrientSymbol", "NutrientUnit", "NutrientName" },
                                { 301.0, "CA", "mg", "CALCIUM" },
                                { 304.0, "MG", "mg", "MAGNESIUM" },
                                { 999.0, "XX", "mg", "SOMETHING ELSE" } };

} // namespace

TEST(ImportLong, IsJoinedByTheCodesOfOtherSheets)
{
    const ImportReading reading = readImport(amounts, rules());
    EXPECT_EQ(reading.kind, ImportKind::Long);
    const auto joined =
        joinByCode(reading, { readImport(nutrientNames, rules()), readImport(foodNames, rules()) });
    ASSERT_TRUE(joined.has_value());
    const ImportReading whole = readImport(*joined, rules(), "en", 0);
    EXPECT_EQ(whole.kind, ImportKind::Foods);
    const auto outcome = importFoods(whole.table, whole.mappings, {}, {}, false, rules());
    ASSERT_EQ(outcome.foods.size(), 2U) << "a food without a name is none";
    EXPECT_EQ(std::get<std::string>(outcome.foods[0].cells[0]), "Trial mustard");
    ASSERT_EQ(outcome.columns, (std::vector<std::string>{ "Name", "CA", "MG" }));
    EXPECT_EQ(std::get<double>(outcome.foods[0].cells[1]), 67);
    EXPECT_EQ(std::get<double>(outcome.foods[0].cells[2]), 20);
    EXPECT_EQ(std::get<double>(outcome.foods[1].cells[1]), 0.5);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(outcome.foods[1].cells[2]));
    EXPECT_EQ(whole.placeOf(1), 3U) << "where its first row stands";
}

TEST(ImportLong, IsNotJoinedByCodesThatStandTwice)
{
    ImportGrid twice = foodNames;
    twice.push_back({ 11.0, 2.0, "Another name" });
    EXPECT_FALSE(joinByCode(readImport(amounts, rules()), { readImport(twice, rules()) }));
    EXPECT_FALSE(joinByCode(readImport(amounts, rules()), {}));
}

TEST(ImportLong, TakesNoFigureThatStandsTwice)
{
    const ImportReading reading = readImport({ { "FoodName", "ParameterName", "ResVal", "Unit" },
                                               { "Trial apple", "Calcium", 6.0, "mg" },
                                               { "Trial apple", "Calcium", 600.0, "mg" },
                                               { "Trial apple", "Magnesium", 5.0, "mg" } },
                                             rules());
    const auto outcome = importFoods(reading.table, reading.mappings, {}, {}, false, rules());
    ASSERT_EQ(outcome.foods.size(), 1U);
    ASSERT_EQ(outcome.unread.size(), 1U);
    EXPECT_EQ(outcome.unread.front().text, "6; 600");
}

TEST(ImportLong, KeepsFoodsOfOneNameApartByTheirCodes)
{
    const ImportReading reading =
        readImport({ { "fdc_id", "description", "nutrient", "amount", "unit" },
                     { 1.0, "Milk", "Calcium", 120.0, "mg" },
                     { 1.0, "Milk", "Magnesium", 11.0, "mg" },
                     { 2.0, "Milk", "Magnesium", 10.0, "mg" },
                     { 2.0, "Milk", "Iron", 1.0, "mg" } },
                   rules());
    const auto outcome = importFoods(reading.table, reading.mappings, {}, {}, false, rules());
    ASSERT_EQ(outcome.foods.size(), 1U);
    ASSERT_EQ(outcome.columns, (std::vector<std::string>{ "Name", "CA", "MG", "FE" }));
    EXPECT_EQ(outcome.foods[0].cells[1], ImportCell(120.0));
    EXPECT_EQ(outcome.foods[0].cells[2], ImportCell(11.0));
    EXPECT_EQ(outcome.foods[0].cells[3], ImportCell());
    EXPECT_TRUE(outcome.unread.empty());
    ASSERT_EQ(outcome.leftOut.size(), 1U);
    EXPECT_EQ(outcome.leftOut.front().why, "again");
}

} // namespace quartet
