/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "New recipe": a dish is a food of its workbook, here and in a portable copy.

#include "copy_phases.hxx"
#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <gmock/gmock.h>
#include <rtl/ref.hxx>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <thread>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// Where a recipe's sheet has what, in letters and lines as its user sees them.
constexpr int firstIngredient = 13;
constexpr const char* readyCell = "B3";
constexpr const char* portionsCell = "B4";

Reference<XSpreadsheet> sheetOf(const Reference<XSpreadsheetDocument>& document,
                                const std::string& name)
{
    return Reference<XSpreadsheet>(document->getSheets()->getByName(fromUtf8(name)),
                                   UNO_QUERY_THROW);
}

Reference<css::table::XCell> cell(const Reference<XSpreadsheet>& sheet, const std::string& name)
{
    return sheet->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
}

std::string text(const Reference<XSpreadsheet>& sheet, const std::string& name)
{
    return toUtf8(Reference<css::text::XText>(cell(sheet, name), UNO_QUERY_THROW)->getString());
}

void type(const Reference<XSpreadsheet>& sheet, const std::string& name, const std::string& content)
{
    cell(sheet, name)->setFormula(fromUtf8(content));
}

/// A cell's number; nothing for an error.
std::optional<double> number(const Reference<XSpreadsheet>& sheet, const std::string& name)
{
    const auto found = cell(sheet, name);
    return found->getError() == 0 ? std::optional(found->getValue()) : std::nullopt;
}

template <typename Show> std::string eventually(const Show& show, const std::string& expected)
{
    for (int i = 0; i < 200 && show() != expected; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return show();
}

struct Ingredient
{
    const char* food;
    const char* amount;
    double grams;
    const char* cooking = "";
    /// The factors of that row of the USDA's table that aren't 100.
    std::map<std::string, double> percent = {};
};

struct Dish
{
    const char* name;
    std::vector<Ingredient> ingredients;
    double ready; ///< grams; 0 for as much as the ingredients
    double portions;
};

const std::vector<Dish> dishes{
    { "Soup of mine",
      { { "Potato, raw", "500", 500, "Potatoes, peeled, boiled, water used", { { "VITC", 80 } } },
        { "Carrot, raw", "100 g", 100, "Root vegetables, boiled, water used", { { "VITC", 75 } } },
        { "Milk, whole, no vitamin D added",
          "250",
          250,
          "Milk, heated about 10 min",
          { { "VITC", 85 } } } },
      800,
      4 },
    { "Fried potatoes",
      { { "Potato, raw", "1 kg", 1000, "Potatoes, fried", { { "VITC", 80 } } },
        { "Sunflower oil", "20", 20 } },
      600,
      3 },
    { "Roast",
      { { "Beef flat iron steak, raw",
          "400",
          400,
          "Beef, roasted",
          { { "CA", 90 }, { "VITC", 80 } } } },
      300,
      2 },
    { "Spinach gratin",
      { { "Spinach, raw",
          "300",
          300,
          "Leafy vegetables, boiled covered with water, drained",
          { { "CA", 95 }, { "FE", 95 }, { "VITC", 55 } } },
        { "Gouda", "50", 50, "Cheese, baked", { { "VITC", 65 } } } },
      280,
      2 },
    { "Pancakes",
      { { "Wheat flour, white, unenriched", "200", 200 },
        { "Egg, whole, raw", "120", 120, "Eggs, baked", { { "VITC", 80 } } },
        { "Milk, whole, no vitamin D added", "300", 300 } },
      0,
      6 },
    { "Lentil stew",
      { { "Lentils, dry",
          "200",
          200,
          "Dried legumes, boiled 45–75 min, water used",
          { { "CA", 90 }, { "FE", 85 }, { "VITC", 70 } } },
        { "Onion, raw", "100", 100, "Other vegetables, fried", { { "VITC", 85 } } } },
      650,
      2 },
    { "Grilled salmon",
      { { "Salmon, farmed, raw",
          "300",
          300,
          "Fatty fish (over 5 % fat), grilled",
          { { "VITC", 80 } } } },
      250,
      2 },
    { "Roast chicken",
      { { "Chicken breast, raw",
          "250",
          250,
          "Chicken, roasted",
          { { "CA", 95 }, { "FE", 90 }, { "VITC", 80 } } } },
      190,
      1 },
    { "Tomato sauce",
      { { "Tomato, raw", "400", 400, "Tomatoes, boiled or baked", { { "VITC", 95 } } },
        { "Sunflower oil", "15", 15 } },
      300,
      0 },
    // Of dishes.
    { "Menu",
      { { "Soup of mine", "1 portion", 200 },
        { "Spinach gratin", "2 portions", 280 },
        { "Tomato sauce", "100", 100 } },
      0,
      0 },
};

const std::vector<std::string> tags{ "CA", "FE", "VITC", "FAT", "VITD" };

class Recipes : public ScreenTest
{
protected:
    static Reference<XSpreadsheet> make(const Window& window, const std::string& name)
    {
        answer(office(), window.frame(), "org.quartet:NewRecipe",
               { { "New Recipe", [&name](const Box& box) {
                      box.type(name);
                      box.press("Make");
                  } } });
        return sheetOf(window.document(), name);
    }

    static Reference<XSpreadsheet> write(const Window& window, const Dish& dish)
    {
        const auto sheet = make(window, dish.name);
        if (dish.ready > 0)
            type(sheet, readyCell, std::to_string(dish.ready));
        if (dish.portions > 0)
            type(sheet, portionsCell, std::to_string(dish.portions));
        for (std::size_t i = 0; i < dish.ingredients.size(); ++i)
        {
            const std::string row = std::to_string(firstIngredient + static_cast<int>(i));
            type(sheet, "A" + row, dish.ingredients[i].food);
            type(sheet, "B" + row, dish.ingredients[i].amount);
            type(sheet, "C" + row, dish.ingredients[i].cooking);
        }
        return sheet;
    }

    /// Opens a portable copy.
    static void copy(const Window& window, const std::filesystem::path& file,
                     const Any& indicator = {})
    {
        const Reference<css::task::XJob> job(
            office().context()->getServiceManager()->createInstanceWithContext(
                "org.quartet.PortableCopy", office().context()),
            UNO_QUERY_THROW);
        std::vector<css::beans::NamedValue> arguments{ { "Document", Any(window.document()) },
                                                       { "URL", Any(fileUrl(file)) } };
        if (indicator.hasValue())
            arguments.emplace_back("StatusIndicator", indicator);
        job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) });
    }
};

