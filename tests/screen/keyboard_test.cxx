/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A day planned with the keys of a real keyboard, from an empty office to the print dialog.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"
#include "x_screen.hxx"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleComponent.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <gtest/gtest.h>

#include <iostream>

#include <memory>
#include <vector>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// A food, what is typed to find it, and an amount that isn't the one proposed.
struct Food
{
    const char* typed;
    const char* name;
    const char* amount;
};

/// Of each meal, from breakfast on.
const std::vector<std::vector<Food>> day{
    { { "porridge, oat, with w", "Porridge, oat, with water", "" },
      { "milk, whole, no", "Milk, whole, no vitamin D added", "200" },
      { "banana", "Banana", "" },
      { "walnut", "Walnuts", "" } },
    { { "bread, rye", "Bread, rye", "" },
      { "gouda", "Gouda", "" },
      { "tomato, raw", "Tomato, raw", "" },
      { "apple", "Apple", "" } },
    { { "salmon, farmed, raw", "Salmon, farmed, raw", "150" },
      { "potato, boiled", "Potato, boiled", "" },
      { "broccoli, boiled", "Broccoli, boiled", "" },
      { "olive oil", "Olive oil", "" } },
    { { "natto", "Natto", "" },
      { "almonds", "Almonds", "" },
      { "dark chocolate", "Chocolate, dark", "" } },
};

class Keyboard : public ScreenTest
{
protected:
    static void SetUpTestSuite()
    {
        if (!XScreen::isPossible())
            return;
        s_screen = std::make_unique<XScreen>();
        setenv("SAL_USE_VCLPLUGIN", "gen", 1);
        start({ OXT }, {});
        // The office's own greetings.
        const Any path(css::beans::NamedValue(
            "nodepath", Any(rtl::OUString("/org.openoffice.Office.Common/Misc"))));
        const Reference<css::container::XNameReplace> settings(
            css::configuration::theDefaultProvider::get(office().context())
                ->createInstanceWithArguments(
                    "com.sun.star.configuration.ConfigurationUpdateAccess", { &path, 1 }),
            UNO_QUERY_THROW);
        settings->replaceByName("ShowTipOfTheDay", Any(false));
        Reference<css::util::XChangesBatch>(settings, UNO_QUERY_THROW)->commitChanges();
    }
    static void TearDownTestSuite()
    {
        ScreenTest::TearDownTestSuite();
        s_screen.reset();
    }

    void SetUp() override
    {
        if (!s_screen)
            GTEST_SKIP() << "skipped: Xvfb, openbox, xdotool and ImageMagick are not all here";
    }

    void key(const char* keys)
    {
        ++m_actions;
        s_screen->key(keys);
    }
    void type(const char* text)
    {
        ++m_actions;
        s_screen->type(text);
    }
    int actions() const { return m_actions; }
    static const XScreen& screen() { return *s_screen; }

    /// Puts the cursor into a cell: a selection of one would keep Tab inside.
    static void goTo(const Reference<XSpreadsheetDocument>& document, const char* name)
    {
        const css::beans::PropertyValue place("ToPoint", -1,
                                              Any(rtl::OUString::createFromAscii(name)),
                                              css::beans::PropertyState_DIRECT_VALUE);
        const Reference<css::frame::XDispatchProvider> frame(
            Reference<css::frame::XModel>(document, UNO_QUERY_THROW)
                ->getCurrentController()
                ->getFrame(),
            UNO_QUERY_THROW);
        css::frame::DispatchHelper::create(office().context())
            ->executeDispatch(frame, ".uno:GoToCell", {}, 0, { &place, 1 });
    }

    static Reference<XSpreadsheetDocument> document()
    {
        return Reference<XSpreadsheetDocument>(office().desktop()->getCurrentComponent(),
                                               UNO_QUERY);
    }

private:
    static inline std::unique_ptr<XScreen> s_screen;
    int m_actions = 0;
};

Reference<css::table::XCell> cell(const Reference<XSpreadsheetDocument>& document,
                                  const std::string& name)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Reference<XSpreadsheet> sheet(sheets->getByIndex(0), UNO_QUERY_THROW);
    return sheet->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
}

std::string text(const Reference<XSpreadsheetDocument>& document, const std::string& name)
{
    return toUtf8(Reference<css::text::XText>(cell(document, name), UNO_QUERY_THROW)->getString());
}

