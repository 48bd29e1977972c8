/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A cell may hold a megabyte: no function may take longer for a text than its length
// explains. What takes its square doesn't end within the test's time.

#include "compile/function_table.hxx"
#include "real_add_in.hxx"
#include "small_calc.hxx"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace quartet
{

namespace
{

constexpr std::size_t length = 1U << 18U;

std::vector<std::string> longTexts()
{
    std::vector<std::string> texts;
    // Each of these, again and again.
    for (const std::string part :
         { "a", "9 ", "a,", "milk ", "warfarin;", "ワルファリン", "\u00ad", "½", " " })
    {
        std::string text;
        while (text.size() < length)
            text += part;
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<FunctionEntry> functions()
{
    std::vector<std::string> complaints;
    std::vector<Damage> damages;
    auto all = readFunctions(TableSource(REGISTRY, complaints).tables("Build"), damages);
    std::erase_if(all, [](const FunctionEntry& each) {
        const auto callable = callableFunctions();
        return each.parameters.empty()
               || std::find(callable.begin(), callable.end(), each.name) == callable.end();
    });
    return all;
}

/// What such a parameter takes.
std::string right(const ParameterEntry& parameter)
{
    static const std::map<std::string, std::string> byRole{
        { "food", "\"Gouda\"" },
        { "foods", "{\"Gouda\"}" },
        { "amount", "50" },
        { "amounts", "{50}" },
        { "nutrient", "\"CA\"" },
        { "number", "50" },
        { "level", "50" },
        { "age", "40" },
        { "sex", "\"F\"" },
        { "text", "\"gouda\"" },
        { "rank", "1" },
        { "source", "\"kamao-2007\"" },
        { "medicines", "\"warfarin\"" },
    };
    if (parameter.optional() && parameter.role != "medicines")
        return "";
    const auto found = byRole.find(parameter.role);
    return found == byRole.end() ? "\"ng/mL\"" : found->second;
}

class LongTexts : public testing::TestWithParam<FunctionEntry>
{
};

} // namespace

TEST_P(LongTexts, AreAnswered)
{
    static const std::vector<std::string> texts = longTexts();
    const FunctionEntry& function = GetParam();
    for (std::size_t place = 0; place < function.parameters.size(); ++place)
        for (const std::string& text : texts)
        {
            Case each;
            each.given = { { "B1", "'" + text } };
            each.call = function.name + "(";
            for (std::size_t i = 0; i < function.parameters.size(); ++i)
                each.call += (i > 0 ? ";" : "")
                             + (i == place ? std::string("B1") : right(function.parameters[i]));
            each.call += ")";
            const auto shown = showWithoutOffice(realAddIn(), each);
            ASSERT_TRUE(shown) << each.call;
            // A sentence says what it is about, not all of it.
            EXPECT_LT(shown->text.size(), 2 * length) << each.call;
        }
}

INSTANTIATE_TEST_SUITE_P(Calc, LongTexts, testing::ValuesIn(functions()),
                         [](const auto& parameter) { return parameter.param.name; });

} // namespace quartet
