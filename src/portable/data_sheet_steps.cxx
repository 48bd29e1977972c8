/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The native formulas for foods and for totals over them.

#include "portable/data_sheet.hxx"
#include "portable/data_sheet_layout.hxx"
#include "portable/native_text.hxx"

#include <com/sun/star/sheet/XFormulaTokens.hpp>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void NutritionSheet::writeFormulas()
{
    writeTables();
    writeFoodFormulas();
    writeCalls();
}

void NutritionSheet::writeFoodFormulas()
{
    if (m_foodEnd == firstRow)
        return;
    static constexpr std::array<const char*, FoodSteps> titles{
        "portable.step.food",  "portable.step.amount", "portable.step.name",   "portable.step.row",
        "portable.step.text",  "portable.step.letter", "portable.step.number", "portable.step.unit",
        "portable.step.value", "portable.step.grams"
    };
    for (sal_Int32 i = 0; i < FoodSteps; ++i)
        setText(m_foodColumn + i, headerRow, m_words.text(titles[static_cast<std::size_t>(i)]));
    for (const auto& [figure, column] : m_figures)
        setText(column, headerRow,
                m_words.text(figure.first == FoodFigure::Value        ? "portable.figure.value"
                             : figure.first == FoodFigure::Weight     ? "portable.step.grams"
                             : figure.first == FoodFigure::Counted    ? "portable.figure.counted"
                             : figure.first == FoodFigure::KnownGrams ? "portable.figure.known"
                             : figure.first == FoodFigure::BoundGrams ? "portable.figure.bound"
                                                                      : "portable.figure.source",
                             { { "nutrient", figure.second } }));

    // With the calls in the inputs rewritten too.
    for (const Block& block : m_blocks)
    {
        if (block.method || !block.aggregate.empty() || block.list || !block.same.empty())
            continue;
        for (std::size_t i = 0; i < 2; ++i)
        {
            if (!m_grammar.holdsOurs(block.inputs[i].original))
                continue;
            for (const auto& [base, row] : block.place)
            {
                const Place place{ m_index, m_foodColumn + static_cast<sal_Int32>(i), row };
                const Place from{ 0, 0, base };
                Reference<css::sheet::XFormulaTokens>(cell(place.column, row), UNO_QUERY_THROW)
                    ->setTokens(
                        toSequence(placed(resolved(block.inputs[i].rewritten, from), place, base)));
            }
        }
        for (auto at = block.place.begin(); at != block.place.end();)
        {
            auto last = at;
            while (std::next(last) != block.place.end()
                   && std::next(last)->first == last->first + 1)
                ++last;
            const sal_Int32 row = at->second;
            const auto name = [&](sal_Int32 step) { return cellName(m_foodColumn + step, row); };
            const auto set = [&](sal_Int32 column, const std::string& formula) {
                setFormula(column, row, formula);
                fillDown(column, row, last->second);
            };
            const std::string foodIn = name(FoodIn);
            const std::string food = name(FoodText);
            const std::string found = name(FoodRow);
            const std::string amount = name(AmountIn);
            const std::string grams = name(Grams);
            set(m_foodColumn + FoodText, "IF(" + foodIn + "=0;\"\";TRIM(" + foodIn + "))");
            set(m_foodColumn + FoodRow, "IF(" + food + "=\"\";0;MATCH("
                                            + escaped("LOWER(" + food + ")") + ";" + m_keys
                                            + ";0))");
            if (!block.inputs[1].empty())
            {
                set(m_foodColumn + AmountText, amountText(amount));
                set(m_foodColumn + Letter, letterFormula(name(AmountText)));
                set(m_foodColumn + NumberText, "IF(" + name(Letter) + "=0;\"\";TRIM(LEFT("
                                                   + name(AmountText) + ";" + name(Letter)
                                                   + "-1)))");
                set(m_foodColumn + Unit, "IF(" + name(Letter) + "=0;\"\";MID(" + name(AmountText)
                                             + ";" + name(Letter) + ";99))");
                set(m_foodColumn + Number, numberFormula(name(NumberText)));
                const std::string weight =
                    "IF(" + name(Unit) + "=\"\";1;IFERROR(VLOOKUP(" + escaped(name(Unit)) + ";"
                    + m_units + ";2;FALSE());VLOOKUP("
                    + escaped("INDEX(" + m_names + ";" + found + ")&\"|\"&" + name(Unit)) + ";"
                    + m_portions + ";2;FALSE())))";
                set(m_foodColumn + Grams, "IF(" + food + "=\"\";0;IF(ISERROR(" + found + ");"
                                              + found + ";IF(ISTEXT(" + amount + ");IF(TRIM("
                                              + amount + ")=\"\";0;IF(" + name(NumberText)
                                              + "=\"\";VALUE(\"?\");IFERROR(" + name(Number) + "*"
                                              + weight + ";VALUE(\"?\"))));IF(" + amount + ">=0;"
                                              + amount + "+0;VALUE(\"?\")))))");
            }
            for (const auto& [figure, nutrient] : block.figures)
            {
                if (figure == FoodFigure::Grams)
                    continue;
                std::string formula;
                const auto per100g = [&](const std::string& of) {
                    return "INDEX(" + m_values.at(of) + ";" + found + ")";
                };
                if (figure == FoodFigure::Weight)
                {
                    set(figureColumn(figure, nutrient), "IF(" + food + "=\"\";\"\";" + grams + ")");
                    continue;
                }
                const std::string known = per100g(nutrient);
                if (figure == FoodFigure::Value && block.inputs[1].empty())
                    formula = "IF(" + food + "=\"\";\"\";IF(ISERROR(" + found + ");" + found + ";"
                              + known + "))";
                else if (figure == FoodFigure::Value)
                    formula = "IF(" + food + "=\"\";\"\";" + grams + "*" + known + "/100)";
                else if (figure == FoodFigure::Counted)
                    formula = "IF(" + grams + "=0;0;IF(ISNUMBER(" + per100g(bound(nutrient)) + ");"
                              + grams + "*" + per100g(bound(nutrient)) + "/100;0))";
                else if (figure == FoodFigure::KnownGrams)
                    formula = "IF(" + grams + "=0;0;IF(ISNUMBER(" + known + ");" + grams + ";0))";
                else if (figure == FoodFigure::BoundGrams)
                    formula = "IF(" + grams + "=0;0;IF(ISNUMBER(" + per100g(bound(nutrient)) + ");"
                              + grams + ";0))";
                else
                    formula = "IF(" + food + "=\"\";\"\";INDEX(" + m_sources.at(nutrient) + ";"
                              + found + "))";
                set(figureColumn(figure, nutrient), formula);
            }
            at = std::next(last);
        }
    }
}

