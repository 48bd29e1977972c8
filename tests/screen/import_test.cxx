/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "Import into My Foods" in a real Calc: the dialog, the report, the sheet.

#include "process_load.hxx"
#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <iostream>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Comma, UTF-8, English numbers; semicolon and German ones. No formulas.
constexpr const char* englishCsv = "44,34,76,1,,1033,false,true,true,false,false,0,false";
constexpr const char* germanCsv = "59,34,76,1,,1031,false,true,true,false,false,0,false";

constexpr const char* command = "org.quartet:ImportFoods";
constexpr const char* dialogTitle = "Import into My Foods";
constexpr const char* reportTitle = "Imported into My Foods";
constexpr const char* columnsLabel = "Columns of the selection, and where each goes";

constexpr const char* usda =
    "NDB_No,Description,Food group,Energy (kJ),\"Calcium, Ca (mg)\",\"Vitamin D (D2 + D3), "
    "International Units (IU)\",Vitamin K (µg),Vitamin K (phylloquinone) (µg)\n"
    "1,\"Cheese, gouda\",Dairy,1490,700,20,2.3,2.4\n"
    "2,=1+1 beans,Dairy,1490,tr,<0.1,2.3,2.4\n"
    "3,Broken,Dairy,-5,1,1,1,1\n"
    "4,\"cheese, GOUDA\",Dairy,1,1,1,1,1\n"
    "5,Milk,Dairy,200,about 120,1,1,1\n";

class Import : public ScreenTest
{
protected:
    ~Import() override
    {
        // The workbooks that an import has made.
        for (const auto& document : documents())
            Reference<css::util::XCloseable>(document, UNO_QUERY_THROW)->close(true);
    }

    std::filesystem::path write(const std::string& name, const std::string& content) const
    {
        const auto file = m_folder.path() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    static std::vector<Reference<XSpreadsheetDocument>> documents()
    {
        std::vector<Reference<XSpreadsheetDocument>> documents;
        const auto components = office().desktop()->getComponents()->createEnumeration();
        while (components->hasMoreElements())
        {
            const Reference<XSpreadsheetDocument> document(components->nextElement(), UNO_QUERY);
            if (document.is())
                documents.push_back(document);
        }
        return documents;
    }

    /// The sheet "My foods" of the workbook that has one.
    static Reference<XSpreadsheet> foods()
    {
        for (const auto& document : documents())
            if (document->getSheets()->hasByName("My foods"))
                return Reference<XSpreadsheet>(document->getSheets()->getByName("My foods"),
                                               UNO_QUERY_THROW);
        return {};
    }

    /// Imports what is selected as the dialog proposes it. @returns the report
    static std::string import(const Window& window,
                              const std::function<void(const Box&)>& change = {})
    {
        std::string report;
        answer(office(), window.frame(), command,
               { { dialogTitle,
                   [&](const Box& box) {
                       if (change)
                           change(box);
                       box.press("Import");
                   } },
                 { reportTitle, [&](const Box& box) {
                      report = box.copied();
                      box.press("Close");
                  } } });
        return report;
    }

    const TemporaryFolder& folder() const { return m_folder; }

private:
    TemporaryFolder m_folder;
};

std::string text(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row)
{
    return toUtf8(
        Reference<css::text::XText>(sheet->getCellByPosition(column, row), UNO_QUERY_THROW)
            ->getString());
}

sal_Int32 columnOf(const Reference<XSpreadsheet>& sheet, const std::string& header)
{
    for (sal_Int32 column = 0; column < 50; ++column)
        if (text(sheet, column, 0) == header)
            return column;
    throw std::runtime_error("no column " + header);
}

/// A cell of a column with this header, as it is shown.
std::string shown(const Reference<XSpreadsheet>& sheet, const std::string& header, sal_Int32 row)
{
    return text(sheet, columnOf(sheet, header), row - 1);
}

} // namespace

