/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How long copies of long workbooks take. These run when they are asked for:
// --gtest_also_run_disabled_tests --gtest_filter=*Speed*

#include "portable_fixture.hxx"

namespace quartet
{

namespace
{

using PortableSpeed = PortableTest;
using Seconds = std::chrono::duration<double>;

void fill(const Spreadsheet& document, const char* cell, const char* formula, int rows)
{
    document.cell(cell)->setFormula(fromUtf8(formula));
    const std::string name(cell);
    Reference<css::sheet::XCellSeries>(
        rangeOf(document, "Sheet1", name + ":" + name.substr(0, 1) + std::to_string(rows)),
        UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

void fillFoods(const Spreadsheet& document, int rows)
{
    static constexpr std::array<const char*, 5> foods{ "Natto", "Gouda", "Almonds", "Salmon",
                                                       "Spinach" };
    Sequence<Sequence<Any>> all(rows);
    for (int i = 0; i < rows; ++i)
    {
        Sequence<Any> row(2);
        row.getArray()[0] <<=
            rtl::OUString::createFromAscii(foods[static_cast<std::size_t>(i) % foods.size()]);
        row.getArray()[1] <<= static_cast<double>(10 + i % 90);
        all.getArray()[i] = row;
    }
    Reference<css::sheet::XCellRangeData>(
        document.sheet()->getCellRangeByPosition(0, 0, 1, rows - 1), UNO_QUERY_THROW)
        ->setDataArray(all);
}

void measure(const Office& office, const Spreadsheet& document, const fs::path& folder,
             const std::string& what, const std::vector<const char*>& choices)
{
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        const auto begin = std::chrono::steady_clock::now();
        copy(office, document, folder / name, choices);
        const Seconds took = std::chrono::steady_clock::now() - begin;
        std::printf("%-32s %-10s %7.1f s %9ju bytes\n", what.c_str(), name, took.count(),
                    static_cast<std::uintmax_t>(fs::file_size(folder / name)));
        std::fflush(stdout);
    }
}

const std::vector<const char*> all{ "IncludePerson", "IncludeMedicines" };

} // namespace

TEST_F(PortableSpeed, DISABLED_Foods)
{
    for (const int rows : { 2000, 10000, 50000 })
    {
        Spreadsheet document(office());
        fillFoods(document, rows);
        fill(document, "C1", "=ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"CA\")", rows);
        fill(document, "D1", "=ORG.QUARTET.NUTRITION.K2MCG(A1;B1)", rows);
        fill(document, "E1", "=ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"MG\")", rows);
        measure(office(), document, folderPath(), std::to_string(rows) + " rows of 3 calls", all);
    }
}

TEST_F(PortableSpeed, DISABLED_Natives)
{
    for (const int rows : { 1000, 8000 })
    {
        Spreadsheet document(office());
        fillFoods(document, rows);
        fill(document, "C1", "=ORG.QUARTET.NUTRITION.VITDSTATUS(B1)", rows);
        fill(document, "D1", "=ORG.QUARTET.NUTRITION.INTAKESTATUS(B1;\"MG\";40;\"F\")", rows);
        measure(office(), document, folderPath(), std::to_string(rows) + " verdicts of 2 kinds",
                all);
    }
}

TEST_F(PortableSpeed, DISABLED_Missing)
{
    Spreadsheet document(office());
    fillFoods(document, 1000);
    fill(document, "C1", "=ORG.QUARTET.NUTRITION.NUTRIENTMISSING(A$1:A1;\"VITK2\")", 1000);
    measure(office(), document, folderPath(), "1000 running lists", all);
}

TEST_F(PortableSpeed, DISABLED_AllFoods)
{
    Spreadsheet document(office());
    fillFoods(document, 20);
    fill(document, "C1", "=ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"CA\")", 20);
    measure(office(), document, folderPath(), "20 rows with all foods",
            { "IncludePerson", "IncludeMedicines", "AllFoods" });
}

} // namespace quartet
