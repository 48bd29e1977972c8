/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/plan.hxx"

#include "workbook/used_area.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::container::XNameAccess;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::table::CellContentType_EMPTY;
using css::table::CellContentType_FORMULA;
using css::table::CellRangeAddress;
using css::table::XCell;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

constexpr const char* foodsName = "Foods";
/// Ranges of the templates' sheets beside the foods.
constexpr std::array otherNames{ "Age", "Supplements" };

/// The style of a cell, or of its parent where the office has made one of its own.
OUString styleOf(const Reference<css::uno::XInterface>& cell)
{
    OUString style;
    Reference<XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("CellStyle") >>= style;
    return style;
}

CellRangeAddress addressOf(const Reference<css::uno::XInterface>& cells)
{
    return Reference<css::sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
}

/// What a document or a sheet calls by a name; nothing where that is no range of cells.
std::optional<CellRangeAddress> named(const Reference<css::uno::XInterface>& owner,
                                      const char* name)
{
    const Reference<XPropertySet> properties(owner, UNO_QUERY_THROW);
    const Reference<XNameAccess> names(properties->getPropertyValue("NamedRanges"), UNO_QUERY);
    const OUString key = OUString::createFromAscii(name);
    if (!names.is() || !names->hasByName(key))
        return std::nullopt;
    const Reference<css::sheet::XCellRangeReferrer> range(names->getByName(key), UNO_QUERY);
    const auto cells = range.is() ? range->getReferredCells() : nullptr;
    return cells.is() ? std::optional(addressOf(cells)) : std::nullopt;
}

Reference<XSpreadsheet> sheetAt(const Reference<XSpreadsheetDocument>& document, sal_Int16 index)
{
    return Reference<XSpreadsheet>(
        Reference<css::container::XIndexAccess>(document->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(index),
        UNO_QUERY_THROW);
}

Reference<XPropertySet> rowProperties(const Reference<XSpreadsheet>& sheet, sal_Int32 row)
{
    return Reference<XPropertySet>(
        Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows()->getByIndex(row),
        UNO_QUERY_THROW);
}

bool isEmpty(const Reference<XCell>& cell) { return cell->getType() == CellContentType_EMPTY; }

/// Cells of a row from a column to the last one in use; their formulas, one below another.
OUString formulasOf(const Reference<XSpreadsheet>& sheet, sal_Int32 row, sal_Int32 from,
                    sal_Int32 last)
{
    OUString formulas;
    for (sal_Int32 column = from; column <= last; ++column)
    {
        const auto cell = sheet->getCellByPosition(column, row);
        if (cell->getType() == CellContentType_FORMULA)
            formulas += cell->getFormula() + "\n";
    }
    return formulas;
}

/// Takes out of a copied row what was typed into the row that it is a copy of.
void emptyTyped(const Reference<XSpreadsheet>& sheet, sal_Int32 row, sal_Int32 last)
{
    namespace Flags = css::sheet::CellFlags;
    constexpr sal_Int32 contents =
        Flags::VALUE | Flags::DATETIME | Flags::STRING | Flags::ANNOTATION | Flags::FORMULA;
    for (sal_Int32 column = 0; column <= last; ++column)
    {
        const auto cell = sheet->getCellByPosition(column, row);
        const OUString style = styleOf(cell);
        if (style.startsWith("Entry") || style == "Default")
            Reference<css::sheet::XSheetOperation>(cell, UNO_QUERY_THROW)->clearContents(contents);
    }
}

} // namespace

Plan::Plan(const Reference<XSpreadsheet>& sheet, sal_Int32 column, sal_Int32 first, sal_Int32 last)
    : m_sheet(sheet)
    , m_column(column)
{
    const auto style = [this](sal_Int32 row) {
        return styleOf(m_sheet->getCellByPosition(m_column, row));
    };
    // Older plans name the rows from the first food on: its header stands above.
    if (first > 0 && style(first - 1).startsWith("Block"))
        --first;
    std::vector<Meal> meals{ { first, first, {} } };
    for (sal_Int32 row = first; row <= last; ++row)
    {
        const OUString name = style(row);
        if (name.startsWith("Block") && row > first)
            meals.push_back({ row, row, {} });
        if (name.startsWith("Entry"))
            meals.back().foods.push_back(row);
        meals.back().end = row + 1;
    }
    std::copy_if(meals.begin(), meals.end(), std::back_inserter(m_meals),
                 [](const Meal& meal) { return !meal.foods.empty(); });
    // What closes the last meal belongs to it.
    if (!m_meals.empty())
        m_meals.back().end = last + 1;
}

std::optional<CellRangeAddress> Plan::rangeIn(const Reference<XSpreadsheetDocument>& document,
                                              const Reference<XSpreadsheet>& sheet)
{
    auto range = named(sheet, foodsName);
    if (!range)
    {
        range = named(document, foodsName);
        if (!range || range->Sheet != addressOf(sheet).Sheet)
            return std::nullopt;
    }
    range->EndRow = std::min(range->EndRow, usedArea(sheet).EndRow);
    return range;
}

