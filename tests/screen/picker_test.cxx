/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food picker in the sidebar of a real Calc.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

namespace Key = css::awt::Key;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class Picker : public ScreenTest
{
protected:
    static void SetUpTestSuite() { startWithWindows({ OXT, ODD_NAMES_OXT }); }
};

} // namespace

TEST_F(Picker, NarrowsAsANameIsTyped)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    const auto all = picker.items("foods").size();
    EXPECT_GT(all, 900U);
    picker.type("search", "gou");
    EXPECT_LT(picker.items("foods").size(), all);
    EXPECT_EQ(picker.chosen("foods"), "Gouda");
    EXPECT_EQ(picker.label("food"), "Gouda");
    EXPECT_EQ(picker.label("foodGroup"), "Cheese");
    picker.type("search", "no food of this kind");
    EXPECT_THAT(picker.items("foods"), ElementsAre());
    EXPECT_EQ(picker.label("food"), "No food of this name");
}

TEST_F(Picker, ShowsFiguresSourcesAndWhatIsUnknown)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    picker.type("search", "gouda");
    picker.type("amount", "2 slices");
    EXPECT_EQ(picker.label("VITK2.100g"), "64.5 µg");
    EXPECT_EQ(picker.label("VITK2.portion"), "36.1 µg");
    EXPECT_EQ(picker.label("MK7.100g"), "unknown");
    EXPECT_EQ(picker.label("MK7.portion"), "unknown");
    EXPECT_EQ(picker.label("CA.portion"), "392 mg");
    EXPECT_EQ(picker.label("ENERC.portion"), "199 kcal");
    EXPECT_THAT(picker.text("sources"), HasSubstr("Vitamin K2: NEVO-online"));
    EXPECT_THAT(picker.text("sources"), HasSubstr("range 47.3 to 76.3 µg per 100 g"));
    EXPECT_THAT(picker.text("sources"), HasSubstr("USDA SR Legacy 2018"));
    picker.type("search", "american cheese");
    EXPECT_EQ(picker.label("VITK2.100g"), "≥ 14.1 µg");
    picker.type("amount", "2 wedges");
    EXPECT_THAT(picker.label("note"), HasSubstr("2 wedges"));
    EXPECT_EQ(picker.label("VITK2.portion"), "");
}

TEST_F(Picker, InsertsTextAndNumberAsOneStepAndMovesDown)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    window.select("B2");
    picker.type("search", "natto");
    picker.type("amount", "50 g");
    picker.press("insert");
    ASSERT_TRUE(soon([&] { return window.selected() == "B3"; }));
    EXPECT_EQ(window.text("B2"), "Natto");
    EXPECT_TRUE(window.isText("B2"));
    EXPECT_EQ(window.formula("C2"), "50");
    EXPECT_FALSE(window.isText("C2"));

    picker.type("amount", "1 cup");
    picker.press("insert");
    ASSERT_TRUE(soon([&] { return window.selected() == "B4"; }));
    EXPECT_EQ(window.text("B3"), "Natto");
    EXPECT_EQ(window.text("C3"), "1 cup");
    EXPECT_TRUE(window.isText("C3"));

    window.undo();
    EXPECT_EQ(window.text("B3") + window.text("C3"), "");
    EXPECT_EQ(window.text("B2"), "Natto");
    window.undo();
    EXPECT_EQ(window.text("B2") + window.text("C2"), "");
}

TEST_F(Picker, AsksBeforeItWritesOverWhatStandsThere)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    window.enter("B2", "before");
    window.enter("C3", "7");
    window.select("B2");
    picker.type("search", "natto");
    const auto insert = [&](const std::function<void(const Box&)>& reply) {
        answerBox(office(), [&] { picker.press("insert"); }, "Insert Food", reply);
    };
    insert([](const Box& box) { box.key(Key::ESCAPE); });
    EXPECT_EQ(window.text("B2") + window.text("C2"), "before");
    EXPECT_EQ(window.selected(), "B2");
    // The keyboard is back where the next food is typed.
    EXPECT_TRUE(soon([&] { return picker.hasKeyboard("search"); }));

    insert([](const Box& box) { box.key(Key::RETURN); });
    ASSERT_TRUE(soon([&] { return window.selected() == "B5"; }));
    EXPECT_EQ(window.text("B2") + window.text("B3"), "before");
    EXPECT_EQ(window.text("B4"), "Natto");
    window.select("B3");
    insert([](const Box& box) { box.press("Replace"); });
    ASSERT_TRUE(soon([&] { return window.text("B3") == "Natto"; }));
    EXPECT_EQ(window.text("C3"), "1 package");
    window.undo();
    EXPECT_EQ(window.text("B3"), "");
    EXPECT_EQ(window.text("C3"), "7");
}