/// Of 100 g of each dish, by name and tagname: by hand, from the raw foods.
class ByHand
{
public:
    explicit ByHand(const Window& window)
        : m_sheet(Reference<css::container::XIndexAccess>(window.document()->getSheets(),
                                                          UNO_QUERY_THROW)
                      ->getByIndex(0),
                  UNO_QUERY_THROW)
    {
    }

    std::optional<double> per100g(const std::string& name, const std::string& tag) const
    {
        for (const Dish& dish : dishes)
            if (dish.name == name)
                return of(dish, tag);
        type(m_sheet, "Z1", "=NUTRIENT(\"" + name + "\";100;\"" + tag + "\")");
        return number(m_sheet, "Z1");
    }

private:
    std::optional<double> of(const Dish& dish, const std::string& tag) const
    {
        double sum = 0;
        double weight = 0;
        for (const Ingredient& each : dish.ingredients)
        {
            const auto raw = per100g(each.food, tag);
            if (!raw)
                return std::nullopt;
            const auto percent = each.percent.find(tag);
            sum += *raw * each.grams / 100
                   * (percent == each.percent.end() ? 1 : percent->second / 100);
            weight += each.grams;
        }
        return sum / (dish.ready > 0 ? dish.ready : weight) * 100;
    }

    Reference<XSpreadsheet> m_sheet;
};

void expectNear(const std::optional<double>& found, const std::optional<double>& expected,
                const std::string& what)
{
    ASSERT_EQ(found.has_value(), expected.has_value()) << what;
    if (expected)
    {
        EXPECT_NEAR(*found, *expected, 1e-9 * std::max(1.0, std::abs(*expected))) << what;
    }
}

} // namespace

