/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_foods.hxx"
#include "reference_tables.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace quartet
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

ImportOutcome run(const ImportTable& table, const std::vector<OwnFoodNames>& present = {},
                  bool replace = false, const std::string& source = {})
{
    return importFoods(table, rules().read(table.headers), present, source, replace, rules());
}

/// "Gouda 700 unknown"
std::string described(const ImportedFood& food)
{
    std::string text;
    for (const ImportCell& cell : food.cells)
    {
        text += text.empty() ? "" : " ";
        if (const double* const number = std::get_if<double>(&cell))
            text += formatNumber(*number, 6);
        else if (const std::string* const name = std::get_if<std::string>(&cell))
            text += *name;
        else
            text += "unknown";
    }
    return text;
}

std::vector<std::string> foods(const ImportOutcome& outcome)
{
    std::vector<std::string> texts;
    for (const ImportedFood& food : outcome.foods)
        texts.push_back(described(food));
    return texts;
}

/// "2 Gouda: negative Calcium"
std::vector<std::string> leftOut(const ImportOutcome& outcome)
{
    std::vector<std::string> texts;
    for (const LeftOutRow& row : outcome.leftOut)
        texts.push_back(std::to_string(row.row) + " " + row.name + ": " + row.why
                        + (row.detail.empty() ? "" : " " + row.detail));
    return texts;
}

} // namespace

TEST(ImportFoods, ConvertsUnitsAndKeepsUnknownApartFromZero)
{
    const auto outcome =
        run({ { "Name", "Calcium (g)", "Energy (kJ)", "Vitamin D (IU)", "Salz (g)" },
              { { "Gouda", 0.7, 1490.0, 20.0, 2.0 },
                { "Salt", 0.0, "tr", std::monostate(), "n/a" } } });
    EXPECT_THAT(outcome.columns, ElementsAre("Name", "CA", "ENERC", "VITD", "NA"));
    EXPECT_THAT(foods(outcome),
                ElementsAre("Gouda 700 356.118547 0.5 800", "Salt 0 unknown unknown unknown"));
    EXPECT_EQ(outcome.traces, 1);
    EXPECT_THAT(leftOut(outcome), IsEmpty());
}

TEST(ImportFoods, SaysWhichRowsStayBehindAndWhy)
{
    const auto outcome = run({ { "Name", "Calcium (mg)", "Protein (g)" },
                               { { "Gouda", 700.0, std::monostate() },
                                 { "gouda ", 1.0, 1.0 },
                                 { std::monostate(), 5.0, std::monostate() },
                                 { "Broken", -1.0, std::monostate() },
                                 { "Heavy", 1.0, 101.0 },
                                 { "Dairy products", std::monostate(), "-" },
                                 { std::monostate(), "", std::monostate() },
                                 { "Milk", "12,5", "1.2" } } });
    EXPECT_THAT(foods(outcome),
                ElementsAre("Gouda 700 unknown", "Heavy 1 unknown", "Milk 12.5 1.2"));
    EXPECT_THAT(leftOut(outcome), ElementsAre("1 gouda: again", "2 : name", "3 Broken: figures",
                                              "5 Dairy products: figures"));
    ASSERT_EQ(outcome.unread.size(), 2) << "a figure that can't be costs itself alone";
    EXPECT_EQ(outcome.unread[0].why, "negative");
    EXPECT_EQ(outcome.unread[1].why, "impossible");
}

TEST(ImportFoods, LeavesOrReplacesWhatTheWorkbookHas)
{
    const ImportTable table{ { "Name", "Calcium" }, { { "GOUDA", 1.0 }, { "Edam", 2.0 } } };
    const std::vector<OwnFoodNames> present{ { "Brie", { "Edam" } }, { "Gouda", {} } };
    EXPECT_THAT(leftOut(run(table, present)),
                ElementsAre("0 GOUDA: present", "1 Edam: alias Brie"));
    const auto replaced = run(table, present, true);
    EXPECT_THAT(foods(replaced), ElementsAre("GOUDA 1"));
    EXPECT_EQ(replaced.foods.front().replaces, 1);
    EXPECT_THAT(leftOut(replaced), ElementsAre("1 Edam: alias Brie"));
}

