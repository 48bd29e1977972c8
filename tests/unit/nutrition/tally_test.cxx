/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/tally.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

struct Serving
{
    Food food;
    double grams;
};

Tally tally(const char* nutrient, const std::vector<Serving>& servings)
{
    Tally sum(tag(nutrient), smallNutrients().k2());
    for (const Serving& serving : servings)
        sum.add(serving.food, serving.grams);
    return sum;
}

const std::optional<double> nothing;

} // namespace

TEST(Tally, AddsUpByWeight)
{
    const Tally sum =
        tally("CA", { { food({ { "CA", "200" } }), 50 }, { food({ { "CA", "10" } }), 250 } });
    EXPECT_EQ(sum.known(), 125);
    EXPECT_EQ(sum.complete(), 125);
    EXPECT_EQ(sum.coverage(), 1);
}

TEST(Tally, KeepsUnknownApartFromZero)
{
    const Serving some{ food({ { "CA", "200" } }), 50 };
    const Serving zero{ food({ { "CA", "0" } }), 150 };
    const Serving unknown{ food({}), 150 };

    EXPECT_EQ(tally("CA", { some, zero }).complete(), 100);
    EXPECT_EQ(tally("CA", { some, zero }).coverage(), 1);

    EXPECT_EQ(tally("CA", { some, unknown }).known(), 100);
    EXPECT_EQ(tally("CA", { some, unknown }).complete(), nothing);
    EXPECT_EQ(tally("CA", { some, unknown }).coverage(), 0.25);
}

TEST(Tally, OfUnknownsAloneIsUnknown)
{
    const Tally sum = tally("CA", { { food({}), 100 }, { food({}), 50 } });
    EXPECT_EQ(sum.known(), nothing);
    EXPECT_EQ(sum.complete(), nothing);
    EXPECT_EQ(sum.coverage(), 0);
}

TEST(Tally, OfAKnownZeroIsZero)
{
    const Serving zero{ food({ { "CA", "0" } }), 100 };
    EXPECT_EQ(tally("CA", { zero }).known(), 0);
    EXPECT_EQ(tally("CA", { zero, { food({}), 100 } }).known(), 0);
}

TEST(Tally, OfNoFoodIsZeroAndCoversNothing)
{
    for (const std::vector<Serving>& none :
         { std::vector<Serving>(), std::vector<Serving>{ { food({}), 0 } } })
    {
        EXPECT_EQ(tally("CA", none).known(), 0);
        EXPECT_EQ(tally("CA", none).complete(), 0);
        EXPECT_EQ(tally("CA", none).coverage(), nothing);
    }
}

TEST(Tally, CountsNoGramsOfAnUnknownAsNothing)
{
    const Tally sum = tally("CA", { { food({ { "CA", "200" } }), 50 }, { food({}), 0 } });
    EXPECT_EQ(sum.complete(), 100);
    EXPECT_EQ(sum.coverage(), 1);
}

TEST(Tally, CountsTheMeasuredFormsOfK2)
{
    const Serving total{ food({ { "VITK2", "10" } }), 100 };
    const Serving mk4Alone{ food({ { "MK4", "4" } }), 300 };

    const Tally sum = tally("VITK2", { total, mk4Alone });
    EXPECT_EQ(sum.known(), 22);
    EXPECT_EQ(sum.complete(), nothing);
    EXPECT_EQ(sum.coverage(), 0.25) << "a lower bound is no total";

    EXPECT_EQ(tally("VITK2", { mk4Alone }).known(), 12);
    EXPECT_EQ(tally("VITK2", { { food({ { "MK4", "0" } }), 100 } }).known(), 0);
    EXPECT_EQ(tally("VITK2", { { food({}), 100 } }).known(), nothing);
}

