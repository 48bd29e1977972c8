/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The spreadsheets of tests/sheets: one a function that checks itself, and the
// day that the README shows.

#include "office_fixture.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
namespace FormulaResult = css::sheet::FormulaResult;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

const fs::path folder = fs::path(SOURCE_FOLDER) / "tests/sheets";
const fs::path day = folder / "day.fods";

std::vector<fs::path> sheetsOfFunctions()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".fods" && entry.path() != day)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string testName(const testing::TestParamInfo<fs::path>& parameter)
{
    return parameter.param.stem().string();
}

std::string cellName(char column, int row) { return column + std::to_string(row); }

/// The last row with something in it, counted from 1.
int lastRow(const Spreadsheet& sheet)
{
    const Reference<css::sheet::XSheetCellCursor> cursor = sheet.sheet()->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(true);
    return Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
               ->getRangeAddress()
               .EndRow
           + 1;
}

/// Of css::sheet::FormulaResult.
sal_Int32 resultKind(const Spreadsheet& sheet, const std::string& cell)
{
    sal_Int32 kind = 0;
    Reference<css::beans::XPropertySet>(sheet.cell(cell), UNO_QUERY_THROW)
        ->getPropertyValue("FormulaResultType2") >>= kind;
    return kind;
}

bool isTrue(const Spreadsheet& sheet, const std::string& cell)
{
    return resultKind(sheet, cell) == FormulaResult::VALUE && sheet.value(cell) == 1;
}

class Sheets : public OfficeTest, public testing::WithParamInterface<fs::path>
{
};

using Day = OfficeTest;

/// The row that has this label in column A.
int labelledRow(const Spreadsheet& sheet, std::string_view label)
{
    for (int row = 1; row <= lastRow(sheet); ++row)
        if (sheet.text(cellName('A', row)) == label)
            return row;
    ADD_FAILURE() << "no row is labelled " << label;
    return 0;
}

} // namespace

// A: what is tested, B: the formula, C: its result, D: what was expected, E: whether it is right.
TEST_P(Sheets, AreAllCorrect)
{
    constexpr int firstCheck = 4;
    const Spreadsheet sheet(office(), GetParam());
    EXPECT_EQ(sheet.text("A1"), "All correct");
    EXPECT_TRUE(isTrue(sheet, "B1")) << "B1 shows " << sheet.text("B1");
    int checks = 0;
    for (int row = firstCheck; !sheet.text(cellName('B', row)).empty(); ++row, ++checks)
        EXPECT_TRUE(isTrue(sheet, cellName('E', row)))
            << "row " << row << ": " << sheet.text(cellName('A', row)) << "\n  "
            << sheet.text(cellName('B', row)) << "\n  shows    " << sheet.text(cellName('C', row))
            << "\n  expected " << sheet.text(cellName('D', row));
    // None of the sheet's checks stands outside B1 or behind a gap.
    EXPECT_GE(checks, 8);
    EXPECT_EQ(sheet.formula("B1"), "=AND(E4:E" + std::to_string(firstCheck + checks - 1) + ")");
    EXPECT_EQ(lastRow(sheet), firstCheck + checks - 1);
}

INSTANTIATE_TEST_SUITE_P(Calc, Sheets, testing::ValuesIn(sheetsOfFunctions()), testName);

TEST_F(Day, ShowsNoError)
{
    const Spreadsheet sheet(office(), day);
    int unknown = 0;
    for (int row = 1; row <= lastRow(sheet); ++row)
    {
        for (char column = 'A'; column <= 'H'; ++column)
        {
            const std::string cell = cellName(column, row);
            EXPECT_EQ(sheet.error(cell), 0) << cell << " shows " << sheet.text(cell);
            unknown += sheet.text(cell) == "unknown";
        }
    }
    EXPECT_GT(unknown, 0) << "no value is unknown: the day hides what the data lack";
}

TEST_F(Day, HasTotalsAndCoverage)
{
    const Spreadsheet sheet(office(), day);
    const int total = labelledRow(sheet, "Total");
    const int coverage = labelledRow(sheet, "Coverage");
    ASSERT_TRUE(total && coverage);
    for (char column = 'D'; column <= 'H'; ++column)
    {
        const std::string sum = cellName(column, total);
        const std::string share = cellName(column, coverage);
        EXPECT_EQ(resultKind(sheet, sum), FormulaResult::VALUE) << sum << sheet.text(sum);
        EXPECT_GT(sheet.value(sum), 0) << sum;
        EXPECT_EQ(resultKind(sheet, share), FormulaResult::VALUE) << share;
        EXPECT_GT(sheet.value(share), 0.8) << share;
        EXPECT_LE(sheet.value(share), 1) << share;

        // The total is the sum of what the rows above show.
        double added = 0;
        for (int row = 5; row < total; ++row)
            added += sheet.value(cellName(column, row));
        EXPECT_NEAR(sheet.value(sum), added, 1e-9) << sum;
    }
}

TEST_F(Day, EndsWithAVerdictAndASource)
{
    const Spreadsheet sheet(office(), day);
    const std::string verdict = sheet.text(cellName('B', labelledRow(sheet, "Verdict")));
    constexpr std::array words{ "balanced: ", "not balanced: ", "incomplete: ", "caution: " };
    EXPECT_TRUE(std::any_of(words.begin(), words.end(), [&](const char* word) {
        return verdict.starts_with(word);
    })) << verdict;
    EXPECT_NE(sheet.text(cellName('B', labelledRow(sheet, "Source"))).find("official table"),
              std::string::npos);
    EXPECT_EQ(sheet.text(cellName('A', lastRow(sheet))), "No medical advice. Unknown is not zero.");
}

} // namespace quartet
