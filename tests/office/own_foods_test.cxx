/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A workbook's own foods, in a real Calc: found by every function, before those
// of the data, and heeded as soon as they change.

#include "office_fixture.hxx"
#include "process_load.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSpreadsheets2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <thread>
#include <unistd.h>

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

const Lines someFoods{
    { "Name", "Aliases", "Group", "Portions", "Calcium (mg)", "MG", "vitamin K2 (mcg)", "Source",
      "Check", "Mine" },
    { "Trail bar", "flapjack; Haferriegel", "Bars", "bar=40; piece=20", "50", "110", "",
      "Label 2024", "", "own" },
    { "Gouda", "", "", "slice=10", "1000", "30", "100", "", "", "" },
    { "", "", "", "", "", "", "", "", "", "" },
    { "Water of mine", "", "", "", "0", "0", "0", "", "", "" },
};

Reference<XSpreadsheet> addSheet(const Spreadsheet& book, const char* name = "My foods")
{
    const auto sheets = book.document()->getSheets();
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    sheets->insertNewByName(rtl::OUString::createFromAscii(name), static_cast<sal_Int16>(count));
    return Reference<XSpreadsheet>(sheets->getByName(rtl::OUString::createFromAscii(name)),
                                   UNO_QUERY_THROW);
}

Reference<css::table::XCell> cell(const Reference<XSpreadsheet>& sheet, const char* name)
{
    return sheet->getCellRangeByName(rtl::OUString::createFromAscii(name))->getCellByPosition(0, 0);
}

std::string text(const Reference<XSpreadsheet>& sheet, const char* name)
{
    return toUtf8(Reference<css::text::XText>(cell(sheet, name), UNO_QUERY_THROW)->getString());
}

void enter(const Reference<XSpreadsheet>& sheet, const char* name, std::string_view content)
{
    cell(sheet, name)->setFormula(fromUtf8(content));
}

void enter(const Reference<XSpreadsheet>& sheet, const Lines& lines)
{
    for (std::size_t row = 0; row < lines.size(); ++row)
        for (std::size_t column = 0; column < lines[row].size(); ++column)
            if (!lines[row][column].empty())
                sheet
                    ->getCellByPosition(static_cast<sal_Int32>(column), static_cast<sal_Int32>(row))
                    ->setFormula(fromUtf8(lines[row][column]));
}

