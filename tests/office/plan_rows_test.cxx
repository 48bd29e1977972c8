/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Plans in people's hands: rows put in, moved, copied, sorted and deleted with Calc's own
// commands, amounts as they are typed, and plans made with the templates of an older version.

#include "office_fixture.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XSortable.hpp>

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace quartet
{

namespace
{

using css::table::CellAddress;
using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

struct Plan
{
    const char* name;
    const char* file;
    sal_Int32 sheet;              ///< of the meals
    std::vector<sal_Int32> sums;  ///< the rows of the first sheet that add up to what is eaten
    std::vector<sal_Int32> meals; ///< rows of the meals' names, from 1
};

const Plan plans[] = {
    { "Day", "day-plan", 0, { 48 }, { 16, 22, 28, 34 } },
    { "Week", "week-plan", 1, { 8, 9, 10, 11, 12, 13, 14 }, { 6, 19, 32, 45, 58, 71, 84 } }
};

struct Format
{
    const char* name;
    const char* filter;
};

const Format formats[] = { { "ods", "calc8" }, { "xlsx", "Calc MS Excel 2007 XML" } };

void PrintTo(const Plan& plan, std::ostream* stream) { *stream << plan.name; }
void PrintTo(const Format& format, std::ostream* stream) { *stream << format.name; }

rtl::OUString templateUrl(const Office& office, const std::string& file)
{
    return fileUrl(office.extensionFolder("org.quartet") / "template/en/nutrition"
                   / (file + ".ots"));
}

/// The rows of a plan's foods, as the name Foods says.
CellRangeAddress foodsOf(const Spreadsheet& document)
{
    Reference<css::container::XNameAccess> names;
    Reference<css::beans::XPropertySet>(document.document(), UNO_QUERY_THROW)
        ->getPropertyValue("NamedRanges") >>= names;
    const Reference<css::sheet::XCellRangeReferrer> foods(names->getByName("Foods"),
                                                          UNO_QUERY_THROW);
    return Reference<css::sheet::XCellRangeAddressable>(foods->getReferredCells(), UNO_QUERY_THROW)
        ->getRangeAddress();
}

/// A plan that is filled in, and saved and opened in a format.
class FilledPlan
{
public:
    FilledPlan(const Office& office, const Plan& plan, const Format& format)
        : m_plan(plan)
    {
        const auto file = m_folder.path() / (std::string("plan.") + format.name);
        {
            const Spreadsheet made(office, templateUrl(office, plan.file));
            for (const sal_Int32 meal : plan.meals)
            {
                enter(made.sheet(plan.sheet), meal, "Gouda", "2 slices");
                enter(made.sheet(plan.sheet), meal + 1, "Almonds", "30");
                enter(made.sheet(plan.sheet), meal + 2, "Natto", "50");
            }
            made.store(file, format.filter);
        }
        m_document = std::make_unique<Spreadsheet>(office, file);
        m_lastRow = foods().EndRow;
    }

    /// Rows are counted from 0.
    static void enter(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 row,
                      const std::string& food, const std::string& amount)
    {
        sheet->getCellByPosition(1, row)->setFormula(fromUtf8(food));
        sheet->getCellByPosition(2, row)->setFormula(fromUtf8(amount));
    }

    Spreadsheet& document() { return *m_document; }
    Reference<css::sheet::XSpreadsheet> sheet() const { return m_document->sheet(m_plan.sheet); }
    CellRangeAddress foods() const { return foodsOf(*m_document); }
    std::string text(sal_Int32 column, sal_Int32 row) const
    {
        return toUtf8(
            Reference<css::text::XText>(sheet()->getCellByPosition(column, row), UNO_QUERY_THROW)
                ->getString());
    }
    bool isMeal(sal_Int32 row) const { return !text(0, row).empty(); }

    /// What the plan says was eaten of calcium.
    double total() const
    {
        // On a day's sheet the sums move down with what stands below the meals.
        const sal_Int32 moved = m_plan.sheet ? 0 : foods().EndRow - m_lastRow;
        double total = 0;
        for (const sal_Int32 row : m_plan.sums)
            total += m_document->value("G" + std::to_string(row + moved));
        return total;
    }
    /// The same over what is seen in the rows.
    double seen()
    {
        std::string foods;
        std::string amounts;
        const CellRangeAddress rows = this->foods();
        for (sal_Int32 row = rows.StartRow; row <= rows.EndRow; ++row)
        {
            if (text(1, row).empty())
                continue;
            foods += (foods.empty() ? "\"" : "|\"") + text(1, row) + "\"";
            amounts += (amounts.empty() ? "\"" : "|\"") + text(2, row) + "\"";
        }
        m_document->enter("Z900", "=NUTRIENT_SUM({" + foods + "};{" + amounts + "};\"CA\")");
        const double sum = m_document->value("Z900");
        m_document->enter("Z900", "");
        return sum;
    }

private:
    const Plan& m_plan;
    TemporaryFolder m_folder;
    std::unique_ptr<Spreadsheet> m_document;
    sal_Int32 m_lastRow = 0;
};

class Rows : public OfficeTest, public testing::WithParamInterface<std::tuple<Plan, Format>>
{
};

using OldPlans = OfficeTest;
using Amounts = OfficeTest;

constexpr int places = 20;

void sortByFood(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last)
{
    css::uno::Sequence<css::table::TableSortField> fields(1);
    fields.getArray()[0].Field = 1;
    fields.getArray()[0].IsAscending = true;
    css::uno::Sequence<css::beans::PropertyValue> how(1);
    how.getArray()[0].Name = "SortFields";
    how.getArray()[0].Value <<= fields;
    Reference<css::util::XSortable>(sheet->getCellRangeByPosition(0, first, 9, last),
                                    UNO_QUERY_THROW)
        ->sort(how);
}

} // namespace

TEST_P(Rows, PutInAnywhereCount)
{
    FilledPlan plan(office(), std::get<0>(GetParam()), std::get<1>(GetParam()));
    std::mt19937 random(1);
    for (int i = 0; i < places; ++i)
    {
        const CellRangeAddress rows = plan.foods();
        const auto at = static_cast<sal_Int32>(
            rows.StartRow + 1 + random() % static_cast<unsigned>(rows.EndRow - rows.StartRow));
        const double before = plan.total();
        Reference<css::table::XColumnRowRange>(plan.sheet(), UNO_QUERY_THROW)
            ->getRows()
            ->insertByIndex(at, 1);
        FilledPlan::enter(plan.sheet(), at, "carrot", std::to_string(100 + i));
        EXPECT_GT(plan.total(), before) << "row " << at + 1;
        EXPECT_NEAR(plan.total(), plan.seen(), 1e-9) << "row " << at + 1;
    }
    EXPECT_THAT(plan.document().text("B5"), testing::HasSubstr("No formulas in row"));
    // One of them that can't be read: it is named, and costs no other.
    const double before = plan.total();
    const sal_Int32 first = plan.foods().StartRow + 1;
    Reference<css::table::XColumnRowRange>(plan.sheet(), UNO_QUERY_THROW)
        ->getRows()
        ->insertByIndex(first, 1);
    FilledPlan::enter(plan.sheet(), first, "unicorn", "1");
    EXPECT_NEAR(plan.total(), before, 1e-9);
    EXPECT_THAT(plan.document().text(std::get<0>(GetParam()).sheet ? "J15" : "J8"),
                testing::HasSubstr("without row " + std::to_string(first + 1)));
}

TEST_P(Rows, OutsideTheMealsAreNamed)
{
    FilledPlan plan(office(), std::get<0>(GetParam()), std::get<1>(GetParam()));
    for (const sal_Int32 at : { plan.foods().EndRow + 1, plan.foods().StartRow })
    {
        const double before = plan.seen();
        Reference<css::table::XColumnRowRange>(plan.sheet(), UNO_QUERY_THROW)
            ->getRows()
            ->insertByIndex(at, 1);
        FilledPlan::enter(plan.sheet(), at, "carrot", "100");
        EXPECT_NEAR(plan.seen(), before, 1e-9);
        EXPECT_THAT(plan.document().text("B5"),
                    testing::HasSubstr("outside the meals: row " + std::to_string(at + 1)));
    }
}

TEST_P(Rows, MovedCopiedSortedAndDeletedKeepTheTotals)
{
    FilledPlan plan(office(), std::get<0>(GetParam()), std::get<1>(GetParam()));
    const auto sheet = static_cast<sal_Int16>(std::get<0>(GetParam()).sheet);
    const Reference<css::sheet::XCellRangeMovement> movement(plan.sheet(), UNO_QUERY_THROW);
    std::mt19937 random(2);
    const auto anyFood = [&] {
        const CellRangeAddress rows = plan.foods();
        for (;;)
        {
            const auto row = static_cast<sal_Int32>(
                rows.StartRow + random() % static_cast<unsigned>(rows.EndRow - rows.StartRow));
            if (!plan.isMeal(row))
                return row;
        }
    };
    for (int i = 0; i < places; ++i)
    {
        const sal_Int32 from = anyFood();
        const sal_Int32 to = anyFood();
        movement->moveRange(CellAddress(sheet, 1, to), CellRangeAddress(sheet, 1, from, 2, from));
        EXPECT_NEAR(plan.total(), plan.seen(), 1e-9) << from + 1 << " moved to " << to + 1;
        movement->copyRange(CellAddress(sheet, 0, from), CellRangeAddress(sheet, 0, to, 9, to));
        EXPECT_NEAR(plan.total(), plan.seen(), 1e-9) << to + 1 << " copied to " << from + 1;
    }
    const sal_Int32 first = plan.foods().StartRow + 1;
    sortByFood(plan.sheet(), first, first + 4);
    EXPECT_NEAR(plan.total(), plan.seen(), 1e-9) << "sorted";
    for (int i = 0; i < places / 2; ++i)
    {
        const sal_Int32 row = anyFood();
        Reference<css::table::XColumnRowRange>(plan.sheet(), UNO_QUERY_THROW)
            ->getRows()
            ->removeByIndex(row, 1);
        EXPECT_NEAR(plan.total(), plan.seen(), 1e-9) << row + 1 << " deleted";
    }
}

// A meal or a day over another one, with its heading.
TEST_P(Rows, ABlockCopiedOverAnotherCounts)
{
    const Plan& kind = std::get<0>(GetParam());
    FilledPlan plan(office(), kind, std::get<1>(GetParam()));
    const auto sheet = static_cast<sal_Int16>(kind.sheet);
    const sal_Int32 first = kind.meals[0] - 1;
    const sal_Int32 second = kind.meals[1] - 1;
    plan.sheet()->getCellByPosition(1, first + 4)->setFormula("Milk, whole");
    plan.sheet()->getCellByPosition(2, first + 4)->setFormula("200");
    const double more = plan.total();
    Reference<css::sheet::XCellRangeMovement>(plan.sheet(), UNO_QUERY_THROW)
        ->copyRange(CellAddress(sheet, 0, second),
                    CellRangeAddress(sheet, 0, first, 17, second - 1));
    EXPECT_GT(plan.total(), more);
    EXPECT_NEAR(plan.total(), plan.seen(), 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Calc, Rows,
                         testing::Combine(testing::ValuesIn(plans), testing::ValuesIn(formats)),
                         [](const auto& each) {
                             return std::string(std::get<0>(each.param).name)
                                    + std::get<1>(each.param).name;
                         });

// As typed, no date and no other row's text; a number is grams.
TEST_F(Amounts, StayAsTheyAreTyped)
{
    const Spreadsheet day(office(), templateUrl(office(), "day-plan"));
    type(office(), day, "B17", "Gouda");
    for (const char* const amount : { "150", "1/2", "3-4", "1.5", "2 slices" })
    {
        type(office(), day, "C17", amount);
        EXPECT_EQ(day.text("C17"), amount);
    }
    type(office(), day, "C17", "150");
    EXPECT_EQ(day.value("D17"), 150);
    type(office(), day, "C17", "3-4");
    EXPECT_THAT(day.text("J17"), testing::HasSubstr("is a range"));
    Reference<css::uno::XInterface> validation;
    Reference<css::beans::XPropertySet>(day.cell("C17"), UNO_QUERY_THROW)
        ->getPropertyValue("Validation") >>= validation;
    EXPECT_THAT(
        toUtf8(Reference<css::sheet::XSheetCondition>(validation, UNO_QUERY_THROW)->getFormula1()),
        testing::HasSubstr("PORTIONS"));
}

// The plans of version 0.1 as people have saved them.
TEST_F(OldPlans, ComputeAsBefore)
{
    const std::filesystem::path folder(SOURCE_FOLDER "/tests/office/old_plans");
    const Spreadsheet day(office(), folder / "day-plan.ods");
    EXPECT_NEAR(day.value("E21"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(day.value("G23"), 392, 1e-9);
    EXPECT_NEAR(day.value("G16"),
                day.value("G21") + day.value("G27") + day.value("G33") + day.value("G39"), 1e-9);
    EXPECT_EQ(day.text("G18"), "1,000");
    EXPECT_EQ(day.text("G20"), "below target");
    EXPECT_EQ(day.text("E20"), "on target");
    EXPECT_EQ(day.text("A12"), "not balanced");
    EXPECT_THAT(day.text("B12"), testing::StartsWith("not balanced: "));
    EXPECT_EQ(day.text("B13"), "");
    const Spreadsheet week(office(), folder / "week-plan.ods");
    EXPECT_NEAR(week.value("C23"), (469.5 + 36.12 + 18.06) / 2, 1e-9);
    EXPECT_EQ(week.text("C27"), "on target");
    const Spreadsheet log(office(), folder / "vitamin-d-log.ods");
    EXPECT_EQ(log.text("D8"), "sufficient");
    EXPECT_EQ(log.text("D9"), "below sufficiency");
}

} // namespace quartet