TEST(ImportFoods, ListsTextsThatAreNoNumbers)
{
    const auto outcome =
        run({ { "Name", "Calcium (mg)", "Magnesium (mg)", "Portions" },
              { { "Gouda", "much", 1.0, "slice=28" }, { "Edam", "3 kcal", 2.0, "a slice" } } });
    EXPECT_THAT(foods(outcome), ElementsAre("Gouda slice=28 unknown 1", "Edam unknown unknown 2"));
    ASSERT_EQ(outcome.unread.size(), 3);
    EXPECT_EQ(outcome.unread[0].name, "Gouda");
    EXPECT_EQ(outcome.unread[0].header, "Calcium (mg)");
    EXPECT_EQ(outcome.unread[0].text, "much");
    EXPECT_EQ(outcome.unread[1].header, "Portions");
    EXPECT_EQ(outcome.unread[2].text, "3 kcal") << "not a unit of calcium";
}

TEST(ImportFoods, TakesThePortionsThatTheSheetUnderstands)
{
    const auto outcome = run({ { "Name", "Calcium (mg)", "Portions" },
                               { { "Gouda", 700.0, "slice=28 g; wedge=1 oz" },
                                 { "Edam", 731.0, "slice=1e3" },
                                 { "Brie", 184.0, "28 g" } } });
    EXPECT_THAT(foods(outcome), ElementsAre("Gouda slice=28 g; wedge=1 oz 700", "Edam unknown 731",
                                            "Brie unknown 184"));
    EXPECT_EQ(outcome.unread.size(), 2);
}

TEST(ImportFoods, TakesNoOtherFoodsNameAsAnAlias)
{
    const auto outcome = run({ { "Name", "Aliases", "Calcium (mg)" },
                               { { "Camembert", "Brie; soft cheese", 388.0 },
                                 { "Feta", "soft cheese; sheep cheese", 493.0 },
                                 { "sheep cheese", "", 500.0 } } },
                             { { "Brie", {} } });
    EXPECT_THAT(foods(outcome), ElementsAre("Camembert soft cheese 388", "Feta sheep cheese 493"));
    ASSERT_EQ(outcome.unread.size(), 2);
    EXPECT_EQ(outcome.unread[0].text, "Brie");
    EXPECT_EQ(outcome.unread[1].text, "soft cheese");
    EXPECT_THAT(leftOut(outcome), ElementsAre("2 sheep cheese: again"));
}

TEST(ImportFoods, ComputesFor100GramsFromAServing)
{
    const auto outcome =
        run({ { "Produkt", "Portionsgröße", "Calcium pro Portion (mg)", "Magnesium (mg/100 g)" },
              { { "Quark", "250 g", 300.0, 11.0 },
                { "Skyr", "0.15 kg", 180.0, 12.0 },
                { "Kefir", std::monostate(), 240.0, 13.0 } } });
    EXPECT_THAT(foods(outcome), ElementsAre("Quark 120 11", "Skyr 120 12", "Kefir unknown 13"));
}

TEST(ImportFoods, ComputesFor100GramsFromWhatEachRowIsFor)
{
    const auto outcome = run({ { "Name", "Per", "Calcium (mg)" },
                               { { "Bar", "30 g", 60.0 },
                                 { "Bag", "1 bag (50 g)", 60.0 },
                                 { "Cheese", 100.0, 700.0 },
                                 { "Milk", std::monostate(), 120.0 },
                                 { "Kilo", "per kg", 120.0 },
                                 { "Drink", "1 portion", 60.0 },
                                 { "Air", "0 g", 60.0 },
                                 { "Number", 30.0, 60.0 } } });
    EXPECT_THAT(foods(outcome),
                ElementsAre("Bar 200", "Bag 120", "Cheese 700", "Milk 120", "Kilo 12"));
    EXPECT_THAT(leftOut(outcome),
                ElementsAre("5 Drink: figures", "6 Air: figures", "7 Number: figures"));
    ASSERT_EQ(outcome.unread.size(), 3);
    EXPECT_EQ(outcome.unread.front().why, "amount");
    EXPECT_THAT(foods(run({ { "Name", "Per (g)", "Calcium (mg)" }, { { "Bar", 30.0, 60.0 } } })),
                ElementsAre("Bar 200"));
    for (const char* const portion : { "Portion", "serving", "Riegel" })
        EXPECT_THAT(foods(run({ { "Lebensmittel", "Bezugsgröße", "Calcium (mg)" },
                                { { "Riegel", portion, 60.0 } } })),
                    IsEmpty())
            << portion;
}

