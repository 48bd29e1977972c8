/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Each name of a food in an office whose language has two kinds of the letter I.

#include "compile/csv.hxx"
#include "nutrition/fold.hxx"
#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

class TurkishOffice : public OfficeTest
{
protected:
    static void SetUpTestSuite() { start({ OXT }, { "--headless" }, "tr-TR"); }
};

/// The rows of a file of registry/names.
std::vector<CsvRecord> names(const std::string& file)
{
    std::ifstream in(std::string(SOURCE_FOLDER "/registry/names/") + file + ".csv",
                     std::ios::binary);
    auto rows = parseCsv(std::string(std::istreambuf_iterator<char>(in), {}));
    EXPECT_GE(rows.size(), 2u) << file;
    rows.erase(rows.begin());
    return rows;
}

/// Plain letters in upper case: in Turkish "I" isn't that of "i".
std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

/// Each name and the food's id; without those that languages share.
std::vector<std::pair<std::string, std::string>> namesAndIds()
{
    std::set<std::string> shared;
    for (const CsvRecord& row : names("shared"))
        shared.insert(fold(row.cells[0]));
    std::vector<std::pair<std::string, std::string>> all;
    for (const char* const language : { "de", "fr", "es", "ja" })
        for (const CsvRecord& row : names(language))
        {
            std::vector<std::string_view> words = split(row.cells[2], ";");
            words.push_back(row.cells[1]);
            for (const std::string_view word : words)
                if (!shared.contains(fold(word)))
                    all.emplace_back(upper(std::string(word)), row.cells[0]);
        }
    return all;
}

} // namespace

TEST_F(TurkishOffice, LeadsEachNameToItsFood)
{
    const auto all = namesAndIds();
    ASSERT_GT(all.size(), 38000u);
    const auto rows = static_cast<sal_Int32>(all.size());
    Sequence<Sequence<Any>> cells(rows);
    for (sal_Int32 row = 0; row < rows; ++row)
    {
        Sequence<Any>& line = cells.getArray()[row];
        line.realloc(2);
        line.getArray()[0] <<= fromUtf8(all[row].first);
        line.getArray()[1] <<= fromUtf8(all[row].second);
    }
    Spreadsheet sheet(office());
    const auto range = [&](const std::string& from, const std::string& to) {
        return sheet.sheet()->getCellRangeByName(fromUtf8(from + "1:" + to + std::to_string(rows)));
    };
    Reference<css::sheet::XCellRangeData>(range("A", "B"), UNO_QUERY_THROW)->setDataArray(cells);
    sheet.enter("C1", "=IFERROR(ORG.QUARTET.NUTRITION.FOODNAME(A1)="
                      "ORG.QUARTET.NUTRITION.FOODNAME(B1);FALSE())*1");
    Reference<css::sheet::XCellSeries>(range("C", "C"), UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    sheet.enter("D1", "=SUM(C1:C" + std::to_string(rows) + ")");
    sheet.enter("D2", "=INDEX(A1:A" + std::to_string(rows) + ";MATCH(0;C1:C" + std::to_string(rows)
                          + ";0))");
    EXPECT_EQ(sheet.value("D1"), rows) << sheet.text("D2");
}

TEST_F(TurkishOffice, FindsAndWeighsAsOthersDo)
{
    Spreadsheet sheet(office());
    sheet.enter("A1", "=ORG.QUARTET.NUTRITION.FOODFIND(\"MILK\")");
    EXPECT_EQ(sheet.text("A1"), "Milk, whole, no vitamin D added");
    sheet.enter("A2", "=ORG.QUARTET.NUTRITION.FOODNAME(\"M\u0130LK\")");
    EXPECT_EQ(sheet.text("A2"), "Milk, whole, no vitamin D added");
    sheet.enter("A3", "=ORG.QUARTET.NUTRITION.FOODGRAMS(\"BUTTER\";\"2 KILO\")");
    EXPECT_EQ(sheet.value("A3"), 2000);
    sheet.enter("A4", "=ORG.QUARTET.NUTRITION.NUTRIENTUNIT(\"VITAMIN K2\")");
    EXPECT_EQ(sheet.text("A4"), "µg");
}

} // namespace quartet
