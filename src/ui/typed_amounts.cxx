/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/typed_amounts.hxx"

#include "ui/cursor.hxx"
#include "workbook/later.hxx"
#include "workbook/plan.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/used_area.hxx"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/XUserInputInterception.hpp>
#include <com/sun/star/awt/XVclContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/weakref.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

// There is no other way to ask a window for those within it.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace quartet
{

namespace
{

using css::frame::XController;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

namespace Key = css::awt::Key;

using Cells = std::vector<Reference<css::table::XCell>>;
using Windows = css::uno::Sequence<Reference<css::awt::XWindow>>;

constexpr std::array endingKeys{ Key::RETURN, Key::TAB,      Key::UP,   Key::DOWN,
                                 Key::PAGEUP, Key::PAGEDOWN, Key::LEFT, Key::RIGHT };

bool isOfNumber(sal_Unicode sign)
{
    return (sign >= '0' && sign <= '9') || sign == '.' || sign == ',';
}

Reference<css::table::XCell> cellAt(const Cursor& cursor)
{
    return cursor.sheet->getCellByPosition(cursor.column, cursor.row);
}

/// The rows for foods of the plan that the cursor is in an amount of; none where it is in none.
std::vector<sal_Int32> rowsAround(const Reference<XSpreadsheetDocument>& document,
                                  const Cursor& cursor)
{
    const auto range = Plan::rangeIn(document, cursor.sheet);
    if (!range || cursor.column != range->StartColumn + 1 || cursor.row > range->EndRow)
        return {};
    const auto plan = Plan::in(document, cursor.sheet);
    std::vector<sal_Int32> rows;
    if (plan)
        for (const Meal& meal : plan->meals())
            rows.insert(rows.end(), meal.foods.begin(), meal.foods.end());
    return std::ranges::find(rows, cursor.row) == rows.end() ? std::vector<sal_Int32>() : rows;
}

/// The ranges that are selected, on each of the sheets that are.
css::uno::Sequence<css::table::CellRangeAddress> selectedIn(const Reference<XController>& window)
{
    const auto selection =
        Reference<css::view::XSelectionSupplier>(window, UNO_QUERY_THROW)->getSelection();
    if (const Reference<css::sheet::XSheetCellRanges> ranges(selection, UNO_QUERY); ranges.is())
        return ranges->getRangeAddresses();
    const Reference<css::sheet::XCellRangeAddressable> range(selection, UNO_QUERY_THROW);
    const auto address = range->getRangeAddress();
    return { &address, 1 };
}

/** The amounts of a plan that Calc enters a number into: the cursor's, on each sheet that is
    selected. None where the cursor is in no such amount.
    @param fills whether it goes into all cells that are selected */
Cells enteredInto(const Reference<XController>& window, const Cursor& cursor, bool fills)
{
    const Reference<XSpreadsheetDocument> document(window->getModel(), UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const auto rows = rowsAround(document, cursor);
    if (rows.empty())
        return {};
    Cells cells{ cellAt(cursor) };
    for (const auto& range : selectedIn(window))
        for (const sal_Int32 row : rows)
            if ((fills || row == cursor.row) && range.StartRow <= row && row <= range.EndRow
                && range.StartColumn <= cursor.column && cursor.column <= range.EndColumn)
                cells.push_back(Reference<css::table::XCellRange>(sheets->getByIndex(range.Sheet),
                                                                  UNO_QUERY_THROW)
                                    ->getCellByPosition(cursor.column, row));
    return cells;
}

Windows windowsIn(const Reference<css::awt::XWindow>& window)
{
    const Reference<css::awt::XVclContainer> container(window, UNO_QUERY);
    return container.is() ? container->getWindows() : Windows();
}

/// Whether the keyboard is in the cells. Their windows are those of the view, which comes before
/// the line above the cells and the sidebar.
bool isInCells(const Reference<XController>& window)
{
    const Windows parts = windowsIn(window->getFrame()->getComponentWindow());
    const Windows cells = parts.hasElements() ? windowsIn(parts[0]) : Windows();
    return std::any_of(cells.begin(), cells.end(), [](const auto& each) {
        const Reference<css::awt::XWindow2> part(each, UNO_QUERY);
        return part.is() && part->hasFocus();
    });
}

/// Whether a text stands in another cell of the column, from which Calc completes.
bool standsInAnotherRow(const Cursor& cursor, const rtl::OUString& text)
{
    const Reference<css::sheet::XCellRangeFormula> column(
        cursor.sheet->getCellRangeByPosition(cursor.column, 0, cursor.column,
                                             usedArea(cursor.sheet).EndRow),
        UNO_QUERY_THROW);
    const auto rows = column->getFormulaArray();
    for (sal_Int32 row = 0; row < rows.getLength(); ++row)
        if (row != cursor.row && rows[row][0] == text)
            return true;
    return false;
}

/// A number that is typed into a cell.
struct TypedNumber
{
    Cursor cursor;
    rtl::OUString number;
    Cells cells = {}; ///< that it is entered into
};

bool wasCompleted(const TypedNumber& typed)
{
    const rtl::OUString now = cellAt(typed.cursor)->getFormula();
    return now.getLength() > typed.number.getLength() && now.startsWith(typed.number)
           && standsInAnotherRow(typed.cursor, now);
}

void dropCompletion(const Reference<css::frame::XModel>& document, const TypedNumber& typed)
{
    try
    {
        if (!wasCompleted(typed))
            return;
        const UndoStep step(document);
        const rtl::OUString completed = cellAt(typed.cursor)->getFormula();
        for (const auto& cell : typed.cells)
            if (cell->getFormula() == completed)
                Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)
                    ->setPropertyValue("FormulaLocal", Any(typed.number));
    }
    catch (const css::uno::Exception&)
    {
        // The workbook is closed, or the cell protected.
    }
}

class TypedAmounts
    : public cppu::WeakImplHelper2<css::awt::XKeyHandler, css::awt::XMouseClickHandler>
{
public:
    TypedAmounts(const Reference<XComponentContext>& context, const Reference<XController>& window)
        : m_context(context)
        , m_window(window)
    {
    }

    // Calc sees afterwards what is pressed.

    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override
    {
        constexpr sal_Int16 commands = css::awt::KeyModifier::MOD1 | css::awt::KeyModifier::MOD2;
        const bool isSign =
            event.KeyChar >= ' ' && event.KeyCode != Key::DELETE && !(event.Modifiers & commands);
        if (event.KeyCode == Key::ESCAPE)
            forget();
        else if (std::ranges::find(endingKeys, event.KeyCode) != endingKeys.end())
            end(false,
                event.KeyCode == Key::RETURN && (event.Modifiers & css::awt::KeyModifier::MOD2));
        else if (isSign && isOfNumber(event.KeyChar))
            type(event.KeyChar);
        else if (isSign || event.KeyCode == Key::F2 || (m_typed && event.KeyCode != Key::DELETE))
            edit();
        return false;
    }
    sal_Bool SAL_CALL mousePressed(const css::awt::MouseEvent& event) override
    {
        end(event.ClickCount > 1, false);
        return false;
    }
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent&) override { return false; }
    sal_Bool SAL_CALL mouseReleased(const css::awt::MouseEvent&) override { return false; }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    void type(sal_Unicode sign)
    {
        if (!m_typed && !m_edited)
            begin();
        if (m_typed)
            m_typed->number += rtl::OUString(sign);
    }

    void begin()
    {
        try
        {
            const Reference<XController> window(m_window);
            const auto cursor =
                window.is() && isInCells(window) ? findCursor(window) : std::nullopt;
            if (cursor)
                m_typed = { *cursor, {} };
        }
        catch (const css::uno::Exception&)
        {
            // Then Calc does as it does elsewhere.
        }
    }

    /// Nothing is entered.
    void forget()
    {
        m_typed.reset();
        m_edited = false;
    }

    /// More than a number is typed.
    void edit()
    {
        m_typed.reset();
        m_edited = true;
    }

    /// @param edited whether the cell is edited then
    /// @param fills whether all cells that are selected are filled
    void end(bool edited, bool fills)
    {
        m_edited = edited;
        auto typed = std::exchange(m_typed, std::nullopt);
        try
        {
            const Reference<XController> window(m_window);
            if (typed && window.is())
                typed->cells = enteredInto(window, typed->cursor, fills);
            if (typed && !typed->cells.empty())
                doLater(m_context, [document = window->getModel(), typed = *typed] {
                    dropCompletion(document, typed);
                });
        }
        catch (const css::uno::Exception&)
        {
            // The workbook is being closed.
        }
    }

    const Reference<XComponentContext> m_context;
    const css::uno::WeakReference<XController> m_window;
    std::optional<TypedNumber> m_typed;
    bool m_edited = false;
};

} // namespace

void keepTypedAmounts(const Reference<XComponentContext>& context,
                      const Reference<XController>& window)
{
    const Reference<css::awt::XUserInputInterception> input(window, UNO_QUERY);
    if (!input.is())
        return;
    const rtl::Reference<TypedAmounts> amounts(new TypedAmounts(context, window));
    input->addKeyHandler(amounts.get());
    input->addMouseClickHandler(amounts.get());
}

} // namespace quartet