void NutritionSheet::writeAggregate(const Block& block, sal_Int32 row)
{
    const sal_Int32 result = m_callColumn + 1 + 2 * m_inputs + 1 + figuresOfACall;
    setText(m_callColumn, row, block.label + " " + block.nutrient);
    const auto list = [&](sal_Int32 column) {
        std::string ranges;
        for (const Area& area : block.areas)
        {
            const Block& foods = m_blocks[static_cast<std::size_t>(area.first.column)];
            ranges += (ranges.empty() ? "" : ";") + cellName(column, foods.place.at(area.first.row))
                      + ":" + cellName(column, foods.place.at(area.last.row));
        }
        return "SUM(" + ranges + ")";
    };
    const std::string grams = list(m_foodColumn + Grams);
    if (block.aggregate == "coverage")
        return setFormula(result, row,
                          "IF(" + grams + "=0;\"\";"
                              + list(figureColumn(FoodFigure::KnownGrams, block.nutrient)) + "/"
                              + grams + ")");
    if (block.aggregate == "sum")
    {
        const std::string total = list(figureColumn(FoodFigure::Counted, block.nutrient));
        const std::string known = list(figureColumn(FoodFigure::KnownGrams, block.nutrient));
        const std::string some = bound(block.nutrient) == block.nutrient
                                     ? known
                                     : list(figureColumn(FoodFigure::BoundGrams, block.nutrient));
        return setFormula(result, row,
                          block.strict
                              ? "IF(" + known + "<" + grams + ";NA();" + total + ")"
                              : "IF(" + some + "=0;IF(" + grams + "=0;0;NA());" + total + ")");
    }
    // The names so far, one more in each row.
    std::vector<std::pair<std::size_t, sal_Int32>> rows;
    const sal_Int32 height = block.areas.front().rows();
    for (sal_Int32 i = 0; i < height; ++i)
        for (const Area& area : block.areas)
            rows.emplace_back(static_cast<std::size_t>(area.first.column), area.first.row + i);
    sal_Int32 at = row - static_cast<sal_Int32>(rows.size());
    const sal_Int32 names = result - 1;
    std::string before = "\"\"";
    for (const auto& [place, base] : rows)
    {
        const sal_Int32 from = m_blocks[place].place.at(base);
        const std::string value = cellName(figureColumn(FoodFigure::Value, block.nutrient), from);
        const std::string food = cellName(m_foodColumn + FoodText, from);
        const std::string found = cellName(m_foodColumn + FoodRow, from);
        const std::string name = "INDEX(" + m_names + ";" + found + ")";
        setFormula(names, at,
                   before + "&IF(" + food + "=\"\";\"\";IF(ISNUMBER(" + value
                       + ");\"\";IF(ISNUMBER(FIND(\"; \"&" + name + "&\"; \";" + before
                       + "&\"; \"));\"\";\"; \"&" + name + ")))");
        before = cellName(names, at++);
    }
    setFormula(result, row, "MID(" + before + ";3;32767)");
}

} // namespace quartet
