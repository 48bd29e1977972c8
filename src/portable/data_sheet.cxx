/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/data_sheet.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <sstream>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

namespace
{

/// Below all that is written.
constexpr sal_Int32 scratchRow = 1000000;

Any anyOf(const DataValue& value)
{
    if (const auto* const number = std::get_if<double>(&value))
        return Any(*number);
    const auto* const text = std::get_if<std::string>(&value);
    return Any(text ? fromUtf8(*text) : rtl::OUString());
}

void setLook(const Reference<css::table::XCellRange>& cells, bool bold, bool wrapped)
{
    const Reference<css::beans::XPropertySet> look(cells, UNO_QUERY_THROW);
    if (bold)
        look->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
    look->setPropertyValue("IsTextWrapped", Any(wrapped));
}

} // namespace

DataValue dataOf(const Any& value)
{
    double number = 0;
    rtl::OUString text;
    if (value >>= number)
        return number;
    if ((value >>= text) && !text.isEmpty())
        return toUtf8(text);
    return {};
}

DataSheet::DataSheet(const Cells& cells, const Words& words)
    : m_cells(cells)
    , m_words(words)
{
    const auto sheets = cells.document()->getSheets();
    rtl::OUString name = fromUtf8(words.text("portable.sheet"));
    for (int i = 2; sheets->hasByName(name); ++i)
        name = fromUtf8(words.text("portable.sheet")) + " " + rtl::OUString::number(i);
    const Reference<css::container::XIndexAccess> byIndex(sheets, UNO_QUERY_THROW);
    m_index = byIndex->getCount();
    sheets->insertNewByName(name, static_cast<sal_Int16>(m_index));
    m_sheet.set(byIndex->getByIndex(m_index), UNO_QUERY_THROW);
}

Place DataSheet::scratch() const { return { m_index, 0, scratchRow }; }

Shown DataSheet::present(const Tokens& movable, sal_Int32 baseRow) const
{
    const auto cell = m_cells.cell(scratch());
    Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)
        ->setTokens(toSequence(placed(movable, scratch(), baseRow)));
    Shown value = m_cells.shown(scratch());
    cell->setFormula("");
    return value;
}

std::vector<std::vector<Shown>> DataSheet::presentList(const Tokens& movable, sal_Int32 baseRow,
                                                       sal_Int32 height, sal_Int32 width) const
{
    const Area area{ { m_index, 0, scratchRow }, { m_index, width - 1, scratchRow + height - 1 } };
    const auto cells = m_cells.range(area);
    Reference<css::sheet::XArrayFormulaTokens>(cells, UNO_QUERY_THROW)
        ->setArrayTokens(toSequence(placed(movable, area.first, baseRow)));
    const auto all = m_cells.shown(area);
    Reference<css::sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)->setArrayFormula("");
    std::vector<std::vector<Shown>> rows;
    for (auto cell = all.begin(); cell != all.end(); cell += width)
        rows.emplace_back(cell, cell + width);
    return rows;
}

void DataSheet::place(const std::string& mark, sal_Int32 column, sal_Int32 row,
                      sal_Int32 lastColumn, sal_Int32 lastRow)
{
    m_places[*DataTables::marked(mark)] = { { m_index, column, row },
                                            { m_index, lastColumn, lastRow } };
}

void DataSheet::heading(const std::string& text)
{
    m_row += 1;
    m_cells.setText({ m_index, 0, m_row }, text);
    setLook(m_cells.range({ { m_index, 0, m_row }, { m_index, 0, m_row } }), true, false);
    ++m_row;
}

void DataSheet::titles(const std::vector<std::string>& texts)
{
    sal_Int32 column = 0;
    for (const std::string& text : texts)
        m_cells.setText({ m_index, column++, m_row }, text);
    setLook(m_cells.range({ { m_index, 0, m_row }, { m_index, column - 1, m_row } }), true, true);
    ++m_row;
}

void DataSheet::rows(const Rows& rows, bool unknownIsError)
{
    if (rows.empty())
        return;
    const auto width = static_cast<sal_Int32>(rows.front().size());
    const auto height = static_cast<sal_Int32>(rows.size());
    Sequence<Sequence<Any>> all(height);
    std::vector<Place> unknown;
    for (sal_Int32 row = 0; row < height; ++row)
    {
        Sequence<Any> cells(width);
        for (sal_Int32 column = 0; column < width; ++column)
        {
            const DataValue& value =
                rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            cells.getArray()[column] = anyOf(value);
            if (unknownIsError && std::holds_alternative<std::monostate>(value))
                unknown.push_back({ m_index, column, m_row + row });
        }
        all.getArray()[row] = cells;
    }
    Reference<css::sheet::XCellRangeData>(
        m_cells.range({ { m_index, 0, m_row }, { m_index, width - 1, m_row + height - 1 } }),
        UNO_QUERY_THROW)
        ->setDataArray(all);
    for (const Place& place : unknown)
        m_cells.set(place, { notAvailable, {} });
    m_row += height;
}

