/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The sheet of own foods that the menu makes, and what picker and explanations
// know of it.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using testing::AllOf;
using testing::HasSubstr;

constexpr const char* command = "org.quartet:OwnFoods";

Reference<css::table::XCell> cell(const Reference<XSpreadsheet>& sheet, const char* name)
{
    return sheet->getCellRangeByName(rtl::OUString::createFromAscii(name))->getCellByPosition(0, 0);
}

std::string text(const Reference<XSpreadsheet>& sheet, const char* name)
{
    return toUtf8(Reference<css::text::XText>(cell(sheet, name), UNO_QUERY_THROW)->getString());
}

Reference<XSpreadsheet> ownSheet(const Window& window)
{
    return Reference<XSpreadsheet>(window.document()->getSheets()->getByName("My foods"),
                                   UNO_QUERY_THROW);
}

std::string shownSheet(const Window& window)
{
    const Reference<css::sheet::XSpreadsheetView> view(window.controller(), UNO_QUERY_THROW);
    return toUtf8(
        Reference<css::container::XNamed>(view->getActiveSheet(), UNO_QUERY_THROW)->getName());
}

sal_Int32 sheets(const Window& window)
{
    return Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
        ->getCount();
}

void showSheet(const Window& window, sal_Int32 index)
{
    const Reference<css::container::XIndexAccess> all(window.document()->getSheets(),
                                                      UNO_QUERY_THROW);
    Reference<css::sheet::XSpreadsheetView>(window.controller(), UNO_QUERY_THROW)
        ->setActiveSheet(Reference<XSpreadsheet>(all->getByIndex(index), UNO_QUERY_THROW));
}

/// Waits for what is told later.
template <typename Show> std::string eventually(const Show& show, const std::string& expected)
{
    for (int i = 0; i < 100 && show() != expected; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return show();
}

bool isShown(const Reference<XSpreadsheet>& sheet, const char* name)
{
    const Reference<css::table::XColumnRowRange> cells(
        sheet->getCellRangeByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW);
    bool shown = false;
    Reference<css::beans::XPropertySet>(cells->getColumns()->getByIndex(0), UNO_QUERY_THROW)
        ->getPropertyValue("IsVisible") >>= shown;
    return shown;
}

using OwnFoodsSheet = ScreenTest;

} // namespace

TEST_F(OwnFoodsSheet, IsMadeOnceAndShown)
{
    const Window window(office());
    window.enter("A1", "=NUTRIENT(\"Example: oat bar (type over it)\";\"1 portion\";\"CA\")");
    give(office(), window.frame(), command);
    ASSERT_EQ(sheets(window), 2);
    EXPECT_EQ(shownSheet(window), "My foods");
    EXPECT_TRUE(Reference<css::sheet::XViewFreezable>(window.controller(), UNO_QUERY_THROW)
                    ->hasFrozenPanes());
    const auto sheet = ownSheet(window);
    EXPECT_EQ(text(sheet, "A1"), "Name");
    EXPECT_EQ(text(sheet, "B1"), "Check");
    EXPECT_EQ(text(sheet, "C1"), "Figures for");
    EXPECT_EQ(text(sheet, "E1"), "Energy (kcal)");
    EXPECT_EQ(text(sheet, "AO1"), "Source");
    EXPECT_EQ(toUtf8(cell(sheet, "B301")->getFormula()),
              "=ORG.QUARTET.NUTRITION.FOODCHECK(C301:AO301)");
    EXPECT_EQ(text(sheet, "B2"), "") << "the example is right";
    EXPECT_EQ(text(sheet, "A2"), "Example: oat bar (type over it)");
    EXPECT_EQ(text(sheet, "B301"), "") << "a blank row stays quiet";
    EXPECT_EQ(Reference<css::container::XIndexAccess>(
                  Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)
                      ->getAnnotations(),
                  UNO_QUERY_THROW)
                  ->getCount(),
              0)
        << "a comment would bear a name and the time";
    // What is read has the office's own colour, which is another on a dark page.
    for (const char* const head : { "A1", "B1", "AO1", "A2" })
        EXPECT_EQ(Reference<css::beans::XPropertySet>(cell(sheet, head), UNO_QUERY_THROW)
                      ->getPropertyValue("CharColor")
                      .get<sal_Int32>(),
                  -1)
            << head;
    EXPECT_TRUE(isShown(sheet, "O1")) << text(sheet, "O1");
    EXPECT_FALSE(isShown(sheet, "AD1")) << text(sheet, "AD1");
    EXPECT_EQ(eventually([&] { return window.text("A1"); }, "130"), "130");

    showSheet(window, 0);
    give(office(), window.frame(), command);
    EXPECT_EQ(sheets(window), 2) << "it is there already";
    EXPECT_EQ(shownSheet(window), "My foods");
    window.undo();
    EXPECT_EQ(sheets(window), 1) << "one step to undo";
}

