/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A day planned with the keys of a real keyboard, from an empty office to the print dialog.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"
#include "x_screen.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/text/XText.hpp>
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
      { "dark chocolate", "Chocolate, dark, 70–85 % cacao", "" } },
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
            GTEST_SKIP() << "skipped: Xvfb, openbox and xdotool are not all here";
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
    constexpr int last = 60;
    for (int row = first; row <= last; ++row)
        if (const std::string food = text(plan, "B" + std::to_string(row));
            !food.empty() && !text(plan, "C" + std::to_string(row)).empty())
            foods.push_back(food);
    return foods;
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
    std::vector<std::string> expected;
    for (const auto& meal : day)
    {
        if (&meal != &day.front())
        {
            key("Escape");
            key("Down"); // the next meal's header
        }
        key("alt+n");
        key("i");
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
        const std::string tag = text(plan, column + std::string("7"));
        cell(plan, "Z1")
            ->setFormula(
                fromUtf8("=ORG.QUARTET.NUTRITION.NUTRIENTSUM(B17:B60;C17:C60;\"" + tag + "\")"));
        EXPECT_NEAR(cell(plan, column + std::string("8"))->getValue(), cell(plan, "Z1")->getValue(),
                    1e-9)
            << tag;
    }
    Reference<css::util::XCloseable>(plan, UNO_QUERY_THROW)->close(true);
}

} // namespace quartet
