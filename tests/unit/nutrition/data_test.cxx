/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/data.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

/// Where a food's figure is from, in the words of the real registry.
std::string source(Row::Fields fields, const char* nutrient)
{
    Tables tables;
    for (const char* const table : { "nutrients", "grades", "sources", "texts" })
        tables[table] = realRegistry().rows(table);
    Row::Fields whole{ { "name", "Food" },
                       { "group", "Foods" },
                       { "source", "usda-sr-legacy 01123" },
                       { "K2 source", "kamao-2007" },
                       { "K2 grade", "A" } };
    for (auto& [field, text] : fields)
        whole[field] = text;
    tables["foods"] = { Row("food", whole) };
    const Data data(tables, {});
    EXPECT_TRUE(data.damages().empty());
    return shown(data.source(*data.foods.find("food"), data.nutrients.find(nutrient).value()));
}

} // namespace

TEST(DataSource, SaysWhereAFigureIsFromAndHowSureItIs)
{
    EXPECT_EQ(source({ { "CA", "56" } }, "CA"), "USDA SR Legacy 2018, NDB 01123; official table");
    EXPECT_EQ(source({ { "VITK2", "10" } }, "VITK2"), "Kamao 2007; measured");
    EXPECT_EQ(source({ { "MK7", "10" } }, "MK7"), "Kamao 2007; measured");
    EXPECT_EQ(source({ { "VITK2", "10" }, { "K2 low", "8" }, { "K2 high", "14.6" } }, "VITK2"),
              "Kamao 2007; measured; range 8 to 14.6 µg per 100 g");
    EXPECT_EQ(source({ { "VITK2", "10" }, { "K2 high", "14" } }, "VITK2"),
              "Kamao 2007; measured; at most 14 µg per 100 g");
}

TEST(DataSource, NamesTheFiguresOwnSourceFirst)
{
    const Row::Fields mixed{ { "VITK2", "23.5" },
                             { "MK4", "8.6" },
                             { "MK4 source", "usda-sr28 01009" } };
    EXPECT_EQ(source(mixed, "MK4"), "USDA SR28 2016, NDB 01009; official table");
    EXPECT_EQ(source(mixed, "VITK2"), "Kamao 2007; measured");
}

TEST(DataSource, TellsALowerBoundFromAFigure)
{
    EXPECT_EQ(source({ { "MK4", "4.7" }, { "K2 low", "1.6" } }, "VITK2"),
              "value not known; Kamao 2007; measured; at least 1.6 µg per 100 g");
}

TEST(DataSource, OfAnUnknownFigureIsNone)
{
    EXPECT_EQ(source({}, "CA"), "#N/A");
    EXPECT_EQ(source({ { "MK4", "4.7" } }, "MK7"), "#N/A");
}

TEST(Data, SaysWhyAFoodWasLeftOut)
{
    Tables tables;
    for (const char* const table : { "nutrients", "texts" })
        tables[table] = realRegistry().rows(table);
    tables["foods"] = { Row("egg", { { "name", "Egg, räw" }, { "group", "" } }) };
    const Data data(tables, { { "foods", "natto", "", "", "no form" } });
    EXPECT_EQ(data.foods.find("egg"), nullptr);
    for (const char* const name : { "egg", "EGG", "egg, raw" })
        EXPECT_EQ(shown(data.whyLeftOut(name)),
                  "this food's row in the registry is damaged and was "
                  "left out: egg, group is missing");
    EXPECT_NE(shown(data.whyLeftOut("natto")), "#N/A") << "a row that could not be parsed";
    EXPECT_EQ(shown(data.whyLeftOut("miso")), "#N/A");
}

TEST(Data, CantDoWithoutItsNutrients)
{
    EXPECT_EQ(refusedField([] { Data({}, {}); }), "ENERC");
}

} // namespace quartet
