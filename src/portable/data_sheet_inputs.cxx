/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The layout of the sheet, and what goes into its steps.

#include "portable/data_sheet.hxx"
#include "portable/data_sheet_layout.hxx"
#include "portable/native_text.hxx"
#include "workbook/contents.hxx"

#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void NutritionSheet::layOut()
{
    std::set<std::string> nutrients;
    std::set<std::pair<FoodFigure, std::string>> figures;
    sal_Int32 foodRow = firstRow;
    sal_Int32 callRow = firstRow;
    for (Block& block : m_blocks)
    {
        const bool isFood =
            !block.method && block.aggregate.empty() && !block.list && block.same.empty();
        m_inputs =
            isFood ? m_inputs : std::max(m_inputs, static_cast<sal_Int32>(block.inputs.size()));
        for (const sal_Int32 base : block.rows)
        {
            if (block.list)
                continue;
            sal_Int32& row = isFood ? foodRow : callRow;
            block.place[base] = row++;
            // Its list grows from row to row.
            if (block.aggregate == "missing")
            {
                sal_Int32 cells = 0;
                for (const Area& area : block.areas)
                    cells += area.rows();
                row += cells;
                block.place[base] = row - 1;
            }
        }
        for (const auto& [figure, nutrient] : block.figures)
        {
            if (figure == FoodFigure::Grams)
                continue;
            if (figure != FoodFigure::Weight)
                nutrients.insert(nutrient);
            if (figure == FoodFigure::Counted || figure == FoodFigure::BoundGrams)
                nutrients.insert(bound(nutrient));
            figures.insert({ figure, nutrient });
        }
    }
    m_nutrients.assign(nutrients.begin(), nutrients.end());
    m_foodEnd = foodRow;
    m_foodColumn = 4 + 2 * static_cast<sal_Int32>(m_nutrients.size()) + 1;
    sal_Int32 next = m_foodColumn + FoodSteps;
    for (const auto& figure : figures)
        m_figures[figure] = next++;
    m_callColumn = next + 1;
    m_listColumn = m_callColumn + 1 + 2 * m_inputs + 1 + figuresOfACall + 2;
    next = m_listColumn;
    for (Block& block : m_blocks)
        if (block.list)
        {
            block.listColumn = next;
            next += block.listColumns;
        }
}

void NutritionSheet::writeInputs()
{
    layOut();
    writeFoodInputs();
    writeCallInputs();
    writeLists();
}

void NutritionSheet::writeFoodInputs()
{
    for (const Block& block : m_blocks)
    {
        if (block.method || !block.aggregate.empty() || block.list || !block.same.empty())
            continue;
        for (auto at = block.place.begin(); at != block.place.end();)
        {
            // Rows that follow each other are filled in one go.
            auto last = at;
            while (std::next(last) != block.place.end()
                   && std::next(last)->first == last->first + 1)
                ++last;
            for (sal_Int32 i = 0; i < 2; ++i)
            {
                const Tokens& tokens = block.inputs[static_cast<std::size_t>(i)].original;
                if (tokens.empty())
                    continue;
                const Place place{ m_index, m_foodColumn + i, at->second };
                Reference<css::sheet::XFormulaTokens>(cell(place.column, place.row),
                                                      UNO_QUERY_THROW)
                    ->setTokens(toSequence(placed(tokens, place, at->first)));
                fillDown(place.column, at->second, last->second);
            }
            at = std::next(last);
        }
    }
}

void NutritionSheet::writeCallInputs()
{
    for (const Block& block : m_blocks)
    {
        if (!block.method && block.same.empty())
            continue;
        for (const auto& [base, row] : block.place)
        {
            for (std::size_t i = 0; i < block.inputs.size(); ++i)
            {
                const Place place{ m_index, m_callColumn + 1 + static_cast<sal_Int32>(i), row };
                Reference<css::sheet::XFormulaTokens>(cell(place.column, row), UNO_QUERY_THROW)
                    ->setTokens(toSequence(placed(block.inputs[i].original, place, base)));
            }
            if (!block.method || block.method->kind == Portable::Native)
                continue;
            // What it gives now.
            std::vector<Tokens> arguments;
            for (std::size_t i = 0; i < block.written.size(); ++i)
                arguments.push_back(
                    block.inputOf[i] == none
                        ? block.written[i]
                        : Tokens{ m_grammar.reference(movableReference(
                              { m_index,
                                m_callColumn + 1 + static_cast<sal_Int32>(block.inputOf[i]), row },
                              std::nullopt)) });
            const sal_Int32 value = m_callColumn + 1 + 2 * m_inputs;
            Reference<css::sheet::XFormulaTokens>(cell(value, row), UNO_QUERY_THROW)
                ->setTokens(toSequence(m_grammar.call(block.name, arguments)));
        }
    }
}

void NutritionSheet::writeLists()
{
    for (const Block& block : m_blocks)
    {
        if (!block.list || block.inputs.empty())
            continue;
        const sal_Int32 base = *block.rows.begin();
        const auto cells =
            range(block.listColumn, firstRow, block.listColumn + block.listColumns - 1,
                  firstRow + block.listRows - 1);
        const Place place{ m_index, block.listColumn, firstRow };
        Reference<css::sheet::XArrayFormulaTokens>(cells, UNO_QUERY_THROW)
            ->setArrayTokens(toSequence(placed(block.inputs[0].original, place, base)));
        const Contents values(cells);
        Reference<css::sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)->setArrayFormula("");
        values.writeTo(cells);
    }
}

} // namespace quartet
