/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/insertion.hxx"

#include "portable/cell_name.hxx"
#include "ui/cursor.hxx"
#include "workbook/plan.hxx"
#include "workbook/read_only.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::frame::XController;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::table::XCell;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/** Whether nothing can be written there: in a protected sheet, and in a part of
    an array formula, which Calc wouldn't let a person change either. */
bool isLocked(const Reference<XSpreadsheet>& sheet, const Reference<XCell>& cell)
{
    if (cell->getType() == css::table::CellContentType_FORMULA
        && cell->getFormula().startsWith("{"))
        return true;
    css::util::CellProtection protection;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)
        ->getPropertyValue("CellProtection") >>= protection;
    return protection.IsLocked
           && Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected();
}

rtl::OUString textOf(const Reference<XCell>& cell)
{
    return Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString();
}

/// Never as a formula: XText takes a text as it is.
void setText(const Reference<XCell>& cell, const std::string& text)
{
    Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(text));
}

void setAmount(const Reference<XCell>& cell, const std::variant<double, std::string>& amount)
{
    if (const double* const grams = std::get_if<double>(&amount))
        cell->setValue(*grams);
    else
        setText(cell, std::get<std::string>(amount));
}

/// A food's cell and that of its amount.
class Pair
{
public:
    Pair(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 row)
        : m_sheet(sheet)
        , m_food(sheet->getCellByPosition(column, row))
        , m_amount(sheet->getCellByPosition(column + 1, row))
    {
    }

    bool isEmpty() const
    {
        return m_food->getType() == css::table::CellContentType_EMPTY
               && m_amount->getType() == css::table::CellContentType_EMPTY;
    }
    bool isLocked() const
    {
        return quartet::isLocked(m_sheet, m_food) || quartet::isLocked(m_sheet, m_amount);
    }
    /// @param amount which stays where it stands
    std::vector<Standing> standing(const rtl::OUString& amount) const
    {
        std::vector<Standing> standing;
        if (m_food->getType() != css::table::CellContentType_EMPTY)
            standing.push_back({ nameOf(m_food), toUtf8(textOf(m_food)), false });
        const auto type = m_amount->getType();
        if (type != css::table::CellContentType_EMPTY && textOf(m_amount) != amount)
            standing.push_back({ nameOf(m_amount), toUtf8(textOf(m_amount)),
                                 type == css::table::CellContentType_FORMULA });
        return standing;
    }
    void write(const Entry& entry, const rtl::OUString& amount) const
    {
        setText(m_food, entry.food);
        if (textOf(m_amount) != amount)
            setAmount(m_amount, entry.amount);
    }

private:
    static std::string nameOf(const Reference<XCell>& cell)
    {
        const auto address =
            Reference<css::sheet::XCellAddressable>(cell, UNO_QUERY_THROW)->getCellAddress();
        return cellName(address.Column, address.Row);
    }

    const Reference<XSpreadsheet> m_sheet;
    const Reference<XCell> m_food;
    const Reference<XCell> m_amount;
};

/// Calc makes a new object whenever it is asked for a sheet.
bool isSame(const Reference<XSpreadsheet>& left, const Reference<XSpreadsheet>& right)
{
    const auto index = [](const Reference<XSpreadsheet>& sheet) {
        return Reference<css::sheet::XCellRangeAddressable>(sheet, UNO_QUERY_THROW)
            ->getRangeAddress()
            .Sheet;
    };
    return index(left) == index(right);
}

Reference<XSpreadsheetDocument> documentOf(const Reference<XController>& controller)
{
    return Reference<XSpreadsheetDocument>(controller->getModel(), UNO_QUERY_THROW);
}

std::optional<Plan> planAt(const Reference<XController>& controller, const Cursor& cursor)
{
    return Plan::around(documentOf(controller), cursor.sheet);
}

/// Rows that are seen of the sheet in front; none of another.
bool isInView(const Reference<XController>& controller, const Meal& meal)
{
    const Reference<css::sheet::XViewPane> pane(controller, UNO_QUERY);
    if (!pane.is())
        return false;
    const auto view = pane->getVisibleRange();
    return meal.begin <= view.EndRow && meal.end > view.StartRow;
}