TEST_F(Picker, NamesBothCellsAndReplacesNoFormulaBesideAFood)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    window.enter("A5", "milk");
    window.enter("B5", "=3*50");
    window.select("A5");
    picker.type("search", "natto");
    std::string question;
    bool canBeReplaced = true;
    const auto insert = [&](const char* answer) {
        answerBox(
            office(), [&] { picker.press("insert"); }, "Insert Food",
            [&](const Box& box) {
                question = box.sentence();
                canBeReplaced = box.isEnabled("Replace");
                box.press(answer);
            });
    };
    insert("Next Free Row");
    ASSERT_TRUE(soon([&] { return window.text("A6") == "Natto"; }));
    EXPECT_EQ(question, "A5 holds “milk” already, and B5 holds a formula, which stays.");
    EXPECT_FALSE(canBeReplaced);
    EXPECT_EQ(window.text("A5"), "milk");
    EXPECT_EQ(window.formula("B5"), "=3*50");

    window.enter("B5", "2 cups");
    window.select("A5");
    insert("Replace");
    ASSERT_TRUE(soon([&] { return window.text("A5") == "Natto"; }));
    EXPECT_EQ(question, "A5 holds “milk” already, and B5 holds “2 cups”.");
    EXPECT_EQ(window.text("B5"), "1 package");

    // An amount that stands beside an empty cell as it was chosen is no question.
    window.enter("B8", "50 g");
    window.select("A8");
    picker.type("amount", "50 g");
    picker.press("insert");
    EXPECT_TRUE(soon([&] { return window.text("A8") == "Natto"; }));
    EXPECT_EQ(window.text("B8"), "50 g");
}

TEST_F(Picker, WritesAtTheCursorOfWhatIsSelected)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    // Where the selection began typing goes, be it its last cell.
    window.select("C3");
    give(office(), window.frame(), ".uno:GoLeftSel");
    give(office(), window.frame(), ".uno:GoUpSel");
    ASSERT_EQ(window.selected(), "B2:C3");
    picker.type("search", "natto");
    picker.press("insert");
    EXPECT_TRUE(soon([&] { return window.text("C3") == "Natto"; }));
    EXPECT_EQ(window.text("B2"), "");
}

TEST_F(Picker, WritesIntoTheFirstOfTheSelectedCells)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    window.select("D5:F9");
    picker.type("search", "natto");
    picker.press("insert");
    ASSERT_TRUE(soon([&] { return window.selected() == "D6"; }));
    EXPECT_EQ(window.text("D5"), "Natto");
    EXPECT_EQ(window.text("E5"), "1 package");
}

TEST_F(Picker, NeverInsertsAFormula)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    const auto insert = [&](const char* search, const std::string& name) {
        window.enter("A1", "");
        window.enter("B1", "");
        window.select("A1");
        picker.type("search", search);
        ASSERT_EQ(picker.chosen("foods"), name);
        picker.press("insert");
        ASSERT_TRUE(soon([&] { return window.selected() == "A2"; }));
        EXPECT_EQ(window.text("A1"), name);
        EXPECT_TRUE(window.isText("A1")) << name;
    };
    insert("=oddly 1+1", "=oddly 1+1");
    insert("+oddly 2", "+oddly 2+2");
    insert("oddly 3", "-oddly 3");
    insert("@oddly SUM(1)", "@oddly SUM(1)");
    insert("oddly quoted", "'oddly quoted");
    insert("oddly dated", "2026-11-22");
}