/// The foods that stand in a plan, in their order.
std::vector<std::string> foods(const Reference<XSpreadsheetDocument>& plan)
{
    std::vector<std::string> foods;
    constexpr int first = 16;
    constexpr int last = 45;
    for (int row = first; row <= last; ++row)
        if (const std::string food = text(plan, "B" + std::to_string(row));
            !food.empty() && cell(plan, "D" + std::to_string(row))->getValue() > 0)
            foods.push_back(food);
    return foods;
}

/// The picker's field; nothing while it isn't shown.
Reference<css::awt::XControl> searchField(const Reference<XSpreadsheetDocument>& plan)
{
    const Reference<css::frame::XController2> controller(
        Reference<css::frame::XModel>(plan, UNO_QUERY_THROW)->getCurrentController(),
        UNO_QUERY_THROW);
    const auto sidebar = controller->getSidebar();
    const Reference<css::ui::XDeck> deck(
        sidebar.is() ? sidebar->getDecks()->getByName("org.quartet.Foods") : Any(), UNO_QUERY);
    if (!deck.is() || !deck->isActive())
        return nullptr;
    const Reference<css::ui::XPanel> panel(deck->getPanels()->getByName("org.quartet.FoodPicker"),
                                           UNO_QUERY);
    const Reference<css::awt::XControlContainer> controls(panel.is() ? panel->getDialog() : nullptr,
                                                          UNO_QUERY);
    return controls.is() ? controls->getControl("search") : nullptr;
}

/// Whether what is typed is searched for.
bool isPickerAwaited(const Reference<XSpreadsheetDocument>& plan)
{
    const auto search = searchField(plan);
    const Reference<css::awt::XWindow2> window(search.is() ? search->getPeer() : nullptr,
                                               UNO_QUERY);
    return window.is() && window->hasFocus();
}

/// Clicks into the middle of a control.
void click(const XScreen& screen, const Reference<css::awt::XControl>& control)
{
    const Reference<css::accessibility::XAccessible> accessible(control->getPeer(),
                                                                UNO_QUERY_THROW);
    const Reference<css::accessibility::XAccessibleComponent> seen(
        accessible->getAccessibleContext(), UNO_QUERY_THROW);
    const auto place = seen->getLocationOnScreen();
    const auto size = seen->getSize();
    screen.click(place.X + size.Width / 2, place.Y + size.Height / 2);
}

/// Clicks into the line above the cells.
void clickFormulaBar(const XScreen& screen, const Reference<XSpreadsheetDocument>& document)
{
    const Reference<css::accessibility::XAccessible> accessible(
        Reference<css::frame::XModel>(document, UNO_QUERY_THROW)
            ->getCurrentController()
            ->getFrame()
            ->getComponentWindow(),
        UNO_QUERY_THROW);
    const Reference<css::accessibility::XAccessibleComponent> seen(
        accessible->getAccessibleContext(), UNO_QUERY_THROW);
    const auto place = seen->getLocationOnScreen();
    constexpr int within = 15;
    screen.click(place.X + seen->getSize().Width / 2, place.Y + within);
}

/// Whether its window has the keyboard.
bool isActive(const Reference<XSpreadsheetDocument>& document)
{
    return Reference<css::awt::XWindow2>(Reference<css::frame::XModel>(document, UNO_QUERY_THROW)
                                             ->getCurrentController()
                                             ->getFrame()
                                             ->getContainerWindow(),
                                         UNO_QUERY_THROW)
        ->isActive();
}

Reference<XSpreadsheetDocument> openDayPlan(const Office& office)
{
    return Reference<XSpreadsheetDocument>(
        office.desktop()->loadComponentFromURL(
            fileUrl(office.extensionFolder("org.quartet") / "template/en/nutrition/day-plan.ots"),
            "_blank", 0, {}),
        UNO_QUERY_THROW);
}

} // namespace