TEST_F(Import, TakesATableOfTheUsdaAndSaysWhatStaysBehind)
{
    const Window window(office(), write("usda.csv", usda), englishCsv);
    window.select("A1:H6");
    const std::string report = import(window, [](const Box& box) {
        EXPECT_THAT(
            box.items(columnsLabel),
            ElementsAre("NDB_No: left out, the foods’ codes", "Description → Name",
                        "Food group → Group", "Energy (kJ) → Energy (kJ per 100 g)",
                        "Calcium, Ca (mg) → Calcium (mg per 100 g)",
                        "Vitamin D (D2 + D3), International Units (IU) → Vitamin D (IU per 100 g)",
                        "Vitamin K (µg): left out, it may be K1 alone or K1 and K2",
                        "Vitamin K (phylloquinone) (µg) → Vitamin K1 (µg per 100 g)"));
        EXPECT_THAT(box.items("Workbook"), ElementsAre("A new workbook"));
    });
    EXPECT_THAT(report, AllOf(HasSubstr("4 of 5 rows come in"),
                              HasSubstr("Row 4, Broken, Energy (kJ): -5 is negative"),
                              HasSubstr("Row 5, cheese, GOUDA: an earlier row has this name"),
                              HasSubstr("Row 6, Milk, Calcium, Ca (mg): “about 120”"),
                              HasSubstr("now unknown and not zero: 2"),
                              HasSubstr("NDB_No: the foods’ codes")));
    const auto sheet = foods();
    ASSERT_TRUE(sheet.is());
    EXPECT_EQ(shown(sheet, "Name", 2), "Cheese, gouda");
    EXPECT_EQ(shown(sheet, "Group", 2), "Dairy");
    EXPECT_NEAR(std::stod(shown(sheet, "Energy (kcal)", 2)), 1490 / 4.184, 1e-2);
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 2), "700");
    EXPECT_EQ(shown(sheet, "Vitamin D (µg)", 2), "0.5");
    EXPECT_EQ(shown(sheet, "Vitamin K1 (µg)", 2), "2.4");
    EXPECT_EQ(shown(sheet, "Vitamin K2 (µg)", 2), "");
    EXPECT_EQ(shown(sheet, "Source", 2), "usda.csv");
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 3), "") << "a trace is unknown";
    EXPECT_EQ(shown(sheet, "Name", 4), "Broken");
    EXPECT_EQ(shown(sheet, "Energy (kcal)", 4), "");
    EXPECT_EQ(shown(sheet, "Name", 5), "Milk");
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 5), "");
    for (sal_Int32 row = 2; row <= 5; ++row)
        EXPECT_EQ(shown(sheet, "Check", row), "") << row;
    EXPECT_EQ(sheet->getCellByPosition(0, 2)->getType(), css::table::CellContentType_TEXT)
        << "a name is never a formula";
    EXPECT_EQ(shown(sheet, "Name", 3), "=1+1 beans");
}

TEST_F(Import, TakesAGermanLabelListWithItsDecimalCommas)
{
    const Window window(office(),
                        write("etiketten.csv",
                              "Produkt;Brennwert (kJ);Eiweiß (g);Kalzium (mg/100 g);Salz (g);"
                              "davon Zucker (g);Vitamin D (I.E.)\n"
                              "Quark;\"1.046,0\";12,5;\"118,5\";0,1;3;k.A.\n"
                              "Skyr;263;11,0;Spuren;\"0,12 g\";4;40\n"
                              "Kefir;200;3.12.2024;130;0,1;4;n.b.\n"),
                        germanCsv);
    window.select("A1");
    const std::string report = import(window);
    const auto sheet = foods();
    ASSERT_TRUE(sheet.is()) << report;
    EXPECT_NEAR(std::stod(shown(sheet, "Energy (kcal)", 2)), 250, 0.01);
    EXPECT_EQ(shown(sheet, "Protein (g)", 2), "12.5");
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 2), "118.5");
    EXPECT_EQ(shown(sheet, "Sodium (mg)", 2), "40");
    EXPECT_EQ(shown(sheet, "Vitamin D (µg)", 2), "");
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 3), "");
    EXPECT_EQ(shown(sheet, "Sodium (mg)", 3), "48");
    EXPECT_EQ(shown(sheet, "Vitamin D (µg)", 3), "1");
    EXPECT_EQ(shown(sheet, "Protein (g)", 4), "");
    EXPECT_EQ(shown(sheet, "Sugars (g)", 2), "3");
    EXPECT_THAT(report, AllOf(HasSubstr("Row 4, Kefir, Eiweiß (g): '12/03/24' is a date"),
                              HasSubstr("Row 4, Kefir, Vitamin D (I.E.): “n.b.”")))
        << "a date is no number";
}

