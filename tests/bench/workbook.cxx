/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook.hxx"

#include "measurements.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/script/XLibraryContainer.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace quartet::bench
{

namespace
{

using css::table::XCell;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using Range = Sequence<Sequence<Any>>;

std::string contents(const char* path)
{
    std::ifstream file(path);
    return { std::istreambuf_iterator<char>(file), {} };
}

/// Puts a module of Basic into the document's own library.
void addBasic(const Spreadsheet& spreadsheet, const std::string& source)
{
    const Reference<css::beans::XPropertySet> properties(spreadsheet.document(), UNO_QUERY_THROW);
    const Reference<css::script::XLibraryContainer> libraries(
        properties->getPropertyValue("BasicLibraries"), UNO_QUERY_THROW);
    if (!libraries->hasByName("Standard"))
        libraries->createLibrary("Standard");
    const Reference<css::container::XNameContainer> library(libraries->getByName("Standard"),
                                                            UNO_QUERY_THROW);
    library->insertByName("Lookup", Any(fromUtf8(source)));
}

} // namespace

Foods readFoods(const Office& office)
{
    Spreadsheet scratch(office);
    const Sheet sheet = scratch.sheet();
    scratch.enter("A1", "=ROWS(FOODS())");
    const auto count = static_cast<sal_Int32>(scratch.value("A1"));
    const Reference<css::sheet::XArrayFormulaRange> names(
        sheet->getCellRangeByPosition(0, 0, 0, count - 1), UNO_QUERY_THROW);
    names->setArrayFormula("=FOODS()");
    fill(sheet, "=IFERROR(K2MCG(A1;100);\"\")", count);
    const Reference<css::sheet::XCellRangeData> both(
        sheet->getCellRangeByPosition(0, 0, 1, count - 1), UNO_QUERY_THROW);
    const Range data = both->getDataArray();
    Foods foods;
    for (sal_Int32 row = 0; row < data.getLength(); ++row)
    {
        const Any* const cells = data.getConstArray()[row].getConstArray();
        const std::string name = toUtf8(cells[0].get<rtl::OUString>());
        double k2 = 0;
        if (cells[1] >>= k2)
            foods.known.emplace_back(name, k2);
        foods.all.emplace_back(name, k2);
    }
    return foods;
}

Workbook::Workbook(const Office& office, const Foods& foods)
    : m_spreadsheet(office, Spreadsheet::Macros::Always)
    , m_calculation(m_spreadsheet.document(), UNO_QUERY_THROW)
    , m_table("$Foods.$A$1:$B$" + std::to_string(foods.all.size()))
{
    // A cell that is asked for its value calculates itself: what is timed, and
    // what shows that it was done, is calculate() alone.
    m_calculation->enableAutomaticCalculation(false);
    m_spreadsheet.document()->getSheets()->insertNewByName("Foods", 0);
    write(m_spreadsheet.sheet(), foods.all);
    addBasic(m_spreadsheet, contents(BASIC_LOOKUP));
}

Sheet Workbook::addSheet(const std::string& name)
{
    const auto sheets = m_spreadsheet.document()->getSheets();
    sheets->insertNewByName(fromUtf8(name), 1);
    return { sheets->getByName(fromUtf8(name)), UNO_QUERY_THROW };
}

double Workbook::calculate()
{
    return seconds([&] { m_calculation->calculate(); });
}

void write(const Sheet& sheet, const Rows& rows, sal_Int32 column)
{
    // The bridge carries each part whole.
    constexpr std::size_t part = 10'000;
    for (std::size_t begin = 0; begin < rows.size(); begin += part)
    {
        const std::size_t end = std::min(begin + part, rows.size());
        Range data(static_cast<sal_Int32>(end - begin));
        Sequence<Any>* const target = data.getArray();
        for (std::size_t row = begin; row < end; ++row)
        {
            const Any cells[] = { Any(fromUtf8(rows[row].first)), Any(rows[row].second) };
            target[row - begin] = Sequence<Any>(cells, 2);
        }
        const Reference<css::sheet::XCellRangeData> range(
            sheet->getCellRangeByPosition(column, static_cast<sal_Int32>(begin), column + 1,
                                          static_cast<sal_Int32>(end - 1)),
            UNO_QUERY_THROW);
        range->setDataArray(data);
    }
}

void fill(const Sheet& sheet, const std::string& formula, sal_Int32 last, sal_Int32 column)
{
    const Reference<XCellRange> range = sheet->getCellRangeByPosition(column, 0, column, last - 1);
    range->getCellByPosition(0, 0)->setFormula(fromUtf8(formula));
    const Reference<css::sheet::XCellSeries> series(range, UNO_QUERY_THROW);
    series->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

Reference<XCell> cell(const Sheet& sheet, const std::string& name)
{
    return sheet->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
}

void expect(const Reference<XCell>& cell, double expected, const std::string& what)
{
    const double value = cell->getValue();
    if (cell->getError() || !(std::abs(value - expected) <= 1e-9 * std::abs(expected)))
        throw std::runtime_error(what + " gives " + std::to_string(value) + " (error "
                                 + std::to_string(cell->getError()) + "), not "
                                 + std::to_string(expected));
}

} // namespace quartet::bench