TEST_F(Picker, NeedsOnlyTheKeyboard)
{
    const Window window(office());
    const PickerWithKeys picker(office(), window);
    picker.type("search", "gouda");
    EXPECT_TRUE(picker.key("search", Key::DOWN));
    EXPECT_EQ(picker.chosen("foods"), "Gouda, old");
    EXPECT_TRUE(picker.key("search", Key::PAGEDOWN));
    EXPECT_EQ(picker.chosen("foods"), picker.items("foods").back());
    EXPECT_TRUE(picker.key("search", Key::PAGEUP));
    EXPECT_TRUE(picker.key("search", Key::UP));
    EXPECT_EQ(picker.chosen("foods"), "Gouda");

    EXPECT_TRUE(picker.key("search", Key::RETURN));
    EXPECT_EQ(window.text("A1"), "Gouda");
    EXPECT_TRUE(picker.key("foods", Key::RETURN));
    EXPECT_EQ(window.text("A2"), "Gouda");
    EXPECT_TRUE(picker.key("amount", Key::RETURN));
    EXPECT_EQ(window.text("A3"), "Gouda");
    // The next food can be typed at once.
    EXPECT_TRUE(soon([&] { return picker.hasKeyboard("search"); }));

    // What the fields do by themselves stays theirs.
    EXPECT_FALSE(picker.key("foods", Key::DOWN));
    EXPECT_FALSE(picker.key("group", Key::RETURN));
    EXPECT_FALSE(picker.key("search", Key::LEFT));

    EXPECT_TRUE(picker.key("search", Key::ESCAPE));
    EXPECT_TRUE(soon([&] { return !picker.hasKeyboard("search"); }));
}

TEST_F(Picker, OpensTheHelpAtItsPageWithF1AndWithItsButton)
{
    const Window window(office());
    const PickerWithKeys picker(office(), window);
    const std::function<void()> ways[] = {
        [&] { EXPECT_TRUE(picker.key("search", Key::F1)); },
        [&] { picker.press("help"); },
    };
    for (const auto& ask : ways)
        EXPECT_THAT(helpText(office(), ask), StartsWith("Insert a food"));
}

TEST_F(Picker, LeavesAProtectedCellAlone)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    window.protect();
    picker.type("search", "natto");
    picker.press("insert");
    EXPECT_TRUE(soon([&] { return picker.label("note").starts_with("This cell can"); }));
    EXPECT_EQ(window.text("A1"), "");
    EXPECT_EQ(window.selected(), "A1");
}

TEST_F(Picker, LeavesAReadOnlyWorkbookAlone)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "mine.ods";
    Spreadsheet(office()).store(file, "calc8");
    const Window window(office(), file, Window::Access::ReadOnly);
    const PickerWithKeys picker(office(), window);
    picker.type("search", "natto");
    picker.press("insert");
    EXPECT_THAT(picker.label("note"), HasSubstr("read-only"));
    EXPECT_EQ(window.text("A1"), "");
}

TEST_F(Picker, LeavesAnArrayFormulaWhole)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    const css::uno::Reference<css::container::XIndexAccess> sheets(window.document()->getSheets(),
                                                                   css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::table::XCellRange> sheet(sheets->getByIndex(0),
                                                            css::uno::UNO_QUERY_THROW);
    const css::uno::Reference<css::sheet::XArrayFormulaRange> array(
        sheet->getCellRangeByName("A1:A3"), css::uno::UNO_QUERY_THROW);
    array->setArrayFormula("=ROW(A1:A3)");
    window.select("A2");
    picker.type("search", "natto");
    picker.press("insert");
    EXPECT_TRUE(soon([&] { return picker.label("note").starts_with("This cell can"); }));
    EXPECT_EQ(window.text("A2"), "2");
    EXPECT_EQ(window.text("B2"), "");
    EXPECT_NE(array->getArrayFormula(), "");
}

TEST_F(Picker, WorksForTwoWindowsAtOnce)
{
    const Window first(office());
    const Window second(office());
    const PickerWindow one(office(), first);
    const PickerWindow other(office(), second);
    one.type("search", "natto");
    other.type("search", "gouda");
    one.press("insert");
    other.press("insert");
    EXPECT_TRUE(soon([&] { return first.text("A1") == "Natto"; }));
    EXPECT_TRUE(soon([&] { return second.text("A1") == "Gouda"; }));
}

} // namespace quartet