TEST_F(Import, FillsTheWorkbookOfAnXlsxAndIsUndoneInOneStep)
{
    const auto file = folder().path() / "foods.xlsx";
    {
        const Window made(office());
        for (const auto& [cell, content] :
             { std::pair("A1", "Name"), std::pair("B1", "Calcium (g)"), std::pair("A2", "Edam"),
               std::pair("B2", "0.731") })
            made.enter(cell, content);
        const css::beans::PropertyValue filter(
            "FilterName", -1, css::uno::Any(rtl::OUString("Calc MS Excel 2007 XML")),
            css::beans::PropertyState_DIRECT_VALUE);
        Reference<css::frame::XStorable>(made.document(), UNO_QUERY_THROW)
            ->storeToURL(fileUrl(file), { &filter, 1 });
    }
    const Window window(office(), file);
    window.select("A1:B2");
    import(window, [](const Box& box) {
        EXPECT_THAT(box.items("Workbook"), ElementsAre("foods.xlsx", "A new workbook"));
    });
    ASSERT_TRUE(foods().is());
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "731");
    window.undo();
    EXPECT_FALSE(foods().is());
    EXPECT_EQ(window.text("A2"), "Edam");
}

TEST_F(Import, AddsToTheFoodsThatAreThereOrReplacesThem)
{
    const Window window(office());
    for (const auto& [cell, content] :
         { std::pair("A1", "Name"), std::pair("B1", "Calcium (mg)"), std::pair("A2", "Quark"),
           std::pair("B2", "100"), std::pair("A3", "Skyr"), std::pair("B3", "150") })
        window.enter(cell, content);
    window.select("A1:B2");
    import(window);
    foods()->getCellByPosition(columnOf(foods(), "Aliases"), 1)->setFormula("curd");

    Reference<css::sheet::XSpreadsheetView>(window.controller(), UNO_QUERY_THROW)
        ->setActiveSheet(Reference<XSpreadsheet>(
            Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
                ->getByIndex(0),
            UNO_QUERY_THROW));
    window.enter("B2", "120");
    window.select("A1:B3");
    EXPECT_THAT(import(window), AllOf(HasSubstr("1 of 2 rows comes in"),
                                      HasSubstr("Row 2, Quark: a food of this name is there")));
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "100");
    EXPECT_EQ(shown(foods(), "Name", 3), "Skyr") << "the next free row";
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 3), "150");
    window.undo();
    EXPECT_EQ(shown(foods(), "Name", 2), "Quark");
    EXPECT_EQ(shown(foods(), "Name", 3), "");
    window.redo();
    EXPECT_EQ(shown(foods(), "Name", 3), "Skyr");

    Reference<css::sheet::XSpreadsheetView>(window.controller(), UNO_QUERY_THROW)
        ->setActiveSheet(Reference<XSpreadsheet>(
            Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
                ->getByIndex(0),
            UNO_QUERY_THROW));
    foods()->getCellByPosition(columnOf(foods(), "Figures for"), 1)->setFormula("portion");
    foods()->getCellByPosition(columnOf(foods(), "Weighs (g)"), 1)->setFormula("40");
    window.enter("C1", "Magnesium (mg)");
    window.enter("C2", "12");
    window.select("A1:C3");
    EXPECT_THAT(import(window,
                       [](const Box& box) {
                           box.press("Replace foods of the same name that are there already");
                       }),
                HasSubstr("2 of 2 rows come in"));
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "120");
    EXPECT_EQ(shown(foods(), "Figures for", 2), "") << "the new figures are for 100 g";
    EXPECT_EQ(shown(foods(), "Weighs (g)", 2), "");
    EXPECT_EQ(shown(foods(), "Aliases", 2), "curd") << "words stay unless there are others";
    EXPECT_EQ(shown(foods(), "Magnesium (mg)", 2), "12");
    EXPECT_EQ(shown(foods(), "Name", 4), "");
    window.undo();
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "100");
    EXPECT_EQ(shown(foods(), "Magnesium (mg)", 2), "") << "it was empty before";
}