std::optional<sal_Int32> freeRow(const Plan& plan, const Meal& meal, sal_Int32 from = 0)
{
    const auto found = std::find_if(meal.foods.begin(), meal.foods.end(),
                                    [&](sal_Int32 row) { return row >= from && plan.isFree(row); });
    return found == meal.foods.end() ? std::nullopt : std::optional(*found);
}

/// The meal at the cursor, else the first in view with a free row, else the first with one.
const Meal& chooseMeal(const Reference<XController>& controller, const Plan& plan,
                       const Cursor& cursor)
{
    const bool isHere = isSame(cursor.sheet, plan.sheet());
    const Meal* const here = isHere ? plan.mealAt(cursor.row) : nullptr;
    if (here)
        return *here;
    const auto& meals = plan.meals();
    const auto isFree = [&plan](const Meal& meal) { return freeRow(plan, meal).has_value(); };
    if (isHere)
        for (const Meal& meal : meals)
            if (isInView(controller, meal) && isFree(meal))
                return meal;
    const auto found = std::find_if(meals.begin(), meals.end(), isFree);
    return found == meals.end() ? meals.back() : *found;
}

Inserted insertIntoPlan(const Reference<XController>& controller, const Plan& found,
                        const Cursor& cursor, const Entry& entry, const Manner& manner)
{
    Plan plan = found;
    const auto sheet = plan.sheet();
    const sal_Int32 begin = chooseMeal(controller, plan, cursor).begin;
    const auto meal = [&]() -> const Meal& { return *plan.mealAt(begin); };
    const bool isHere = isSame(cursor.sheet, sheet);
    const bool isInQuestion =
        isHere && !manner.inQuestion.isEmpty()
        && std::find(meal().foods.begin(), meal().foods.end(), cursor.row) != meal().foods.end()
        && textOf(sheet->getCellByPosition(plan.column(), cursor.row)) == manner.inQuestion;
    if (isInQuestion && manner.occupied == Occupied::Ask)
        return { Insertion::Occupied,
                 Pair(sheet, plan.column(), cursor.row).standing(manner.amount) };

    std::optional<sal_Int32> row;
    if (isInQuestion && manner.occupied == Occupied::Replace)
        row = cursor.row;
    if (!row)
        row = freeRow(plan, meal(), isHere ? cursor.row : 0);
    if (!row)
        row = freeRow(plan, meal());
    if (Pair(sheet, plan.column(), row.value_or(meal().foods.back())).isLocked()
        || (!row && Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected()))
        return { Insertion::Protected };
    {
        const UndoStep step(controller->getModel(), manner.undoTitle);
        if (!row)
        {
            row = plan.addRow(meal(), meal().foods.back());
            plan = Plan::in(documentOf(controller), sheet).value_or(plan);
        }
        else
            plan.complete(*row);
        if (row)
            Pair(sheet, plan.column(), *row).write(entry, manner.amount);
    }
    if (!row)
        return { Insertion::NoRow };
    putCursor(controller, sheet, plan.column(), freeRow(plan, meal(), *row).value_or(*row));
    return { Insertion::Done };
}

Inserted insertAtCursor(const Reference<css::uno::XComponentContext>& context,
                        const Reference<XController>& controller, const Cursor& cursor,
                        const Entry& entry, const Manner& manner)
{
    const Reference<css::table::XColumnRowRange> size(cursor.sheet, UNO_QUERY_THROW);
    const sal_Int32 rows = size->getRows()->getCount();
    if (cursor.column + 1 >= size->getColumns()->getCount())
        return { Insertion::NoCell };
    sal_Int32 row = cursor.row;
    const auto pair = [&] { return Pair(cursor.sheet, cursor.column, row); };
    if (pair().isLocked())
        return { Insertion::Protected };
    const auto standing = pair().standing(manner.amount);
    if (!standing.empty() && manner.occupied == Occupied::Ask)
        return { Insertion::Occupied, standing };
    if (manner.occupied == Occupied::NextFree)
        while (!pair().isEmpty())
            if (++row == rows)
                return { Insertion::NoCell };
    if (pair().isLocked())
        return { Insertion::Protected };
    {
        const UndoStep step(controller->getModel(), manner.undoTitle);
        pair().write(entry, manner.amount);
    }
    putCursor(controller, cursor.sheet, cursor.column, row);
    moveCursorDown(context, controller);
    return { Insertion::Done };
}

} // namespace

