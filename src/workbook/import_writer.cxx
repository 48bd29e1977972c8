/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/import_writer.hxx"

#include "labels/own_columns.hxx"
#include "nutrition/fold.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/own_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/replaced_cells.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace quartet
{

namespace
{

using css::frame::XModel;
using css::sheet::XCellRangeData;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// As many foods are written at once: the progress is seen to move.
constexpr std::size_t chunk = 1000;

std::string textOf(const OwnCell& cell)
{
    if (const double* const number = std::get_if<double>(&cell))
        return formatNumber(*number, 6);
    const std::string* const text = std::get_if<std::string>(&cell);
    return text ? *text : std::string();
}

OwnColumns readColumns(const Reference<XSpreadsheet>& sheet, const Data& data)
{
    return OwnColumns(readOwnHeaders(sheet), data.nutrients, data.units);
}

/// Columns that are written together.
struct Run
{
    sal_Int32 first;
    sal_Int32 last;
};

/** The sheet while foods are written to it. */
class Writer
{
public:
    Writer(const Reference<XSpreadsheet>& sheet, const Data& data, const ImportOutcome& outcome)
        : m_sheet(sheet)
        , m_data(data)
        , m_outcome(outcome)
    {
        addColumns();
        findColumns();
    }

    const std::vector<std::string>& refused() const { return m_refused; }
    /// Whether all rows need their check again, not only the new ones.
    bool needsAllChecks() const { return m_newColumns || m_unchecked; }
    sal_Int32 lastRow() const { return m_lastRow; }

    void write(const std::function<void(std::size_t)>& done)
    {
        if (std::any_of(m_outcome.foods.begin(), m_outcome.foods.end(),
                        [](const ImportedFood& food) { return food.replaces.has_value(); }))
            clearChecks();
        std::vector<const ImportedFood*> added;
        std::map<sal_Int32, const ImportedFood*> replacing; // by row
        for (const ImportedFood& food : m_outcome.foods)
            if (food.replaces)
                replacing[static_cast<sal_Int32>(*food.replaces) + 1] = &food;
            else
                added.push_back(&food);
        const std::size_t count = m_outcome.foods.size() - added.size();
        replace(replacing);
        if (count > 0)
            done(count);
        for (const Run& run : m_runs)
            recordAsEmpty(run, m_lastRow + 1, added.size());
        for (std::size_t begin = 0; begin < added.size(); begin += chunk)
        {
            const auto end = std::min(begin + chunk, added.size());
            const std::vector<const ImportedFood*> foods(
                added.begin() + static_cast<std::ptrdiff_t>(begin),
                added.begin() + static_cast<std::ptrdiff_t>(end));
            for (const Run& run : m_runs)
                writeRows(run, m_lastRow + 1, foods);
            m_lastRow += static_cast<sal_Int32>(foods.size());
            done(count + end);
        }
    }

private:
    /// The column of the sheet that one of the import goes to.
    static bool isColumn(const OwnColumn& own, const std::string& column, const Data& data)
    {
        static const std::array<std::pair<const char*, OwnField>, 5> texts{
            std::pair("Name", OwnField::Name), std::pair("Aliases", OwnField::Aliases),
            std::pair("Group", OwnField::Group), std::pair("Portions", OwnField::Portions),
            std::pair("Source", OwnField::Source)
        };
        for (const auto& [name, field] : texts)
            if (column == name)
                return own.field == field;
        return own.field == OwnField::Nutrient && data.nutrients[own.nutrient].tag == column;
    }

    /// The columns that the sheet lacks, before "Check".
    void addColumns()
    {
        const OwnColumns columns = readColumns(m_sheet, m_data);
        std::vector<std::string> lacking;
        for (const std::string& column : m_outcome.columns)
            if (std::none_of(columns.all().begin(), columns.all().end(),
                             [&](const OwnColumn& own) { return isColumn(own, column, m_data); }))
                lacking.push_back(column);
        m_newColumns = !lacking.empty();
        if (lacking.empty())
            return;
        const auto check = columns.find(OwnField::Check);
        auto place = usedArea(m_sheet).EndColumn + 1;
        const auto count = static_cast<sal_Int32>(lacking.size());
        if (check && *check > 1)
        {
            place = static_cast<sal_Int32>(*check);
            const auto all =
                Reference<css::table::XColumnRowRange>(m_sheet, UNO_QUERY_THROW)->getColumns();
            all->insertByIndex(place, count);
            // Not as texts, as the column before them may be.
            for (sal_Int32 i = place; i < place + count; ++i)
                Reference<css::beans::XPropertySet>(all->getByIndex(i), UNO_QUERY_THROW)
                    ->setPropertyValue("NumberFormat", Any(sal_Int32(0)));
        }
        const auto headers = ownHeaders(m_data.nutrients);
        for (const std::string& column : lacking)
            m_sheet->getCellByPosition(place++, 0)->setFormula(fromUtf8(headerOf(column, headers)));
    }

    std::string headerOf(const std::string& column, const std::vector<std::string>& headers) const
    {
        const OwnColumns columns(headers, m_data.nutrients, m_data.units);
        for (const OwnColumn& own : columns.all())
            if (isColumn(own, column, m_data))
                return own.header;
        const auto further = m_data.nutrients.findTag(column);
        return further ? ownHeader(m_data.nutrients[*further]) : column;
    }

    void findColumns()
    {
        const OwnColumns columns = readColumns(m_sheet, m_data);
        constexpr auto none = static_cast<std::size_t>(-1);
        m_places.assign(columns.all().size(), none);
        for (std::size_t i = 0; i < m_outcome.columns.size(); ++i)
        {
            const auto own = std::find_if(columns.all().begin(), columns.all().end(),
                                          [&](const OwnColumn& each) {
                                              return isColumn(each, m_outcome.columns[i], m_data);
                                          });
            if (own == columns.all().end() || !own->fault.empty())
                m_refused.push_back(m_outcome.columns[i]);
            else
                m_places[static_cast<std::size_t>(own - columns.all().begin())] = i;
        }
        std::vector<bool> ours;
        for (std::size_t i = 0; i < columns.all().size(); ++i)
        {
            const OwnColumn& own = columns.all()[i];
            const bool readable = own.fault.empty();
            ours.push_back(readable && own.field != OwnField::Check
                           && own.field != OwnField::Other);
            const auto column = static_cast<sal_Int32>(i);
            // What the import doesn't have stays: another table may have brought it.
            if (ours.back() && m_places[i] != none)
                m_replaced.push_back(column);
            if (own.field == OwnField::Source)
                m_source = column;
            if (own.field == OwnField::Per || own.field == OwnField::Weight)
                m_basis.push_back(column);
            if (own.field == OwnField::Nutrient && readable)
                m_figures.push_back(column);
        }
        m_runs = runs(ours);
        findLastRow(ours);
    }

    static std::vector<Run> runs(const std::vector<bool>& columns)
    {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < columns.size(); ++i)
        {
            const auto column = static_cast<sal_Int32>(i);
            if (!columns[i])
                continue;
            if (!runs.empty() && runs.back().last == column - 1)
                runs.back().last = column;
            else
                runs.push_back({ column, column });
        }
        return runs;
    }

    /** The row below which foods are written: the last one that is filled, by a formula
        that shows nothing yet too, or where a remark at the sheet's end leaves no room,
        the last one above a gap that has room. Rows may be checked without a food. */
    void findLastRow(const std::vector<bool>& ours)
    {
        const auto rowCount =
            Reference<css::table::XColumnRowRange>(m_sheet, UNO_QUERY_THROW)->getRows()->getCount();
        std::vector<std::pair<sal_Int32, sal_Int32>> filled{ { 0, 0 } };
        const sal_Int32 lastUsed = usedArea(m_sheet).EndRow;
        for (const Run& run : lastUsed > 0 ? runs(ours) : std::vector<Run>())
        {
            const auto rows = filledRows(m_sheet, run.first, run.last, lastUsed);
            for (sal_Int32 row = 1; row <= lastUsed; ++row)
                if (rows[static_cast<std::size_t>(row - 1)])
                {
                    if (filled.back().second == row - 1)
                        filled.back().second = row;
                    else
                        filled.emplace_back(row, row);
                }
        }
        std::sort(filled.begin(), filled.end());
        const auto wanted = static_cast<sal_Int32>(m_outcome.foods.size());
        std::optional<sal_Int32> above;
        sal_Int32 end = 0;
        for (const auto& [first, last] : filled)
        {
            if (first - end > wanted)
                above = end;
            end = std::max(end, last);
        }
        m_lastRow = above && rowCount - end <= wanted ? *above : end;
    }

    /// An empty text leaves its cell empty.
    Any dataOf(const ImportedFood& food, sal_Int32 column) const
    {
        const std::size_t place = m_places[static_cast<std::size_t>(column)];
        if (place >= food.cells.size())
            return Any(rtl::OUString());
        const ImportCell& cell = food.cells[place];
        if (const double* const number = std::get_if<double>(&cell))
            return Any(*number);
        const std::string* const text = std::get_if<std::string>(&cell);
        return Any(text ? fromUtf8(*text) : rtl::OUString());
    }

    /** Empty rows, for Undo to go back to: for cells that are written as an array
        it restores what stood in them and leaves those that were empty as they
        are. Undoing this empties them all. */
    void recordAsEmpty(const Run& run, sal_Int32 firstRow, std::size_t count)
    {
        if (count == 0)
            return;
        const auto range = m_sheet->getCellRangeByPosition(
            run.first, firstRow, run.last, firstRow + static_cast<sal_Int32>(count));
        Reference<css::sheet::XCellSeries>(range, UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    }

    /** Until all is written: Calc looks at a row after each of its cells, and a
        check reads the whole sheet. */
    void clearChecks()
    {
        const auto check = readColumns(m_sheet, m_data).find(OwnField::Check);
        if (!check || m_lastRow == 0)
            return;
        const auto column = static_cast<sal_Int32>(*check);
        Reference<css::sheet::XSheetOperation>(
            m_sheet->getCellRangeByPosition(column, 1, column, m_lastRow), UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::FORMULA);
        m_unchecked = true;
    }

    /// What stood in the column Source already, and what is new there.
    Any withSource(sal_Int32 row, const rtl::OUString& added) const
    {
        const rtl::OUString present =
            Reference<css::text::XText>(m_sheet->getCellByPosition(m_source, row), UNO_QUERY_THROW)
                ->getString();
        if (present.isEmpty() || present.indexOf(added) >= 0)
            return Any(present.isEmpty() ? added : present);
        return Any(present + "; " + added);
    }

    /// What is unknown wipes nothing.
    void replace(const std::map<sal_Int32, const ImportedFood*>& foods)
    {
        emptyOtherBases(foods);
        for (const sal_Int32 column : m_replaced)
        {
            std::map<sal_Int32, Any> cells;
            for (const auto& [row, food] : foods)
            {
                const Any data = dataOf(*food, column);
                rtl::OUString text;
                const bool isText = data >>= text;
                if (!isText || !text.isEmpty())
                    cells.emplace(row, isText && column == m_source ? withSource(row, text) : data);
            }
            replaceCells(m_sheet, column, cells);
        }
    }

    /** Empties rows' figures where they are for something else, and what they are for:
        those that come in are for 100 g. */
    void emptyOtherBases(const std::map<sal_Int32, const ImportedFood*>& foods) const
    {
        if (foods.empty())
            return;
        const sal_Int32 last = foods.rbegin()->first;
        std::set<sal_Int32> others;
        for (const sal_Int32 column : m_basis)
        {
            const auto cells =
                Reference<XCellRangeData>(m_sheet->getCellRangeByPosition(column, 0, column, last),
                                          UNO_QUERY_THROW)
                    ->getDataArray();
            for (const auto& [row, food] : foods)
                if (rtl::OUString text;
                    !(cells.getConstArray()[row].getConstArray()[0] >>= text) || !text.isEmpty())
                    others.insert(row);
        }
        for (const sal_Int32 row : others)
            for (const auto& columns : { m_basis, m_figures })
                for (const sal_Int32 column : columns)
                    Reference<css::text::XText>(m_sheet->getCellByPosition(column, row),
                                                UNO_QUERY_THROW)
                        ->setString({});
    }

    void writeRows(const Run& run, sal_Int32 firstRow,
                   const std::vector<const ImportedFood*>& foods)
    {
        Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(foods.size()));
        Sequence<Any>* row = rows.getArray();
        for (const ImportedFood* const food : foods)
        {
            Sequence<Any> cells(run.last - run.first + 1);
            Any* cell = cells.getArray();
            for (sal_Int32 column = run.first; column <= run.last; ++column)
                *cell++ = dataOf(*food, column);
            *row++ = cells;
        }
        const auto range = m_sheet->getCellRangeByPosition(
            run.first, firstRow, run.last, firstRow + static_cast<sal_Int32>(foods.size()) - 1);
        Reference<XCellRangeData>(range, UNO_QUERY_THROW)->setDataArray(rows);
    }

    Reference<XSpreadsheet> m_sheet;
    const Data& m_data;
    const ImportOutcome& m_outcome;
    std::vector<std::size_t> m_places; ///< by column of the sheet, one of the import
    std::vector<Run> m_runs;
    std::vector<sal_Int32> m_replaced; ///< columns that the import has
    std::vector<std::string> m_refused;
    sal_Int32 m_source = -1;
    std::vector<sal_Int32> m_basis;   ///< columns of what a row's figures are for
    std::vector<sal_Int32> m_figures; ///< columns of nutrients
    sal_Int32 m_lastRow = 0;
    bool m_newColumns = false;
    bool m_unchecked = false;
};

/** A document whose windows wait with drawing, and its rows with their heights, while it lives:
    of each array that is written Calc would measure every row anew. */
class ViewsLock
{
public:
    explicit ViewsLock(const Reference<XSpreadsheetDocument>& document)
        : m_model(document, UNO_QUERY_THROW)
    {
        m_model->lockControllers();
        setHeights(false);
    }
    ~ViewsLock()
    {
        try
        {
            setHeights(true);
            m_model->unlockControllers();
        }
        catch (const css::uno::Exception&)
        {
            // The document is going away.
        }
    }
    ViewsLock(const ViewsLock&) = delete;
    ViewsLock& operator=(const ViewsLock&) = delete;

private:
    void setHeights(bool areAdjusted) const
    {
        Reference<css::beans::XPropertySet>(m_model, UNO_QUERY_THROW)
            ->setPropertyValue("IsAdjustHeightEnabled", Any(areAdjusted));
    }

    Reference<XModel> m_model;
};

/// The height that their texts need, for rows from first to last.
void adjustHeights(const Reference<XSpreadsheet>& sheet, sal_Int32 first, sal_Int32 last)
{
    if (first > last)
        return;
    const auto rows = Reference<css::table::XColumnRowRange>(
                          sheet->getCellRangeByPosition(0, first, 0, last), UNO_QUERY_THROW)
                          ->getRows();
    Reference<css::beans::XPropertySet>(rows, UNO_QUERY_THROW)
        ->setPropertyValue("OptimalHeight", Any(true));
}

} // namespace

