/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/own_foods.hxx"

#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>

#include <algorithm>

namespace quartet
{

namespace
{

OwnColumns columns(const std::vector<std::string>& headers)
{
    return { headers, realData()->nutrients, realData()->units };
}

OwnFoods foods(const std::vector<std::string>& headers, const std::vector<OwnCells>& rows)
{
    return { realData(), columns(headers), rows };
}

const OwnCell none;
OwnCell text(const char* words) { return std::string(words); }

} // namespace

TEST(OwnColumns, AreFoundByTheirHeaders)
{
    const OwnColumns all = columns({ " NAME", "Menaquinone-7 (mcg)", "mine", "ca", "Check",
                                     "Calcium (mg)", "Zinc (g)", "energy (kcal)", "aliases" });
    EXPECT_EQ(all.find(OwnField::Name), 0u);
    EXPECT_EQ(all.find(OwnField::Aliases), 8u);
    EXPECT_EQ(all.find(OwnField::Source), std::nullopt);
    EXPECT_EQ(all.all()[1].nutrient, realData()->nutrients.find("MK7"));
    EXPECT_EQ(all.all()[1].fault, "");
    EXPECT_EQ(all.all()[2].field, OwnField::Other);
    EXPECT_EQ(all.all()[3].nutrient, realData()->nutrients.find("CA"));
    EXPECT_EQ(all.all()[5].fault, "own.twoColumns");
    EXPECT_EQ(all.all()[6].fault, "own.otherUnit");
    EXPECT_EQ(all.all()[7].fault, "");
}

TEST(OwnColumns, OfANewSheetAreUnderstood)
{
    const auto headers = ownHeaders(realData()->nutrients);
    const OwnColumns all = columns(headers);
    ASSERT_EQ(headers.size(), realData()->nutrients.coreSize() + 8);
    EXPECT_THAT(headers, testing::Contains("Vitamin K2 (µg)"));
    for (const OwnColumn& column : all.all())
    {
        EXPECT_NE(column.field, OwnField::Other) << column.header;
        EXPECT_EQ(column.fault, "") << column.header;
    }
}

TEST(OwnFoods, KeepUnknownApartFromZero)
{
    const OwnFoods own = foods({ "Name", "CA", "MG" }, { { text("Bar"), 0.0, none } });
    const OwnEntry* const bar = own.find("bar");
    ASSERT_TRUE(bar && bar->reading.food);
    EXPECT_EQ(bar->row, 1u);
    EXPECT_EQ(bar->reading.food->value(*realData()->nutrients.find("CA")), 0.0);
    EXPECT_EQ(bar->reading.food->value(*realData()->nutrients.find("MG")), std::nullopt);
    EXPECT_EQ(own.atRow(1), bar);
    EXPECT_EQ(own.atRow(2), nullptr);
}

TEST(OwnFoods, AreFoundByANumberToo)
{
    const OwnFoods own = foods({ "Name", "Aliases", "Calcium (mg)" },
                               { { 7.0, none, 1.0 }, { text("Oat drink"), 40123.0, 2.0 } });
    EXPECT_TRUE(own.find("7"));
    EXPECT_TRUE(own.find("40123"));
}

TEST(OwnFoods, FillInWhatFollowsForK2)
{
    const OwnFoods own = foods({ "Name", "VITK2", "MK4", "MK7" }, { { text("Oil"), 0.0 } });
    EXPECT_EQ(own.find("oil")->reading.food->value(realData()->nutrients.k2().mk7), 0.0);
}

TEST(OwnFoods, LoseABadRowAlone)
{
    const OwnFoods own =
        foods({ "Name", "Aliases", "CA" }, { { text("Good"), none, 1.0 },
                                             { text("Wordy"), none, text("x") },
                                             { text("One"), text("both"), 1.0 },
                                             { text("Two"), text("Both"), 1.0 },
                                             { none, none, 1.0 },
                                             { none, none, none },
                                             { text("Sum"), none, CellFailure{ 522 } } });
    EXPECT_TRUE(own.find("good")->reading.food);
    const auto said = [&own](const OwnEntry& entry) { return own.words(entry.reading); };
    EXPECT_EQ(said(*own.find("wordy")), "CA: \"x\" is not a number");
    for (const char* const name : { "one", "both" })
        EXPECT_EQ(said(*own.find(name)), "two foods are called \"both\"");
    EXPECT_EQ(said(*own.find("two")), "two foods are called \"Both\"");
    EXPECT_EQ(said(*own.atRow(5)), "the name is missing");
    EXPECT_EQ(own.atRow(6), nullptr);
    EXPECT_EQ(own.find("sum")->reading.error(), 522);
}

TEST(OwnFoods, OfARecipeAreReadWhenTheyAreComputed)
{
    const OwnFoods own = foods({ "Name", "CA" }, { { text("Soup"), Uncomputed() } });
    const OwnEntry& soup = *own.find("soup");
    EXPECT_TRUE(soup.computed);
    EXPECT_TRUE(own.anyComputed());
    const auto reading = own.read(soup, { soup.cells[0], 12.0 });
    ASSERT_TRUE(reading.food);
    EXPECT_EQ(reading.food->value(*realData()->nutrients.find("CA")), 12.0);
    EXPECT_EQ(own.words(own.read(soup, { soup.cells[0], -1.0 })), "CA: -1 is negative");
}

TEST(OwnFoods, ComeBeforeThoseOfTheRegistry)
{
    const OwnFoods own = foods({ "Name", "Aliases", "CA" }, { { text("Gouda"), none, 1.0 },
                                                              { text("Mine"), text("Brie"), 1.0 },
                                                              { text("Natto"), none, text("x") } });
    const FoodTable all = own.together({});
    EXPECT_TRUE(all.find("Gouda")->ownSource);
    EXPECT_EQ(all.find("brie")->name, "Mine");
    EXPECT_EQ(all.find("natto"), nullptr);
    EXPECT_EQ(all.foods().size(), realData()->foods.foods().size() - 1);
    EXPECT_FALSE(all.find("butter")->ownSource);
    EXPECT_TRUE(std::is_sorted(
        all.foods().begin(), all.foods().end(),
        [](const Food& left, const Food& right) { return fold(left.name) < fold(right.name); }));
}

TEST(OwnFoods, NameTheirOwnSource)
{
    const OwnFoods own = foods({ "Name", "CA", "Source" }, { { text("Bar"), 1.0, text("Label") } });
    const Food& bar = *own.find("bar")->reading.food;
    EXPECT_EQ(shown(realData()->source(bar, *realData()->nutrients.find("CA"))),
              "Label; from this workbook's sheet \"My foods\"");
    EXPECT_EQ(shown(realData()->source(bar, *realData()->nutrients.find("MG"))), "#N/A");
}

TEST(OwnFoods, ThatSayTheSameHaveOneFingerprint)
{
    const auto print = [](const OwnCell& cell) {
        return foods({ "Name", "CA" }, { { text("Bar"), cell } }).fingerprint();
    };
    EXPECT_EQ(print(1.0), print(1.0));
    EXPECT_NE(print(1.0), print(2.0));
    EXPECT_NE(print(1.0), print(text("1")));
    EXPECT_NE(print(none), print(0.0));
    EXPECT_NE(print(Uncomputed()), print(none));
}

} // namespace quartet
