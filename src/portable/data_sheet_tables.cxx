/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The figures of the sheet, with their sources.

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "portable/data_sheet.hxx"
#include "portable/data_sheet_layout.hxx"
#include "portable/native_text.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

Any textOf(const std::string& text) { return Any(fromUtf8(text)); }

std::vector<std::string> withPlurals(const std::string& unit)
{
    // "g" and "oz" have no plural.
    constexpr std::size_t abbreviation = 2;
    if (unit.size() <= abbreviation)
        return { unit };
    std::vector<std::string> forms{ unit, unit + "s" };
    for (const char* const hissing : { "s", "x", "z", "ch", "sh", "o" })
        if (unit.ends_with(hissing))
            forms.push_back(unit + "es");
    const auto ending = [&unit, &forms](std::string_view one, const char* many) {
        if (unit.ends_with(one))
            forms.push_back(unit.substr(0, unit.size() - one.size()) + many);
    };
    ending("y", "ies");
    ending("f", "ves");
    ending("fe", "ves");
    return forms;
}

void setLook(const Reference<css::table::XCellRange>& cells, bool bold, bool wrapped)
{
    const Reference<css::beans::XPropertySet> look(cells, UNO_QUERY_THROW);
    if (bold)
        look->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
    look->setPropertyValue("IsTextWrapped", Any(wrapped));
}

} // namespace

void NutritionSheet::writeTables()
{
    const Data& data = *m_standards->data;
    // Each spelling of a food that stands in the workbook, and its name.
    std::map<std::string, const Food*> spellings;
    std::map<std::string, const Food*> foods;
    if (m_foodEnd > firstRow)
    {
        const auto rows =
            Reference<css::sheet::XCellRangeData>(
                range(m_foodColumn, firstRow, m_foodColumn, m_foodEnd - 1), UNO_QUERY_THROW)
                ->getDataArray();
        for (sal_Int32 i = 0; i < rows.getLength(); ++i)
        {
            rtl::OUString text;
            if (!(rows.getConstArray()[i].getConstArray()[0] >>= text))
                continue;
            const std::string written(trim(toUtf8(text)));
            const Food* const food = written.empty() ? nullptr : m_foods->find(written);
            if (!food)
                continue;
            foods[food->name] = food;
            spellings[written] = food;
        }
    }
    // Those that a formula names itself, though it may not show them now.
    for (const Block& block : m_blocks)
    {
        if (block.inputs.empty())
            continue;
        for (const FormulaToken& token : block.inputs.front().original)
        {
            rtl::OUString text;
            const auto constant = m_grammar.constant({ token });
            if (!constant || !(*constant >>= text))
                continue;
            const std::string written(trim(toUtf8(text)));
            if (const Food* const food = m_foods->find(written))
            {
                foods[food->name] = food;
                spellings[written] = food;
            }
        }
    }
    for (const auto& [name, food] : foods)
        spellings[name] = food;

    const auto count = static_cast<sal_Int32>(std::max<std::size_t>(spellings.size(), 1));
    sal_Int32 column = 0;
    setText(column++, headerRow, m_words.text("portable.key"));
    setText(column++, headerRow, m_words.text("portable.written"));
    setText(column++, headerRow, m_words.text("portable.food"));
    setText(column++, headerRow, m_words.text("portable.group"));
    const auto rangeOf = [count](sal_Int32 of) {
        return fixedRange(of, firstRow, of, firstRow + count - 1);
    };
    m_keys = rangeOf(0);
    m_names = rangeOf(2);
    for (const std::string& tag : m_nutrients)
    {
        const bool known = tag == knownK2;
        const auto index = known ? data.nutrients.k2().total : *data.nutrients.findTag(tag);
        const Nutrient& nutrient = data.nutrients[index];
        setText(column, headerRow,
                m_words.text(known ? "portable.known" : "portable.per100g",
                             { { "nutrient", nutrient.name }, { "unit", nutrient.unit } }));
        setText(column + 1, headerRow,
                m_words.text("portable.source", { { "nutrient", nutrient.name } }));
        m_values[tag] = rangeOf(column);
        m_sources[tag] = rangeOf(column + 1);
        column += 2;
    }

    sal_Int32 row = firstRow;
    for (const auto& [written, food] : spellings)
    {
        setText(1, row, written);
        setFormula(0, row, "LOWER(TRIM(" + cellName(1, row) + "))");
        setText(2, row, food->name);
        setText(3, row, food->group);
        column = 4;
        for (const std::string& tag : m_nutrients)
        {
            const bool known = tag == knownK2;
            const auto index = known ? data.nutrients.k2().total : *data.nutrients.findTag(tag);
            const auto value =
                known ? k2Per100g(*food, data.nutrients.k2(), K2Form::Known) : food->value(index);
            const auto source = data.source(*food, index);
            setValue(column, row, value ? Any(*value) : Any(), value ? 0 : notAvailable);
            setValue(column + 1, row, source ? textOf(*source) : Any(), source ? 0 : notAvailable);
            column += 2;
        }
        ++row;
    }
    row = firstRow + count + 1;

    // What the units weigh, then each food's portions.
    const auto weights = [&](const char* title,
                             const std::vector<std::pair<std::string, double>>& list) {
        setLook(range(0, row, 0, row), true, false);
        setText(0, row++, m_words.text(title));
        const sal_Int32 first = row;
        for (const auto& [unit, grams] : list)
        {
            setText(0, row, unit);
            cell(1, row++)->setValue(grams);
        }
        if (row == first)
            ++row;
        std::string area = fixedRange(0, first, 1, row - 1);
        ++row;
        return area;
    };
    const auto spread = [](const Weights& from, const std::string& before) {
        std::vector<std::pair<std::string, double>> list;
        std::set<std::string> taken;
        // A name as it is comes before another's plural.
        for (const auto& [unit, grams] : from.all())
            if (taken.insert(unit).second)
                list.emplace_back(before + unit, grams);
        for (const auto& [unit, grams] : from.all())
            for (const std::string& form : withPlurals(unit))
                if (taken.insert(form).second)
                    list.emplace_back(before + form, grams);
        return list;
    };
    m_units = weights("portable.units", spread(data.units, ""));
    std::vector<std::pair<std::string, double>> portions;
    for (const auto& [name, food] : foods)
    {
        rtl::OUString lower = fromUtf8(name);
        const auto list = spread(food->portions, toUtf8(lower) + "|");
        portions.insert(portions.end(), list.begin(), list.end());
    }
    m_portions = weights("portable.portions", portions);

    setLook(range(0, row, 0, row), true, false);
    setText(0, row++, m_words.text("portable.foods"));
    m_uniqueArea = { { m_index, 0, row }, { m_index, 0, row } };
    for (const auto& [name, food] : foods)
        setText(0, row++, name);
    m_uniqueArea.last.row = std::max(m_uniqueArea.first.row, row - 1);
    m_tableEnd = row + 1;
}