TEST(Tally, CountsOtherFormsForTheTotalAlone)
{
    const std::vector<Serving> mk4Alone{ { food({ { "MK4", "4" } }), 100 } };
    EXPECT_EQ(tally("MK4", mk4Alone).complete(), 4);
    EXPECT_EQ(tally("MK7", mk4Alone).known(), nothing);
    EXPECT_EQ(tally("MKOTH", mk4Alone).known(), nothing);
}

TEST(Tally, TakesEstimatesAndRangesWhereTheyAreAskedFor)
{
    const Serving total{ food({ { "VITK2", "10" }, { "K2 low", "8" }, { "K2 high", "14" } }), 100 };
    const Serving estimated{ food({ { "K2 estimate", "6" },
                                    { "K2 estimate low", "2" },
                                    { "K2 estimate high", "18" },
                                    { "K2 rule", "ham" } }),
                             50 };
    const Serving mk4Alone{ food({ { "MK4", "4" } }), 100 };

    const Tally both = tally("VITK2", { total, estimated });
    EXPECT_EQ(both.total(Total::Known), 10) << "an estimate is never known";
    EXPECT_EQ(both.total(Total::Strict), nothing);
    EXPECT_EQ(both.total(Total::Estimate), 13);
    EXPECT_EQ(both.total(Total::Low), 9);
    EXPECT_EQ(both.total(Total::High), 23);
    EXPECT_EQ(both.estimatedCoverage(), 1);
    EXPECT_EQ(both.coverage(Share::Amount), 10.0 / 13);

    const Tally partly = tally("VITK2", { total, mk4Alone });
    EXPECT_EQ(partly.total(Total::Estimate), 14) << "what is known, where there is no estimate";
    EXPECT_EQ(partly.total(Total::Low), 12);
    EXPECT_EQ(partly.total(Total::High), nothing) << "no one can say how much it may be";
    EXPECT_EQ(partly.estimatedCoverage(), 0.5);
    EXPECT_EQ(partly.coverage(Share::Amount), 1);
}

TEST(Tally, GivesNothingOfEstimatesThatItDidNotAddUp)
{
    Tally sum(tag("CA"), smallNutrients().k2(), false);
    sum.add(food({ { "CA", "200" } }), 50);
    EXPECT_EQ(sum.total(Total::Known), 100);
    EXPECT_EQ(sum.total(Total::Strict), 100);
    EXPECT_EQ(sum.coverage(), 1);
    for (const Total which : { Total::Estimate, Total::Low, Total::High })
        EXPECT_EQ(sum.total(which), nothing);
    EXPECT_EQ(sum.coverage(Share::Amount), nothing);
    EXPECT_EQ(sum.estimatedCoverage(), nothing);
}

TEST(Tally, EstimatesOfOtherNutrientsAreTheirValues)
{
    const Tally sum = tally("CA", { { food({ { "CA", "200" } }), 50 }, { food({}), 150 } });
    EXPECT_EQ(sum.total(Total::Estimate), 100);
    EXPECT_EQ(sum.total(Total::Low), 100);
    EXPECT_EQ(sum.total(Total::High), nothing);
    EXPECT_EQ(tally("CA", { { food({ { "CA", "200" } }), 50 } }).total(Total::High), 100);
}

TEST(Tally, SharesOutAnAmountOnlyWhereThereIsOne)
{
    EXPECT_EQ(tally("VITK2", {}).coverage(Share::Amount), nothing);
    EXPECT_EQ(tally("VITK2", { { food({}), 100 } }).coverage(Share::Amount), nothing);
    EXPECT_EQ(tally("VITK2", { { food({ { "VITK2", "0" } }), 100 } }).coverage(Share::Amount), 1);
}

TEST(Tally, OfNattoIsTheContractsWorkedCase)
{
    const Data& data = realRegistry().data();
    Tally sum(data.nutrients.k2().total, data.nutrients.k2());
    sum.add(*data.foods.find("natto"), 50);
    EXPECT_EQ(sum.complete(), 469.5);
}

} // namespace quartet
