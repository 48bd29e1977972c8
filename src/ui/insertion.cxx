/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/insertion.hxx"

#include "ui/cursor.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace quartet
{

namespace
{

using css::frame::XController;
using css::table::XCell;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/** Whether nothing can be written there: in a protected sheet, and in a part of
    an array formula, which Calc wouldn't let a person change either. */
bool isLocked(const Reference<css::sheet::XSpreadsheet>& sheet, const Reference<XCell>& cell)
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

} // namespace

Insertion insertEntry(const Reference<css::uno::XComponentContext>& context,
                      const Reference<XController>& controller, const Entry& entry,
                      const rtl::OUString& undoTitle)
{
    const auto cursor = findCursor(controller);
    if (!cursor)
        return Insertion::NoCell;
    const Reference<css::table::XColumnRowRange> size(cursor->sheet, UNO_QUERY_THROW);
    if (cursor->column + 1 >= size->getColumns()->getCount())
        return Insertion::NoCell;

    const auto food = cursor->sheet->getCellByPosition(cursor->column, cursor->row);
    const auto amount = cursor->sheet->getCellByPosition(cursor->column + 1, cursor->row);
    if (isLocked(cursor->sheet, food) || isLocked(cursor->sheet, amount))
        return Insertion::Protected;
    {
        const UndoStep step(controller->getModel(), undoTitle);
        setText(food, entry.food);
        setAmount(amount, entry.amount);
    }
    // Of several cells that are selected the first was written to.
    Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)
        ->select(css::uno::Any(food));
    moveCursorDown(context, controller);
    return Insertion::Done;
}

} // namespace quartet