// A remark at the sheet's end once made the import read a million rows, and left no room.
TEST_F(Import, ReadsNoEmptyRows)
{
    const Window window(office());
    window.document()->getSheets()->insertNewByName("My foods", 1);
    const auto sheet = foods();
    constexpr sal_Int32 lastRow = 1048575;
    for (const auto& [column, row, content] :
         { std::tuple(0, 0, "Name"), std::tuple(1, 0, "Calcium"), std::tuple(0, 1, "Skyr"),
           std::tuple(1, 1, "150"), std::tuple(0, lastRow, "my remark") })
        sheet->getCellByPosition(column, row)->setFormula(rtl::OUString::createFromAscii(content));
    for (const auto& [cell, content] : { std::pair("A1", "Name"), std::pair("B1", "Calcium (mg)"),
                                         std::pair("A2", "Quark"), std::pair("B2", "100") })
        window.enter(cell, content);
    window.select("A1:B2");
    EXPECT_THAT(import(window), HasSubstr("1 of 1 row comes in as a food."));
    EXPECT_EQ(shown(sheet, "Name", 2), "Skyr");
    EXPECT_EQ(shown(sheet, "Name", 3), "Quark");
    EXPECT_EQ(shown(sheet, "Name", lastRow + 1), "my remark");
}

TEST_F(Import, KeepsToTheColumnsThatTheSheetHas)
{
    const Window window(office());
    window.document()->getSheets()->insertNewByName("My foods", 1);
    const auto sheet = foods();
    for (const auto& [column, header] : { std::pair(0, "Remark"), std::pair(1, "CALCIUM (g)"),
                                          std::pair(2, "Name"), std::pair(3, "Check") })
        sheet->getCellByPosition(column, 0)->setFormula(rtl::OUString::createFromAscii(header));
    for (const auto& [cell, content] :
         { std::pair("A1", "Name"), std::pair("B1", "Calcium (mg)"),
           std::pair("C1", "Magnesium (mg)"), std::pair("A2", "Quark"), std::pair("B2", "100"),
           std::pair("C2", "11") })
        window.enter(cell, content);
    window.select("A1:C2");
    EXPECT_THAT(import(window), HasSubstr("their header names another unit:\nCalcium"));
    EXPECT_EQ(shown(sheet, "Name", 2), "Quark");
    EXPECT_EQ(shown(sheet, "Remark", 2), "");
    EXPECT_EQ(shown(sheet, "CALCIUM (g)", 2), "") << "100 mg aren't 100 g";
    EXPECT_EQ(toUtf8(sheet->getCellByPosition(3, 0)->getFormula()), "Magnesium (mg)");
    EXPECT_EQ(sheet->getCellByPosition(3, 1)->getValue(), 11);
    EXPECT_EQ(toUtf8(sheet->getCellByPosition(5, 0)->getFormula()), "Check");
    EXPECT_THAT(toUtf8(sheet->getCellByPosition(5, 1)->getFormula()), HasSubstr("A2:E2"));
    window.undo();
    EXPECT_EQ(toUtf8(sheet->getCellByPosition(3, 0)->getFormula()), "Check");
    EXPECT_EQ(shown(sheet, "Name", 2), "");
}

