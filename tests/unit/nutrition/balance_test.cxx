/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/balance.hxx"

#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Person woman{ 40, Sex::Female, Stage::None };

/// What reaches each target of a woman of 40, and nothing more.
struct Day
{
    std::optional<double> vitaminD = 15;
    std::optional<double> k2 = 150;
    std::optional<double> calcium = 1000;
    std::optional<double> magnesium = 320;
};

std::string check(const Day& day, const char* medicines = "", const Person& person = woman,
                  const char* standard = "nam")
{
    const Standards& standards = realRegistry().standards();
    const std::pair<const char*, std::optional<double>> amounts[] = { { "VITD", day.vitaminD },
                                                                      { "VITK2", day.k2 },
                                                                      { "CA", day.calcium },
                                                                      { "MG", day.magnesium } };
    DayIntake intake;
    for (const auto& [name, amount] : amounts)
        if (amount)
            intake[standards.data->nutrients.find(name).value()] = *amount;
    return shown(standards.balance.check(intake, person, standard, medicines));
}

struct Item
{
    const char* name;
    std::optional<double> Day::* amount;
    double target;
    std::optional<double> limit;
};

const std::array items{ Item{ "vitamin D", &Day::vitaminD, 15, 100 },
                        Item{ "vitamin K2", &Day::k2, 150, std::nullopt },
                        Item{ "calcium", &Day::calcium, 1000, 2500 },
                        Item{ "magnesium", &Day::magnesium, 320, std::nullopt } };

Day with(const Item& item, std::optional<double> amount)
{
    Day day;
    day.*(item.amount) = amount;
    return day;
}

} // namespace

TEST(Balance, IsSaidInOneLine)
{
    EXPECT_EQ(check({}),
              "balanced: vitamin D 15 of 15 µg, vitamin K2 150 of 150 µg, calcium 1000 of 1000 mg, "
              "magnesium 320 of 320 mg. Targets: vitamin D, calcium NAM (RDA 2011); vitamin K2 the "
              "source article (recommendation 2023/24); magnesium NAM (RDA 1997).");
}

TEST(Balance, SaysWhichOfTheFourIsBelowItsTarget)
{
    for (const Item& item : items)
    {
        SCOPED_TRACE(item.name);
        const std::string low = std::string("not balanced: ") + item.name;
        EXPECT_THAT(check(with(item, item.target * 0.9)), StartsWith(low));
        EXPECT_THAT(check(with(item, 0)), StartsWith(low + " 0 of "));
        EXPECT_THAT(check(with(item, item.target)), StartsWith("balanced: "));
    }
    EXPECT_THAT(check({ 1, 2, 3, 4 }),
                StartsWith("not balanced: vitamin D 1 of 15 µg, vitamin K2 2 of 150 µg, "
                           "calcium 3 of 1000 mg, magnesium 4 of 320 mg."));
}

TEST(Balance, CautionsAboveALimit)
{
    for (const Item& item : items)
    {
        SCOPED_TRACE(item.name);
        if (!item.limit)
        {
            EXPECT_THAT(check(with(item, item.target * 1000)), StartsWith("balanced: "));
            continue;
        }
        EXPECT_THAT(check(with(item, *item.limit)), StartsWith("balanced: "));
        EXPECT_THAT(check(with(item, *item.limit * 1.01)),
                    AllOf(StartsWith(std::string("caution: ") + item.name),
                          HasSubstr("is above the upper limit of")));
    }
    EXPECT_THAT(check({ 150, 150, 3000, 320 }),
                StartsWith("caution: vitamin D 150 µg is above the upper limit of 100 µg (NAM, UL "
                           "2011); calcium 3000 mg is above the upper limit of 2500 mg (NAM, UL "
                           "2011). Limits are for healthy people"));
}

TEST(Balance, KnowsALimitForEverybody)
{
    for (const Person& person :
         { Person{ 60, Sex::Female, Stage::Pregnant }, Person{ 13, Sex::Female, Stage::Pregnant },
           Person{ 60, Sex::Female, Stage::Lactating }, Person{ 0.1, std::nullopt, Stage::None } })
        for (const char* const standard : { "nam", "article" })
            EXPECT_THAT(check({ 500, 150, 1000, 320 }, "", person, standard),
                        StartsWith("caution: vitamin D 500 µg is above the upper limit"));
}

TEST(Balance, SaysOneCautionForAClassOfMedicines)
{
    EXPECT_EQ(check({}, "warfarin, Marcumar").find("Marcumar"), std::string::npos);
}

