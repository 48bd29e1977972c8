/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Foods that are put into a plan: where the picker writes them, and rows that are added.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <gmock/gmock.h>

#include <chrono>

namespace quartet
{

namespace
{

namespace Key = css::awt::Key;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;
using testing::StartsWith;

Reference<css::sheet::XSpreadsheet> sheet(const Window& window, sal_Int32 index = 0)
{
    const Reference<css::container::XIndexAccess> sheets(window.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    return Reference<css::sheet::XSpreadsheet>(sheets->getByIndex(index), UNO_QUERY_THROW);
}

std::filesystem::path templateFile(const Office& office, const char* file)
{
    return office.extensionFolder("org.quartet") / "template/en/nutrition" / file;
}

/// A plan as its template opens, old templates and new ones alike.
class PlanWindow : public Window
{
public:
    PlanWindow(const Office& office, const char* file)
        : Window(office, templateFile(office, file))
    {
    }

    /// The row, as people count, of the first cell of a column with this text.
    int rowOf(const std::string& column, const std::string& text) const
    {
        constexpr int last = 200;
        for (int row = 1; row < last; ++row)
            if (this->text(column + std::to_string(row)) == text)
                return row;
        return 0;
    }
    std::string at(const char* column, int row) const { return text(column + std::to_string(row)); }

    /// Of a column of figures: what a meal shows, and what its foods come to.
    double shown(int row) const { return value("E" + std::to_string(row)); }
    /// Takes two steps that can be undone.
    double sumOf(int first, int last) const
    {
        const auto range = [&](const char* column) {
            return column + std::to_string(first) + ":" + column + std::to_string(last);
        };
        enter("Z1", "=ORG.QUARTET.NUTRITION.NUTRIENTSUM(" + range("B") + ";" + range("C")
                        + ";\"VITK2\")");
        const double sum = value("Z1");
        enter("Z1", "");
        return sum;
    }

private:
    double value(const std::string& cell) const
    {
        return sheet(*this)
            ->getCellRangeByName(fromUtf8(cell))
            ->getCellByPosition(0, 0)
            ->getValue();
    }
};

class DayPlan : public ScreenTest
{
protected:
    static void SetUpTestSuite() { startWithWindows({ OXT }); }

    /// Until the picker is ready for the next food.
    static void insert(const PickerWindow& picker, const char* food)
    {
        picker.type("search", food);
        picker.press("insert");
        EXPECT_TRUE(soon([&] { return picker.selection("search") == food; }));
    }

    /// Fills a meal with gouda, row by row.
    static int fill(const PlanWindow& plan, const PickerWindow& picker, int header)
    {
        int row = header + 1;
        for (; plan.formula("D" + std::to_string(row)).starts_with("="); ++row)
        {
            insert(picker, "gouda");
            EXPECT_EQ(plan.at("B", row), "Gouda");
        }
        return row - 1;
    }
};

} // namespace

TEST_F(DayPlan, TakesAFoodIntoItsFirstFreeRowWhereverTheCursorIs)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int breakfast = plan.rowOf("A", "Breakfast");
    ASSERT_GT(breakfast, 0);
    const PickerWindow picker(office(), plan);
    const std::string title = plan.text("A1");
    EXPECT_EQ(plan.selected(), "B" + std::to_string(breakfast + 1)) << "a new plan awaits a food";
    plan.select("B3");
    const std::string before = plan.text("B3");
    insert(picker, "gouda");
    EXPECT_EQ(plan.at("B", breakfast + 1), "Gouda");
    EXPECT_EQ(plan.at("C", breakfast + 1), "1 slice");
    EXPECT_EQ(plan.text("B3"), before) << "the cursor's cell is no food's";
    // Not over the title either.
    plan.select("A1");
    insert(picker, "natto");
    EXPECT_EQ(plan.at("B", breakfast + 2), "Natto");
    EXPECT_EQ(plan.text("A1"), title);
}

TEST_F(DayPlan, AddsARowWithItsFormulasToAMealThatIsFull)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int breakfast = plan.rowOf("A", "Breakfast");
    const int lunch = plan.rowOf("A", "Lunch");
    plan.enter("B" + std::to_string(lunch + 1), "apple");
    const PickerWindow picker(office(), plan);
    plan.select("B" + std::to_string(breakfast + 1));
    const int last = fill(plan, picker, breakfast);
    ASSERT_EQ(last, lunch - 1);
    const double before = plan.shown(breakfast);

    insert(picker, "natto");
    ASSERT_EQ(plan.at("B", lunch), "Natto");
    EXPECT_EQ(plan.at("A", lunch + 1), "Lunch");
    EXPECT_EQ(plan.at("B", lunch + 1), "");
    EXPECT_EQ(plan.at("B", lunch + 2), "apple");
    EXPECT_EQ(plan.at("B", lunch - 1), "Gouda");
    EXPECT_THAT(plan.formula("E" + std::to_string(lunch)), HasSubstr("RowFood"));
    EXPECT_GT(plan.shown(lunch), 0);

