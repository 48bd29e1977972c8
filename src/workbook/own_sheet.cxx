/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/own_sheet.hxx"

#include "workbook/cell_error.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::table::CellRangeAddress;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Columns or rows that stand side by side.
struct Span
{
    sal_Int32 first;
    sal_Int32 last;
};

template <typename Wanted> std::vector<Span> spans(sal_Int32 count, const Wanted& isWanted)
{
    std::vector<Span> found;
    for (sal_Int32 i = 0; i < count; ++i)
    {
        if (!isWanted(i))
            continue;
        if (!found.empty() && found.back().last == i - 1)
            found.back().last = i;
        else
            found.push_back({ i, i });
    }
    return found;
}

/// The columns of figures and what they are for, or those of texts.
std::vector<Span> columnSpans(const OwnColumns& columns, bool figures)
{
    return spans(static_cast<sal_Int32>(columns.all().size()), [&](sal_Int32 i) {
        const OwnField field = columns.all()[static_cast<std::size_t>(i)].field;
        return field == OwnField::Nutrient || field == OwnField::Weight
                   ? figures
                   : !figures && field != OwnField::Check && field != OwnField::Other;
    });
}

/// A cell that holds an error comes without a value.
OwnCell failure(sal_Int32 error)
{
    if (error == static_cast<sal_Int32>(CellError::NotAvailable))
        return {};
    return CellFailure{ error };
}

OwnCell content(const Any& value, const Reference<XCellRange>& range, sal_Int32 column,
                sal_Int32 row)
{
    switch (value.getValueTypeClass())
    {
        case css::uno::TypeClass_DOUBLE:
            return *static_cast<const double*>(value.getValue());
        case css::uno::TypeClass_STRING:
        {
            const auto& text = *static_cast<const rtl::OUString*>(value.getValue());
            return text.isEmpty() ? OwnCell() : OwnCell(toUtf8(text));
        }
        default:
            return failure(range->getCellByPosition(column, row)->getError());
    }
}

/// Reads a block of cells; rows[0] is that of firstRow in the sheet.
void read(const Reference<XSpreadsheet>& sheet, Span columns, Span block, sal_Int32 firstRow,
          std::vector<OwnCells>& rows)
{
    const auto range =
        sheet->getCellRangeByPosition(columns.first, block.first, columns.last, block.last);
    const auto data = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    for (sal_Int32 row = 0; row < data.getLength(); ++row)
    {
        const Sequence<Any>& cells = data.getConstArray()[row];
        const sal_Int32 place = block.first - firstRow + row;
        OwnCells& target = rows[static_cast<std::size_t>(place)];
        for (sal_Int32 column = 0; column < cells.getLength(); ++column)
        {
            const sal_Int32 at = columns.first + column;
            target[static_cast<std::size_t>(at)] =
                content(cells.getConstArray()[column], range, column, row);
        }
    }
}

/// @param flags of css::sheet::CellFlags
Sequence<CellRangeAddress> cellsBelowHeaders(const Reference<XSpreadsheet>& sheet, Span columns,
                                             sal_Int32 lastRow, sal_Int16 flags)
{
    const Reference<css::sheet::XCellRangesQuery> query(
        sheet->getCellRangeByPosition(columns.first, 1, columns.last, lastRow), UNO_QUERY_THROW);
    return query->queryContentCells(flags)->getRangeAddresses();
}

Sequence<CellRangeAddress> formulas(const Reference<XSpreadsheet>& sheet, Span columns,
                                    sal_Int32 lastRow)
{
    return cellsBelowHeaders(sheet, columns, lastRow, css::sheet::CellFlags::FORMULA);
}

using NumberFormats = Reference<css::util::XNumberFormats>;

/// @returns of css::util::NumberFormat
sal_Int16 formatType(const Reference<css::uno::XInterface>& cells, const NumberFormats& formats)
{
    sal_Int32 key = 0;
    Reference<css::beans::XPropertySet>(cells, UNO_QUERY_THROW)
        ->getPropertyValue("NumberFormat") >>= key;
    sal_Int16 type = 0;
    formats->getByKey(key)->getPropertyValue("Type") >>= type;
    return type;
}

