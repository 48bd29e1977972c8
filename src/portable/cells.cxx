/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/cells.hxx"

#include "portable/cell_name.hxx"
#include "portable/safe_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
namespace Flags = css::sheet::CellFlags;

std::vector<Area> areasOf(const Reference<css::sheet::XSheetCellRanges>& ranges)
{
    const auto addresses = ranges->getRangeAddresses();
    std::vector<Area> areas;
    for (sal_Int32 i = 0; i < addresses.getLength(); ++i)
    {
        const auto& each = addresses.getConstArray()[i];
        areas.push_back({ { each.Sheet, each.StartColumn, each.StartRow },
                          { each.Sheet, each.EndColumn, each.EndRow } });
    }
    return areas;
}

/// Those that stand below each other together.
std::vector<Area> columnsOf(const std::set<Place>& places)
{
    std::vector<Area> columns;
    for (const Place& place : places)
    {
        Place* const last = columns.empty() ? nullptr : &columns.back().last;
        if (last && last->sheet == place.sheet && last->column == place.column
            && last->row + 1 == place.row)
            last->row = place.row;
        else
            columns.push_back({ place, place });
    }
    return columns;
}

constexpr sal_Int16 contents = Flags::VALUE | Flags::DATETIME | Flags::STRING | Flags::FORMULA;

} // namespace

bool Shown::agrees(const Shown& other) const
{
    if (error || other.error)
        return error && other.error && (error == notAvailable) == (other.error == notAvailable);
    double one = 0;
    double two = 0;
    if ((value >>= one) && (other.value >>= two))
        return std::abs(one - two) <= 1e-9 * std::max({ 1.0, std::abs(one), std::abs(two) });
    return value == other.value;
}

bool Shown::isEmpty() const
{
    rtl::OUString text;
    return !error && (!value.hasValue() || ((value >>= text) && text.isEmpty()));
}

Cells::Cells(const Reference<css::sheet::XSpreadsheetDocument>& document, bool excel)
    : m_document(document)
    , m_sheets(document->getSheets(), UNO_QUERY_THROW)
    , m_sheetCount(m_sheets->getCount())
    , m_separator(excel ? "!" : ".")
{
}

void Cells::recalculate() const
{
    Reference<css::sheet::XCalculatable>(m_document, UNO_QUERY_THROW)->calculateAll();
}

bool Cells::calculateAutomatically(bool automatic) const
{
    const Reference<css::sheet::XCalculatable> calculation(m_document, UNO_QUERY_THROW);
    const bool was = calculation->isAutomaticCalculationEnabled();
    calculation->enableAutomaticCalculation(automatic);
    return was;
}

Reference<css::table::XCellRange> Cells::sheet(sal_Int32 index) const
{
    const auto at = static_cast<std::size_t>(index);
    if (m_known.size() <= at)
        m_known.resize(at + 1);
    if (!m_known[at].is())
        m_known[at].set(m_sheets->getByIndex(index), UNO_QUERY_THROW);
    return m_known[at];
}

Reference<css::table::XCellRange> Cells::range(const Area& area) const
{
    return sheet(area.first.sheet)
        ->getCellRangeByPosition(area.first.column, area.first.row, area.last.column,
                                 area.last.row);
}

Reference<css::table::XCell> Cells::cell(const Place& place) const
{
    return sheet(place.sheet)->getCellByPosition(place.column, place.row);
}

bool Cells::isFormula(const Place& place) const
{
    return cell(place)->getType() == css::table::CellContentType_FORMULA;
}

std::vector<Place> Cells::withoutFormula(const Area& area) const
{
    sal_Int32 count = 0;
    for (const Area& each :
         areasOf(Reference<css::sheet::XCellRangesQuery>(range(area), UNO_QUERY_THROW)
                     ->queryContentCells(Flags::FORMULA)))
        count += each.rows() * each.columns();
    std::vector<Place> places;
    if (count == area.rows() * area.columns())
        return places;
    for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
        for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
            if (const Place place{ area.first.sheet, column, row }; !isFormula(place))
                places.push_back(place);
    return places;
}

Tokens Cells::tokens(const Place& place) const
{
    return toTokens(
        Reference<css::sheet::XFormulaTokens>(cell(place), UNO_QUERY_THROW)->getTokens());
}

std::vector<Shown> Cells::shown(const Area& area) const
{
    const auto cells = range(area);
    const auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
    std::vector<Shown> all;
    for (sal_Int32 row = 0; row < area.rows(); ++row)
        for (sal_Int32 column = 0; column < area.columns(); ++column)
        {
            const css::uno::Any& value = rows.getConstArray()[row].getConstArray()[column];
            // A value that is there is no error.
            const sal_Int32 error =
                value.hasValue() ? 0 : cells->getCellByPosition(column, row)->getError();
            all.push_back({ error, value });
        }
    return all;
}

std::string Cells::name(const Place& place) const
{
    const Reference<css::container::XNamed> named(sheet(place.sheet), UNO_QUERY_THROW);
    return toUtf8(named->getName()) + m_separator + cellName(place.column, place.row);
}

std::string Cells::text(const Place& place) const
{
    return toUtf8(Reference<css::text::XText>(cell(place), UNO_QUERY_THROW)->getString());
}