TEST_F(OwnFoodsSheet, TakesALabelByAFormThatReachesEveryNutrient)
{
    const Window window(office());
    answer(office(), window.frame(), "org.quartet:NewOwnFood",
           { { "New Own Food", [](const Box& box) {
                  EXPECT_FALSE(box.isEnabled("Add"));
                  box.typeInto("Name", "Seed crackers");
                  box.typeInto("Calcium", "150");
                  EXPECT_TRUE(box.isEnabled("Add"));
                  // Each keeps what was typed for it.
                  box.choose("Another nutrient", "Iodine");
                  box.typeInto("Another nutrient", "0.02 mg", 1);
                  box.choose("Another nutrient", "Leucine");
                  box.typeInto("Another nutrient", "1.2", 1);
                  box.choose("Another nutrient", "Iodine");
                  box.press("Add");
              } } });
    const auto sheet = ownSheet(window);
    ASSERT_TRUE(sheet.is());
    EXPECT_EQ(text(sheet, "B2"), "");
    window.enter("A1", "=NUTRIENT(\"Seed crackers\";50;\"ID\")");
    window.enter("A2", "=NUTRIENT(\"Seed crackers\";50;\"LEU\")");
    window.enter("A3", "=NUTRIENT(\"Seed crackers\";50;\"CA\")");
    EXPECT_EQ(eventually([&] { return window.text("A1"); }, "10"), "10");
    EXPECT_EQ(window.text("A2"), "0.6");
    EXPECT_EQ(window.text("A3"), "75");
}

TEST_F(OwnFoodsSheet, IsMadeInNoReadOnlyWorkbook)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "mine.ods";
    {
        Spreadsheet workbook(office());
        workbook.store(file, "calc8");
    }
    {
        const Window window(office(), file, Window::Access::ReadOnly);
        for (const char* const each : { "OwnFoods", "NewOwnFood", "NewRecipe" })
            EXPECT_THAT(
                readBox(office(), window.frame(), std::string("org.quartet:") + each, "Nutrition")
                    .value_or("no box"),
                HasSubstr("read-only"))
                << each;
        EXPECT_EQ(sheets(window), 1);
    }
    // One that is there is shown.
    {
        Spreadsheet workbook(office());
        workbook.document()->getSheets()->insertNewByName("My foods", 1);
        workbook.store(file, "calc8");
    }
    const Window window(office(), file, Window::Access::ReadOnly);
    give(office(), window.frame(), command);
    EXPECT_EQ(shownSheet(window), "My foods");
}

TEST_F(OwnFoodsSheet, SaysAtARowWhatIsWrong)
{
    const Window window(office());
    give(office(), window.frame(), command);
    const auto sheet = ownSheet(window);
    cell(sheet, "A3")->setFormula("Trail bar");
    cell(sheet, "O3")->setFormula("abc");
    const std::string wrong = "Calcium (mg): \"abc\" is not a number";
    EXPECT_EQ(eventually([&] { return text(sheet, "B3"); }, wrong), wrong);
    cell(sheet, "O3")->setFormula("50");
    EXPECT_EQ(eventually([&] { return text(sheet, "B3"); }, ""), "");
}

TEST_F(OwnFoodsSheet, IsKnownToPickerAndExplanations)
{
    const Window window(office());
    give(office(), window.frame(), command);
    const auto sheet = ownSheet(window);
    cell(sheet, "A2")->setFormula("Trail bar");
    cell(sheet, "C2")->setFormula("");
    cell(sheet, "D2")->setFormula("");
    cell(sheet, "AM2")->setFormula("Bars");
    cell(sheet, "O2")->setFormula("50");
    cell(sheet, "AO2")->setFormula("Label 2024");
    showSheet(window, 0);

    const PickerWindow picker(office(), window);
    picker.type("search", "trail bar");
    EXPECT_EQ(picker.label("food"), "Trail bar");
    EXPECT_THAT(picker.text("sources"), HasSubstr("Label 2024"));
    EXPECT_THAT(picker.items("group"), testing::Contains("Bars"));

    window.enter("D4", "=1+NUTRIENT(\"trail bar\";200;\"CA\")");
    window.select("D4");
    EXPECT_EQ(window.text("D4"), "101");
    EXPECT_THAT(readBox(office(), window.frame(), "org.quartet:ExplainCell", "Explain This Cell")
                    .value_or("no box"),
                AllOf(HasSubstr("Trail bar (group: Bars)"), HasSubstr("Calcium: 50 mg per 100 g"),
                      HasSubstr("From: Label 2024; from this workbook's sheet \"My foods\""),
                      HasSubstr("NUTRIENT gives 100")));
}

} // namespace quartet
