/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas and workbooks that nobody means well with, in a real Calc. tools/soak asks
// many more.

#include "compile/estimated_foods.hxx"
#include "function_examples.hxx"
#include "hostile_sheet.hxx"
#include "process_load.hxx"

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

using testing::IsEmpty;

const Data& data()
{
    static const auto data = [] {
        static std::vector<std::string> complaints;
        static TableSource source(SOURCE_FOLDER "/registry", complaints);
        return estimateFoods(source).data;
    }();
    return *data;
}

using Hostile = OfficeTest;

} // namespace

TEST_F(Hostile, FormulasGetAnAnswerThatTheContractNames)
{
    constexpr int block = 500;
    constexpr int warmingUp = 8;
    constexpr int blocks = 40;
    // What Calc keeps of texts and formulas that it has seen.
    constexpr std::size_t most = 48U << 20U;
    HostileFormulas formulas(functionEntries(), data(), 22);
    HostileSheet sheet(office());
    ProcessLoad warm;
    for (int i = 0; i < blocks; ++i)
    {
        if (i == warmingUp)
            warm = loadOf(office());
        EXPECT_THAT(sheet.ask(formulas, block), IsEmpty());
    }
    const ProcessLoad now = loadOf(office());
#ifndef SANITIZED_OFFICE
    EXPECT_LT(now.bytes, warm.bytes + most);
#endif
    EXPECT_EQ(now.handles, warm.handles);
}

TEST_F(Hostile, WorkbooksShowWhatTheyHold)
{
    constexpr int steps = 300;
    constexpr int between = 15;
    HostileWorkbook book(office(), 22);
    std::string done;
    for (int i = 1; i <= steps; ++i)
    {
        done += book.step() + ", ";
        if (i % between == 0)
        {
            ASSERT_THAT(book.stale(), IsEmpty()) << done;
        }
    }
}

} // namespace quartet