TEST_F(Import, GoesWhereThePersonSays)
{
    const Window window(office(), write("usda.csv", usda), englishCsv);
    window.select("A1:H6");
    import(window, [](const Box& box) {
        box.choose(columnsLabel, "Vitamin K (µg)");
        EXPECT_THAT(box.text("First values"), HasSubstr("2.3"));
        box.choose("Goes to", "Vitamin K2");
        EXPECT_THAT(box.items(columnsLabel),
                    Contains("Vitamin K (µg) → Vitamin K2 (µg per 100 g)"));
        box.choose(columnsLabel, "Calcium");
        box.choose("Unit", "g per 100 g");
        box.choose(columnsLabel, "Description");
        box.choose("Goes to", "Nowhere");
        EXPECT_FALSE(box.isEnabled("Import")) << "no column is the name";
        box.choose("Goes to", "Name");
        EXPECT_TRUE(box.isEnabled("Import"));
    });
    EXPECT_EQ(shown(foods(), "Vitamin K2 (µg)", 2), "2.3");
    EXPECT_EQ(shown(foods(), "Name", 2), "Cheese, gouda");
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "") << "700 g of calcium can't be";
}

TEST_F(Import, AsksBeforeItTakesFiguresWithoutAUnit)
{
    const Window window(office(), write("mine.csv", "Name,Calcium\nQuark,100\n"), englishCsv);
    window.select("A1:B2");
    answer(office(), window.frame(), command,
           { { dialogTitle, [](const Box& box) { box.press("Import"); } },
             { "Are these figures right?", [](const Box& box) { box.press("No"); } },
             { dialogTitle, [](const Box& box) { box.press("Import"); } },
             { "Are these figures right?", [](const Box& box) { box.press("Yes"); } },
             { reportTitle, [](const Box& box) { box.press("Close"); } } });
    ASSERT_TRUE(foods().is());
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "100");
}

TEST_F(Import, KeepsWhatIsTickedWhenAQuestionIsAnsweredWithNo)
{
    const Window other(office());
    const Window window(office(),
                        write("diary.csv",
                              "Day,Group,Food Name,Amount,Vitamin D (µg)\n"
                              "2026-03-01,Breakfast,Paste of my aunt,100.00 g,50000\n"),
                        englishCsv);
    const auto importTwice = [&](const std::function<void(const Box&)>& change) {
        answer(office(), window.frame(), command,
               { { dialogTitle,
                   [&](const Box& box) {
                       change(box);
                       box.press("Import");
                   } },
                 { "Are these figures right?", [](const Box& box) { box.press("No"); } },
                 { dialogTitle, [](const Box& box) { box.press("Import"); } },
                 { "Are these figures right?", [](const Box& box) { box.press("Yes"); } },
                 { reportTitle, [](const Box& box) { box.press("Close"); } } });
    };
    window.select("A1:E2");
    importTwice([](const Box&) {});
    EXPECT_EQ(shown(foods(), "Vitamin D (µg)", 2), "50000");
    EXPECT_FALSE(other.document()->getSheets()->hasByName("Diary"));
    window.enter("E2", "60000");
    window.select("A1:E2");
    importTwice([](const Box& box) {
        box.press("Replace foods of the same name that are there already");
        box.press("Make a plan of this diary, too");
    });
    EXPECT_EQ(shown(foods(), "Vitamin D (µg)", 2), "60000");
    EXPECT_TRUE(other.document()->getSheets()->hasByName("Diary"));
}

