/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies in which people go on working: the workbooks and edits of
// tests/portable/edited/cases.txt.

#include "portable_fixture.hxx"

#include <com/sun/star/sheet/XSpreadsheets2.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace quartet
{

namespace
{

class EditedCopies : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

/// The lines before and behind "edits".
std::pair<Workbook, std::vector<Line>> parts(const Workbook& workbook)
{
    const auto edits = std::find_if(workbook.lines.begin(), workbook.lines.end(),
                                    [](const Line& line) { return line.what == "edits"; });
    return { { workbook.title, { workbook.lines.begin(), edits } },
             { std::next(edits), workbook.lines.end() } };
}

void sort(const Reference<css::table::XCellRange>& range)
{
    css::table::TableSortField field;
    field.Field = 0;
    field.IsAscending = true;
    css::beans::PropertyValue fields;
    fields.Name = "SortFields";
    fields.Value <<= Sequence<css::table::TableSortField>(&field, 1);
    Reference<css::util::XSortable>(range, UNO_QUERY_THROW)->sort({ &fields, 1 });
}

/// @returns the cells that must not be errors, as sheet and cell
std::vector<std::pair<std::string, std::string>> edit(const std::vector<Line>& edits,
                                                      const Spreadsheet& document)
{
    std::vector<std::pair<std::string, std::string>> live;
    std::string sheet = "Sheet1";
    for (const auto& [what, content] : edits)
    {
        const std::string word = what.substr(0, what.find(' '));
        const std::string rest = word == what ? std::string() : what.substr(word.size() + 1);
        const auto rows = [&] {
            return Reference<css::table::XColumnRowRange>(sheetOf(document, sheet), UNO_QUERY_THROW)
                ->getRows();
        };
        if (word == "fill")
            Reference<css::sheet::XCellSeries>(rangeOf(document, sheet, rest), UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
        else if (word == "insert")
            rows()->insertByIndex(std::stoi(rest) - 1, 1);
        else if (word == "delete")
            rows()->removeByIndex(std::stoi(rest) - 1, 1);
        else if (word == "sort")
            sort(rangeOf(document, sheet, rest));
        else if (word == "duplicate")
            document.document()->getSheets()->copyByName("Sheet1", "Copy", 1);
        else if (word == "move")
            sheet = rest;
        else if (word == "live")
            live.emplace_back(sheet, rest);
        else if (word != "new")
            enter(document, sheet, what, content);
    }
    return live;
}

} // namespace

TEST_P(EditedCopies, ShowTheSameOrAnError)
{
    const auto [workbook, edits] = parts(GetParam());
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        Spreadsheet original(office());
        build(workbook, original);
        original.recalculate();
        copy(office(), original, file);
        Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "") << "as saved";
        edit(edits, original);
        const auto live = edit(edits, portable);
        original.recalculate();
        portable.recalculate();
        constexpr int any = 1000;
        EXPECT_EQ(differences(original, portable, any), "") << "after the edits";
        for (const auto& [sheet, cell] : live)
            EXPECT_EQ(rangeOf(portable, sheet, cell)->getCellByPosition(0, 0)->getError(), 0)
                << sheet << "." << cell;
        if (std::none_of(edits.begin(), edits.end(),
                         [](const Line& line) { return line.what == "new"; }))
            continue;
        Spreadsheet elsewhereNew(elsewhere(), Spreadsheet::View::None);
        elsewhereNew.document()->getSheets()->insertNewByName("Other", 1);
        elsewhereNew.document()->getSheets()->removeByName("Sheet1");
        Reference<css::sheet::XSpreadsheets2>(elsewhereNew.document()->getSheets(), UNO_QUERY_THROW)
            ->importSheet(portable.document(), "Sheet1", 0);
        elsewhereNew.recalculate();
        EXPECT_EQ(differences(original, elsewhereNew, any), "") << "in a new workbook";
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, EditedCopies,
                         testing::ValuesIn(readWorkbooks(cases / "edited" / "cases.txt")),
                         testName);

} // namespace quartet