std::vector<OwnFoodNames> ownFoodNames(const Reference<XComponentContext>& context,
                                       const Reference<XSpreadsheetDocument>& document)
{
    std::vector<OwnFoodNames> names;
    const auto sheet = document.is() ? findOwnFoodsSheet(document) : Reference<XSpreadsheet>();
    if (!sheet.is())
        return names;
    const auto registry = Registry::shared(context);
    const auto data = registry->data();
    const OwnSheet own =
        readOwnSheet(document, sheet, *data, [registry] { return registry->labelRules(); });
    const auto name = own.columns.find(OwnField::Name);
    const auto aliases = own.columns.find(OwnField::Aliases);
    names.resize(own.rows.size());
    for (std::size_t row = 0; row < own.rows.size(); ++row)
    {
        const OwnCells& cells = own.rows[row];
        if (cells.empty())
            continue;
        if (name)
            names[row].name = textOf(cells[*name]);
        const std::string others = aliases ? textOf(cells[*aliases]) : std::string();
        for (const std::string_view alias : split(others, ";"))
            names[row].aliases.emplace_back(alias);
    }
    return names;
}

bool isOwnFoodsProtected(const Reference<XSpreadsheetDocument>& document)
{
    const auto isProtected = [](const Reference<css::uno::XInterface>& object) {
        return Reference<css::util::XProtectable>(object, UNO_QUERY_THROW)->isProtected();
    };
    const auto sheet = findOwnFoodsSheet(document);
    return sheet.is() ? isProtected(sheet) : isProtected(document);
}

std::vector<std::string> writeFoods(const Reference<XComponentContext>& context,
                                    const Reference<XSpreadsheetDocument>& document,
                                    const ImportOutcome& outcome,
                                    const std::function<void(std::size_t)>& done)
{
    const auto data = Registry::shared(context)->data();
    std::optional<ViewsLock> lock(document);
    const auto sheet = ownFoodsSheetOf(context, document);
    Writer writer(sheet, *data, outcome);
    const sal_Int32 firstNew = writer.lastRow() + 1;
    writer.write(done);
    const sal_Int32 first = writer.needsAllChecks() ? 1 : firstNew;
    fillOwnFoodsCheck(context, sheet, first, writer.lastRow());
    lock.reset();
    adjustHeights(sheet, first, writer.lastRow());
    return writer.refused();
}

} // namespace quartet