/// Waits until what is told later has been told: until a cell shows a text.
std::string eventually(const Spreadsheet& book, const char* name, const std::string& expected)
{
    for (int i = 0; i < 100 && book.text(name) != expected; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return book.text(name);
}

std::string eventually(const Reference<XSpreadsheet>& sheet, const char* name,
                       const std::string& expected)
{
    for (int i = 0; i < 100 && text(sheet, name) != expected; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return text(sheet, name);
}

using OwnFoodsInCalc = OfficeTest;

/// In an office of its own: what another workbook has cost is there already.
class FirstOwnFoods : public OfficeTest
{
};

} // namespace

TEST_F(OwnFoodsInCalc, AreFoundByEveryFunction)
{
    Spreadsheet book(office());
    enter(addSheet(book), someFoods);
    book.enter("B1", "Trail bar");
    book.enter("C1", "2 bars");
    book.enter("B2", "FLAPJACK");
    book.enter("C2", "100");
    book.enter("B3", "Water of mine");
    book.enter("C3", "1 kg");
    for (const auto& [formula, shown] : std::array{
             std::pair("=K2MCG(\"Gouda\";50)", "50"),
             std::pair("=K2MCG(\"Trail bar\";50)", "#N/A"),
             std::pair("=K2MCG(\"water of  MINE\";50)", "0"),
             std::pair("=K2MCG(\"Gouda, hard\";50)", "#N/A"),
             std::pair("=NUTRIENT(\"haferriegel\";200;\"CA\")", "100"),
             std::pair("=NUTRIENT(B1;C1;\"magnesium\")", "88"),
             std::pair("=NUTRIENT(\"Gouda\";\"1 slice\";\"CA\")", "100"),
             std::pair("=NUTRIENT(\"Gouda\";\"1 slice\";\"ENERC\")", "#N/A"),
             std::pair("=NUTRIENT(\"Natto\";100;\"CA\")", "217"),
             std::pair("=NUTRIENT_SUM(B1:B3;C1:C3;\"CA\")", "90"),
             std::pair("=NUTRIENT_SUM(B1:B3;C1:C3;\"VITK2\";\"strict\")", "#N/A"),
             std::pair("=ROUND(NUTRIENT_COVERAGE(B1:B3;C1:C3;\"VITK2\");4)", "0.8475"),
             std::pair("=NUTRIENT_MISSING(B1:B3;\"VITK2\")", "Trail bar"),
             std::pair("=NUTRIENT_SOURCE(\"Trail bar\";\"CA\")",
                       "Label 2024; from this workbook's sheet \"My foods\""),
             std::pair("=NUTRIENT_SOURCE(\"Gouda\";\"CA\")",
                       "from this workbook's sheet \"My foods\", which names no source"),
             std::pair("=NUTRIENT_SOURCE(\"Trail bar\";\"VITK2\")", "#N/A"),
             std::pair("=FOOD_GRAMS(\"Trail bar\";\"3 pieces\")", "60"),
             std::pair("=FOOD_GRAMS(\"Gouda\";\"1 cup\")", "Err:502"),
             std::pair("=FOOD_FIND(\"trail bar\")", "Trail bar"),
             std::pair("=FOOD_FIND(\"guda\")", "Gouda"),
             std::pair("=COUNT(MATCH(\"Gouda\";FOODS();0))", "1"),
             std::pair("=FOODS(\"Bars\")", "Trail bar"),
             std::pair("=INDEX(FOODS(\"My foods\");2)", "Water of mine"),
             std::pair("=ISNUMBER(MATCH(\"Bars\";FOOD_GROUPS();0))", "1"),
             std::pair("=TOP_FOODS(\"MG\";1;\"Bars\")", "Trail bar"),
             std::pair("=TOP_FOODS(\"VITK2\";1;\"my foods\";\"portion\")", "Gouda"),
         })
    {
        book.enter("A1", formula);
        EXPECT_EQ(book.text("A1"), shown) << formula;
    }
}

TEST_F(OwnFoodsInCalc, AreHeededAsSoonAsTheyChange)
{
    Spreadsheet book(office());
    for (int row = 2; row <= 4; ++row)
        book.enter("A" + std::to_string(row), "=NUTRIENT(\"Trail bar\";100;\"CA\")");
    book.enter("B2", "=NUTRIENT_SUM(\"Trail bar\";200;\"CA\")");
    book.enter("B3", "=K2MCG(\"Gouda\";100)");
    const std::string builtIn = book.text("B3");
    EXPECT_EQ(book.text("A2"), "#N/A");

    const auto sheet = addSheet(book);
    enter(sheet, someFoods);
    EXPECT_EQ(eventually(book, "A2", "50"), "50");
    EXPECT_EQ(eventually(book, "B2", "100"), "100");
    EXPECT_EQ(eventually(book, "B3", "100"), "100");

    enter(sheet, "E2", "60");
    EXPECT_EQ(eventually(book, "A4", "60"), "60") << "a value was edited";
    EXPECT_EQ(eventually(book, "B2", "120"), "120");

    const Reference<css::table::XColumnRowRange> lines(sheet, UNO_QUERY_THROW);
    lines->getRows()->insertByIndex(1, 2);
    enter(sheet, "A2", "Rye bar");
    enter(sheet, "E2", "7");
    book.enter("A5", "=NUTRIENT(\"Rye bar\";100;\"CA\")");
    EXPECT_EQ(eventually(book, "A5", "7"), "7") << "a row was added";
    EXPECT_EQ(eventually(book, "A2", "60"), "60");
    lines->getRows()->removeByIndex(1, 1);
    EXPECT_EQ(eventually(book, "A5", "#N/A"), "#N/A") << "a row was deleted";
    EXPECT_EQ(book.text("A2"), "60");

    const auto undo =
        Reference<css::document::XUndoManagerSupplier>(book.document(), UNO_QUERY_THROW)
            ->getUndoManager();
    undo->undo();
    EXPECT_EQ(eventually(book, "A5", "7"), "7") << "that was undone";
    undo->redo();
    EXPECT_EQ(eventually(book, "A5", "#N/A"), "#N/A") << "and done again";

    const Reference<css::container::XNamed> name(sheet, UNO_QUERY_THROW);
    name->setName("Yours");
    EXPECT_EQ(eventually(book, "A2", "#N/A"), "#N/A") << "the sheet has another name";
    EXPECT_EQ(eventually(book, "B3", builtIn), builtIn);
    name->setName("my Foods");
    EXPECT_EQ(eventually(book, "A2", "60"), "60") << "and its name again";
    book.document()->getSheets()->removeByName("My foods");
    EXPECT_EQ(eventually(book, "A2", "#N/A"), "#N/A") << "the sheet is gone";
    undo->undo();
    EXPECT_EQ(eventually(book, "A2", "60"), "60") << "and back";
    const auto again = Reference<XSpreadsheet>(book.document()->getSheets()->getByName("My foods"),
                                               UNO_QUERY_THROW);
    enter(again, "E3", "61");
    EXPECT_EQ(eventually(book, "A2", "61"), "61") << "and listened to";
}

TEST_F(OwnFoodsInCalc, AreHeededWhicheverWayTheirSheetCame)
{
    Spreadsheet other(office());
    enter(addSheet(other), someFoods);
    Spreadsheet book(office(), Spreadsheet::View::None);
    book.enter("A1", "=NUTRIENT(\"Gouda\";100;\"CA\")");
    EXPECT_EQ(book.text("A1"), "700");
    // Calc tells nobody of it.
    Reference<css::sheet::XSpreadsheets2>(book.document()->getSheets(), UNO_QUERY_THROW)
        ->importSheet(other.document(), "My foods", 1);
    book.recalculate();
    EXPECT_EQ(eventually(book, "A1", "1000"), "1000");
    const auto sheet = Reference<XSpreadsheet>(book.document()->getSheets()->getByName("My foods"),
                                               UNO_QUERY_THROW);
    enter(sheet, "E3", "61");
    EXPECT_EQ(eventually(book, "A1", "61"), "61") << "and it is listened to";
}

TEST_F(OwnFoodsInCalc, MayStandInAnyColumn)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    enter(sheet, { { "Name" }, { "Mine" } });
    book.enter("A1", "=NUTRIENT(\"Mine\";100;\"CA\")");
    EXPECT_EQ(book.text("A1"), "#N/A");
    enter(sheet, "AMJ1", "CA");
    enter(sheet, "AMJ2", "5");
    EXPECT_EQ(eventually(book, "A1", "5"), "5");
    enter(sheet, "AMJ2", "6");
    EXPECT_EQ(eventually(book, "A1", "6"), "6");
}

