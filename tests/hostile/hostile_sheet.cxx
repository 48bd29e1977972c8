/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "hostile_sheet.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/EmptyUndoStackException.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XSpreadsheets2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <array>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using Lines = std::vector<std::vector<std::string>>;

constexpr sal_Int32 ownColumns = 6;
constexpr sal_Int32 ownRows = 12;
constexpr sal_Int32 planColumns = 6;
constexpr sal_Int32 planRows = 12;
constexpr sal_Int32 witness = planColumns; ///< Calc's own formulas over the plan's ranges

const Lines ownFoods{
    { "Name", "Aliases", "Portions", "Calcium (mg)", "MG", "VITK2" },
    { "Trail bar", "flapjack", "bar=40; piece=20", "50", "110", "" },
    { "Gouda", "", "slice=10", "1000", "30", "100" },
    { "Soup", "", "", "=NUTRIENT(\"Trail bar\";50;\"CA\")", "=1/0", "" },
    { "Stew", "pot", "bowl=300", "=D4*2", "5", "=NA()" },
};

/// What a person may have typed where it doesn't belong.
constexpr std::array typed{
    "",      "Gouda",  "Trail bar", "flapjack", "Stew",      "abc",         "-1",     "=1/0",
    "=NA()", "1e308",  "50",        "2 bars",   "1000",      "bar=40",      "bar=",   "Name",
    "CA",    "MG",     "Mine (g)",  "=A2",      "=RAND()*0", "1,500 g",     "\u200b", "Natto",
    "0",     "100001", ";;",        "no food",  "=D2",       "=SUM(D2:D9)",
};

Reference<XSpreadsheet> sheetAt(const Spreadsheet& book, sal_Int32 index)
{
    const Reference<css::container::XIndexAccess> sheets(book.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    return Reference<XSpreadsheet>(sheets->getByIndex(index), UNO_QUERY_THROW);
}

sal_Int32 countSheets(const Spreadsheet& book)
{
    return Reference<css::container::XIndexAccess>(book.document()->getSheets(), UNO_QUERY_THROW)
        ->getCount();
}

void enter(const Reference<XSpreadsheet>& sheet, const Lines& lines)
{
    for (std::size_t row = 0; row < lines.size(); ++row)
        for (std::size_t column = 0; column < lines[row].size(); ++column)
            sheet->getCellByPosition(static_cast<sal_Int32>(column), static_cast<sal_Int32>(row))
                ->setFormula(fromUtf8(lines[row][column]));
}

Lines planOf(sal_Int32 rows)
{
    Lines lines;
    for (sal_Int32 row = 1; row <= rows; ++row)
    {
        const std::string number = std::to_string(row);
        const std::string foods = "A$1:A$" + std::to_string(rows);
        const std::string amounts = "B$1:B$" + std::to_string(rows);
        lines.push_back({ row % 3 == 0   ? "Gouda"
                          : row % 3 == 1 ? "Trail bar"
                                         : "Stew",
                          std::to_string(row * 10),
                          "=NUTRIENT(A" + number + ";B" + number + ";\"CA\")",
                          "=K2MCG(A" + number + ";B" + number + ";\"known\")",
                          "=NUTRIENT_SUM(" + foods + ";" + amounts + ";\"MG\")",
                          "=NUTRIENT_SOURCE(A" + number + ";\"CA\")",
                          "=SUM(" + amounts + ")&COUNTA(" + foods + ")" });
    }
    return lines;
}

void addOwnFoods(const Spreadsheet& book)
{
    book.document()->getSheets()->insertNewByName("My foods", 1);
    enter(sheetAt(book, 1), ownFoods);
}

} // namespace

HostileSheet::HostileSheet(const Office& office)
    : m_sheet(office)
{
    for (const Given& given : hostileCells())
        m_sheet.enter(given.cell, given.content);
}

std::vector<std::string> HostileSheet::ask(HostileFormulas& formulas, int count)
{
    std::vector<HostileFormula> asked;
    Sequence<Sequence<rtl::OUString>> rows(count);
    for (int i = 0; i < count; ++i)
    {
        asked.push_back(formulas.next());
        const rtl::OUString formula = fromUtf8("=" + asked.back().call);
        rows.getArray()[i] = { &formula, 1 };
    }
    const auto range = m_sheet.sheet()->getCellRangeByPosition(0, 0, 0, count - 1);
    Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->setFormulaArray(rows);
    const auto values =
        Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();

    std::vector<std::string> wrong;
    for (int i = 0; i < count; ++i)
    {
        const Any& value = values.getConstArray()[i].getConstArray()[0];
        Shown shown{ Shown::Kind::Error, {} };
        rtl::OUString text;
        if (value >>= shown.number)
            shown.kind = Shown::Kind::Number;
        else if (value >>= text)
            shown = { Shown::Kind::Text, toUtf8(text) };
        else
            shown.text = m_sheet.text("A" + std::to_string(i + 1));
        const std::string answer = wrongAnswer(asked[static_cast<std::size_t>(i)], shown);
        if (!answer.empty())
            wrong.push_back(answer + ", but " + shown.text + " " + std::to_string(shown.number)
                            + ": =" + asked[static_cast<std::size_t>(i)].call.substr(0, 300));
    }
    return wrong;
}

