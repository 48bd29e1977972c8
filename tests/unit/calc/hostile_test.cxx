/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas that nobody means well with. QUARTET_HOSTILE_FORMULAS says how many, where it is set.
// A real Calc is asked such formulas by tests/office.

#include "hostile_formulas.hxx"
#include "real_add_in.hxx"
#include "small_calc.hxx"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace quartet
{

namespace
{

std::vector<FunctionEntry> functions()
{
    std::vector<std::string> complaints;
    std::vector<Damage> damages;
    return readFunctions(TableSource(REGISTRY, complaints).tables("Build"), damages);
}

int countOfFormulas()
{
    const char* const wanted = std::getenv("QUARTET_HOSTILE_FORMULAS");
    return wanted ? std::atoi(wanted) : 15000;
}

} // namespace

TEST(HostileFormulas, GetAnAnswerThatTheContractNames)
{
    const int count = countOfFormulas();
    const auto all = functions();
    HostileFormulas formulas(all, realRegistry().data(), 1);
    int asked = 0;
    int figures = 0;
    for (int i = 0; i < count; ++i)
    {
        const HostileFormula formula = formulas.next();
        Case each;
        each.call = formula.call;
        each.given = hostileCells();
        const auto shown = showWithoutOffice(realAddIn(), each);
        if (!shown)
            continue;
        ++asked;
        figures += formula.figure.has_value();
        EXPECT_EQ(wrongAnswer(formula, *shown), "")
            << "=" << formula.call << " shows " << shown->text << " " << shown->number;
    }
    EXPECT_GT(asked, count / 2);
    EXPECT_GT(figures, count / 10);
}

TEST(HostileFormulas, AreTheSameForTheSameSeed)
{
    const auto all = functions();
    HostileFormulas one(all, realRegistry().data(), 7);
    HostileFormulas other(all, realRegistry().data(), 7);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(one.next().call, other.next().call);
}

TEST(HostileFormulas, AreFoundOutWhereTheAnswerIsWrong)
{
    const auto all = functions();
    const auto find = [&all](const char* name) {
        return &*std::find_if(all.begin(), all.end(),
                              [name](const auto& each) { return each.name == name; });
    };
    const auto wrong = [](const HostileFormula& formula, const Shown& shown) {
        return !wrongAnswer(formula, shown).empty();
    };
    const HostileFormula number{ "K2MCG(B1;1)", find("K2MCG") };
    EXPECT_FALSE(wrong(number, { Shown::Kind::Number, "1", 1 }));
    EXPECT_FALSE(wrong(number, { Shown::Kind::Text, "" }));
    EXPECT_FALSE(wrong(number, { Shown::Kind::Error, "Err:502" }));
    EXPECT_TRUE(wrong(number, { Shown::Kind::Number, "", NAN }));
    EXPECT_TRUE(wrong(number, { Shown::Kind::Text, "some" }));
    EXPECT_TRUE(wrong(number, { Shown::Kind::Error, "#VALUE!" }));
    const HostileFormula text{ "CITATION(B1)", find("CITATION") };
    EXPECT_TRUE(wrong(text, { Shown::Kind::Number, "1", 1 }));
    EXPECT_TRUE(wrong(text, { Shown::Kind::Text, "nan mg" }));
    EXPECT_TRUE(wrong(text, { Shown::Kind::Error, "Err:502" }));
    HostileFormula unknown = number;
    unknown.figure.emplace();
    EXPECT_TRUE(wrong(unknown, { Shown::Kind::Number, "0", 0 }));
    EXPECT_FALSE(wrong(unknown, { Shown::Kind::Error, "#N/A" }));
}

} // namespace quartet
