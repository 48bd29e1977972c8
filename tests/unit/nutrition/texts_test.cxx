/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/texts.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

std::string filled(const char* text, Texts::Values values)
{
    std::vector<Damage> damages;
    return Texts({ Row("id", { { "text", text } }) }, damages).text("id", values);
}

} // namespace

TEST(Texts, ReplaceEachPlaceholder)
{
    EXPECT_EQ(filled("nothing", {}), "nothing");
    EXPECT_EQ(filled("{a}", { { "a", "1" } }), "1");
    EXPECT_EQ(filled("{a} of {b}, {a}.", { { "a", "1" }, { "b", "2" } }), "1 of 2, 1.");
    EXPECT_EQ(filled("{a}{b}", { { "b", "2" }, { "a", "1" } }), "12");
    EXPECT_EQ(filled("{two words}", { { "two words", "1" } }), "1");
    EXPECT_EQ(filled("({a})", { { "a", "" } }), "()");
    EXPECT_EQ(filled("a} b", {}), "a} b");
}

TEST(Texts, LeaveTheBracesOfAValueAlone)
{
    EXPECT_EQ(filled("{a} and {b}", { { "a", "{b}" }, { "b", "{a}" } }), "{b} and {a}");
    EXPECT_EQ(filled("{a}.", { { "a", "{" } }), "{.");
    EXPECT_EQ(filled("{a}.", { { "a", "}{" } }), "}{.");
}

TEST(Texts, SurviveAPlaceholderThatNothingFillsOrCloses)
{
    EXPECT_EQ(filled("{a} b", {}), " b");
    EXPECT_NO_THROW(filled("a {b", { { "b", "1" } }));
    EXPECT_NO_THROW(filled("a {", {}));
    EXPECT_NO_THROW(filled("{}", {}));
}

TEST(Texts, ShowTheIdOfAMissingText)
{
    std::vector<Damage> damages;
    const Texts texts({ Row("empty", { { "text", "" } }) }, damages);
    EXPECT_EQ(texts.text("empty"), "empty");
    EXPECT_EQ(texts.text("no.such.text", { { "a", "1" } }), "no.such.text");
    ASSERT_EQ(damages.size(), 1u);
    EXPECT_EQ(damages[0].field, "text");
}

TEST(FormatNumber, ShowsAtMostTwoDecimals)
{
    const std::pair<double, const char*> numbers[] = { { 0, "0" },
                                                       { 1, "1" },
                                                       { 10, "10" },
                                                       { 1000, "1000" },
                                                       { 0.5, "0.5" },
                                                       { 469.5, "469.5" },
                                                       { 0.126, "0.13" },
                                                       { 0.004, "0" },
                                                       { 1.0 / 3, "0.33" },
                                                       { 99.999, "100" },
                                                       { 1234.56, "1234.56" },
                                                       { 0.1 + 0.2, "0.3" },
                                                       { 12345, "12345" },
                                                       { 123456.78, "123456.78" } };
    for (const auto& [number, text] : numbers)
        EXPECT_EQ(formatNumber(number), text);
}

TEST(FormatNumber, UsesNoExponent)
{
    EXPECT_EQ(formatNumber(100000), "100000");
    EXPECT_EQ(formatNumber(2e6), "2000000");
}

TEST(FormatNumber, LeavesAFigureFourDigits)
{
    for (const auto& [number, text] :
         { std::pair(356.1185, "356.1"), std::pair(1046.25, "1046"), std::pair(12.3456, "12.35"),
           std::pair(0.123456, "0.1235"), std::pair(0.00004, "0"), std::pair(0.0, "0"),
           std::pair(-7.0, "-7") })
        EXPECT_EQ(formatNumber(number, decimalsOf(number)), text);
}

} // namespace quartet