    // Row and food are one step.
    plan.undo();
    EXPECT_EQ(plan.at("A", lunch), "Lunch");
    EXPECT_EQ(plan.at("B", lunch - 1), "Gouda");
    EXPECT_NEAR(plan.shown(breakfast), before, 1e-6);
    plan.redo();
    EXPECT_EQ(plan.at("B", lunch), "Natto");
    EXPECT_NEAR(plan.shown(breakfast), plan.sumOf(breakfast + 1, lunch), 1e-6);
    EXPECT_NEAR(plan.shown(plan.rowOf("A", "Total")), plan.sumOf(breakfast + 1, lunch + 2), 1e-6);
}

TEST_F(DayPlan, KeepsToTheMealAtTheCursorAndPassesFullRowsBy)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int lunch = plan.rowOf("A", "Lunch");
    plan.enter("B" + std::to_string(lunch + 1), "apple");
    plan.enter("C" + std::to_string(lunch + 2), "2 slices");
    const PickerWindow picker(office(), plan);
    plan.select("B" + std::to_string(lunch + 1));
    insert(picker, "gouda");
    EXPECT_EQ(plan.at("B", lunch + 3), "Gouda");
    EXPECT_EQ(plan.at("B", lunch + 1), "apple");
    EXPECT_EQ(plan.at("B", lunch + 2) + plan.at("C", lunch + 2), "2 slices");
    // The header's row is the meal's too, and is left as it is.
    plan.select("A" + std::to_string(lunch));
    insert(picker, "natto");
    EXPECT_EQ(plan.at("B", lunch + 4), "Natto");
    EXPECT_EQ(plan.at("A", lunch) + plan.at("B", lunch), "Lunch");
}

TEST_F(DayPlan, AddsAFoodRowBelowTheCursor)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int breakfast = plan.rowOf("A", "Breakfast");
    const int lunch = plan.rowOf("A", "Lunch");
    const auto cell = [](const char* column, int row) { return column + std::to_string(row); };
    for (int row = breakfast + 1; row < lunch; ++row)
    {
        plan.enter(cell("B", row), "gouda");
        plan.enter(cell("C", row), std::to_string(row * 10));
    }
    // A note of the person's own isn't doubled.
    plan.enter(cell("M", breakfast + 2), "from the market");
    for (const int at : { breakfast + 2, lunch })
    {
        const double before = plan.shown(breakfast);
        plan.select(cell("C", at));
        give(office(), plan.frame(), "org.quartet:AddFoodRow");
        ASSERT_EQ(plan.selected(), cell("B", at + 1));
        EXPECT_EQ(plan.at("B", at + 1) + plan.at("C", at + 1) + plan.at("M", at + 1), "");
        EXPECT_EQ(plan.at("B", at), "gouda");
        EXPECT_EQ(plan.at("C", at), std::to_string((at == lunch ? lunch - 1 : at) * 10));
        EXPECT_NEAR(plan.shown(breakfast), before, 1e-6);
        plan.enter(cell("B", at + 1), "natto");
        plan.enter(cell("C", at + 1), "50");
        EXPECT_GT(plan.shown(breakfast), before);
        EXPECT_NEAR(plan.shown(breakfast), plan.sumOf(breakfast + 1, plan.rowOf("A", "Lunch") - 1),
                    1e-6);
        EXPECT_EQ(plan.at("D", at + 1), "50");
    }
}

TEST_F(DayPlan, GivesARowThatCalcInsertedItsFormulas)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int breakfast = plan.rowOf("A", "Breakfast");
    Reference<css::table::XColumnRowRange>(sheet(plan), UNO_QUERY_THROW)
        ->getRows()
        ->insertByIndex(breakfast + 1, 1);
    const std::string inserted = std::to_string(breakfast + 2);
    ASSERT_EQ(plan.formula("E" + inserted), "");
    plan.enter("B" + std::to_string(breakfast + 1), "apple");
    const PickerWindow picker(office(), plan);
    plan.select("B" + inserted);
    insert(picker, "natto");
    EXPECT_EQ(plan.at("B", breakfast + 2), "Natto");
    EXPECT_THAT(plan.formula("E" + inserted), HasSubstr("RowFood"));
    EXPECT_GT(plan.shown(breakfast + 2), 0);
}

TEST_F(DayPlan, BeginsTheSearchWithTheFoodAtTheCursor)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const std::string row = std::to_string(plan.rowOf("A", "Breakfast") + 1);
    plan.enter("B" + row, "porridge");
    plan.select("E" + row);
    const PickerWindow picker(office(), plan);
    EXPECT_EQ(picker.text("search"), "porridge");
    EXPECT_THAT(picker.chosen("foods"), StartsWith("Porridge"));
    EXPECT_EQ(picker.text("amount"), "1 cup (234 g)");
    // The amount of the row, where it has one.
    plan.enter("C" + row, "50 g");
    give(office(), plan.frame(), "org.quartet:InsertFood");
    EXPECT_EQ(picker.text("amount"), "50 g");
    // Each food has an amount of its own, not the last one.
    picker.type("search", "almonds");
    EXPECT_THAT(picker.text("amount"), HasSubstr("handful"));
    // The foods of the plan come first.
    picker.type("search", "");
    EXPECT_THAT(picker.items("foods").front(), StartsWith("Porridge"));
    EXPECT_EQ(picker.chosen("foods"), "") << "Enter must not insert what nobody chose";
}