TEST_F(Import, MakesAPlanOfADiary)
{
    const Window other(office());
    const Window window(office(),
                        write("diary.csv", "Day,Group,Food Name,Amount,Calcium (mg)\n"
                                           "2026-03-01,Breakfast,Natto,50.00 g,110\n"
                                           "2026-03-01,Breakfast,Paste of my aunt,20.00 g,60\n"
                                           "2026-03-02,Lunch,Unheard of,1.00 softgel,3\n"),
                        englishCsv);
    window.select("A1:E4");
    const std::string report = import(window, [](const Box& box) {
        EXPECT_THAT(box.items("Figures are for"), Contains("the amount in “Amount”"));
        box.press("Make a plan of this diary, too");
    });
    EXPECT_THAT(report, HasSubstr("The plan is on the sheet “Diary”. Entries: 2."));
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 3), "300") << "60 mg in 20 g";
    ASSERT_TRUE(other.document()->getSheets()->hasByName("Diary"));
    const Reference<XSpreadsheet> diary(other.document()->getSheets()->getByName("Diary"),
                                        UNO_QUERY_THROW);
    EXPECT_EQ(text(diary, 2, 2), "Natto");
    EXPECT_EQ(text(diary, 3, 2), "50 g");
    EXPECT_EQ(text(diary, 2, 3), "Paste of my aunt");
    EXPECT_EQ(text(diary, 2, 6), "Unheard of");
    const sal_Int32 calcium = columnOf(diary, "Calcium (mg)");
    EXPECT_NEAR(diary->getCellByPosition(calcium, 1)->getValue(),
                diary->getCellByPosition(calcium, 2)->getValue() + 60, 1e-9);
    other.undo();
    EXPECT_FALSE(other.document()->getSheets()->hasByName("Diary")) << "one step";
    EXPECT_FALSE(other.document()->getSheets()->hasByName("My foods"));
}

// As the tables of Canada come: foods, nutrients and figures a sheet each.
TEST_F(Import, JoinsFiguresByTheCodesOfOtherSheets)
{
    const Window window(office());
    const auto fill = [&](const char* name, const std::vector<std::vector<const char*>>& rows) {
        const auto sheets = window.document()->getSheets();
        sheets->insertNewByName(rtl::OUString::createFromAscii(name), 0);
        const Reference<XSpreadsheet> sheet(sheets->getByName(rtl::OUString::createFromAscii(name)),
                                            UNO_QUERY_THROW);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                sheet
                    ->getCellByPosition(static_cast<sal_Int32>(column), static_cast<sal_Int32>(row))
                    ->setFormula(rtl::OUString::createFromAscii(rows[row][column]));
        return sheet;
    };
    fill("FOOD NAME", { { "FoodID", "FoodGroupID", "FoodDescription" },
                        { "11", "2", "Trial mustard" },
                        { "12", "2", "Trial paste" } });
    fill("NUTRIENT NAME", { { "NutrientID", "NutrientSymbol", "NutrientUnit", "NutrientName" },
                            { "301", "CA", "mg", "CALCIUM" },
                            { "304", "MG", "mg", "MAGNESIUM" } });
    const auto amounts = fill("NUTRIENT AMOUNT", { { "FoodID", "NutrientID", "NutrientValue" },
                                                   { "11", "301", "67" },
                                                   { "11", "304", "20" },
                                                   { "12", "301", "0.5" } });
    Reference<css::sheet::XSpreadsheetView>(window.controller(), UNO_QUERY_THROW)
        ->setActiveSheet(amounts);
    window.select("A1:C4");
    EXPECT_THAT(import(window), HasSubstr("2 of 2 rows come in"));
    ASSERT_TRUE(foods().is());
    EXPECT_EQ(shown(foods(), "Name", 2), "Trial mustard");
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "67");
    EXPECT_EQ(shown(foods(), "Magnesium (mg)", 2), "20");
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 3), "0.5");
    EXPECT_EQ(shown(foods(), "Magnesium (mg)", 3), "");
}