TEST(Balance, OfMuchMagnesiumRaisesNoCaution)
{
    EXPECT_THAT(check({ 15, 150, 1000, 5000 }),
                AllOf(StartsWith("balanced: "), HasSubstr("magnesium 5000 of 320 mg")));
}

TEST(Balance, SaysWhatElseIsOffBehindACaution)
{
    EXPECT_THAT(check({ 150, std::nullopt, 500, 320 }),
                AllOf(StartsWith("caution: vitamin D 150 µg"), HasSubstr("Not known: vitamin K2."),
                      HasSubstr("Below target: calcium 500 of 1000 mg.")));
}

TEST(Balance, IsIncompleteWhereOneIsUnknown)
{
    for (const Item& item : items)
    {
        SCOPED_TRACE(item.name);
        EXPECT_THAT(check(with(item, std::nullopt)),
                    StartsWith(std::string("incomplete: ") + item.name + " not known."));
    }
    EXPECT_THAT(check({ std::nullopt, std::nullopt, 100, 320 }),
                AllOf(StartsWith("incomplete: vitamin D, vitamin K2 not known."),
                      HasSubstr("Below target: calcium 100 of 1000 mg.")));
}

TEST(Balance, NamesThePairsThatMatter)
{
    const auto withoutK2 = HasSubstr("Vitamin D without enough vitamin K2.");
    const auto withoutMagnesium = HasSubstr("Vitamin D without enough magnesium.");
    EXPECT_THAT(check({ 15, 10, 1000, 320 }), AllOf(withoutK2, Not(withoutMagnesium)));
    EXPECT_THAT(check({ 15, 150, 1000, 10 }), AllOf(Not(withoutK2), withoutMagnesium));
    EXPECT_THAT(check({ 150, 10, 1000, 10 }), AllOf(withoutK2, withoutMagnesium));
    EXPECT_THAT(check({ 1, 10, 1000, 10 }), AllOf(Not(withoutK2), Not(withoutMagnesium)));
    EXPECT_THAT(check({ 15, std::nullopt, 1000, std::nullopt }),
                AllOf(Not(withoutK2), Not(withoutMagnesium)));
    EXPECT_THAT(check({}), AllOf(Not(withoutK2), Not(withoutMagnesium)));
}

TEST(Balance, OfVitaminDHasOneLimitWhateverTheK2)
{
    for (const std::optional<double> k2 :
         { std::optional<double>(), std::optional(0.0), std::optional(150.0), std::optional(1e6) })
    {
        SCOPED_TRACE(k2.value_or(-1));
        EXPECT_THAT(check({ 100, k2, 1000, 320 }), Not(HasSubstr("above the upper limit")));
        EXPECT_THAT(check({ 100.1, k2, 1000, 320 }),
                    StartsWith("caution: vitamin D 100.1 µg is above the upper limit of 100 µg"));
    }
}

TEST(Balance, NeverSuggestsK2BesideAVitaminKAntagonist)
{
    for (const char* const medicines : { "warfarin 5 mg", "aspirin, Coumadin", "VKA" })
    {
        for (const double k2 : { 0.0, 30.0, 150.0, 5000.0 })
        {
            SCOPED_TRACE(medicines + std::string(", K2 ") + std::to_string(k2));
            const std::string line = check({ 15, k2, 1000, 320 }, medicines);
            EXPECT_THAT(line, StartsWith("caution: you named "));
            EXPECT_THAT(line, HasSubstr("keep vitamin K (K1 and K2) steady"));
            EXPECT_THAT(line,
                        HasSubstr("Not held against a target: vitamin K2 " + formatNumber(k2)));
            for (const char* const advice :
                 { "of 150", "enough vitamin K2", "more", "recommendation", "Below target" })
                EXPECT_THAT(line, Not(HasSubstr(advice)));
        }
    }
}

TEST(Balance, NamesNoTargetOfUnknownK2BesideAVitaminKAntagonist)
{
    EXPECT_THAT(check({ 15, std::nullopt, 1000, 320 }, "warfarin"),
                AllOf(HasSubstr("Not known: vitamin K2."), Not(HasSubstr("recommendation"))));
}

TEST(Balance, StillJudgesTheOthersBesideAVitaminKAntagonist)
{
    EXPECT_THAT(check({ 150, 10, 500, 10 }, "warfarin"),
                AllOf(StartsWith("caution: you named warfarin (vitamin K antagonist): "),
                      HasSubstr("vitamin D 150 µg is above the upper limit"),
                      HasSubstr("Below target: calcium 500 of 1000 mg, magnesium 10 of 320 mg."),
                      HasSubstr("Vitamin D without enough magnesium."),
                      Not(HasSubstr("enough vitamin K2"))));
}