TEST_F(OwnFoodsInCalc, LoseABadRowAlone)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    enter(sheet, Lines{
                     { "Name", "Aliases", "Portions", "CA", "Magnesium (mg)", "VITK2", "MK7",
                       "VITD", "VITD3", "Zinc (g)", "CA", "Source", "Check" },
                     { "", "", "", "5" },
                     { "Twice", "", "", "1" },
                     { "Other", "twice", "", "2" },
                     { "Wordy", "", "", "abc" },
                     { "Negative", "", "", "-1" },
                     { "Heavy", "", "", "100001" },
                     { "Parts", "", "", "", "", "5", "6" },
                     { "D parts", "", "", "", "", "", "", "5", "6" },
                     { "Portions", "", "slice=28; cup", "1" },
                     { "Light", "", "slice=0", "1" },
                     { "Division", "", "", "=1/0" },
                     { "Zinc", "", "", "", "", "", "", "", "", "1" },
                     { "Second", "", "", "1", "", "", "", "", "", "", "1" },
                     { "Gouda", "", "", "abc" },
                     { "Unknown", "", "", "=NA()", "5" },
                     { "Good", "", "slice=28; cup=28,5", "100", "5", "6", "5.05" },
                 });
    for (int row = 2; row <= 18; ++row)
        enter(sheet, ("M" + std::to_string(row)).c_str(),
              "=FOOD_CHECK(A" + std::to_string(row) + ":L" + std::to_string(row) + ")");
    constexpr std::array said{
        "the name is missing",
        "two foods are called \"Twice\"",
        "two foods are called \"twice\"",
        "CA: \"abc\" is not a number",
        "CA: -1 is negative",
        "CA: 100001 is more than 100 g in 100 g",
        "vitamin K2: less than its parts together",
        "vitamin D: less than its parts together",
        "Portions: \"cup\" has no weight in grams, as in slice=28",
        "Portions: \"slice=0\" has no weight in grams, as in slice=28",
        "CA: the formula ends in an error",
        "",
        "CA: an earlier column has the same nutrient",
        "CA: \"abc\" is not a number",
        "",
        "",
        "",
    };
    for (std::size_t i = 0; i < said.size(); ++i)
        EXPECT_EQ(eventually(sheet, ("M" + std::to_string(i + 2)).c_str(), said[i]), said[i]);
    for (const auto& [formula, shown] : std::array{
             std::pair("=NUTRIENT(\"Good\";\"1 cup\";\"CA\")", "28.5"),
             std::pair("=NUTRIENT(\"Gouda\";100;\"CA\")", "#N/A"),
             std::pair("=FOOD_GRAMS(\"twice\";100)", "#N/A"),
             std::pair("=FOOD_GRAMS(\"Other\";100)", "#N/A"),
             std::pair("=FOOD_GRAMS(\"Division\";100)", "#DIV/0!"),
             std::pair("=FOOD_GRAMS(\"Wordy\";100)", "#N/A"),
             std::pair("=NUTRIENT(\"Unknown\";100;\"CA\")", "#N/A"),
             std::pair("=NUTRIENT(\"Unknown\";100;\"MG\")", "5"),
             std::pair("=COUNT(MATCH(\"Gouda\";FOODS();0))", "0"),
             std::pair("=ROWS(FOODS(\"My foods\"))", "3"),
             std::pair("=NUTRIENT(\"Zinc\";100;\"Zinc (mg)\")", "1000"),
             std::pair("=FOOD_CHECK(A1)", "Err:502"),
             std::pair("=FOOD_CHECK($'My foods'.A1:C1)", "Err:502"),
             std::pair("=FOOD_CHECK($'My foods'.A2:C3)", "Err:502"),
             std::pair("=FOOD_CHECK($'My foods'.A500:C500)", ""),
             std::pair("=NUTRIENT_SOURCE(\"Wordy\";\"CA\")",
                       "its row in this workbook's sheet \"My foods\" was left out: "
                       "CA: \"abc\" is not a number"),
         })
    {
        book.enter("A1", formula);
        EXPECT_EQ(book.text("A1"), shown) << formula;
    }
    enter(sheet, "A4", "Once");
    enter(sheet, "B4", "");
    EXPECT_EQ(eventually(sheet, "M3", ""), "") << "another row's name was taken back";
}