TEST_F(Keyboard, PlansADayOfFifteenFoodsInSixtyActions)
{
    ASSERT_TRUE(soon([] { return screen().shows("LibreOffice"); }));
    // The menu answers once the window has the keyboard.
    const auto untilPlan = [&] {
        key("alt+n");
        key("d");
        return soon([] { return document().is(); });
    };
    ASSERT_TRUE(untilPlan());
    const auto plan = document();
    ASSERT_TRUE(soon([] { return screen().shows("Calc"); }));
    screen().wait();
    std::vector<std::string> expected;
    for (const auto& meal : day)
    {
        if (&meal != &day.front())
        {
            key("Escape");
            key("Down"); // the next meal's header
        }
        ASSERT_TRUE(soon([&] { return !isPickerAwaited(plan); }));
        key("alt+n");
        key("i");
        ASSERT_TRUE(soon([&] { return isPickerAwaited(plan); }));
        for (const Food& food : meal)
        {
            type(food.typed);
            if (*food.amount)
            {
                key("alt+a");
                type(food.amount);
            }
            key("Return");
            expected.emplace_back(food.name);
            ASSERT_TRUE(soon([&] { return foods(plan).size() == expected.size(); })) << food.typed;
            EXPECT_EQ(foods(plan).back(), food.name);
        }
    }
    key("Escape");
    key("ctrl+p");
    EXPECT_TRUE(soon([] { return screen().shows("^Print$"); }));
    std::cout << "[  actions ] " << actions() << "\n";
    EXPECT_LE(actions(), 60);
    screen().key("Escape");

    EXPECT_EQ(foods(plan), expected);
    for (const char* const column : { "E", "F", "G", "H", "I" })
    {
        const std::string tag = text(plan, column + std::string("6"));
        cell(plan, "Z1")
            ->setFormula(
                fromUtf8("=ORG.QUARTET.NUTRITION.NUTRIENTSUM(B17:B39;C17:C39;\"" + tag + "\")"));
        EXPECT_NEAR(cell(plan, column + std::string("8"))->getValue(), cell(plan, "Z1")->getValue(),
                    1e-9)
            << tag;
    }

    // With a click into the search, too, what is typed takes the place of what was inserted.
    ASSERT_TRUE(soon([&] { return !isPickerAwaited(plan); }));
    click(screen(), searchField(plan));
    ASSERT_TRUE(soon([&] { return isPickerAwaited(plan); }));
    screen().wait();
    screen().type("gouda");
    screen().key("Return");
    EXPECT_TRUE(soon([&] { return foods(plan).size() == expected.size() + 1; }));
    EXPECT_EQ(foods(plan).back(), "Gouda");
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

// Calc completes a number that is typed to a text above that begins with it.
TEST_F(Keyboard, TakesNoNumberForAnotherRowsAmount)
{
    const auto plan = openDayPlan(office());
    ASSERT_TRUE(soon([] { return screen().shows("Calc"); }));
    screen().wait();
    // The cursor is in the first food's cell; Tab goes to its amount, Enter below the first.
    const auto enter = [&](const char* food, const char* amount) {
        type(food);
        key("Tab");
        type(amount);
        key("Return");
    };
    cell(plan, "B17")->setFormula("Milk, whole, no vitamin D added");
    cell(plan, "C17")->setFormula(" 200 ml"); // as the list writes it
    key("Down");
    enter("egg", "2");
    EXPECT_TRUE(soon([&] { return text(plan, "C18") == "2"; })) << text(plan, "C18");
    EXPECT_NE(text(plan, "J18").find("2 large"), std::string::npos) << text(plan, "J18");
    cell(plan, "C17")->setFormula("200 ml"); // as a person types it
    enter("egg", "2");
    EXPECT_TRUE(soon([&] { return text(plan, "C19") == "2"; })) << text(plan, "C19");
    type("apple");
    key("Tab");
    type("20");
    key("Tab");
    EXPECT_TRUE(soon([&] { return text(plan, "C20") == "20"; })) << text(plan, "C20");
    key("ctrl+z");
    EXPECT_TRUE(soon([&] { return text(plan, "C20").empty(); })) << text(plan, "C20");
    key("ctrl+y");
    EXPECT_TRUE(soon([&] { return text(plan, "C20") == "20"; })) << text(plan, "C20");

    goTo(plan, "C20");
    type("200 ml"); // in full
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "C20") == "200 ml"; })) << text(plan, "C20");
    goTo(plan, "C20");
    type("20");
    key("Escape");
    key("Down");
    EXPECT_EQ(text(plan, "C20"), "200 ml") << "nothing was entered";
    goTo(plan, "C20");
    type("20"); // over an amount that is there
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "C20") == "20"; })) << text(plan, "C20");
    cell(plan, "C20")->setFormula("200 ml");
    goTo(plan, "C21");
    type("20");
    key("F2"); // what is edited further is a person's own
    key("End");
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "C21") == "200 ml"; })) << text(plan, "C21");
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

