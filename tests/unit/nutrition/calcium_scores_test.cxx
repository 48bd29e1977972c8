/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/calcium_scores.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <limits>

namespace quartet
{

namespace
{

std::string category(double score, std::string_view system = "agatston")
{
    return shown(realRegistry().standards().calciumScores.category(score, system));
}

} // namespace

TEST(CalciumScores, HaveTheClassOfEachRowFromItsFirstUnitToItsLast)
{
    const std::vector<Row>& rows = realRegistry().rows("cac", "Standards");
    EXPECT_EQ(rows.size(), 13u);
    for (const Row& row : rows)
        for (const double score : { row.requiredNumber("from"), row.number("to").value_or(1e6) })
            EXPECT_EQ(category(score, row.text("system")), row.text("category"))
                << row.id() << " " << score;
}

TEST(CalciumScores, BetweenTwoClassesAreInTheHigher)
{
    EXPECT_EQ(category(0.5), "minimal / low");
    EXPECT_EQ(category(10.5), "mild / moderate");
    EXPECT_EQ(category(400.1), "extensive / high");
    EXPECT_EQ(category(99.5, "CAC-DRS"), "A2 moderately increased");
}

TEST(CalciumScores, AreRefusedWhereTheyAreNone)
{
    EXPECT_EQ(category(-1), "Err:502");
    EXPECT_EQ(category(std::numeric_limits<double>::quiet_NaN()), "Err:502");
    EXPECT_EQ(category(10, "mine"), "Err:502");
    EXPECT_EQ(category(0, "youssef2012"), "#N/A") << "its classes begin at 1";
}

} // namespace quartet