// Calc makes 0.15 of "15%" and a day's number of "1/2".
TEST_F(OwnFoodsInCalc, RefuseSharesAndDatesThatWereTyped)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    enter(sheet, Lines{
                     { "Name", "CA", "MG", "Figures for", "Weighs (g)" },
                     { "Share", "", "5" },
                     { "Half", "", "5" },
                     { "Hour", "", "5" },
                     { "Recipe", "=2*3" },
                     { "Weight", "5", "", "bar" },
                     { "Formula", "=15%", "5" },
                     { "Good", "7", "5" },
                 });
    for (const auto& [name, typed] :
         { std::pair("B2", "15%"), std::pair("B3", "1/2"), std::pair("B4", "1:30"),
           std::pair("C5", "15 %"), std::pair("E6", "1/2") })
        type(office(), book, std::string("$'My foods'.") + name, typed);
    const auto said = [&sheet](const char* column, const char* name, const char* what) {
        return std::string(column) + ": \"" + text(sheet, name) + "\" is " + what;
    };
    for (const auto& [row, expected] :
         { std::pair("2", said("CA", "B2", "a share of a day's need: type the amount")),
           std::pair("3", said("CA", "B3", "a date or time: type the amount")),
           std::pair("4", said("CA", "B4", "a date or time: type the amount")),
           std::pair("5", said("MG", "C5", "a share of a day's need: type the amount")),
           std::pair("6", said("Weighs (g)", "E6", "no weight, as 40 or \"40 g\"")),
           std::pair("7", std::string()), std::pair("8", std::string()) })
    {
        const std::string check = std::string("F") + row;
        enter(sheet, check.c_str(), std::string("=FOOD_CHECK(A") + row + ":E" + row + ")");
        EXPECT_EQ(eventually(sheet, check.c_str(), expected), expected) << row;
    }
    book.enter("A1", "=NUTRIENT(\"Share\";100;\"CA\")");
    EXPECT_EQ(book.text("A1"), "#N/A");
    book.enter("A1", "=NUTRIENT(\"Good\";100;\"CA\")");
    EXPECT_EQ(book.text("A1"), "7");
    enter(sheet, "B2", "");
    EXPECT_EQ(eventually(sheet, "F2", ""), "") << "nothing is no share";
}