void DataSheet::writeFoods(const DataTables& tables)
{
    if (!tables.usesFoods())
        return;
    heading(m_words.text("portable.foods"));
    std::vector<std::string> names{ m_words.text("portable.key"), m_words.text("portable.number"),
                                    m_words.text("portable.food"), m_words.text("portable.group") };
    const auto& nutrients = tables.nutrients();
    for (const auto& field : tables.fields())
    {
        if (field.column == FoodColumn::Name)
        {
            names.push_back(m_words.text("portable.food") + " (" + field.nutrient + ")");
            continue;
        }
        const bool known = field.nutrient == knownK2;
        const Nutrient& nutrient =
            nutrients[known ? nutrients.k2().total : *nutrients.findTag(field.nutrient)];
        const char* id = known ? "portable.known" : "portable.per100g";
        switch (field.column)
        {
            case FoodColumn::Value:
            case FoodColumn::Name:
                break;
            case FoodColumn::Known:
                id = "portable.counted";
                break;
            case FoodColumn::IsKnown:
                id = "portable.isKnown";
                break;
            case FoodColumn::IsCovered:
                id = "portable.isCovered";
                break;
            case FoodColumn::IsBound:
                id = "portable.isBound";
                break;
            case FoodColumn::Source:
                id = "portable.source";
                break;
            case FoodColumn::Grade:
                id = "portable.grade";
                break;
        }
        names.push_back(
            m_words.text(id, { { "nutrient", nutrient.name }, { "unit", nutrient.unit } }));
    }
    titles(names);
    const sal_Int32 first = m_row;
    Rows written;
    sal_Int32 foodCount = 0;
    for (const auto& row : tables.foodRows())
    {
        foodCount += row.isName ? 1 : 0;
        std::vector<DataValue> line{ row.key, static_cast<double>(row.number), row.food->name,
                                     row.food->group };
        for (const auto& field : tables.fields())
            line.push_back(tables.field(field, *row.food));
        written.push_back(std::move(line));
    }
    if (written.empty())
        written.emplace_back(names.size(), DataValue(std::string("-")));
    rows(written, true);
    const auto width = static_cast<sal_Int32>(names.size());
    place(DataTables::foods(), 0, first, width - 1, m_row - 1);
    for (sal_Int32 column = 0; column < width; ++column)
        place(DataTables::foodColumn(column + 1), column, first, column, m_row - 1);
    place(DataTables::foodNames(), 0, first, 0, first + std::max(foodCount, sal_Int32(1)) - 1);
}

void DataSheet::writeFigures(const DataTables& tables)
{
    const auto& figures = tables.figures();
    if (m_figures == figures.size())
        return;
    heading(m_words.text("portable.figures"));
    titles({ m_words.text("portable.figure"), m_words.text("portable.value"),
             m_words.text("portable.figure.source"), m_words.text("portable.serves") });
    Rows written;
    for (std::size_t i = m_figures; i < figures.size(); ++i)
    {
        const sal_Int32 row = m_row + static_cast<sal_Int32>(written.size());
        m_places["figure " + std::to_string(i)] = { { m_index, 1, row }, { m_index, 1, row } };
        written.push_back(
            { figures[i].label, figures[i].value, figures[i].source, figures[i].serves });
    }
    rows(written, false);
    m_figures = figures.size();
}

void DataSheet::writePortions(const DataTables& tables)
{
    if (!tables.usesAmounts())
        return;
    heading(m_words.text("portable.portions"));
    titles({ m_words.text("portable.unit"), m_words.text("portable.step.grams"),
             m_words.text("portable.food") });
    const sal_Int32 first = m_row;
    Rows written;
    for (const auto& [key, grams, food] : tables.portionRows())
        written.push_back({ key, grams, food });
    if (written.empty())
        written.push_back({ std::string("-"), 0.0, std::string() });
    rows(written, false);
    place(DataTables::portions(), 0, first, 1, m_row - 1);
    place(DataTables::portionKeys(), 0, first, 0, m_row - 1);
    place(DataTables::portionGrams(), 1, first, 1, m_row - 1);
}

void DataSheet::writeNumbers(const DataTables& tables)
{
    if (!tables.usesAmounts())
        return;
    heading(m_words.text("portable.numbers"));
    titles({ m_words.text("portable.written"), m_words.text("portable.step.value") });
    const sal_Int32 first = m_row;
    Rows written;
    for (const auto& [word, number] : tables.numberRows())
        written.push_back({ word, number });
    rows(written, false);
    place(DataTables::numbers(), 0, first, 1, m_row - 1);
    place(DataTables::numberKeys(), 0, first, 0, m_row - 1);
    place(DataTables::numberValues(), 1, first, 1, m_row - 1);
}

