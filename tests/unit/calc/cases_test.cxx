/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plain-text cases of tests/cases that need no office: the add-in's own methods
// over the tables of the registry, in seconds. A real Calc is asked the same cases
// by tests/office.

#include "real_add_in.hxx"
#include "small_calc.hxx"
#include "workbook/functions.hxx"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace quartet
{

namespace
{

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = readCaseFolder(CASES);
    return all;
}

bool asksOwnFoods(const Case& each)
{
    return each.call.find("FOOD_CHECK") != std::string::npos
           || std::any_of(each.given.begin(), each.given.end(),
                          [](const Given& given) { return given.cell.starts_with("My foods."); });
}

} // namespace

TEST(CasesWithoutOffice, Hold)
{
    for (const Case& each : cases())
        if (const auto shown = showWithoutOffice(realAddIn(), each))
            for (const std::string& failure : failures(each, *shown))
                ADD_FAILURE_AT(each.file.c_str(), each.line) << failure;
}

TEST(CasesWithoutOffice, AreNearlyAll)
{
    std::size_t asked = 0;
    std::size_t all = 0;
    std::string others;
    for (const Case& each : cases())
    {
        if (asksOwnFoods(each))
            continue;
        ++all;
        if (showWithoutOffice(realAddIn(), each))
            ++asked;
        else
            others += "\n  " + testName(each) + " " + each.call;
    }
    EXPECT_GE(asked * 100, all * 90) << asked << " of " << all << ", without:" << others;
}

/// Whoever adds a function adds it to small_calc.cxx too.
TEST(CasesWithoutOffice, CanCallEachFunction)
{
    const auto callable = callableFunctions();
    for (const CalcFunction& function : calcFunctions())
    {
        const bool asksASheet =
            std::any_of(function.parameters.begin(), function.parameters.end(),
                        [](const auto& each) { return each.role == ParameterRole::Cells; });
        EXPECT_TRUE(asksASheet || std::count(callable.begin(), callable.end(), function.name) == 1)
            << function.name;
    }
}

TEST(Functions, GiveNoNegativeZero)
{
    const css::uno::Any amount = realAddIn().k2mcg({}, "Natto", css::uno::Any(-0.0), {});
    double number = -1;
    ASSERT_TRUE(amount >>= number);
    EXPECT_EQ(number, 0);
    EXPECT_FALSE(std::signbit(number));
}

TEST(CaseFile, HasBlocksOfLines)
{
    std::istringstream file("# a comment\n"
                            "given      B1 = =1/0\n"
                            "call       K2MCG(B1;\"1 \"\"slice\"\"\")\n"
                            "# another\n"
                            "expect     begins \"a \"\"b\"\"\"\n"
                            "expect     -1.5\n"
                            "tolerance  0.01\n"
                            "source     Kamao 2007\n"
                            "\n\n"
                            "call       FOODS()\n"
                            "expect     empty\n");
    const std::vector<Case> cases = readCases(file, "k2.txt");
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(cases[0].malformed, "");
    EXPECT_EQ(cases[0].line, 3);
    EXPECT_EQ(cases[0].given.at(0).cell, "B1");
    EXPECT_EQ(cases[0].given.at(0).content, "=1/0");
    EXPECT_EQ(cases[0].expectations.at(0).text, "a \"b\"");
    EXPECT_EQ(cases[0].expectations.at(1).number, -1.5);
    EXPECT_EQ(cases[0].tolerance, 0.01);
    EXPECT_EQ(cases[0].source, "Kamao 2007");
    EXPECT_EQ(cases[1].line, 11);
}

TEST(CaseFile, SaysWhereItIsMalformed)
{
    for (const auto& [text, line] : {
             std::pair("call FOODS()\nexpct 1", 2),
             std::pair("\n\ncall FOODS()", 3),
             std::pair("expect 1", 1),
             std::pair("call FOODS()\nexpect", 2),
             std::pair("call FOODS()\nexpect 1,5", 2),
             std::pair("call FOODS()\nexpect \"a", 2),
             std::pair("call FOODS()\nexpect \"a\"b\"", 2),
             std::pair("call FOODS()\nexpect begins a", 2),
             std::pair("call FOODS()\nexpect 1\ntolerance some", 3),
             std::pair("call FOODS()\nexpect 1\ngiven B1", 3),
             std::pair("call FOODS()\nexpect 1\ngiven A1 = 1", 3),
             std::pair("call FOODS()\nexpect 1\ncall FOODS()", 3),
             std::pair("# nothing", 1),
         })
    {
        std::istringstream file(text);
        const std::vector<Case> cases = readCases(file, "k2.txt");
        ASSERT_EQ(cases.size(), 1U) << text;
        EXPECT_NE(cases[0].malformed, "") << text;
        EXPECT_EQ(cases[0].line, line) << text;
    }
}

} // namespace quartet