/// @param rows from the sheet's second on
void takeAsShown(const Reference<XSpreadsheet>& sheet, const CellRangeAddress& cells,
                 std::string_view quote, std::vector<OwnCells>& rows)
{
    for (sal_Int32 row = cells.StartRow; row <= cells.EndRow; ++row)
        for (sal_Int32 column = cells.StartColumn; column <= cells.EndColumn; ++column)
        {
            const Reference<css::text::XText> cell(sheet->getCellByPosition(column, row),
                                                   UNO_QUERY_THROW);
            std::string& shown =
                rows[static_cast<std::size_t>(row) - 1][static_cast<std::size_t>(column)]
                    .emplace<std::string>(quote);
            shown.append(toUtf8(cell->getString())).append(quote);
        }
}

/// Texts, "15.00%" and the quoted '01/02/26', for what Calc makes of "15 %" and "1/2".
void takeSharesAndDates(const Reference<XSpreadsheet>& sheet, Span columns, sal_Int32 lastRow,
                        const NumberFormats& formats, std::vector<OwnCells>& rows)
{
    namespace CellFlags = css::sheet::CellFlags;
    namespace NumberFormat = css::util::NumberFormat;
    const Reference<css::sheet::XUniqueCellFormatRangesSupplier> figures(
        sheet->getCellRangeByPosition(columns.first, 1, columns.last, lastRow), UNO_QUERY_THROW);
    const auto groups = figures->getUniqueCellFormatRanges();
    for (sal_Int32 group = 0; group < groups->getCount(); ++group)
    {
        const Reference<css::sheet::XCellRangesQuery> cells(groups->getByIndex(group),
                                                            UNO_QUERY_THROW);
        const sal_Int16 type = formatType(cells, formats);
        if (!(type & (NumberFormat::DATETIME | NumberFormat::PERCENT)))
            continue;
        const auto typed =
            cells->queryContentCells(CellFlags::VALUE | CellFlags::DATETIME)->getRangeAddresses();
        for (sal_Int32 i = 0; i < typed.getLength(); ++i)
            takeAsShown(sheet, typed.getConstArray()[i], type & NumberFormat::PERCENT ? "" : "'",
                        rows);
    }
}

/** So many rows are read whole: Calc takes long to say which of them hold something where
    many cells between others are blank. A remark far below the foods isn't worth a million rows. */
constexpr sal_Int32 fewRows = 20000;

bool isFilled(const Any& cell)
{
    const auto* const text = static_cast<const rtl::OUString*>(
        cell.getValueTypeClass() == css::uno::TypeClass_STRING ? cell.getValue() : nullptr);
    return !text || !text->isEmpty();
}

} // namespace

std::vector<std::string> readOwnHeaders(const Reference<XSpreadsheet>& sheet)
{
    const sal_Int32 lastColumn = usedArea(sheet).EndColumn;
    std::vector<OwnCells> row(1, OwnCells(static_cast<std::size_t>(lastColumn) + 1));
    read(sheet, { 0, lastColumn }, { 0, 0 }, 0, row);
    std::vector<std::string> headers;
    for (const OwnCell& cell : row.front())
    {
        const std::string* const text = std::get_if<std::string>(&cell);
        headers.push_back(text ? *text : std::string());
    }
    while (headers.size() > 1 && headers.back().empty())
        headers.pop_back();
    return headers;
}

std::vector<bool> filledRows(const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last,
                             sal_Int32 lastRow)
{
    namespace CellFlags = css::sheet::CellFlags;
    std::vector<bool> filled(static_cast<std::size_t>(lastRow));
    sal_Int16 flags = CellFlags::FORMULA;
    if (lastRow <= fewRows)
    {
        const auto rows =
            Reference<css::sheet::XCellRangeData>(
                sheet->getCellRangeByPosition(first, 1, last, lastRow), UNO_QUERY_THROW)
                ->getDataArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
        {
            const Sequence<Any>& cells = rows.getConstArray()[row];
            filled[static_cast<std::size_t>(row)] = std::any_of(
                cells.getConstArray(), cells.getConstArray() + cells.getLength(), isFilled);
        }
    }
    else
        flags |= CellFlags::VALUE | CellFlags::DATETIME | CellFlags::STRING;
    const auto ranges = cellsBelowHeaders(sheet, { first, last }, lastRow, flags);
    for (sal_Int32 i = 0; i < ranges.getLength(); ++i)
    {
        const CellRangeAddress& range = ranges.getConstArray()[i];
        std::fill(filled.begin() + range.StartRow - 1, filled.begin() + range.EndRow, true);
    }
    return filled;
}