TEST(Balance, NamesAnUnlistedMedicineWithoutACaution)
{
    EXPECT_THAT(
        check({}, "aspirin, metformin"),
        AllOf(StartsWith("balanced: "),
              HasSubstr(" Not in Quartet's list of medicines, which does not mean that they "
                        "are safe: aspirin, metformin.")));
}

TEST(Balance, OfAChildHoldsK2AgainstNoTarget)
{
    const Person child{ 10, Sex::Female, Stage::None };
    EXPECT_THAT(check({ 15, 20, 1300, 240 }, "", child),
                AllOf(StartsWith("balanced: "),
                      HasSubstr("Not held against a target: vitamin K2 20 µg."),
                      Not(HasSubstr("enough vitamin K2")), Not(HasSubstr("recommendation"))));
}

TEST(Balance, TakesTheStricterTargetsWhereAgeAndSexAreLeftOut)
{
    EXPECT_THAT(check({ 20, 150, 1200, 420 }, "", {}),
                AllOf(StartsWith("balanced: "),
                      HasSubstr("Targets, the stricter where age or sex is not given: ")));
    EXPECT_THAT(check({}, "", {}),
                StartsWith("not balanced: vitamin D 15 of 20 µg, calcium 1000 of 1200 mg, "
                           "magnesium 320 of 420 mg."));
    EXPECT_THAT(check({ 20, 150, 2100, 420 }, "", {}), StartsWith("caution: calcium 2100 mg"));
}

TEST(Balance, OverlooksTheNoiseOfSums)
{
    const Person older{ 60, Sex::Female, Stage::None };
    EXPECT_THAT(check({ 15, 150, 1199.9999999999, 320 }, "", older), StartsWith("balanced: "));
    EXPECT_THAT(check({ 15, 150, 1199.99, 320 }, "", older), StartsWith("not balanced: calcium"));
    EXPECT_THAT(check({ 100.00000000001, 150, 1200, 320 }, "", older), StartsWith("balanced: "));
    EXPECT_THAT(check({ 0.1 * 3 * 50, 150, 1200, 320 }, "", older), StartsWith("balanced: "));
}

TEST(Balance, RefusesAnUnknownStandard)
{
    EXPECT_EQ(check({}, "", woman, "nobody"), "Err:502");
    EXPECT_EQ(check({}, "warfarin", woman, ""), "Err:502");
    EXPECT_THAT(check({}, "", woman, "NAM"), StartsWith("balanced: "));
}

TEST(Balance, GivesEachItsVerdict)
{
    const Standards& standards = realRegistry().standards();
    const auto verdict = [&](const char* name, std::optional<double> amount,
                             const Person& person = woman, const char* standard = "nam") {
        return shown(standards.balance.verdict(standards.data->nutrients.find(name).value(), amount,
                                               person, standard));
    };
    for (const Item& item : items)
    {
        SCOPED_TRACE(item.name);
        EXPECT_EQ(verdict(item.name, item.target * 0.99), "below target");
        EXPECT_EQ(verdict(item.name, item.target), "on target");
        EXPECT_EQ(verdict(item.name, std::nullopt), "not known");
        EXPECT_EQ(verdict(item.name, item.limit.value_or(1e9)), "on target");
        if (item.limit)
        {
            EXPECT_EQ(verdict(item.name, *item.limit * 1.01), "above limit");
        }
    }
    EXPECT_EQ(verdict("VITK2", 20, { 10, Sex::Female, Stage::None }), "no target");
    EXPECT_EQ(verdict("VITD", 11, woman, "uk"), "on target");
    EXPECT_EQ(verdict("VITD", 11, woman, "nobody"), "Err:502");
    EXPECT_EQ(verdict("zinc", 11), "Err:502") << "none of the four";
}

TEST(Balance, SaysWhatLesserInteractionsThereAreWithoutACaution)
{
    EXPECT_THAT(check({}, "omeprazole"),
                AllOf(StartsWith("balanced: "),
                      HasSubstr("Also: you named omeprazole (proton pump inhibitor): ")));
    EXPECT_THAT(check({}, "omeprazole, digoxin, warfarin"),
                StartsWith("caution: you named warfarin (vitamin K antagonist): "));
}

} // namespace quartet
