/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/replaced_cells.hxx"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>

#include <vector>

namespace quartet
{

namespace
{

using css::sheet::XCellRangeData;
using css::sheet::XCellRangesQuery;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

/// More cells that stay than these aren't written anew between two others.
constexpr std::size_t mostKept = 500;

bool holdsEmptyText(const Any& data)
{
    rtl::OUString text;
    return (data >>= text) && text.isEmpty();
}

/// Which cells of a range of one column hold formulas.
std::vector<bool> formulasIn(const Reference<XCellRange>& range, sal_Int32 first, std::size_t count)
{
    std::vector<bool> formulas(count);
    const auto found = Reference<XCellRangesQuery>(range, UNO_QUERY_THROW)
                           ->queryContentCells(css::sheet::CellFlags::FORMULA)
                           ->getRangeAddresses();
    for (const css::table::CellRangeAddress* each = found.getConstArray();
         each != found.getConstArray() + found.getLength(); ++each)
        for (sal_Int32 row = each->StartRow; row <= each->EndRow; ++row)
            formulas[static_cast<std::size_t>(row - first)] = true;
    return formulas;
}

/// Cells of a column, one below the other, that all were empty or all held something.
class RowSpan
{
public:
    RowSpan(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column)
        : m_sheet(sheet)
        , m_column(column)
    {
    }

    /// A cell that becomes another.
    void write(sal_Int32 row, bool wasEmpty, const Any& data)
    {
        if (m_cells.empty() || wasEmpty != m_wasEmpty)
        {
            end();
            m_first = row;
            m_wasEmpty = wasEmpty;
        }
        m_cells.push_back(data);
        m_kept = 0;
    }

    /// One that stays as it is, where that is all of it.
    void keep(bool isEmpty, const Any& data)
    {
        if (m_cells.empty())
            return;
        // An empty cell that is written as one stays empty, and Undo leaves it so.
        if ((m_wasEmpty && !isEmpty) || m_kept == mostKept)
            return end();
        m_cells.push_back(data);
        ++m_kept;
    }

    void end()
    {
        m_cells.resize(m_cells.size() - m_kept);
        m_kept = 0;
        if (m_cells.size() < 2 || (m_wasEmpty && !canBeRecorded()))
        {
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                writeCell(i);
        }
        else if (!m_wasEmpty)
        {
            writeFrom(0);
        }
        else
        {
            // For Undo: of cells that are written as an array it leaves those that were empty.
            Reference<css::sheet::XCellSeries>(range(0), UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
            writeFrom(1);
            writeCell(0);
        }
        m_cells.clear();
    }

private:
    Reference<XCellRange> range(std::size_t from) const
    {
        return m_sheet->getCellRangeByPosition(
            m_column, m_first + static_cast<sal_Int32>(from), m_column,
            m_first + static_cast<sal_Int32>(m_cells.size()) - 1);
    }

    /// Whether filling them with nothing changes nothing: neither hidden nor formatted apart.
    bool canBeRecorded() const
    {
        const auto all = range(0);
        const auto visible = Reference<XCellRangesQuery>(all, UNO_QUERY_THROW)
                                 ->queryVisibleCells()
                                 ->getRangeAddresses();
        return visible.getLength() == 1
               && static_cast<std::size_t>(visible.getConstArray()[0].EndRow
                                           - visible.getConstArray()[0].StartRow)
                      == m_cells.size() - 1
               && Reference<css::sheet::XUniqueCellFormatRangesSupplier>(all, UNO_QUERY_THROW)
                          ->getUniqueCellFormatRanges()
                          ->getCount()
                      == 1;
    }

    void writeCell(std::size_t place) const
    {
        const auto cell =
            m_sheet->getCellByPosition(m_column, m_first + static_cast<sal_Int32>(place));
        double number = 0;
        rtl::OUString text;
        if (m_cells[place] >>= number)
            cell->setValue(number);
        else if ((m_cells[place] >>= text) && !text.isEmpty())
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(text);
    }

    void writeFrom(std::size_t from) const
    {
        Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(m_cells.size() - from));
        for (std::size_t i = from; i < m_cells.size(); ++i)
            rows.getArray()[i - from] = { &m_cells[i], 1 };
        Reference<XCellRangeData>(range(from), UNO_QUERY_THROW)->setDataArray(rows);
    }

    Reference<css::sheet::XSpreadsheet> m_sheet;
    sal_Int32 m_column;
    sal_Int32 m_first = 0;
    bool m_wasEmpty = false;
    std::vector<Any> m_cells;
    std::size_t m_kept = 0; ///< of the last ones
};

} // namespace

void replaceCells(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
                  const std::map<sal_Int32, Any>& cells)
{
    if (cells.empty())
        return;
    const sal_Int32 first = cells.begin()->first;
    const sal_Int32 last = cells.rbegin()->first;
    const Reference<XCellRange> range(sheet->getCellRangeByPosition(column, first, column, last),
                                      UNO_QUERY_THROW);
    const auto before = Reference<XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    const auto formulas = formulasIn(range, first, static_cast<std::size_t>(before.getLength()));
    RowSpan span(sheet, column);
    for (sal_Int32 row = first; row <= last; ++row)
    {
        const Any& data = before.getConstArray()[row - first].getConstArray()[0];
        const bool isFormula = formulas[static_cast<std::size_t>(row - first)];
        const bool isEmpty = !isFormula && holdsEmptyText(data);
        const auto found = cells.find(row);
        if (found != cells.end())
            span.write(row, isEmpty, found->second);
        else if (isEmpty || (!isFormula && data.getValueTypeClass() == css::uno::TypeClass_DOUBLE))
            span.keep(isEmpty, data);
        else
            span.end();
    }
    span.end();
}

} // namespace quartet