TEST_F(Recipes, GiveWhatAHandCalculationGivesHereAndInAPortableCopy)
{
    ASSERT_EQ(dishes.size(), 10u);
    const Window window(office());
    for (const Dish& dish : dishes)
        write(window, dish);
    const Reference<XSpreadsheet> plan(
        Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(0),
        UNO_QUERY_THROW);
    const auto place = [](std::size_t dish, std::size_t tag) {
        return std::string(1, static_cast<char>('C' + tag)) + std::to_string(dish + 1);
    };
    for (std::size_t i = 0; i < dishes.size(); ++i)
        for (std::size_t j = 0; j < tags.size(); ++j)
            type(plan, place(i, j),
                 std::string("=NUTRIENT(\"") + dishes[i].name + "\";100;\"" + tags[j] + "\")");
    type(plan, "A1", "=NUTRIENT(\"Soup of mine\";\"1 portion\";\"CA\")");
    EXPECT_EQ(eventually([&] { return text(sheetOf(window.document(), "Menu"), "B6"); }, ""), "");

    const ByHand hand(window);
    std::map<std::string, std::optional<double>> expected;
    for (std::size_t i = 0; i < dishes.size(); ++i)
        for (std::size_t j = 0; j < tags.size(); ++j)
        {
            const std::string what = std::string(dishes[i].name) + " " + tags[j];
            expected[place(i, j)] = hand.per100g(dishes[i].name, tags[j]);
            expectNear(number(plan, place(i, j)), expected[place(i, j)], what);
        }
    expectNear(number(plan, "A1"), *expected[place(0, 0)] * 2, "a portion");
    EXPECT_TRUE(expected[place(0, 0)] && expected[place(9, 0)]);
    EXPECT_FALSE(expected[place(9, 4)] && *expected[place(9, 4)] == 0);

    type(plan, "Z1", "");
    const TemporaryFolder folder;
    for (const char* const ending : { ".ods", ".xlsx" })
    {
        const auto file = folder.path() / (std::string("copy") + ending);
        copy(window, file);
        const Spreadsheet portable(office(), file);
        const Reference<XSpreadsheet> copied(Reference<css::container::XIndexAccess>(
                                                 portable.document()->getSheets(), UNO_QUERY_THROW)
                                                 ->getByIndex(0),
                                             UNO_QUERY_THROW);
        for (const auto& [name, value] : expected)
            expectNear(number(copied, name), value, ending + (" " + name));
        for (const Dish& dish : dishes)
            for (const char* const total : { "B2", "B5", "K9", "K10", "K11", "K12" })
                expectNear(number(sheetOf(portable.document(), dish.name), total),
                           number(sheetOf(window.document(), dish.name), total),
                           std::string(ending) + " " + dish.name + " " + total);
    }
}

TEST_F(Recipes, SayWhatIsWrongAndNeverCountItAsNothing)
{
    const Window window(office());
    const auto soup = write(window, dishes[0]);
    const Reference<XSpreadsheet> plan(
        Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(0),
        UNO_QUERY_THROW);
    type(plan, "A1", "=NUTRIENT(\"Soup of mine\";100;\"CA\")");
    const auto shown = [&] { return text(plan, "A1"); };
    EXPECT_NE(shown(), "#N/A");
    type(soup, "A14", "Carot, raw");
    EXPECT_EQ(eventually(shown, "#N/A"), "#N/A") << "an ingredient was renamed";
    EXPECT_EQ(text(soup, "E14"), "is it Carrot, raw?");
    EXPECT_EQ(text(soup, "B6"), "1 ingredient(s) with something wrong: see the column Check");
    type(soup, "A14", "Carrot, raw");
    type(soup, "C14", "smoked");
    EXPECT_EQ(eventually(shown, "#N/A"), "#N/A") << "no such way to cook";
    EXPECT_EQ(text(soup, "E14"), "this way to cook is not on the sheet of factors");
    type(soup, "C14", "");
    type(soup, "B14", "1 bucket");
    EXPECT_THAT(eventually([&] { return text(soup, "E14").substr(0, 10); }, "\"1 bucket\""),
                "\"1 bucket\"");
    type(soup, "B14", "");
    EXPECT_EQ(eventually([&] { return text(soup, "E14"); }, "how much?"), "how much?");
    type(soup, "A14", "");
    type(soup, "B14", "100");
    EXPECT_EQ(eventually([&] { return text(soup, "E14"); }, "which food?"), "which food?");
    type(soup, "B14", "");
    EXPECT_NE(eventually(shown, ""), "#N/A");

    // A circle of two.
    const auto pie = make(window, "Pie");
    type(pie, "A13", "Soup of mine");
    type(pie, "B13", "100");
    EXPECT_EQ(eventually([&] { return text(pie, "E13"); }, ""), "");
    type(soup, "A14", "Pie");
    type(soup, "B14", "100");
    const std::string circle = "can't be computed: it needs this recipe itself, or its row in "
                               "“My foods” has an error";
    EXPECT_EQ(eventually([&] { return text(soup, "E14"); }, circle), circle);
    EXPECT_EQ(eventually(shown, "Err:522"), "Err:522");
    type(soup, "A14", "");
    type(soup, "B14", "");
    EXPECT_EQ(eventually([&] { return text(pie, "E13"); }, ""), "");

    // Its name is the food's.
    type(soup, "B1", "Leek soup");
    EXPECT_EQ(eventually(shown, "#N/A"), "#N/A");
    type(plan, "A1", "=NUTRIENT(\"Leek soup\";\"1 portion\";\"CA\")");
    EXPECT_EQ(
        eventually([&] { return std::string(shown() == "#N/A" ? "#N/A" : "known"); }, "known"),
        "known");
}