void DataSheet::writeBlocks(const DataTables& tables)
{
    for (; m_blocks < tables.blocks().size(); ++m_blocks)
    {
        const ValueBlock& block = tables.blocks()[m_blocks];
        heading(block.label);
        const sal_Int32 first = m_row;
        rows(block.rows, false);
        m_places["block " + std::to_string(m_blocks)] = {
            { m_index, 0, first },
            { m_index, static_cast<sal_Int32>(block.rows.front().size()) - 1, m_row - 1 }
        };
    }
}

void DataSheet::append(const DataTables& tables)
{
    writeFigures(tables);
    writeBlocks(tables);
}

void DataSheet::write(const DataTables& tables, const std::string& version)
{
    const auto line = [this](const std::string& text) {
        m_cells.setText({ m_index, 0, m_row }, text);
        ++m_row;
    };
    line(m_words.text("portable.title"));
    setLook(m_cells.range({ { m_index, 0, 0 }, { m_index, 0, 0 } }), true, false);
    line(m_words.text("portable.date", { { "version", version } }));
    line(m_words.text("portable.note"));
    const auto foods = tables.foodRows();
    if (std::any_of(foods.begin(), foods.end(),
                    [](const auto& row) { return row.food->ownSource.has_value(); }))
        line(m_words.text("portable.ownFoods"));
    writeFoods(tables);
    writeFigures(tables);
    writeBlocks(tables);
    m_unprinted = m_row;
    writePortions(tables);
    writeNumbers(tables);
    m_printedAgain = m_row;
    constexpr sal_Int32 wide = 4500; // hundredths of a millimetre
    constexpr sal_Int32 columns = 4;
    const Reference<css::table::XColumnRowRange> table(m_sheet, UNO_QUERY_THROW);
    for (sal_Int32 column = 0; column < columns; ++column)
        Reference<css::beans::XPropertySet>(table->getColumns()->getByIndex(column),
                                            UNO_QUERY_THROW)
            ->setPropertyValue("Width", Any(wide));
}

Tokens DataSheet::resolved(const Tokens& tokens, const FormulaGrammar& grammar) const
{
    namespace Flags = css::sheet::ReferenceFlags;
    Tokens result = tokens;
    for (FormulaToken& token : result)
    {
        rtl::OUString text;
        const auto constant = grammar.constant({ token });
        if (!constant || !(*constant >>= text))
            continue;
        auto marked = DataTables::marked(toUtf8(text));
        if (!marked)
            continue;
        // "block 3 12": the first 12 rows of it.
        std::istringstream words(*marked);
        std::string kind;
        std::size_t number = 0;
        sal_Int32 rows = 0;
        if (words >> kind && kind == "block" && words >> number >> rows)
            marked = kind + " " + std::to_string(number);
        Area area = m_places.at(*marked);
        if (rows > 0)
            area.last.row = area.first.row + rows - 1;
        if (area.isCell())
        {
            token = grammar.reference(movableReference(area.first, std::nullopt));
            continue;
        }
        css::sheet::ComplexReference range(movableReference(area.first, std::nullopt),
                                           movableReference(area.last, std::nullopt));
        range.Reference2.Flags &= ~Flags::SHEET_3D;
        token = grammar.reference(range);
    }
    return result;
}

void DataSheet::finish(const std::vector<std::string>& frozen,
                       const std::vector<std::string>& leftOut)
{
    const auto list = [&](const char* title, const std::vector<std::string>& lines) {
        if (lines.empty())
            return;
        heading(m_words.text(title));
        for (const std::string& line : lines)
            m_cells.setText({ m_index, 0, m_row++ }, line);
    };
    list("portable.frozen.list", frozen);
    list("portable.leftOut.list", leftOut);
    leaveAmountsUnprinted();
}

void DataSheet::leaveAmountsUnprinted() const
{
    if (m_unprinted == m_printedAgain)
        return;
    const Area used = m_cells.usedArea(m_index);
    const auto sheet = static_cast<sal_Int16>(m_index);
    Sequence<css::table::CellRangeAddress> areas(used.last.row < m_printedAgain ? 1 : 2);
    areas.getArray()[0] = { sheet, 0, 0, used.last.column, m_unprinted - 1 };
    if (areas.getLength() > 1)
        areas.getArray()[1] = { sheet, 0, m_printedAgain, used.last.column, used.last.row };
    Reference<css::sheet::XPrintAreas>(m_sheet, UNO_QUERY_THROW)->setPrintAreas(areas);
}

} // namespace quartet
