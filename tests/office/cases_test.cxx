/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plain-text cases of tests/cases, each entered into a real Calc.

#include "case_file.hxx"
#include "office_fixture.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>

#include <filesystem>
#include <memory>
#include <string_view>

namespace quartet
{

namespace
{

class Cases : public OfficeTest, public testing::WithParamInterface<Case>
{
protected:
    static void SetUpTestSuite()
    {
        OfficeTest::SetUpTestSuite();
        s_sheet = std::make_unique<Spreadsheet>(office());
        s_sheet->document()->getSheets()->insertNewByName("My foods", 1);
    }
    static void TearDownTestSuite()
    {
        s_sheet.reset();
        OfficeTest::TearDownTestSuite();
    }

    static Shown show(const Case& each)
    {
        namespace Flags = css::sheet::CellFlags;
        for (const sal_Int32 sheet : { 0, 1 })
            css::uno::Reference<css::sheet::XSheetOperation>(s_sheet->sheet(sheet),
                                                             css::uno::UNO_QUERY_THROW)
                ->clearContents(Flags::VALUE | Flags::DATETIME | Flags::STRING | Flags::FORMULA
                                | Flags::HARDATTR);
        for (const Given& given : each.given)
            enter(given);
        // Own foods are read anew when the office comes to it.
        office().settle();
        s_sheet->enter(callCell, "=" + each.call);
        namespace FormulaResult = css::sheet::FormulaResult;
        sal_Int32 kind = FormulaResult::ERROR;
        css::uno::Reference<css::beans::XPropertySet>(s_sheet->cell(callCell),
                                                      css::uno::UNO_QUERY_THROW)
            ->getPropertyValue("FormulaResultType2") >>= kind;
        return { kind == FormulaResult::VALUE    ? Shown::Kind::Number
                 : kind == FormulaResult::STRING ? Shown::Kind::Text
                                                 : Shown::Kind::Error,
                 s_sheet->text(callCell), s_sheet->value(callCell) };
    }

private:
    /// A cell of the sheet of own foods is written as in "My foods.B2".
    static void enter(const Given& given)
    {
        constexpr std::string_view own = "My foods.";
        if (!given.cell.starts_with(own))
            return s_sheet->enter(given.cell, given.content);
        s_sheet->sheet(1)
            ->getCellRangeByName(fromUtf8(given.cell.substr(own.size())))
            ->getCellByPosition(0, 0)
            ->setFormula(fromUtf8(given.content));
    }

    static inline std::unique_ptr<Spreadsheet> s_sheet;
};

} // namespace

TEST_P(Cases, Hold)
{
    const Case& each = GetParam();
    const Shown shown = each.malformed.empty() ? show(each) : Shown();
    for (const std::string& failure : failures(each, shown))
        ADD_FAILURE_AT(each.file.c_str(), each.line) << failure;
}

INSTANTIATE_TEST_SUITE_P(Calc, Cases,
                         testing::ValuesIn(readCaseFolder(std::filesystem::path(SOURCE_FOLDER)
                                                          / "tests/cases")),
                         [](const auto& parameter) { return testName(parameter.param); });

} // namespace quartet