TEST_F(OwnFoodsInCalc, MayBeRecipes)
{
    Spreadsheet book(office());
    book.enter("A1", "=NUTRIENT(\"Lunch\";100;\"CA\")");
    book.enter("A2", "=NUTRIENT(\"Sauce\";100;\"CA\")");
    book.enter("A3", "=NUTRIENT_SUM(\"Lunch\";200;\"CA\")");
    book.enter("A4", "=TOP_FOODS(\"CA\";1;\"Recipes\")");
    book.enter("A5", "=NUTRIENT(\"Loop\";100;\"CA\")");
    book.enter("A6", "=NUTRIENT(\"Self\";100;\"CA\")");
    book.enter("A7", "=NUTRIENT(\"Next to a loop\";100;\"CA\")");
    book.enter("A8", "=NUTRIENT(\"Named by a formula\";100;\"CA\")");
    book.enter("A9", "=FOOD_GRAMS(\"Gouda\";10)");
    book.enter("B9", "10");
    const auto sheet = addSheet(book);
    enter(sheet,
          Lines{
              { "Name", "Group", "CA", "MG", "Mine", "Check" },
              { "Lunch", "Recipes", "=(NUTRIENT(\"Sauce\";50;\"CA\")+NUTRIENT(\"Milk\";50;\"CA\"))",
                "=NUTRIENT(\"Sauce\";100;\"MG\")", "=K2MCG(A2;10)" },
              { "Sauce", "Recipes", "=NUTRIENT(\"Base\";100;\"CA\")*2",
                "=NUTRIENT(\"Base\";100;\"MG\")" },
              { "Base", "", "=$Sheet1.B9", "4" },
              { "Milk", "", "120", "12" },
              { "Loop", "", "=NUTRIENT(\"Pool\";100;\"CA\")", "1" },
              { "Pool", "", "=NUTRIENT(\"Loop\";100;\"CA\")", "1" },
              { "Self", "", "=NUTRIENT(\"Self\";100;\"CA\")", "1" },
              { "Next to a loop", "", "=3+4", "1" },
              { "=\"Named by\"&\" a formula\"", "", "8", "1" },
              { "=FOOD_FIND(\"guda\")", "", "8", "1" },
          });
    for (int row = 2; row <= 11; ++row)
        enter(sheet, ("F" + std::to_string(row)).c_str(),
              "=FOOD_CHECK(A" + std::to_string(row) + ":E" + std::to_string(row) + ")");
    const auto expect = [&](const char* base, const char* sauce, const char* lunch,
                            const char* sum) {
        EXPECT_EQ(eventually(book, "A2", sauce), sauce) << base;
        EXPECT_EQ(eventually(book, "A1", lunch), lunch) << base;
        EXPECT_EQ(eventually(book, "A3", sum), sum) << base;
        const std::string most = base == std::string_view("100") ? "Sauce" : "Lunch";
        EXPECT_EQ(eventually(book, "A4", most), most) << base;
        EXPECT_EQ(eventually(book, "A7", "7"), "7");
        EXPECT_EQ(eventually(book, "A8", "8"), "8");
        EXPECT_EQ(eventually(book, "A9", "10"), "10");
        for (const char* const loop : { "A5", "A6" })
            EXPECT_EQ(eventually(book, loop, "Err:522"), "Err:522");
        for (const char* const loop : { "C6", "C7", "C8" })
            EXPECT_EQ(eventually(sheet, loop, "Err:522"), "Err:522");
        EXPECT_EQ(text(sheet, "F2"), "");
        EXPECT_EQ(text(sheet, "F6"), "CA: the formula ends in an error");
    };
    expect("10", "20", "70", "140");
    book.enter("B9", "100");
    expect("100", "200", "160", "320");
    book.recalculate();
    expect("100", "200", "160", "320");
    enter(sheet, "C4", "30");
    expect("30", "60", "90", "180");
    enter(sheet, "C7", "9");
    EXPECT_EQ(eventually(book, "A5", "9"), "9") << "the circle was opened";
}

namespace
{

struct Travel
{
    const char* filter;
    const char* ending;
};

class OwnFoodsTravel : public OfficeTest, public testing::WithParamInterface<Travel>
{
};

bool isModified(const Spreadsheet& book)
{
    return Reference<css::util::XModifiable>(book.document(), UNO_QUERY_THROW)->isModified();
}

} // namespace

TEST_P(OwnFoodsTravel, GoWithTheWorkbookEvenThroughAnOfficeWithoutTheExtension)
{
    const TemporaryFolder folder;
    const auto sent = folder.path() / (std::string("sent") + GetParam().ending);
    const auto returned = folder.path() / (std::string("returned") + GetParam().ending);
    const auto expect = [](const Spreadsheet& book) {
        EXPECT_EQ(eventually(book, "A1", "55"), "55");
        EXPECT_EQ(eventually(book, "A2", "500"), "500");
        EXPECT_EQ(eventually(book, "A3", "CA: \"abc\" is not a number"),
                  "CA: \"abc\" is not a number");
    };
    {
        Spreadsheet book(office());
        const auto sheet = addSheet(book);
        enter(sheet, { { "Name", "CA", "Check" },
                       { "Home bread", "=NUTRIENT(\"Gouda\";5;\"CA\")+5" },
                       { "Gouda", "1000", "=FOOD_CHECK(A3:B3)" },
                       { "Bad", "abc", "=FOOD_CHECK(A4:B4)" } });
        book.enter("A1", "=NUTRIENT(\"home bread\";100;\"CA\")");
        book.enter("A2", "=NUTRIENT(\"Gouda\";50;\"CA\")");
        book.enter("A3", "=$'My foods'.C4");
        expect(book);
        book.store(sent, GetParam().filter);
    }
    {
        const Spreadsheet book(office(), fileUrl(sent));
        expect(book);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        EXPECT_FALSE(isModified(book)) << "only because it was opened";
    }
    {
        // Nothing of an .xlsx has been computed yet but what is shown: the row's check.
        const Spreadsheet book(office(), fileUrl(sent));
        const Reference<XSpreadsheet> sheet(book.document()->getSheets()->getByName("My foods"),
                                            UNO_QUERY_THROW);
        enter(sheet, "B3", "2000");
        EXPECT_EQ(text(sheet, "C3"), "");
        EXPECT_EQ(eventually(book, "A2", "1000"), "1000");
        EXPECT_EQ(eventually(book, "A1", "105"), "105");
    }
    {
        const Profile without;
        const Office stranger(without);
        const Spreadsheet book(stranger, sent);
        EXPECT_NE(book.error("A1"), 0) << "the extension isn't missing here";
        book.store(returned, GetParam().filter);
    }
    Spreadsheet book(office(), returned);
    expect(book);
    const Reference<XSpreadsheet> sheet(book.document()->getSheets()->getByName("My foods"),
                                        UNO_QUERY_THROW);
    enter(sheet, "B3", "100");
    EXPECT_EQ(eventually(book, "A1", "10"), "10");
    EXPECT_EQ(eventually(book, "A2", "50"), "50");
}

