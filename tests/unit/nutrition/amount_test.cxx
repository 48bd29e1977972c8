/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

/// Of a food with portions of its own; nothing where the amount is refused.
std::optional<double> grams(std::string_view text)
{
    static const Weights portions = readPortions(
        Row("food", { { "portions", "slice=28; cup=132; egg=50; box=200; cup shredded=113" } }),
        "portions");
    const auto quantity = parseQuantity(text);
    if (!quantity)
        return std::nullopt;
    const auto weight = weigh(*quantity, portions, realRegistry().data().units);
    if (!weight)
    {
        EXPECT_EQ(weight.error(), Problem::InvalidArgument);
        return std::nullopt;
    }
    return *weight;
}

std::optional<std::string> refusedPortion(const char* portions)
{
    return refusedField([portions] { readPortions(Row("x", { { "p", portions } }), "p"); });
}

} // namespace

TEST(Amount, IsReadAsPeopleWriteIt)
{
    struct Case
    {
        std::string text;
        double grams;
    };
    const Case cases[] = {
        { "150 g", 150 },
        { "150", 150 },
        { "0", 0 },
        { "  150   g  ", 150 },
        { "150g", 150 },
        { "150\u00a0g", 150 },
        { "\u00a0150 g\u3000", 150 },
        { "１５０ g", 150 },
        { "１，５ ｋｇ", 1500 },
        { "１／２ slice", 14 },
        { "2½ slices", 70 },
        { "150 G", 150 },
        { "150 grams", 150 },
        { "1.5 kg", 1500 },
        { "1,5 kg", 1500 },
        { ".5 g", 0.5 },
        { ",5 g", 0.5 },
        { "500 mg", 0.5 },
        { "3 oz", 85.048569375 },
        { "1 lb", 453.59237 },
        { "2 slices", 56 },
        { "1 Slice", 28 },
        { "2 egg", 100 },
        { "2 eggs", 100 },
        { "2 boxes", 400 },
        { "1 cup", 132 },
        { "2 cup  SHREDDED", 226 },
        { "½ cup", 66 },
        { "1/2 cup", 66 },
        { "1 / 2 cup", 66 },
        { "1\u20442 cup", 66 },
        { "1½ cups", 198 },
        { "1 ½ cups", 198 },
        { "1 1/2 cup", 198 },
        { "¾ cup", 99 },
        { "0.5 cup", 66 },
        { "½", 0.5 },
        { "0/2 cup", 0 },
    };
    for (const Case& each : cases)
    {
        SCOPED_TRACE(each.text);
        const auto weight = grams(each.text);
        ASSERT_TRUE(weight);
        EXPECT_DOUBLE_EQ(*weight, each.grams);
    }
}

TEST(Amount, RefusesEverythingElse)
{
    const std::string refused[] = {
        "",
        " ",
        "g",
        "abc",
        "-1 g",
        "- 1 g",
        "+1 g",
        "1.500,5 g",
        "1,500.5 g",
        "1.5.5 g",
        "2..5 g",
        "2. g",
        ". g",
        "1e3 g",
        "0x10 g",
        "inf g",
        "infinity",
        "nan",
        "nan g",
        "1/0 cup",
        "½/2 cup",
        "1/2/3 g",
        "1//2 g",
        "1/ cup",
        "/2 cup",
        "1.5/2 cup",
        "1/2.5 cup",
        "1-2 g",
        "1 2 g",
        "1 1/2 1/2 g",
        "½½ cup",
        "1.5½ cup",
        "½1 cup",
        "1 g 2",
        "2 spoons",
        "2 boxs es",
        "1 gg",
        "\xff",
        "\xbd cup",
        "150 \xff",
        "150\xa0g",
        std::string(400, '9'),
        std::string(400, '9') + " g",
        "1/" + std::string(400, '9') + " cup",
        std::string(400, '9') + "/2 cup",
        std::string("1\0 g", 4),
    };
    for (const std::string& text : refused)
    {
        SCOPED_TRACE(text);
        EXPECT_EQ(grams(text), std::nullopt);
    }
}

TEST(Amount, TakesNoSecondNumberForAUnit)
{
    for (const char* const text : { "1.500,5 g", "2..5 g", "1/2/3 g", "1-2 g", "1 + 2", "1 2 g" })
        EXPECT_FALSE(parseQuantity(text)) << text;
    const auto quantity = parseQuantity(" 2  Cups SHREDDED ");
    ASSERT_TRUE(quantity);
    EXPECT_EQ(quantity->number, 2);
    EXPECT_EQ(quantity->unit, "cups shredded");
}

TEST(Amount, CanHaveMoreDecimalsThanANumberHolds)
{
    const auto ounce = grams("28.3495231250000000000000000 g");
    ASSERT_TRUE(ounce);
    EXPECT_DOUBLE_EQ(*ounce, 28.349523125);
}

// 10^307 is a number; a thousand times that is none.
TEST(Weigh, RefusesAWeightThatIsNotFinite)
{
    EXPECT_EQ(grams("1" + std::string(307, '0') + " kg"), std::nullopt);
}

TEST(Weigh, HoldsAUnitOfMassAboveAPortionOfThatName)
{
    Weights portions;
    portions.add("g", 5);
    const auto weight = weigh({ 2, "g" }, portions, realRegistry().data().units);
    ASSERT_TRUE(weight);
    EXPECT_EQ(*weight, 2);
}

TEST(Weights, FindAPluralOnlyWhereTheWordItselfIsNoName)
{
    Weights weights;
    weights.add("glass", 250);
    weights.add("glas", 1);
    EXPECT_EQ(weights.grams("glass"), 250);
    EXPECT_EQ(weights.grams("glasses"), 250);
    EXPECT_EQ(weights.grams("s"), std::nullopt);
    EXPECT_EQ(weights.grams(""), std::nullopt);
}

TEST(Portions, RefuseAMeasureWithoutGrams)
{
    EXPECT_EQ(refusedPortion("slice=28; cup=132"), std::nullopt);
    EXPECT_EQ(refusedPortion(""), std::nullopt);
    for (const char* const portions :
         { "slice", "slice=", "=28", "slice=x", "slice=28 g", "slice=0", "slice=-1", "slice=nan",
           "slice=28; cup", "slice=28; Slice=30", "2-inch piece=30" })
    {
        SCOPED_TRACE(portions);
        EXPECT_EQ(refusedPortion(portions), "p");
    }
}

TEST(Units, LoseADamagedRowAlone)
{
    std::vector<Damage> damages;
    const Weights units =
        readUnits({ Row("g", { { "grams", "1" }, { "also", "gram; gramme" } }),
                    Row("st", { { "grams", "many" } }), Row("stone", { { "grams", "0" } }),
                    Row("kg", { { "grams", "1000" } }) },
                  damages);
    EXPECT_EQ(units.grams("grammes"), 1);
    EXPECT_EQ(units.grams("kg"), 1000);
    EXPECT_EQ(units.grams("st"), std::nullopt);
    ASSERT_EQ(damages.size(), 2u);
    EXPECT_EQ(damages[0].field, "grams");
    EXPECT_EQ(damages[1].id, "stone");
}

} // namespace quartet
