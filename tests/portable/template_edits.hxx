/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A workbook made from a template, and what people do to its rows and sheets.

#pragma once

#include "filled_templates.hxx"

#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace quartet
{

using css::table::CellRangeAddress;
using css::table::XCell;
using css::table::XCellRange;

/// A workbook whose cells go by the names of the template.
class Named
{
public:
    explicit Named(const Spreadsheet& document)
        : m_document(document)
        , m_names(Reference<css::beans::XPropertySet>(document.document(), UNO_QUERY_THROW)
                      ->getPropertyValue("NamedRanges"),
                  UNO_QUERY_THROW)
    {
    }

    bool has(const char* name) const
    {
        return m_names->hasByName(rtl::OUString::createFromAscii(name));
    }
    Reference<XCellRange> range(const char* name) const
    {
        return Reference<css::sheet::XCellRangeReferrer>(
                   m_names->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW)
            ->getReferredCells();
    }
    CellRangeAddress address(const char* name) const
    {
        return Reference<css::sheet::XCellRangeAddressable>(range(name), UNO_QUERY_THROW)
            ->getRangeAddress();
    }
    /// The word of a list that means something to the functions.
    std::string word(const char* list, const std::string& meaning) const
    {
        const auto cells = range(list);
        constexpr sal_Int32 most = 100;
        for (sal_Int32 row = 0; row < most; ++row)
            if (textOf(cells->getCellByPosition(1, row)) == meaning)
                return textOf(cells->getCellByPosition(0, row));
        return {};
    }
    void type(const char* name, const std::string& content) const { type(name, 0, 0, content); }
    void type(const char* name, sal_Int32 column, sal_Int32 row, const std::string& content) const
    {
        const CellRangeAddress all = address(name);
        type(sheet(all.Sheet)->getCellByPosition(all.StartColumn + column, all.StartRow + row),
             content);
    }
    static void type(const Reference<XCell>& cell, const std::string& content)
    {
        char* end = nullptr;
        const double number = std::strtod(content.c_str(), &end);
        if (!content.empty() && *end == 0)
            cell->setValue(number);
        else
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(content));
    }
    /// Rows of a range, counted from 0, in which a food can be chosen.
    std::vector<sal_Int32> foodRows() const
    {
        const auto foods = range("Foods");
        const CellRangeAddress all = address("Foods");
        std::vector<sal_Int32> rows;
        for (sal_Int32 row = 0; row <= all.EndRow - all.StartRow; ++row)
        {
            css::sheet::ValidationType type = css::sheet::ValidationType_ANY;
            const Reference<css::beans::XPropertySet> cell(foods->getCellByPosition(0, row),
                                                           UNO_QUERY_THROW);
            Reference<css::beans::XPropertySet>(cell->getPropertyValue("Validation"),
                                                UNO_QUERY_THROW)
                ->getPropertyValue("Type") >>= type;
            if (type == css::sheet::ValidationType_LIST)
                rows.push_back(row);
        }
        return rows;
    }
    Reference<css::sheet::XSpreadsheet> sheet(sal_Int32 index) const
    {
        return Reference<css::sheet::XSpreadsheet>(
            Reference<XIndexAccess>(m_document.document()->getSheets(), UNO_QUERY_THROW)
                ->getByIndex(index),
            UNO_QUERY_THROW);
    }

    static std::string textOf(const Reference<XCell>& cell)
    {
        return toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
    }

private:
    const Spreadsheet& m_document;
    Reference<css::sheet::XNamedRanges> m_names;
};

/// A row's cells, from a column of its own to another.
struct Rows
{
    CellRangeAddress first; ///< the first row
    sal_Int32 count;

    CellRangeAddress all() const
    {
        return { first.Sheet, first.StartColumn, first.StartRow, first.EndColumn,
                 first.StartRow + count - 1 };
    }
};

inline Reference<XCellRange> cellsOf(const Named& book, const CellRangeAddress& area)
{
    return book.sheet(area.Sheet)
        ->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow);
}

/// By their first column.
inline void sortRows(const Named& book, const Rows& rows)
{
    css::table::TableSortField field;
    field.Field = 0;
    field.IsAscending = true;
    css::beans::PropertyValue fields;
    fields.Name = "SortFields";
    fields.Value <<= Sequence<css::table::TableSortField>(&field, 1);
    Reference<css::util::XSortable>(cellsOf(book, rows.all()), UNO_QUERY_THROW)
        ->sort({ &fields, 1 });
}

/// Puts a row in behind the first, with that one's content.
inline void insertRow(const Named& book, const CellRangeAddress& row)
{
    constexpr sal_Int32 last = 30;
    const auto sheet = book.sheet(row.Sheet);
    Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)
        ->getRows()
        ->insertByIndex(row.StartRow + 1, 1);
    Reference<css::sheet::XCellRangeMovement>(sheet, UNO_QUERY_THROW)
        ->copyRange({ row.Sheet, 0, row.StartRow + 1 },
                    { row.Sheet, 0, row.StartRow, last, row.StartRow });
}

inline void deleteRow(const Named& book, const CellRangeAddress& row)
{
    Reference<css::table::XColumnRowRange>(book.sheet(row.Sheet), UNO_QUERY_THROW)
        ->getRows()
        ->removeByIndex(row.StartRow, 1);
}

/// Fills formulas of the first row down.
inline void fillRows(const Named& book, const Rows& rows)
{
    Reference<css::sheet::XCellSeries>(cellsOf(book, rows.all()), UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

} // namespace quartet