INSTANTIATE_TEST_SUITE_P(Formats, OwnFoodsTravel,
                         testing::Values(Travel{ "calc8", ".ods" },
                                         Travel{ "Calc MS Excel 2007 XML", ".xlsx" }),
                         [](const auto& parameter) {
                             return parameter.index == 0 ? "Ods" : "Xlsx";
                         });

TEST_F(OwnFoodsInCalc, StayWithTheirWorkbook)
{
    Spreadsheet one(office());
    Spreadsheet none(office());
    const auto sheet = addSheet(one);
    enter(sheet, { { "Name", "CA" }, { "Home bread", "1" } });
    {
        Spreadsheet other(office());
        enter(addSheet(other), { { "Name", "CA" }, { "Home bread", "2" } });
        for (Spreadsheet* const book : { &one, &other, &none })
            book->enter("A1", "=NUTRIENT(\"Home bread\";100;\"CA\")");
        EXPECT_EQ(one.text("A1"), "1");
        EXPECT_EQ(other.text("A1"), "2");
        EXPECT_EQ(none.text("A1"), "#N/A");
        enter(sheet, "B2", "3");
        EXPECT_EQ(eventually(one, "A1", "3"), "3");
        other.recalculate();
        EXPECT_EQ(other.text("A1"), "2");
    }
    one.recalculate();
    EXPECT_EQ(one.text("A1"), "3") << "the other one was closed";
    none.recalculate();
    EXPECT_EQ(none.text("A1"), "#N/A");
}

namespace
{

/// Fills a sheet with foods "Food 1", "Food 2", ... of twenty figures each.
void fillWith(const Reference<XSpreadsheet>& sheet, sal_Int32 rows)
{
    constexpr std::array headers{ "Name",  "Portions", "ENERC", "PROCNT", "FAT",   "CHOCDF",
                                  "FIBTG", "CA",       "MG",    "P",      "K",     "NA",
                                  "ZN",    "FE",       "VITD",  "VITD2",  "VITD3", "VITK1",
                                  "VITK2", "MK4",      "MK7",   "Source" };
    Sequence<Sequence<Any>> data(rows + 1);
    Sequence<Any>* const lines = data.getArray();
    for (sal_Int32 row = 0; row <= rows; ++row)
    {
        lines[row].realloc(static_cast<sal_Int32>(headers.size()));
        Any* const cells = lines[row].getArray();
        for (std::size_t column = 0; column < headers.size(); ++column)
        {
            const std::string header = headers[column];
            if (row == 0)
                cells[column] <<= fromUtf8(header);
            else if (header == "Name")
                cells[column] <<= fromUtf8("Food " + std::to_string(row));
            else if (header == "Portions")
                cells[column] <<= fromUtf8("slice=28; cup=240");
            else if (header == "Source")
                cells[column] <<= fromUtf8("a table");
            else if (header == "VITK2" || (row + static_cast<sal_Int32>(column)) % 7)
                cells[column] <<= header == "CA" ? 1.0 * row : header == "VITD" ? 9.0 : 1.0;
            else
                cells[column] <<= rtl::OUString();
        }
        if (row > 0)
        {
            cells[15] = cells[16] = cells[19] = cells[20] = Any(rtl::OUString());
            cells[7] <<= 1.0 * row;
        }
    }
    Reference<css::sheet::XCellRangeData>(
        sheet->getCellRangeByPosition(0, 0, static_cast<sal_Int32>(headers.size()) - 1, rows),
        UNO_QUERY_THROW)
        ->setDataArray(data);
}

/// A line of /proc/<process>/status, such as "PPid"; 0 where there is none.
long status(long process, const std::string& field)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(field + ":"))
            return std::stol(line.substr(field.size() + 1));
    return 0;
}

/// The memory of the processes that this test has started, in MB.
long officeMemory()
{
    long sum = 0;
    for (const auto& each : std::filesystem::directory_iterator("/proc"))
    {
        const std::string name = each.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const long process = std::stol(name);
        for (long parent = status(process, "PPid"); parent > 1; parent = status(parent, "PPid"))
            if (parent == getpid())
                sum += status(process, "VmRSS") / 1024;
    }
    return sum;
}