TEST(ImportFoods, TakesNoServingWithoutAUnitForGrams)
{
    const auto outcome = run({ { "Name", "Serving size", "Calcium per serving (mg)" },
                               { { "Bar", 1.0, 60.0 }, { "Bag", "30 g", 60.0 } } });
    EXPECT_THAT(foods(outcome), ElementsAre("Bag 200"));
    EXPECT_THAT(leftOut(outcome), ElementsAre("0 Bar: figures"));
    ASSERT_EQ(outcome.unread.size(), 1);
    EXPECT_EQ(outcome.unread.front().why, "amount");
    for (const char* const header : { "Serving grams", "Portion g", "Serving (g)" })
        EXPECT_THAT(foods(run({ { "Name", header, "Calcium per serving (mg)" },
                                { { "Bar", 30.0, 60.0 } } })),
                    ElementsAre("Bar 200"))
            << header;
}

TEST(ImportFoods, NameTheSourceWhereTheTableHasNone)
{
    EXPECT_THAT(foods(run({ { "Name", "CA" }, { { "Gouda", 1.0 } } }, {}, false, "my list.csv")),
                ElementsAre("Gouda 1 my list.csv"));
    EXPECT_THAT(foods(run({ { "Name", "CA", "Source" }, { { "Gouda", 1.0, "label" } } }, {}, false,
                          "my list.csv")),
                ElementsAre("Gouda label 1"));
}

TEST(ImportFoods, NeedsAName)
{
    const auto mappings = rules().read(std::vector<std::string>{ "Id", "Calcium" });
    EXPECT_FALSE(isComplete(mappings, rules()));
    EXPECT_TRUE(isComplete(rules().read(std::vector<std::string>{ "Name", "Calcium" }), rules()));
    EXPECT_FALSE(isComplete(rules().read(std::vector<std::string>{ "Name", "Group" }), rules()));
    EXPECT_THAT(foods(run({ { "Id", "Calcium" }, { { "1", 5.0 } } })), IsEmpty());
}

using ImportReference = Reference;

TEST_F(ImportReference, TakesTheUsdaTableAsItIs)
{
    const auto records = readRecords(folder / "usda_sr_legacy.csv");
    ImportTable table;
    for (const auto& [header, text] : records.front())
        table.headers.push_back(header);
    for (const Record& record : records)
    {
        auto& row = table.rows.emplace_back();
        for (const std::string& header : table.headers)
            row.emplace_back(record.find(header)->second);
    }
    const auto mappings = rules().read(table.headers);
    std::vector<std::string> kept;
    for (const ColumnMapping& mapping : mappings)
        if (!mapping.column.empty())
            kept.push_back(mapping.header + " " + mapping.column);
    EXPECT_THAT(kept, testing::UnorderedElementsAre(
                          "calcium_mg CA", "carbohydrate_g CHOCDF", "description Name",
                          "dihydrophylloquinone_mcg VITK1D", "energy_kcal ENERC", "fat_g FAT",
                          "fiber_g FIBTG", "food_group Group", "iron_mg FE", "magnesium_mg MG",
                          "mk4_mcg MK4", "phosphorus_mg P", "potassium_mg K", "protein_g PROCNT",
                          "sodium_mg NA", "values_release Source", "vitamin_d2_mcg VITD2",
                          "vitamin_d3_mcg VITD3", "vitamin_d_mcg VITD", "vitamin_k1_mcg VITK1",
                          "zinc_mg ZN"));
    const auto outcome = run(table);
    EXPECT_EQ(outcome.foods.size() + outcome.leftOut.size(), records.size());
    EXPECT_GT(outcome.foods.size(), 7700);
    EXPECT_THAT(outcome.unread, IsEmpty());
    for (const LeftOutRow& row : outcome.leftOut)
        EXPECT_EQ(row.why, "again") << row.name;
}

} // namespace quartet
