/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/k2.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

std::optional<double> k2(const Food& each, K2Form form)
{
    return k2Per100g(each, smallNutrients().k2(), form);
}

} // namespace

TEST(K2Form, IsReadWhateverTheCase)
{
    EXPECT_EQ(parseK2Form("all"), K2Form::All);
    EXPECT_EQ(parseK2Form("ALL"), K2Form::All);
    EXPECT_EQ(parseK2Form("MK4"), K2Form::MK4);
    EXPECT_EQ(parseK2Form("mk7"), K2Form::MK7);
    EXPECT_EQ(parseK2Form(" Other "), K2Form::Other);
    EXPECT_EQ(parseK2Form("known"), K2Form::Known);
    EXPECT_EQ(parseK2Form("Estimate"), K2Form::Estimate);
    EXPECT_EQ(parseK2Form("low"), K2Form::Low);
    EXPECT_EQ(parseK2Form("HIGH"), K2Form::High);
    for (const char* const text : { "", "MK", "MK8", "MK44", "K1", "al" })
        EXPECT_EQ(parseK2Form(text), std::nullopt) << text;
}

TEST(K2, OfEveryFormFollowsFromWhatWasMeasured)
{
    struct Case
    {
        const char* what;
        Row::Fields measured;
        std::optional<double> all, mk4, mk7, other, known;
    };
    const std::optional<double> no;
    const Case cases[] = {
        { "nothing", {}, no, no, no, no, no },
        { "a zero total leaves nothing", { { "VITK2", "0" } }, 0, 0, 0, 0, 0 },
        { "a form of zero is measured", { { "MK4", "0" } }, no, 0, no, no, 0 },
        { "the total alone", { { "VITK2", "12.5" } }, 12.5, no, no, no, 12.5 },
        { "one form: no total", { { "MK4", "8.5" } }, no, 8.5, no, no, 8.5 },
        { "two forms: no total", { { "MK4", "8" }, { "MK7", "1" } }, no, 8, 1, no, 9 },
        { "MK-7 and the rest", { { "MK7", "1" }, { "MKOTH", "4" } }, no, no, 1, 4, 5 },
        { "all parts give the total",
          { { "MK4", "8" }, { "MK7", "1" }, { "MKOTH", "4" } },
          13,
          8,
          1,
          4,
          13 },
        { "the total gives the rest",
          { { "VITK2", "13" }, { "MK4", "8" }, { "MK7", "1" } },
          13,
          8,
          1,
          4,
          13 },
        { "the total outdoes its known parts",
          { { "VITK2", "23.5" }, { "MK4", "8.5" } },
          23.5,
          8.5,
          no,
          no,
          23.5 },
        { "parts above the total by rounding",
          { { "VITK2", "10" }, { "MK4", "8" }, { "MK7", "2.0625" } },
          10,
          8,
          2.0625,
          0,
          10 },
        { "a total that was printed stays",
          { { "VITK2", "14" }, { "MK4", "8" }, { "MK7", "1" }, { "MKOTH", "4" } },
          14,
          8,
          1,
          4,
          14 },
    };
    for (const Case& each : cases)
    {
        SCOPED_TRACE(each.what);
        const Food measured = food(each.measured);
        EXPECT_EQ(k2(measured, K2Form::All), each.all);
        EXPECT_EQ(k2(measured, K2Form::MK4), each.mk4);
        EXPECT_EQ(k2(measured, K2Form::MK7), each.mk7);
        EXPECT_EQ(k2(measured, K2Form::Other), each.other);
        EXPECT_EQ(k2(measured, K2Form::Known), each.known);
    }
}

TEST(K2, AnEstimateIsNoFigureAndItsEndsHoldWhatIsKnown)
{
    const std::optional<double> no;
    struct Case
    {
        const char* what;
        Row::Fields fields;
        std::optional<double> all, known, estimate, low, high;
    };
    const Row::Fields estimated{ { "K2 estimate", "6" },
                                 { "K2 estimate low", "2.5" },
                                 { "K2 estimate high", "15" },
                                 { "K2 rule", "ham" } };
    auto partly = estimated;
    partly["MK4"] = "2.5";
    const Case cases[] = {
        { "nothing", {}, no, no, no, no, no },
        { "an estimate", estimated, no, no, 6, 2.5, 15 },
        { "an estimate beside MK-4", partly, no, 2.5, 6, 2.5, 15 },
        { "MK-4 alone", { { "MK4", "8" } }, no, 8, no, 8, no },
        { "a total alone", { { "VITK2", "10" } }, 10, 10, 10, 10, 10 },
        { "a total whose range was seen",
          { { "VITK2", "10" }, { "K2 low", "8" }, { "K2 high", "14" } },
          10,
          10,
          10,
          8,
          14 },
        { "a total and the ends of its kind",
          { { "VITK2", "10" }, { "K2 estimate low", "5" }, { "K2 estimate high", "20" } },
          10,
          10,
          10,
          5,
          20 },
        { "a range alone", { { "K2 low", "15" }, { "K2 high", "65" } }, no, no, no, 15, 65 },
        { "an assumed zero", { { "VITK2", "0" } }, 0, 0, 0, 0, 0 },
    };
    for (const Case& each : cases)
    {
        SCOPED_TRACE(each.what);
        const Food read = food(each.fields);
        EXPECT_EQ(k2(read, K2Form::All), each.all);
        EXPECT_EQ(k2(read, K2Form::Known), each.known);
        EXPECT_EQ(k2(read, K2Form::Estimate), each.estimate);
        EXPECT_EQ(k2(read, K2Form::Low), each.low);
        EXPECT_EQ(k2(read, K2Form::High), each.high);
    }
}

TEST(K2, RefusesAnEstimateWithoutRuleOrOutsideItsRange)
{
    EXPECT_EQ(refusedField([] { food({ { "K2 estimate", "6" } }); }), "K2 rule");
    EXPECT_EQ(refusedField([] {
                  food(
                      { { "K2 estimate", "6" }, { "K2 rule", "ham" }, { "K2 estimate low", "7" } });
              }),
              "K2 estimate");
    EXPECT_EQ(
        refusedField([] {
            food({ { "K2 estimate", "6" }, { "K2 rule", "ham" }, { "K2 estimate high", "5" } });
        }),
        "K2 estimate");
}

TEST(K2, RefusesPartsAboveTheTotal)
{
    const auto refused = [](const char* total, const char* mk4) {
        return refusedField([=] { food({ { "VITK2", total }, { "MK4", mk4 } }); });
    };
    EXPECT_EQ(refused("0", "5"), "VITK2");
    EXPECT_EQ(refused("10", "10.11"), "VITK2");
    EXPECT_EQ(refused("10", "10.09"), std::nullopt) << "rounding";
}

TEST(K2, NeverCountsPhylloquinone)
{
    const Data& data = realRegistry().data();
    const Food* const parsley = data.foods.find("parsley");
    ASSERT_TRUE(parsley);
    EXPECT_GT(parsley->value(data.nutrients.find("VITK1").value()), 1000);
    EXPECT_EQ(k2Per100g(*parsley, data.nutrients.k2(), K2Form::Known), 0);
}

} // namespace quartet