constexpr sal_Int32 manyFoods = 8000;

/// As many, with what is wrong with each in a column beside them.
void fillWithManyChecked(const Reference<XSpreadsheet>& sheet)
{
    fillWith(sheet, manyFoods);
    enter(sheet, "W2", "=FOOD_CHECK(A2:V2)");
    Reference<css::sheet::XCellSeries>(
        sheet->getCellRangeByName(fromUtf8("W2:W" + std::to_string(manyFoods + 1))),
        UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

} // namespace

TEST_F(OwnFoodsInCalc, MayBeMany)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    fillWith(sheet, manyFoods);
    book.enter("A1", "=NUTRIENT(\"Food 7\";100;\"CA\")");
    EXPECT_EQ(book.text("A1"), "7");
    book.enter("A2", "=NUTRIENT(\"Food 8000\";100;\"CA\")");
    EXPECT_EQ(book.text("A2"), "8000");
    book.enter("A3", "=FOOD_FIND(\"food 77\")");
    EXPECT_EQ(book.text("A3"), "Food 77");
    enter(sheet, "H8", "70");
    EXPECT_EQ(eventually(book, "A1", "70"), "70");
}

TEST_F(OwnFoodsInCalc, AreFreedWithTheirWorkbook)
{
    const auto openAndClose = [] {
        Spreadsheet book(office());
        fillWith(addSheet(book), manyFoods);
        book.enter("A1", "=NUTRIENT(\"Food 7\";100;\"CA\")");
        EXPECT_EQ(book.text("A1"), "7");
    };
    for (int i = 0; i < 3; ++i)
        openAndClose();
    // A table takes about 10 MB. What is kept is kept each time; what the office
    // puts by for itself isn't.
    constexpr int times = 5;
    long grown = std::numeric_limits<long>::max();
    for (int round = 0; round < 3; ++round)
    {
        const long before = officeMemory();
        for (int i = 0; i < times; ++i)
            openAndClose();
        grown = std::min(grown, officeMemory() - before);
    }
    EXPECT_LT(grown, times * 5) << "MB that " << times << " closed workbooks leave";
}

TEST_F(OwnFoodsInCalc, MayDependOnEachOtherAsDeepAsCalcGoes)
{
    constexpr int deep = 1000;
    const TemporaryFolder folder;
    const auto file = folder.path() / "deep.ods";
    const std::string last = "A" + std::to_string(deep);
    const auto expect = [&](const Spreadsheet& book) {
        EXPECT_EQ(eventually(book, "A1", "2000"), "2000") << "a recipe of recipes";
        EXPECT_EQ(eventually(book, "C1", "1999"), "1999");
        EXPECT_EQ(eventually(book, "B1000", "2000000"), "2000000") << "a sum that runs along";
    };
    {
        Spreadsheet book(office());
        const auto sheet = addSheet(book);
        enter(sheet, { { "Name", "CA", "MG" } });
        for (int i = 1; i <= deep; ++i)
        {
            const std::string row = std::to_string(i + 1);
            enter(sheet, ("A" + row).c_str(), "Food " + std::to_string(i));
            const std::string next = "NUTRIENT(\"Food " + std::to_string(i + 1) + "\";100;\"CA\")";
            enter(sheet, ("B" + row).c_str(), i < deep ? "=1+" + next : "1001");
        }
        book.enter("A1", "=NUTRIENT(\"Food 1\";100;\"CA\")");
        book.enter("C1", "=NUTRIENT(\"Food 2\";100;\"CA\")");
        book.enter("B1", "=NUTRIENT(\"Food 1\";100;\"CA\")");
        book.enter("B2", "=B1+NUTRIENT(\"Food 1\";100;\"CA\")");
        Reference<css::sheet::XCellSeries>(book.sheet()->getCellRangeByName("B2:B1000"),
                                           UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
        book.recalculate();
        expect(book);
        book.store(file, "calc8");
    }
    const Spreadsheet opened(office(), fileUrl(file));
    expect(opened);
    const Spreadsheet recalculated(office(), file);
    expect(recalculated);
}

TEST_F(OwnFoodsInCalc, EndACircleWhereCalcIterates)
{
    Spreadsheet book(office());
    const Reference<css::beans::XPropertySet> options(book.document(), UNO_QUERY_THROW);
    options->setPropertyValue("IsIterationEnabled", Any(true));
    options->setPropertyValue("IterationCount", Any(sal_Int32(20)));
    const auto sheet = addSheet(book);
    enter(sheet, { { "Name", "CA" },
                   { "Loop", "=NUTRIENT(\"Pool\";100;\"CA\")+1" },
                   { "Pool", "=NUTRIENT(\"Loop\";100;\"CA\")" },
                   { "Good", "=2+3" } });
    book.enter("A1", "=NUTRIENT(\"Loop\";100;\"CA\")");
    book.enter("A2", "=NUTRIENT(\"Good\";100;\"CA\")");
    EXPECT_EQ(eventually(book, "A2", "5"), "5");
    book.recalculate();
    EXPECT_EQ(book.text("A2"), "5");
}

TEST_F(OwnFoodsInCalc, WaitWherePeopleCalculateThemselves)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    enter(sheet, { { "Name", "CA" }, { "Mine", "1" } });
    book.enter("A1", "=NUTRIENT(\"Mine\";100;\"CA\")");
    EXPECT_EQ(eventually(book, "A1", "1"), "1");
    const Reference<css::sheet::XCalculatable> calculation(book.document(), UNO_QUERY_THROW);
    calculation->enableAutomaticCalculation(false);
    enter(sheet, "B2", "2");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_EQ(book.text("A1"), "1");
    calculation->calculateAll();
    EXPECT_EQ(book.text("A1"), "2");
    // Once Calc calculates again, what they have left undone is done with the next step.
    enter(sheet, "B2", "3");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    calculation->enableAutomaticCalculation(true);
    book.enter("C1", "a step");
    EXPECT_EQ(eventually(book, "A1", "3"), "3");
}

