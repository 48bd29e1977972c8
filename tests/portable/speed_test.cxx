/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How long copies of long workbooks take a processor. These run when they are asked for:
// --gtest_also_run_disabled_tests --gtest_filter=*Speed*

#include "copy_phases.hxx"
#include "portable_fixture.hxx"

#include <rtl/ref.hxx>

namespace quartet
{

namespace
{

using PortableSpeed = PortableTest;

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
        const rtl::Reference<CopyPhases> phases(new CopyPhases(office));
        copy(office, document, folder / name, choices,
             Any(Reference<css::task::XStatusIndicator>(phases.get())));
        phases->end();
        std::printf("%-32s %-10s %7.1f s %9ju bytes\n   ", what.c_str(), name, phases->total(),
                    static_cast<std::uintmax_t>(fs::file_size(folder / name)));
        for (std::size_t i = 0; i < CopyPhases::steps.size(); ++i)
            std::printf(" %s %.1f", CopyPhases::steps[i].first, phases->seconds()[i]);
        std::printf("\n");
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

TEST_F(PortableSpeed, DISABLED_WithoutThePerson)
{
    constexpr int rows = 8000;
    Spreadsheet document(office());
    fillFoods(document, rows);
    fill(document, "C1", "=20+MOD(ROW();60)", rows);
    fill(document, "D1", "=IF(MOD(ROW();2);\"F\";\"M\")", rows);
    fill(document, "E1", "=ORG.QUARTET.NUTRITION.VITDSTATUS(B1)", rows);
    fill(document, "F1", "=ORG.QUARTET.NUTRITION.INTAKESTATUS(B1;\"MG\";C1;D1)", rows);
    measure(office(), document, folderPath(), "8000 verdicts of 2 kinds, no person", {});
}

TEST_F(PortableSpeed, DISABLED_Missing)
{
    Spreadsheet document(office());
    fillFoods(document, 1000);
    fill(document, "C1", "=ORG.QUARTET.NUTRITION.NUTRIENTMISSING(A$1:A1;\"VITK2\")", 1000);
    measure(office(), document, folderPath(), "1000 running lists", all);
}

TEST_F(PortableSpeed, DISABLED_Totals)
{
    Spreadsheet document(office());
    fillFoods(document, 10000);
    document.cell("B77")->setFormula("2 slices");
    document.cell("A77")->setFormula("Gouda");
    int row = 1;
    for (const char* const nutrient : { "CA", "MG", "VITD", "VITK2" })
        document.cell("D" + std::to_string(row++))
            ->setFormula(fromUtf8("=ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A10000;B1:B10000;\""
                                  + std::string(nutrient) + "\")"));
    measure(office(), document, folderPath(), "4 totals over 10,000 rows", all);
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        Spreadsheet portable(elsewhere(), folderPath() / name);
        const double begin = elsewhere().processorSeconds();
        portable.recalculate();
        std::printf("%-32s %-10s %7.1f s\n", "computed anew", name,
                    elsewhere().processorSeconds() - begin);
        EXPECT_EQ(differences(document, portable), "");
    }
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