TEST_F(Keyboard, TakesNoNumberForAnotherRowsAmountInAllCellsThatItFills)
{
    const auto plan = openDayPlan(office());
    ASSERT_TRUE(soon([] { return screen().shows("Calc"); }));
    ASSERT_TRUE(soon([&] { return isActive(plan); }));
    screen().wait();
    cell(plan, "C17")->setFormula("200 ml");
    goTo(plan, "C18:C20");
    type("20");
    key("alt+Return");
    for (const char* const each : { "C18", "C19", "C20" })
        EXPECT_TRUE(soon([&] { return text(plan, each) == "20"; })) << each << text(plan, each);

    plan->getSheets()->copyByName("Day plan", "Next", 1);
    const Reference<css::container::XIndexAccess> sheets(plan->getSheets(), UNO_QUERY_THROW);
    const Reference<css::text::XText> amount(
        Reference<XSpreadsheet>(sheets->getByIndex(1), UNO_QUERY_THROW)->getCellByPosition(2, 20),
        UNO_QUERY_THROW);
    goTo(plan, "Next.C21");
    goTo(plan, "'Day plan'.C21");
    key("ctrl+shift+Next"); // the next sheet is selected, too
    screen().wait();
    type("20");
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "C21") == "20"; })) << text(plan, "C21");
    EXPECT_TRUE(soon([&] { return amount->getString() == "20"; })) << toUtf8(amount->getString());
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

// The same keys mean nothing for the cells where they are typed elsewhere.
TEST_F(Keyboard, ChangesNoAmountByWhatIsTypedOutsideTheCells)
{
    const auto plan = openDayPlan(office());
    ASSERT_TRUE(soon([] { return screen().shows("Calc"); }));
    ASSERT_TRUE(soon([&] { return isActive(plan); }));
    screen().wait();
    cell(plan, "B17")->setFormula("Milk, whole, no vitamin D added");
    cell(plan, "C17")->setFormula("100 ml");
    cell(plan, "C20")->setFormula("200 ml");
    goTo(plan, "C17");
    clickFormulaBar(screen(), plan);
    screen().wait();
    for (const char* const keys : { "Home", "Delete", "2", "Return" })
        key(keys);
    EXPECT_TRUE(soon([&] { return text(plan, "C17") == "200 ml"; })) << text(plan, "C17");
    screen().wait();
    EXPECT_EQ(text(plan, "C17"), "200 ml");

    goTo(plan, "C17");
    key("alt+n");
    key("i");
    ASSERT_TRUE(soon([&] { return isPickerAwaited(plan); }));
    key("alt+a");
    type("200");
    key("Tab");
    screen().wait();
    EXPECT_EQ(text(plan, "C17"), "200 ml");

    // What is typed over a cell that was emptied is typed into the cells.
    key("Escape");
    ASSERT_TRUE(soon([&] { return !isPickerAwaited(plan); }));
    goTo(plan, "C17");
    key("Delete");
    type("20");
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "C17") == "20"; })) << text(plan, "C17");
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

TEST_F(Keyboard, TakesASupplementAndAMedicine)
{
    const auto plan = openDayPlan(office());
    ASSERT_TRUE(soon([] { return screen().shows("Calc"); }));
    ASSERT_TRUE(soon([&] { return isActive(plan); }));
    screen().wait();
    goTo(plan, "B17");
    for (const char* const keys : { "salmon", "150" })
    {
        type(keys);
        key("Tab");
    }
    ASSERT_TRUE(soon([&] { return cell(plan, "F8")->getValue() > 0; }));
    const double food = cell(plan, "F8")->getValue();

    goTo(plan, "B42");
    for (const char* const keys : { "D3 drops", "2", "IU", "", "1000" })
    {
        if (*keys)
            type(keys);
        key("Tab");
    }
    EXPECT_TRUE(soon([&] { return cell(plan, "F49")->getValue() == 50; })) << text(plan, "J42");
    EXPECT_NEAR(cell(plan, "F48")->getValue(), food, 1e-9);
    EXPECT_NEAR(cell(plan, "F8")->getValue(), food + 50, 1e-9);

    for (const auto& [name, typed] : { std::pair("A4", "40"), std::pair("C4", "female"),
                                       std::pair("J4", "yes") /* K2 counts */ })
    {
        goTo(plan, name);
        type(typed);
        key("Return");
    }
    EXPECT_TRUE(soon([&] { return text(plan, "E9") == "150"; })) << text(plan, "E9");
    goTo(plan, "G4");
    type("warfarin");
    key("Return");
    EXPECT_TRUE(soon([&] { return text(plan, "E9") == "–"; })) << text(plan, "E9");
    EXPECT_EQ(text(plan, "E11"), "see the caution");
    EXPECT_EQ(text(plan, "B5").find("Caution: "), 0U) << text(plan, "B5");
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

} // namespace quartet
