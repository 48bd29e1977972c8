/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

TEST(Food, KeepsWhatItsRowSays)
{
    const Food egg = food({ { "name", "Egg, raw" },
                            { "aliases", "egg; hen's egg" },
                            { "CA", "56" },
                            { "VITK2", "10.6" },
                            { "K2 low", "8" },
                            { "K2 high", "14.6" },
                            { "portions", "egg=50; cup=243" },
                            { "note", "anything at all" } });
    EXPECT_EQ(egg.id, "egg");
    EXPECT_EQ(egg.name, "Egg, raw");
    EXPECT_EQ(egg.group, "Eggs");
    EXPECT_EQ(egg.aliases, (std::vector<std::string>{ "egg", "hen's egg" }));
    EXPECT_EQ(egg.value(tag("CA")), 56);
    EXPECT_EQ(egg.value(tag("VITK2")), 10.6);
    EXPECT_EQ(egg.portions.grams("eggs"), 50);
    EXPECT_EQ(egg.accounts.general.source.words(), "USDA 2018, NDB 01123");
    EXPECT_EQ(egg.accounts.general.grade, "B") << "the source's own";
    EXPECT_EQ(egg.k2.grade, "A");
    EXPECT_EQ(egg.k2.low, 8);
    EXPECT_EQ(egg.k2.high, 14.6);
}

TEST(Food, KeepsUnknownApartFromZero)
{
    const Food egg = food({ { "CA", "0" }, { "PROCNT", "" } });
    EXPECT_EQ(egg.value(tag("CA")), 0);
    EXPECT_EQ(egg.value(tag("PROCNT")), std::nullopt);
    EXPECT_EQ(egg.value(tag("ENERC")), std::nullopt);
    EXPECT_EQ(egg.value(tag("VITK2")), std::nullopt);
}

TEST(Food, CanBeAllOfOneNutrient)
{
    EXPECT_EQ(food({ { "PROCNT", "100" } }).value(tag("PROCNT")), 100);
    EXPECT_EQ(food({ { "CA", "100000" } }).value(tag("CA")), 100e3);
    EXPECT_EQ(food({ { "ENERC", "902" } }).value(tag("ENERC")), 902);
}

TEST(Food, RefusesWhatCantBe)
{
    struct Case
    {
        Row::Fields fields;
        const char* refused;
    };
    const Case cases[] = {
        { { { "name", "" } }, "name" },
        { { { "group", "" } }, "group" },
        { { { "colour", "yellow" } }, "colour" },
        { { { "calcium", "56" } }, "calcium" },
        { { { "ca", "56" } }, "ca" },
        { { { "CA", "-1" } }, "CA" },
        { { { "CA", "much" } }, "CA" },
        { { { "CA", "5,6" } }, "CA" },
        { { { "CA", "nan" } }, "CA" },
        { { { "PROCNT", "100.1" } }, "PROCNT" },
        { { { "CA", "100001" } }, "CA" },
        { { { "MK7", "100000001" } }, "MK7" },
        { { { "VITK2", "5" }, { "MK4", "5.2" } }, "VITK2" },
        { { { "VITK2", "5" }, { "MK4", "2" }, { "MK7", "2" }, { "MKOTH", "2" } }, "VITK2" },
        { { { "source", "nobody" } }, "source" },
        { { { "K2 source", "nobody" } }, "K2 source" },
        { { { "K2 grade", "Q" } }, "K2 grade" },
        { { { "K2 grade", "" } }, "K2 grade" },
        { { { "CA", "56" }, { "source", "" } }, "source" },
        { { { "CA", "0" }, { "source", "" } }, "source" },
        { { { "VITK2", "10.6" }, { "K2 source", "" } }, "K2 source" },
        { { { "MK4", "0" }, { "K2 source", "" } }, "K2 source" },
        { { { "K2 low", "-1" } }, "K2 low" },
        { { { "K2 high", "much" } }, "K2 high" },
        { { { "K2 low", "2" }, { "K2 high", "1" } }, "K2 low" },
        { { { "portions", "slice" } }, "portions" },
        { { { "portions", "slice=0" } }, "portions" },
        { { { "portions", "slice=28; slice=30" } }, "portions" },
    };
    for (const Case& each : cases)
    {
        std::string trace;
        for (const auto& [field, text] : each.fields)
            trace += field + "=" + text + " ";
        SCOPED_TRACE(trace);
        EXPECT_EQ(refusedField([&each] { food(each.fields); }), each.refused);
    }
    EXPECT_EQ(refusedField([] { food({}); }), std::nullopt) << "the row that the cases spoil";
}

} // namespace quartet