void NutritionSheet::finish(const std::vector<std::string>& frozen)
{
    const Data& data = *m_standards->data;
    setText(0, 0, m_words.text("portable.title"));
    setText(0, 1, m_words.text("portable.date", { { "version", data.version } }));
    setText(0, 2, m_words.text("portable.note"));
    setLook(range(0, 0, 0, 0), true, false);
    setLook(range(0, headerRow, m_listColumn, headerRow), true, true);
    const Reference<css::table::XColumnRowRange> table(m_sheet, UNO_QUERY_THROW);
    const auto columns = table->getColumns();
    constexpr sal_Int32 wide = 4500; // hundredths of a millimetre
    for (sal_Int32 column = 0; column < m_foodColumn; ++column)
        Reference<css::beans::XPropertySet>(columns->getByIndex(column), UNO_QUERY_THROW)
            ->setPropertyValue("Width", Any(wide));
    Reference<css::beans::XPropertySet>(table->getRows()->getByIndex(headerRow), UNO_QUERY_THROW)
        ->setPropertyValue("OptimalHeight", Any(true));
    // Of values alone there are no tables.
    sal_Int32 row = std::max(m_tableEnd, headerRow);
    const auto list = [&](const char* title, const auto& lines) {
        if (lines.empty())
            return;
        setLook(range(0, row, 0, row), true, false);
        setText(0, row++, m_words.text(title));
        for (const std::string& line : lines)
            setText(0, row++, line);
        ++row;
    };
    list("portable.figures", m_citations);
    list("portable.frozen.list", frozen);
}

} // namespace quartet