HostileWorkbook::HostileWorkbook(const Office& office, std::uint32_t seed)
    : m_office(office)
    , m_book(office, Spreadsheet::View::None)
    , m_other(office)
    , m_random(seed)
{
    addOwnFoods(m_book);
    addOwnFoods(m_other);
    enter(plan(), planOf(planRows));
    enter(sheetAt(m_other, 0), planOf(3));
}

Reference<XSpreadsheet> HostileWorkbook::plan() const { return sheetAt(m_book, 0); }
Reference<XSpreadsheet> HostileWorkbook::own() const { return sheetAt(m_book, 1); }

void HostileWorkbook::edit(const Reference<XSpreadsheet>& sheet, sal_Int32 columns, sal_Int32 rows)
{
    sheet
        ->getCellByPosition(static_cast<sal_Int32>(below(static_cast<std::size_t>(columns))),
                            static_cast<sal_Int32>(below(static_cast<std::size_t>(rows))))
        ->setFormula(fromUtf8(typed[below(typed.size())]));
}

std::string HostileWorkbook::step()
{
    const auto undo =
        Reference<css::document::XUndoManagerSupplier>(m_book.document(), UNO_QUERY_THROW)
            ->getUndoManager();
    const auto sheet = below(2) == 0 ? plan() : own();
    const auto place = static_cast<sal_Int32>(below(planRows));
    const auto count = static_cast<sal_Int32>(1 + below(2));
    const Reference<css::table::XColumnRowRange> lines(sheet, UNO_QUERY_THROW);
    switch (below(12))
    {
        case 0:
            lines->getRows()->insertByIndex(place, count);
            return "rows come";
        case 1:
            lines->getRows()->removeByIndex(place, count);
            return "rows go";
        case 2:
        {
            // Rows from below the plan to another place of it.
            const auto area =
                Reference<css::sheet::XCellRangeAddressable>(
                    sheet->getCellRangeByPosition(0, place, witness, place + count - 1),
                    UNO_QUERY_THROW)
                    ->getRangeAddress();
            const css::table::CellAddress target(area.Sheet, 0,
                                                 static_cast<sal_Int32>(below(planRows)));
            const Reference<css::sheet::XCellRangeMovement> movement(sheet, UNO_QUERY_THROW);
            if (below(2) == 0)
                movement->moveRange(target, area);
            else
                movement->copyRange(target, area);
            return "rows move";
        }
        case 3:
            if (undo->isUndoPossible())
                undo->undo();
            return "undo";
        case 4:
            if (undo->isRedoPossible())
                undo->redo();
            return "redo";
        case 5:
        {
            const Reference<css::container::XNamed> name(own(), UNO_QUERY_THROW);
            name->setName(name->getName() == "My foods" ? rtl::OUString("Yours")
                                                        : rtl::OUString("My foods"));
            return "another name";
        }
        case 6:
            // Calc tells nobody of it before the next computation.
            if (countSheets(m_book) < 4)
                Reference<css::sheet::XSpreadsheets2>(m_book.document()->getSheets(),
                                                      UNO_QUERY_THROW)
                    ->importSheet(
                        m_other.document(),
                        below(2) == 0 ? rtl::OUString("My foods") : rtl::OUString("Sheet1"), 2);
            m_book.recalculate();
            return "a sheet of another workbook";
        case 7:
            edit(plan(), 2, planRows);
            return "a meal";
        default:
            edit(own(), ownColumns, ownRows);
            return "an own food";
    }
}

void HostileWorkbook::settle() const
{
    Reference<css::awt::XToolkitExperimental>(css::awt::Toolkit::create(m_office.context()),
                                              UNO_QUERY_THROW)
        ->processEventsToIdle();
}

std::vector<std::string> HostileWorkbook::shown() const
{
    std::vector<std::string> shown;
    for (const auto& sheet : { plan(), own() })
        for (sal_Int32 row = 0; row < planRows + 4; ++row)
            for (sal_Int32 column = 0; column <= witness; ++column)
                shown.push_back(toUtf8(Reference<css::text::XText>(
                                           sheet->getCellByPosition(column, row), UNO_QUERY_THROW)
                                           ->getString()));
    return shown;
}

std::vector<std::string> HostileWorkbook::stale()
{
    settle();
    const auto before = shown();
    m_book.recalculate();
    settle();
    const auto after = shown();
    std::vector<std::string> stale;
    constexpr std::size_t width = witness + 1;
    for (std::size_t i = 0; i < before.size(); ++i)
    {
        // Calc forgets formulas that it keeps together where a row is moved over another one.
        const std::size_t own = i - i % width + witness;
        if (before[i] != after[i] && before[own] == after[own])
            stale.push_back("cell " + std::to_string(i) + " showed \"" + before[i] + "\", not \""
                            + after[i] + "\"");
    }
    return stale;
}

} // namespace quartet