std::optional<Plan> Plan::in(const Reference<XSpreadsheetDocument>& document,
                             const Reference<XSpreadsheet>& sheet)
{
    const auto range = rangeIn(document, sheet);
    if (!range)
        return std::nullopt;
    Plan plan(sheet, range->StartColumn, range->StartRow, range->EndRow);
    return plan.m_meals.empty() ? std::nullopt : std::optional(std::move(plan));
}

std::optional<Plan> Plan::around(const Reference<XSpreadsheetDocument>& document,
                                 const Reference<XSpreadsheet>& sheet)
{
    if (auto plan = in(document, sheet))
        return plan;
    const auto foods = named(document, foodsName);
    const auto index = addressOf(sheet).Sheet;
    const bool isPart = std::any_of(otherNames.begin(), otherNames.end(), [&](const char* name) {
        const auto range = named(document, name);
        return range && range->Sheet == index;
    });
    return foods && isPart ? in(document, sheetAt(document, foods->Sheet)) : std::nullopt;
}

const Meal* Plan::mealAt(sal_Int32 row) const
{
    const auto found = std::find_if(m_meals.begin(), m_meals.end(), [row](const Meal& meal) {
        return meal.begin <= row && row < meal.end;
    });
    return found == m_meals.end() ? nullptr : &*found;
}

bool Plan::isFree(sal_Int32 row) const
{
    bool visible = true;
    rowProperties(m_sheet, row)->getPropertyValue("IsVisible") >>= visible;
    return visible && isEmpty(m_sheet->getCellByPosition(m_column, row))
           && isEmpty(m_sheet->getCellByPosition(m_column + 1, row));
}

std::vector<OUString> Plan::foods() const
{
    std::vector<OUString> foods;
    for (const Meal& meal : m_meals)
        for (const sal_Int32 row : meal.foods)
        {
            const Reference<css::text::XText> cell(m_sheet->getCellByPosition(m_column, row),
                                                   UNO_QUERY_THROW);
            if (const OUString food = cell->getString(); !food.isEmpty())
                foods.push_back(food);
        }
    return foods;
}

std::optional<sal_Int32> Plan::addRow(const Meal& meal, sal_Int32 below) const
{
    const auto area = usedArea(m_sheet);
    const auto rows = Reference<css::table::XColumnRowRange>(m_sheet, UNO_QUERY_THROW)->getRows();
    const Reference<css::sheet::XCellRangeMovement> cells(m_sheet, UNO_QUERY_THROW);
    const auto rowOf = [&](sal_Int32 row) {
        return CellRangeAddress(area.Sheet, 0, row, area.EndColumn, row);
    };
    const auto placeOf = [&](sal_Int32 row) { return css::table::CellAddress(area.Sheet, 0, row); };
    const auto sums = [&] { return formulasOf(m_sheet, meal.begin, m_column + 2, area.EndColumn); };
    const OUString before = sums();

    complete(below);
    const auto height = rowProperties(m_sheet, below)->getPropertyValue("Height");
    const bool isOnly = meal.foods.size() == 1;
    if (below == meal.foods.back() && !isOnly)
    {
        // A sum that ends at the last row grows with what is inserted above it: the row
        // goes there, and the last one changes place with it.
        rows->insertByIndex(below, 1);
        cells->moveRange(placeOf(below), rowOf(below + 1));
    }
    else
        rows->insertByIndex(below + 1, 1);
    cells->copyRange(placeOf(below + 1), rowOf(below));
    for (const sal_Int32 row : { below, below + 1 })
        rowProperties(m_sheet, row)->setPropertyValue("Height", height);
    emptyTyped(m_sheet, below + 1, area.EndColumn);
    if (before.isEmpty() || sums() != before)
        return below + 1;
    rows->removeByIndex(below + 1, 1);
    return std::nullopt;
}

void Plan::complete(sal_Int32 row) const
{
    const auto area = usedArea(m_sheet);
    const sal_Int32 first = m_column + 2;
    if (!formulasOf(m_sheet, row, first, area.EndColumn).isEmpty())
        return;
    for (const Meal& meal : m_meals)
        for (const sal_Int32 other : meal.foods)
        {
            if (formulasOf(m_sheet, other, first, area.EndColumn).isEmpty())
                continue;
            const Reference<css::sheet::XCellRangeMovement> cells(m_sheet, UNO_QUERY_THROW);
            for (sal_Int32 column = first; column <= area.EndColumn; ++column)
                if (m_sheet->getCellByPosition(column, other)->getType() == CellContentType_FORMULA
                    && isEmpty(m_sheet->getCellByPosition(column, row)))
                    cells->copyRange(css::table::CellAddress(area.Sheet, column, row),
                                     CellRangeAddress(area.Sheet, column, other, column, other));
            return;
        }
}

} // namespace quartet