Area Cells::used(Area area) const
{
    constexpr sal_Int32 spare = 100;
    constexpr sal_Int32 lastRow = 65535;
    if (area.last.row < lastRow)
        return area;
    const auto areas = Reference<css::sheet::XCellRangesQuery>(
                           m_sheets->getByIndex(area.first.sheet), UNO_QUERY_THROW)
                           ->queryContentCells(contents)
                           ->getRangeAddresses();
    sal_Int32 last = area.first.row;
    for (sal_Int32 i = 0; i < areas.getLength(); ++i)
        last = std::max(last, areas.getConstArray()[i].EndRow);
    area.last.row = std::min(area.last.row, last + spare);
    return area;
}

Area Cells::usedArea(sal_Int32 index) const
{
    const Reference<css::sheet::XSpreadsheet> of(m_sheets->getByIndex(index), UNO_QUERY_THROW);
    const auto cursor = of->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const auto end =
        Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
    return { { index, 0, 0 }, { index, end.EndColumn, end.EndRow } };
}

bool Cells::isArray(const Place& place) const
{
    return !Reference<css::sheet::XArrayFormulaRange>(cell(place), UNO_QUERY_THROW)
                ->getArrayFormula()
                .isEmpty();
}

Area Cells::arrayAround(const Place& place) const
{
    if (!isArray(place))
        return { place, place };
    const Reference<css::sheet::XSheetCellRange> single(range({ place, place }), UNO_QUERY_THROW);
    const auto cursor = single->getSpreadsheet()->createCursorByRange(single);
    cursor->collapseToCurrentArray();
    const auto whole =
        Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
    return { { place.sheet, whole.StartColumn, whole.StartRow },
             { place.sheet, whole.EndColumn, whole.EndRow } };
}

std::vector<Area> Cells::formulaAreas(sal_Int32 index) const
{
    return areasOf(Reference<css::sheet::XCellRangesQuery>(sheet(index), UNO_QUERY_THROW)
                       ->queryContentCells(Flags::FORMULA));
}

void Cells::forEachFormula(const std::function<void(const Place&)>& visit) const
{
    for (sal_Int32 i = 0; i < m_sheetCount; ++i)
        for (const Area& area : formulaAreas(i))
            for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
                for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
                    visit({ i, column, row });
}

std::map<Place, Shown> Cells::formulas() const
{
    std::map<Place, Shown> all;
    for (sal_Int32 i = 0; i < m_sheetCount; ++i)
        for (const Area& area : formulaAreas(i))
        {
            const auto values = shown(area);
            const auto columns = static_cast<std::size_t>(area.columns());
            // In the order of the map.
            for (std::size_t column = 0; column < columns; ++column)
                for (std::size_t at = column; at < values.size(); at += columns)
                    all.emplace_hint(all.end(),
                                     Place{ i, area.first.column + static_cast<sal_Int32>(column),
                                            area.first.row + static_cast<sal_Int32>(at / columns) },
                                     values[at]);
        }
    return all;
}

void Cells::dissolveArray(const Place& place) const
{
    if (isArray(place))
        Reference<css::sheet::XArrayFormulaRange>(range(arrayAround(place)), UNO_QUERY_THROW)
            ->setArrayFormula("");
}

void Cells::set(const Place& place, const Shown& value) const
{
    dissolveArray(place);
    const auto here = cell(place);
    double number = 0;
    rtl::OUString text;
    if (value.error)
        here->setFormula("=" + rtl::OUString::createFromAscii(errorFormula(value.error)));
    else if (value.value >>= number)
        here->setValue(number);
    else if (value.value >>= text)
        Reference<css::text::XText>(here, UNO_QUERY_THROW)->setString(text);
}

void Cells::setText(const Place& place, const std::string& text) const
{
    Reference<css::text::XText>(cell(place), UNO_QUERY_THROW)->setString(fromUtf8(text));
}

void Cells::set(const std::map<Place, Shown>& values) const
{
    std::set<Place> places;
    for (const auto& [place, value] : values)
    {
        dissolveArray(place);
        places.insert(places.end(), place);
    }
    clearFormulas(places);
    for (const auto& [place, value] : values)
        set(place, value);
}

void Cells::empty(const std::set<Place>& places) const
{
    // Calc changes no part of an array formula, and says so to nobody.
    for (const Place& place : places)
        dissolveArray(place);
    for (const Area& column : columnsOf(places))
    {
        const auto cells = range(column);
        Reference<css::sheet::XSheetOperation>(cells, UNO_QUERY_THROW)
            ->clearContents(contents | Flags::ANNOTATION);
        const auto still = areasOf(Reference<css::sheet::XCellRangesQuery>(cells, UNO_QUERY_THROW)
                                       ->queryContentCells(contents));
        if (!still.empty())
            throw NotWritten("portable.error.notEmptied", name(still.front().first));
    }
}

void Cells::clearFormulas(const std::set<Place>& places) const
{
    for (const Area& column : columnsOf(places))
        Reference<css::sheet::XSheetOperation>(range(column), UNO_QUERY_THROW)
            ->clearContents(Flags::FORMULA);
}

} // namespace quartet