// As the tables of the United Kingdom come: the same foods on several sheets.
TEST_F(Import, AddsTheFiguresOfALaterSheetAndWipesNone)
{
    const Window window(office());
    for (const auto& [cell, content] : { std::pair("A1", "Food Code"),
                                         std::pair("B1", "Food Name"),
                                         std::pair("C1", "Calcium (mg)"),
                                         std::pair("A2", "11-1"),
                                         std::pair("B2", "Trial ale"),
                                         std::pair("C2", "7"),
                                         std::pair("A3", "11-2"),
                                         std::pair("B3", "Trial bap"),
                                         std::pair("C3", "110"),
                                         std::pair("E1", "Food Code"),
                                         std::pair("F1", "Food Name"),
                                         std::pair("G1", "Calcium (mg)"),
                                         std::pair("H1", "Vitamin D (µg)"),
                                         std::pair("E2", "11-1"),
                                         std::pair("F2", "Trial ale"),
                                         std::pair("G2", "N"),
                                         std::pair("H2", "0"),
                                         std::pair("E3", "11-2"),
                                         std::pair("F3", "Trial bap"),
                                         std::pair("G3", ""),
                                         std::pair("H3", "Tr") })
        window.enter(cell, content);
    window.select("A1:C3");
    import(window);
    const auto showFirst = [&] {
        Reference<css::sheet::XSpreadsheetView>(window.controller(), UNO_QUERY_THROW)
            ->setActiveSheet(
                Reference<XSpreadsheet>(Reference<css::container::XIndexAccess>(
                                            window.document()->getSheets(), UNO_QUERY_THROW)
                                            ->getByIndex(0),
                                        UNO_QUERY_THROW));
    };
    showFirst();
    window.select("E1:H3");
    import(window, [](const Box& box) {
        box.press("Replace foods of the same name that are there already");
    });
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "7");
    EXPECT_EQ(shown(foods(), "Vitamin D (µg)", 2), "0");
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 3), "110");
    EXPECT_EQ(shown(foods(), "Vitamin D (µg)", 3), "") << "a trace is unknown";
    EXPECT_EQ(shown(foods(), "Name", 4), "");
    window.undo();
    EXPECT_EQ(shown(foods(), "Vitamin D (µg)", 2), "");
    EXPECT_EQ(shown(foods(), "Calcium (mg)", 2), "7");
}

TEST_F(Import, FindsTheHeadersBelowATitleAndCanBeToldAnotherRow)
{
    const Window window(office(),
                        write("titled.csv",
                              "Food table of somebody,,\nFood,Calcium (mg),Iron (mg)\n"
                              "Quark,100,0.1\nSkyr,150,0.2\n"),
                        englishCsv);
    window.select("A1:C4");
    import(window, [](const Box& box) {
        EXPECT_THAT(box.items(columnsLabel), Contains("Food → Name"));
        box.choose("Headers in", "row 3:");
        EXPECT_FALSE(box.isEnabled("Import")) << "foods are no headers";
        box.choose("Headers in", "row 2:");
        EXPECT_TRUE(box.isEnabled("Import"));
    });
    EXPECT_EQ(shown(foods(), "Name", 2), "Quark");
    EXPECT_EQ(shown(foods(), "Iron (mg)", 3), "0.2");
}

TEST_F(Import, IsDoneAndCancelledWithTheKeyboard)
{
    const Window window(office(), write("usda.csv", usda), englishCsv);
    window.select("A1:H6");
    answer(office(), window.frame(), command,
           { { dialogTitle, [](const Box& box) { box.key(css::awt::Key::ESCAPE); } } });
    EXPECT_FALSE(foods().is());
    answer(office(), window.frame(), command,
           { { dialogTitle, [](const Box& box) { box.key(css::awt::Key::RETURN); } },
             { reportTitle, [](const Box& box) { box.key(css::awt::Key::ESCAPE); } } });
    EXPECT_TRUE(foods().is());
}