TEST_F(OwnFoodsInCalc, HaveARemarkFarBelowThem)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    enter(sheet, { { "Name", "CA" }, { "Mine", "1" } });
    book.enter("A1", "=NUTRIENT(\"Mine\";100;\"CA\")");
    EXPECT_EQ(eventually(book, "A1", "1"), "1");
    const long before = officeMemory();
    enter(sheet, "A1048576", "a remark");
    enter(sheet, "AMJ2", "another");
    enter(sheet, "B2", "2");
    EXPECT_EQ(eventually(book, "A1", "2"), "2");
    EXPECT_LT(officeMemory() - before, 200) << "MB";
}

TEST_F(FirstOwnFoods, CostTheOfficeLittle)
{
    Spreadsheet book(office());
    book.enter("A1", "=NUTRIENT(\"Gouda\";100;\"CA\")");
    book.recalculate();
    const long before = officeMemory();
    enter(addSheet(book), someFoods);
    EXPECT_EQ(eventually(book, "A1", "1000"), "1000");
    EXPECT_LT(officeMemory() - before, 20) << "MB";
}

TEST_F(OwnFoodsInCalc, AreCheckedWhereThereAreMany)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    fillWithManyChecked(sheet);
    EXPECT_EQ(text(sheet, ("W" + std::to_string(manyFoods + 1)).c_str()), "");
    const std::string twice = "two foods are called \"Food 1\"";
    enter(sheet, "A9", "Food 1");
    EXPECT_EQ(eventually(sheet, "W2", twice), twice);
}

// As many foods as a national table has, and a plan of years that asks for them.
TEST_F(OwnFoodsInCalc, AnswerWhileAPersonTypes)
{
    Spreadsheet book(office());
    const auto sheet = addSheet(book);
    fillWithManyChecked(sheet);
    constexpr sal_Int32 eaten = 20000;
    book.enter("A1", "=\"Food \"&MOD(ROW();" + std::to_string(manyFoods) + ")");
    book.enter("B1", "=NUTRIENT(A1;100;\"CA\")");
    Reference<css::sheet::XCellSeries>(book.sheet()->getCellRangeByPosition(0, 0, 1, eaten - 1),
                                       UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    EXPECT_EQ(eventually(book, "B7", "7"), "7");
    const auto timed = [&](const char* what, const char* name, const char* content,
                           const std::function<bool()>& answered) {
        const double before = loadOf(office()).seconds;
        const auto begin = std::chrono::steady_clock::now();
        enter(sheet, name, content);
        for (int i = 0; i < 1000 && !answered(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        std::cout << "[   time   ] " << what << ": " << took.count() << " s, "
                  << loadOf(office()).seconds - before << " s of the processor\n";
        EXPECT_TRUE(answered()) << what;
    };
    const auto shows = [&](const char* name, const char* value) {
        return [&book, name, value] { return book.text(name) == value; };
    };
    timed("a figure that is asked for", "H8", "70", shows("B7", "70"));
    timed("another", "H9", "80", shows("B8", "80"));
    timed("a name", "A10", "Food 9b", shows("B9", "#N/A"));
    timed("the name again", "A10", "Food 9", shows("B9", "9"));
    const auto isTold = [&] { return text(sheet, "W8002") == ""; };
    timed("a new food's name", "A8002", "Pie of today", isTold);
    timed("and its figure", "H8002", "12", isTold);
}

} // namespace quartet