const char* reasonOf(Insertion insertion)
{
    switch (insertion)
    {
        case Insertion::Protected:
            return "picker.protected";
        case Insertion::ReadOnly:
            return "menu.readOnly";
        case Insertion::NoPlan:
            return "picker.noPlan";
        case Insertion::NoRow:
            return "picker.noRow";
        default:
            return "picker.noCell";
    }
}

std::string standingText(const Words& words, const std::vector<Standing>& standing)
{
    const Standing& first = standing.front();
    const Standing& last = standing.back();
    const std::string id = std::string("picker.") + (last.isFixed ? "fixed" : "occupied")
                           + (standing.size() > 1 ? "Both" : "");
    return words.text(id, { { "cell", first.cell },
                            { "text", first.text },
                            { "other", last.cell },
                            { "amount", last.text } });
}

Inserted insertEntry(const Reference<css::uno::XComponentContext>& context,
                     const Reference<XController>& controller, const Entry& entry,
                     const Manner& manner)
{
    const auto cursor = findCursor(controller);
    if (!cursor)
        return { Insertion::NoCell };
    if (isReadOnly(controller->getModel()))
        return { Insertion::ReadOnly };
    const auto plan = planAt(controller, *cursor);
    return plan ? insertIntoPlan(controller, *plan, *cursor, entry, manner)
                : insertAtCursor(context, controller, *cursor, entry, manner);
}

Insertion addFoodRow(const Reference<XController>& controller, const rtl::OUString& undoTitle)
{
    const auto cursor = findCursor(controller);
    if (!cursor)
        return Insertion::NoCell;
    if (isReadOnly(controller->getModel()))
        return Insertion::ReadOnly;
    const auto plan = planAt(controller, *cursor);
    if (!plan)
        return Insertion::NoPlan;
    const auto sheet = plan->sheet();
    if (Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected())
        return Insertion::Protected;
    const Meal& meal = chooseMeal(controller, *plan, *cursor);
    const bool isAtFood =
        isSame(cursor->sheet, sheet)
        && std::find(meal.foods.begin(), meal.foods.end(), cursor->row) != meal.foods.end();
    std::optional<sal_Int32> row;
    {
        const UndoStep step(controller->getModel(), undoTitle);
        for (const sal_Int32 food : meal.foods)
            plan->complete(food);
        row = plan->addRow(meal, isAtFood ? cursor->row : meal.foods.back());
    }
    if (!row)
        return Insertion::NoRow;
    putCursor(controller, sheet, plan->column(), *row);
    return Insertion::Done;
}

AtCursor findAtCursor(const Reference<XController>& controller)
{
    const auto cursor = findCursor(controller);
    if (!cursor)
        return {};
    if (const auto plan = planAt(controller, *cursor))
    {
        const Meal* const meal =
            isSame(cursor->sheet, plan->sheet()) ? plan->mealAt(cursor->row) : nullptr;
        if (!meal
            || std::find(meal->foods.begin(), meal->foods.end(), cursor->row) == meal->foods.end())
            return {};
        return { textOf(cursor->sheet->getCellByPosition(plan->column(), cursor->row)),
                 textOf(cursor->sheet->getCellByPosition(plan->column() + 1, cursor->row)) };
    }
    const auto cell = cursor->sheet->getCellByPosition(cursor->column, cursor->row);
    return { cell->getType() == css::table::CellContentType_TEXT ? textOf(cell) : rtl::OUString(),
             {} };
}

} // namespace quartet