TEST_F(Recipes, ShowNothingBeforeTheFirstIngredient)
{
    const Window window(office());
    const auto soup = make(window, "Empty soup");
    for (const char* const cell : { "B2", "B5", "G9", "G10", "G11", "G12", "K9", "K12" })
        EXPECT_EQ(text(soup, cell), "") << cell;
    EXPECT_EQ(text(soup, "B6"), "Type the ingredients below.");
    const Reference<XSpreadsheet> plan(
        Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(0),
        UNO_QUERY_THROW);
    type(plan, "A1", "=NUTRIENT(\"Empty soup\";100;\"CA\")");
    EXPECT_EQ(text(plan, "A1"), "#N/A") << "unknown, not zero";
    type(soup, "A13", "Carrot, raw");
    type(soup, "B13", "50");
    EXPECT_EQ(eventually([&] { return text(soup, "B2"); }, "50.0"), "50.0");
    EXPECT_NE(number(soup, "G9"), std::nullopt);
    EXPECT_EQ(text(soup, "G11"), "100%");
}

TEST_F(Recipes, GrowBeyondTheirRows)
{
    const Window window(office());
    const auto soup = make(window, "Long soup");
    for (int i = 0; i < 16; ++i)
    {
        type(soup, "A" + std::to_string(firstIngredient + i), "Carrot, raw");
        type(soup, "B" + std::to_string(firstIngredient + i), "10 g");
    }
    const Reference<css::view::XSelectionSupplier> selection(window.controller(), UNO_QUERY_THROW);
    selection->select(Any(soup->getCellRangeByName("A28")));
    give(office(), window.frame(), "org.quartet:AddFoodRow");
    EXPECT_EQ(text(soup, "A28"), "Carrot, raw");
    EXPECT_EQ(text(soup, "A29"), "");
    type(soup, "A29", "Leek, raw");
    type(soup, "B29", "50");
    const auto calcium = [&] { return text(soup, "D29"); };
    EXPECT_EQ(eventually(calcium, "50.0"), "50.0") << "it has its formulas";
    EXPECT_EQ(text(soup, "B2"), "210.0") << "and is in the sums";
    EXPECT_NE(number(soup, "G29"), std::nullopt);
    EXPECT_THAT(text(soup, "A30"), testing::HasSubstr("Add Food Row")) << "no ingredient";
    EXPECT_EQ(text(soup, "B6"), "");
    double sum = 0;
    for (int row = 13; row <= 29; ++row)
        sum += number(soup, "G" + std::to_string(row)).value_or(0);
    EXPECT_NEAR(number(soup, "G9").value_or(0), sum, 1e-9);
    EXPECT_NEAR(number(soup, "G12").value_or(0), sum, 1e-9);
    EXPECT_EQ(text(soup, "G11"), "100%");
    // In the middle too, and it takes no ingredient with it.
    selection->select(Any(soup->getCellRangeByName("A15")));
    give(office(), window.frame(), "org.quartet:AddFoodRow");
    EXPECT_EQ(text(soup, "A16"), "");
    EXPECT_EQ(text(soup, "C16"), "");
    EXPECT_EQ(text(soup, "B2"), "210.0");
    EXPECT_EQ(text(soup, "A30"), "Leek, raw");
}

TEST_F(Recipes, AreOneStepToUndo)
{
    const Window window(office());
    const Reference<css::container::XIndexAccess> sheets(window.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    const auto before = sheets->getCount();
    answer(office(), window.frame(), "org.quartet:NewRecipe", { { "New Recipe", [](const Box& box) {
                                                                     box.type("Soup: mine/yours");
                                                                     box.press("Make");
                                                                 } } });
    EXPECT_TRUE(window.document()->getSheets()->hasByName("Soup  mine yours"));
    EXPECT_EQ(sheets->getCount(), before + 3);
    window.undo();
    EXPECT_EQ(sheets->getCount(), before);
}

/// Runs when it is asked for: --gtest_also_run_disabled_tests
TEST_F(Recipes, DISABLED_CopiesTakeAProcessor)
{
    const Window window(office());
    for (const Dish& dish : dishes)
        write(window, dish);
    const TemporaryFolder folder;
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        const rtl::Reference<CopyPhases> phases(new CopyPhases(office()));
        copy(window, folder.path() / name,
             Any(Reference<css::task::XStatusIndicator>(phases.get())));
        phases->end();
        std::printf("%zu recipes %-10s %5.1f s\n   ", dishes.size(), name, phases->total());
        for (std::size_t i = 0; i < CopyPhases::steps.size(); ++i)
            std::printf(" %s %.1f", CopyPhases::steps[i].first, phases->seconds()[i]);
        std::printf("\n");
    }
}

} // namespace quartet