TEST_F(Import, OffersTheOtherWorkbooksToACsv)
{
    const Window other(office());
    const Window window(office(), write("usda.csv", usda), englishCsv);
    window.select("A1:H6");
    import(window, [](const Box& box) {
        const auto workbooks = box.items("Workbook");
        ASSERT_EQ(workbooks.size(), 2U);
        EXPECT_THAT(workbooks.front(), HasSubstr("Untitled"));
        EXPECT_EQ(workbooks.back(), "A new workbook");
    });
    EXPECT_TRUE(other.document()->getSheets()->hasByName("My foods"));
    EXPECT_FALSE(window.document()->getSheets()->hasByName("My foods"));
}

TEST_F(Import, SaysWhereNothingIsSelected)
{
    const Window window(office());
    EXPECT_THAT(readBox(office(), window.frame(), command, dialogTitle).value_or("no box"),
                HasSubstr("Select the table with its header row"));
}

TEST_F(Import, TakesThousandsOfFoods)
{
    const std::filesystem::path file = REFERENCE "/usda_sr_legacy.csv";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "skipped: the reference tables are not beside this project";
    // Calc writes a file that locks another beside it.
    const auto copy = folder().path() / file.filename();
    std::filesystem::copy_file(file, copy);
    const Window window(office(), copy, englishCsv);
    window.select("A1:AB8000");
    const auto timed = [&window](const char* what, const std::function<void(const Box&)>& change) {
        std::string report;
        std::chrono::steady_clock::time_point begin;
        double before = 0;
        answer(office(), window.frame(), command,
               { { dialogTitle,
                   [&](const Box& box) {
                       change(box);
                       box.press("Import");
                   } },
                 // Of one of them the table says more than any food that we have holds.
                 { "Are these figures right?",
                   [&](const Box& box) {
                       before = loadOf(office()).seconds;
                       begin = std::chrono::steady_clock::now();
                       box.press("Yes");
                   } },
                 { reportTitle, [&](const Box& box) {
                      const std::chrono::duration<double> duration =
                          std::chrono::steady_clock::now() - begin;
                      std::cout << "[   time   ] " << what << ": " << duration.count() << " s, "
                                << loadOf(office()).seconds - before << " s of the processor\n";
                      report = box.copied();
                      box.press("Close");
                  } } });
        return report;
    };
    const std::string report = timed("added", [](const Box&) {});
    EXPECT_THAT(report, HasSubstr("7754 of 7754 rows come in"));
    const auto sheet = foods();
    ASSERT_TRUE(sheet.is());
    EXPECT_EQ(shown(sheet, "Name", 2), "Butter, salted");
    EXPECT_EQ(shown(sheet, "Calcium (mg)", 2), "24");
    EXPECT_EQ(shown(sheet, "Source", 2), "SR Legacy 2018");
    EXPECT_EQ(shown(sheet, "Check", 7000), "");
    sheet->getCellByPosition(columnOf(sheet, "Calcium (mg)"), 6999)->setFormula("abc");
    EXPECT_THAT(shown(sheet, "Check", 7000), HasSubstr("abc")) << "it is checked";
    EXPECT_EQ(Reference<css::beans::XPropertySet>(window.document(), UNO_QUERY_THROW)
                  ->getPropertyValue("IsAdjustHeightEnabled"),
              css::uno::Any(true));
    EXPECT_NE(shown(sheet, "Name", 7000), "");
    EXPECT_THAT(report, Not(HasSubstr("Cells that are unknown now:")));
    EXPECT_THAT(timed("replaced",
                      [](const Box& box) {
                          box.press("Replace foods of the same name that are there already");
                      }),
                HasSubstr("take the place of one that is there: 7754"));
    EXPECT_EQ(shown(sheet, "Name", 7756), "") << "none was added";
}

} // namespace quartet