TEST_F(DayPlan, AsksBeforeItReplacesAWordThatNamesNoFood)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int row = plan.rowOf("A", "Breakfast") + 1;
    const std::string cell = "B" + std::to_string(row);
    plan.enter(cell, "goudda");
    plan.select(cell);
    const PickerWindow picker(office(), plan);
    EXPECT_EQ(picker.text("search"), "goudda");
    picker.type("search", "gouda");
    answerBox(
        office(), [&] { picker.press("insert"); }, "Insert Food",
        [&](const Box& box) { box.press("Replace"); });
    EXPECT_TRUE(soon([&] { return picker.selection("search") == "gouda"; }));
    EXPECT_EQ(plan.text(cell), "Gouda");
}

TEST_F(DayPlan, KeepsTheAmountOfAFoodThatIsReplaced)
{
    const PlanWindow plan(office(), "day-plan.ots");
    const int row = plan.rowOf("A", "Breakfast") + 1;
    const std::string food = "B" + std::to_string(row);
    const std::string amount = "C" + std::to_string(row);
    plan.select(food);
    const PickerWindow picker(office(), plan);
    std::string question;
    const auto replaceBy = [&](const char* other) {
        plan.enter(food, "goudda");
        plan.select(food);
        give(office(), plan.frame(), "org.quartet:InsertFood");
        // Other foods are chosen before, letter by letter.
        picker.type("search", "almonds");
        picker.type("search", other);
        answerBox(
            office(), [&] { picker.press("insert"); }, "Insert Food",
            [&](const Box& box) {
                question = box.sentence();
                box.press("Replace");
            });
        EXPECT_TRUE(soon([&] { return picker.selection("search") == other; }));
        EXPECT_NE(plan.text(food), "goudda");
    };
    plan.enter(amount, "5 slices");
    replaceBy("gouda");
    EXPECT_EQ(plan.text(amount), "5 slices");
    EXPECT_EQ(question, food + " holds “goudda” already.");
    plan.enter(amount, "=3*50");
    replaceBy("gouda");
    EXPECT_EQ(plan.formula(amount), "=3*50");
    // What isn't understood of the other food goes, and the question says so.
    plan.enter(amount, "5 slices");
    replaceBy("natto");
    EXPECT_EQ(plan.text(amount), "1 package");
    EXPECT_EQ(question, food + " holds “goudda” already, and " + amount + " holds “5 slices”.");
}

TEST_F(DayPlan, ReadsAWholeColumnAsFarAsItIsUsed)
{
    const Window window(office());
    const Reference<css::beans::XPropertySet> properties(sheet(window), UNO_QUERY_THROW);
    const Reference<css::sheet::XNamedRanges> names(properties->getPropertyValue("NamedRanges"),
                                                    UNO_QUERY_THROW);
    names->addNewByName("Foods", "$A:$A", css::table::CellAddress(), 0);
    window.enter("A5", "gouda");
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(readBox(office(), window.frame(), "org.quartet:AddFoodRow", "Add Food Row")
                    .value_or("no box"),
                HasSubstr("no plan"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

TEST_F(DayPlan, CanBeFilledFromTheSheetWithThePersonOfAWeek)
{
    const PlanWindow plan(office(), "week-plan.ots");
    const PickerWindow picker(office(), plan);
    const std::string start = plan.selected();
    insert(picker, "gouda");
    const auto meals = sheet(plan, 1);
    const auto food = [&] {
        return toUtf8(meals->getCellRangeByName("B7")->getCellByPosition(0, 0)->getFormula());
    };
    EXPECT_EQ(food(), "Gouda");
    EXPECT_EQ(plan.text(start), "");
    const Reference<css::sheet::XSpreadsheetView> view(plan.controller(), UNO_QUERY_THROW);
    const auto name = [](const Reference<css::uno::XInterface>& sheet) {
        return toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
    };
    EXPECT_EQ(name(view->getActiveSheet()), name(meals));
}

TEST_F(DayPlan, SaysWhereNoRowCanBeAdded)
{
    const Window window(office());
    EXPECT_THAT(readBox(office(), window.frame(), "org.quartet:AddFoodRow", "Add Food Row")
                    .value_or("no box"),
                HasSubstr("no plan"));
    const PlanWindow plan(office(), "day-plan.ots");
    plan.protect();
    EXPECT_THAT(readBox(office(), plan.frame(), "org.quartet:AddFoodRow", "Add Food Row")
                    .value_or("no box"),
                HasSubstr("protected"));
    const TemporaryFolder folder;
    const auto file = folder.path() / "mine.ods";
    Spreadsheet(office(), fileUrl(templateFile(office(), "day-plan.ots"))).store(file, "calc8");
    const Window readOnly(office(), file, Window::Access::ReadOnly);
    EXPECT_THAT(readBox(office(), readOnly.frame(), "org.quartet:AddFoodRow", "Add Food Row")
                    .value_or("no box"),
                HasSubstr("read-only"));
}

} // namespace quartet
