/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/conversions.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

std::optional<double> converted(double value, const char* from, const char* to)
{
    const auto result = realRegistry().standards().conversions.convert(value, from, to);
    return result ? std::optional(*result) : std::nullopt;
}

} // namespace

TEST(Conversions, KnowTheUnitsOfLabelsAndLaboratories)
{
    const Conversions& conversions = realRegistry().standards().conversions;
    for (const char* const unit : { "IU", "iu", "I.E.", "IE", "UI", "U.I.", "МЕ", "NE" })
        for (const char* const to : { "µg", "\u03bcg", "ug", "mcg" })
        {
            const auto converted = conversions.convert(400, unit, to);
            ASSERT_TRUE(converted) << unit << " " << to;
            EXPECT_EQ(*converted, 10);
        }
    EXPECT_EQ(*conversions.convert(38.2, "µg/L", "ng/mL"), 38.2);
    EXPECT_DOUBLE_EQ(*conversions.convert(0.05, "µmol/L", "nmol/L"), 50);
    EXPECT_DOUBLE_EQ(*conversions.convert(20, "ng/mL", "µmol/L"), 0.04992);
}

TEST(Conversions, GoBothWays)
{
    EXPECT_DOUBLE_EQ(converted(40, "ng/mL", "nmol/L").value(), 99.84);
    EXPECT_DOUBLE_EQ(converted(99.84, "nmol/l", "NG/ML").value(), 40);
    EXPECT_EQ(converted(10, "µg", "IU"), 400);
    EXPECT_EQ(converted(400, "iu", "mcg"), 10);
    EXPECT_EQ(converted(7, "ug", "µg"), 7);
}

TEST(Conversions, RefuseUnitsOfDifferentQuantities)
{
    EXPECT_EQ(converted(1, "ng/mL", "IU"), std::nullopt);
    EXPECT_EQ(converted(1, "mg", "IU"), std::nullopt);
    EXPECT_EQ(converted(1, "", ""), std::nullopt);
}

TEST(Conversions, LoseADamagedRowAlone)
{
    std::vector<Damage> damages;
    const Conversions conversions(
        { Row("good", { { "from", "a" }, { "to", "b" }, { "factor", "2" } }),
          Row("x", { { "from", "a" }, { "to", "c" }, { "factor", "0" } }),
          Row("y", { { "from", "a" }, { "factor", "2" } }) },
        damages);
    ASSERT_EQ(damages.size(), 2u);
    EXPECT_EQ(damages[0].field, "factor");
    EXPECT_EQ(damages[1].field, "to");
    EXPECT_EQ(*conversions.convert(3, "a", "b"), 6);
}

} // namespace quartet
