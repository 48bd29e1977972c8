/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/calcium_magnesium.hxx"

#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

std::string status(double calcium, double magnesium,
                   const Person& person = { 40, Sex::Female, Stage::None })
{
    return shown(
        realRegistry().standards().calciumMagnesium.status(calcium, magnesium, person, "nam"));
}

} // namespace

TEST(CalciumMagnesium, IsARatioByMass)
{
    EXPECT_EQ(*CalciumMagnesium::ratio(1000, 320), 3.125);
    EXPECT_EQ(*CalciumMagnesium::ratio(0, 320), 0);
    EXPECT_EQ(CalciumMagnesium::ratio(1000, 0).error(), Problem::DivisionByZero);
    EXPECT_EQ(status(1000, 0), "#DIV/0!");
}

TEST(CalciumMagnesium, StandsAgainstTheResearchBand)
{
    EXPECT_EQ(status(1000, 320),
              "above the research band: 3.1, band 1.7 to 2.6 (Dai 2013, Costello 2021). No "
              "authority set this band. Your own targets give 3.1 (NAM: calcium 1000 mg, RDA 2011; "
              "magnesium 320 mg, RDA 1997).");
    EXPECT_THAT(status(1.7, 1), StartsWith("within the research band: 1.7,"));
    EXPECT_THAT(status(2.6, 1), StartsWith("within the research band: 2.6,"));
    EXPECT_THAT(status(1.69, 1), StartsWith("below the research band: 1.69,"));
    EXPECT_THAT(status(2.61, 1), StartsWith("above the research band: 2.61,"));
}

TEST(CalciumMagnesium, SaysWhatThePersonsOwnTargetsGive)
{
    EXPECT_THAT(status(500, 250, {}),
                HasSubstr("The stricter adult targets give 2.9 (NAM: calcium 1200 mg, RDA 2011; "
                          "magnesium 420 mg, RDA 1997)."));
    for (const Person& person :
         { Person{ 30, Sex::Female, Stage::None }, Person{ 60, Sex::Female, Stage::None } })
        EXPECT_THAT(status(1, 1, person), AllOf(HasSubstr("No authority set this band."),
                                                HasSubstr("Your own targets give 3.")));
}

} // namespace quartet