OwnSheet readOwnSheet(const Reference<css::sheet::XSpreadsheetDocument>& document,
                      const Reference<XSpreadsheet>& sheet, const Data& data,
                      LabelRulesSource rules)
{
    const CellRangeAddress used = usedArea(sheet);
    OwnSheet result{
        OwnColumns(readOwnHeaders(sheet), data.nutrients, data.units, std::move(rules)), {}, false
    };
    if (used.EndRow < 1)
        return result;
    const auto lastColumn = static_cast<sal_Int32>(result.columns.all().size()) - 1;
    std::vector<bool> wanted = used.EndRow <= fewRows
                                   ? std::vector<bool>(static_cast<std::size_t>(used.EndRow), true)
                                   : filledRows(sheet, 0, lastColumn, used.EndRow);
    const auto isWanted = [&wanted](sal_Int32 row) {
        return wanted[static_cast<std::size_t>(row)];
    };
    result.rows.resize(wanted.size());
    for (std::size_t row = 0; row < wanted.size(); ++row)
        if (wanted[row])
            result.rows[row].resize(result.columns.all().size());
    for (const Span columns : columnSpans(result.columns, false))
    {
        result.computedNames =
            result.computedNames || formulas(sheet, columns, used.EndRow).getLength() > 0;
        for (const Span block : spans(used.EndRow, isWanted))
            read(sheet, columns, { block.first + 1, block.last + 1 }, 1, result.rows);
    }

    const auto figures = columnSpans(result.columns, true);
    for (const Span columns : figures)
    {
        const auto ranges = formulas(sheet, columns, used.EndRow);
        for (sal_Int32 i = 0; i < ranges.getLength(); ++i)
        {
            const CellRangeAddress& range = ranges.getConstArray()[i];
            for (sal_Int32 row = range.StartRow; row <= range.EndRow; ++row)
            {
                const auto place = static_cast<std::size_t>(row - 1);
                wanted[place] = false; // its figures are computed when they are asked for
                for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                    result.rows[place][static_cast<std::size_t>(column)] = Uncomputed();
            }
        }
    }
    for (const Span block : spans(used.EndRow, isWanted))
        for (const Span columns : figures)
            read(sheet, columns, { block.first + 1, block.last + 1 }, 1, result.rows);
    // A document that is being closed has no formats any more.
    const Reference<css::util::XNumberFormatsSupplier> formats(document, UNO_QUERY);
    for (const Span columns : formats.is() ? figures : std::vector<Span>())
        takeSharesAndDates(sheet, columns, used.EndRow, formats->getNumberFormats(), result.rows);
    return result;
}

OwnCells computeRow(const Reference<XSpreadsheet>& sheet, const OwnColumns& columns,
                    const OwnEntry& entry)
{
    const auto row = static_cast<sal_Int32>(entry.row);
    std::vector<OwnCells> rows(1, entry.cells);
    for (const Span span : columnSpans(columns, true))
        read(sheet, span, { row, row }, row, rows);
    return std::move(rows.front());
}

ComputedRows computeRows(const Reference<XSpreadsheet>& sheet, const OwnFoods& foods)
{
    ComputedRows rows;
    for (const OwnEntry& entry : foods.entries())
        if (entry.computed)
            rows.emplace_back(&entry, computeRow(sheet, foods.columns(), entry));
    return rows;
}

std::uint64_t fingerprint(const ComputedRows& rows)
{
    std::vector<OwnCells> cells;
    cells.reserve(rows.size());
    for (const auto& [entry, each] : rows)
        cells.push_back(each);
    return fingerprint(cells);
}

} // namespace quartet
