/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_diary.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quartet
{

namespace
{

using testing::ElementsAre;

DiaryPlan planOf(const ImportGrid& grid)
{
    const FoodTable& foods = realRegistry().data().foods;
    return planOfDiary(
        readImport(grid, rules()), rules(),
        [&foods](const std::string& name) { return foods.find(name); },
        [](const std::string& name) {
            const auto found = realRegistry().data().search(realRegistry().data().foods, name);
            return found.likely > 0 ? found.foods.front()->name : std::string();
        });
}

std::vector<std::string> described(const DiaryPlan& plan)
{
    std::vector<std::string> lines;
    for (const DiaryEntry& entry : plan.entries)
        lines.push_back(entry.date + " " + entry.meal + ": " + entry.amount + " " + entry.food);
    for (const MissedEntry& missed : plan.missed)
        lines.push_back("no " + missed.why + ": " + missed.entry.amount + " " + missed.entry.food
                        + (missed.perhaps.empty() ? "" : ", perhaps " + missed.perhaps));
    return lines;
}

} // namespace

TEST(ImportDiary, BecomesAPlanOfWhatIsKnown)
{
    EXPECT_THAT(
        described(planOf({ { "Day", "Time", "Group", "Food Name", "Amount", "Calcium (mg)" },
                           { "'2026-03-01'", "07:10", "Breakfast", "Natto", "50.00 g", 45.0 },
                           { "'2026-03-01'", {}, "Breakfast", "Natto of my aunt", "20 g", 3.0 },
                           { "'2026-03-02'", {}, "Lunch", "gouda", "1.00 softgel", 3.0 },
                           { "'2026-03-02'", {}, "Lunch", "Gouda", "1.5 oz", 3.0 } })),
        ElementsAre("2026-03-01 Breakfast: 50 g Natto", "2026-03-02 Lunch: 42.52 g Gouda",
                    "no food: 20 g Natto of my aunt", "no amount: 1.00 softgel gouda"));
}

TEST(ImportDiary, TakesTheUnitOfTheHeaderOrOfItsOwnColumn)
{
    EXPECT_THAT(described(planOf({ { "Datum", "Mahlzeit", "Lebensmittel", "Menge (g)" },
                                   { "2026-03-01", "Frühstück", "Natto", 40.0 } })),
                ElementsAre("2026-03-01 Frühstück: 40 g Natto"));
    EXPECT_THAT(described(planOf({ { "date", "meal", "food", "amount", "unit" },
                                   { "2026-03-01", "lunch", "Natto", 40.0, "g" },
                                   { "2026-03-01", "lunch", "Natto", 2.0, "ml of it" } })),
                ElementsAre("2026-03-01 lunch: 40 g Natto", "no amount: 2 ml of it Natto"));
}

TEST(ImportDiary, TakesNoNumberWithoutAUnit)
{
    EXPECT_THAT(described(planOf({ { "date", "meal", "food", "amount" },
                                   { "2026-03-01", "lunch", "Natto", 2.0 } })),
                ElementsAre("no amount: 2 Natto"));
    EXPECT_THAT(described(planOf({ { "Datum", "Lebensmittel", "Portion" },
                                   { "2026-01-05", "Gouda", 1.0 },
                                   { "2026-01-05", "Gouda", "30 g" } })),
                ElementsAre("2026-01-05 : 30 g Gouda", "no amount: 1 Gouda"));
    EXPECT_THAT(described(planOf({ { "Datum", "Lebensmittel", "Portion (g)" },
                                   { "2026-01-05", "Gouda", 30.0 } })),
                ElementsAre("2026-01-05 : 30 g Gouda"));
    EXPECT_THAT(described(planOf({ { "Datum", "Lebensmittel", "Portion (mg)" },
                                   { "2026-01-05", "Gouda", 500.0 } })),
                ElementsAre("2026-01-05 : 500 mg Gouda"));
}

TEST(ImportDiary, AsksWhatFiguresAreForWhereNoAmountHasAUnit)
{
    const auto figuresFor = [](const char* header, const ImportCell& amount) {
        return readImport({ { "Date", "Food", header, "Calcium (mg)" },
                            { "2026-01-05", "Gouda", amount, 300.0 } },
                          rules())
            .figuresFor;
    };
    EXPECT_EQ(figuresFor("Portion", 1.0), FiguresFor::Unclear);
    EXPECT_EQ(figuresFor("Serving", 1.0), FiguresFor::Unclear);
    EXPECT_EQ(figuresFor("Portion", "30 g"), FiguresFor::Amount);
    EXPECT_EQ(figuresFor("Portion (g)", 30.0), FiguresFor::Amount);
    EXPECT_EQ(figuresFor("Amount (g)", 30.0), FiguresFor::Amount);
}

} // namespace quartet
