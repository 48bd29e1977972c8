/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/data_sheet.hxx"

#include "portable/data_sheet_layout.hxx"
#include "portable/native_text.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::sheet::SingleReference;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// As a guard compares it: nothing and zero are the same.
Any comparable(const Any& value)
{
    double number = 0;
    if (!value.hasValue() || ((value >>= number) && number == 0))
        return Any(rtl::OUString());
    return value;
}

NutritionSheet::NutritionSheet(const FormulaGrammar& grammar,
                               std::shared_ptr<const Standards> standards,
                               std::shared_ptr<const FoodTable> foods, const Words& words,
                               const Reference<css::sheet::XSpreadsheetDocument>& document,
                               const PortableChoices& choices)
    : m_grammar(grammar)
    , m_standards(std::move(standards))
    , m_foods(std::move(foods))
    , m_words(words)
    , m_document(document)
    , m_choices(choices)
{
    // What a lookup takes for a sign of its own.
    const Reference<css::beans::XPropertySet> settings(document, UNO_QUERY_THROW);
    settings->setPropertyValue("MatchWholeCell", Any(true));
    if (choices.xlsx)
        settings->setPropertyValue("Wildcards", Any(true)); // as Excel does
    settings->getPropertyValue("Wildcards") >>= m_wildcards;
    settings->getPropertyValue("RegularExpressions") >>= m_regex;

    const auto sheets = document->getSheets();
    rtl::OUString name = fromUtf8(words.text("portable.sheet"));
    for (int i = 2; sheets->hasByName(name); ++i)
        name = fromUtf8(words.text("portable.sheet")) + " " + rtl::OUString::number(i);
    const Reference<css::container::XIndexAccess> byIndex(sheets, UNO_QUERY_THROW);
    m_index = byIndex->getCount();
    sheets->insertNewByName(name, static_cast<sal_Int16>(m_index));
    m_sheet.set(byIndex->getByIndex(m_index), UNO_QUERY_THROW);
}

std::string NutritionSheet::escaped(const std::string& text) const
{
    if (m_wildcards)
        return replaced(replaced(replaced(text, "~", "~~"), "*", "~*"), "?", "~?");
    if (m_regex)
        return "\"\\Q\"&" + text + "&\"\\E\"";
    return text;
}

std::size_t NutritionSheet::block(const std::string& key, bool& isNew)
{
    const auto [found, inserted] = m_byKey.emplace(key, m_blocks.size());
    isNew = inserted;
    if (inserted)
        m_blocks.emplace_back();
    return found->second;
}

sal_Int32 NutritionSheet::column(const Column& column)
{
    const auto [found, inserted] =
        m_columnOf.emplace(column, static_cast<sal_Int32>(m_columns.size()));
    if (inserted)
        m_columns.push_back(column);
    return found->second;
}

FormulaToken NutritionSheet::reference(const Column& wanted, sal_Int32 baseRow, bool relative,
                                       const Place& from)
{
    return m_grammar.reference(movableReference({ virtualSheet, column(wanted), baseRow },
                                                relative ? std::optional(from.row) : std::nullopt));
}

std::pair<std::size_t, sal_Int32> NutritionSheet::foodBlock(const Part& food, const Part& amount,
                                                            const Place& from)
{
    const auto cellOf = [&](const Part& part) -> std::optional<Place> {
        if (part.original.size() != 1)
            return std::nullopt;
        const auto area = areaOf(part.original.front(), from);
        return area && area->isCell() ? std::optional(area->first) : std::nullopt;
    };
    const auto foodCell = cellOf(food);
    const auto amountCell = cellOf(amount);
    Block made;
    sal_Int32 base = from.row;
    if (foodCell && (amountCell || amount.empty()))
    {
        base = foodCell->row;
        const auto part = [&](const Place& place) {
            const Tokens tokens{ m_grammar.reference(movableReference(place, base)) };
            return Part{ tokens, tokens };
        };
        made.inputs.push_back(part(*foodCell));
        made.inputs.push_back(amountCell ? part(*amountCell) : Part());
    }
    else
    {
        for (const Part* const each : { &food, &amount })
            made.inputs.push_back({ movable(m_grammar, each->original, from, base),
                                    movable(m_grammar, each->rewritten, from, base) });
        if (!dependsOnRow(made.inputs[0].rewritten) && !dependsOnRow(made.inputs[1].rewritten))
            base = 0;
    }
    bool isNew = false;
    const std::size_t place = block(
        "food " + keyOf(made.inputs[0].rewritten) + "," + keyOf(made.inputs[1].rewritten), isNew);
    if (isNew)
        m_blocks[place] = std::move(made);
    m_blocks[place].rows.insert(base);
    return { place, base };
}

FormulaToken NutritionSheet::food(FoodFigure figure, const std::string& nutrient, const Part& food,
                                  const Part& amount, const Place& from)
{
    const auto [place, base] = foodBlock(food, amount, from);
    m_blocks[place].figures.insert({ figure, nutrient });
    const bool relative = dependsOnRow(m_blocks[place].inputs[0].rewritten)
                          || dependsOnRow(m_blocks[place].inputs[1].rewritten);
    return reference({ place, figure, nutrient, false }, base, relative, from);
}

FormulaToken NutritionSheet::foods(FoodFigure figure, const std::string& nutrient,
                                   const Area& foods, const Part& amount, const Place& from)
{
    // A block of its own: the amount is the same in all its rows.
    const Tokens food{ m_grammar.reference(movableReference(foods.first, foods.first.row)) };
    Block made;
    made.inputs = { { food, food },
                    { fixed(movable(m_grammar, amount.original, from, from.row), from.row),
                      fixed(movable(m_grammar, amount.rewritten, from, from.row), from.row) } };
    bool isNew = false;
    const std::size_t place =
        block("food " + keyOf(food) + "," + keyOf(made.inputs[1].rewritten), isNew);
    if (isNew)
        m_blocks[place] = std::move(made);
    for (sal_Int32 row = foods.first.row; row <= foods.last.row; ++row)
        m_blocks[place].rows.insert(row);
    m_blocks[place].figures.insert({ figure, nutrient });
    const sal_Int32 of = column({ place, figure, nutrient, false });
    return m_grammar.reference(css::sheet::ComplexReference(
        movableReference({ virtualSheet, of, foods.first.row }, std::nullopt),
        movableReference({ virtualSheet, of, foods.last.row }, std::nullopt)));
}

std::string NutritionSheet::bound(const std::string& nutrient) const
{
    const auto& nutrients = m_standards->data->nutrients;
    return nutrient == nutrients[nutrients.k2().total].tag ? knownK2 : nutrient;
}

std::size_t NutritionSheet::pairBlock(const Area& foods, sal_Int32 column, const Area* amounts)
{
    const auto at = [&](const Area& area) {
        return Part{ { m_grammar.reference(movableReference(
                         { area.first.sheet, area.first.column + column, area.first.row },
                         foods.first.row)) },
                     {} };
    };
    const auto [place, base] =
        foodBlock(at(foods), amounts ? at(*amounts) : Part(), { 0, 0, foods.first.row });
    for (sal_Int32 row = 0; row < foods.rows(); ++row)
        m_blocks[place].rows.insert(base + row);
    return place;
}

std::vector<Area> NutritionSheet::pairAreas(const Area& foods, const Area* amounts)
{
    std::vector<Area> areas;
    for (sal_Int32 column = 0; column < foods.columns(); ++column)
    {
        const auto place = static_cast<sal_Int32>(pairBlock(foods, column, amounts));
        // The block stands for the column, until that of a figure is known.
        areas.push_back(
            { { virtualSheet, place, foods.first.row }, { virtualSheet, place, foods.last.row } });
    }
    return areas;
}

FormulaToken NutritionSheet::aggregate(const std::string& kind, const std::string& nutrient,
                                       bool strict, const std::vector<Area>& areas,
                                       const std::string& label)
{
    std::string key = kind + " " + nutrient + (strict ? " strict" : "");
    for (const Area& area : areas)
        key += " " + std::to_string(area.first.column) + "." + std::to_string(area.first.row) + "-"
               + std::to_string(area.last.row);
    bool isNew = false;
    const std::size_t place = block(key, isNew);
    if (isNew)
    {
        Block& made = m_blocks[place];
        made.aggregate = kind;
        made.label = label;
        made.areas = areas;
        made.nutrient = nutrient;
        made.strict = strict;
        made.rows.insert(0);
        for (const Area& area : areas)
        {
            auto& figures = m_blocks[static_cast<std::size_t>(area.first.column)].figures;
            if (kind == "missing")
            {
                figures.insert({ FoodFigure::Value, nutrient });
                continue;
            }
            figures.insert({ FoodFigure::KnownGrams, nutrient });
            if (kind == "sum")
                figures.insert({ FoodFigure::Counted, nutrient });
            if (kind == "sum" && bound(nutrient) != nutrient)
                figures.insert({ FoodFigure::BoundGrams, nutrient });
        }
    }
    return reference({ place, FoodFigure::Value, {}, true }, 0, false, {});
}

FormulaToken NutritionSheet::sum(const std::string& nutrient, bool strict, const Area& foods,
                                 const Area& amounts)
{
    return aggregate("sum", nutrient, strict, pairAreas(foods, &amounts),
                     strict ? "NUTRIENT_SUM strict" : "NUTRIENT_SUM");
}

FormulaToken NutritionSheet::sum(const std::string& nutrient, bool strict, const Part& food,
                                 const Part& amount, const Place& from)
{
    const auto [place, base] = foodBlock(food, amount, from);
    const auto column = static_cast<sal_Int32>(place);
    return aggregate("sum", nutrient, strict,
                     { { { virtualSheet, column, base }, { virtualSheet, column, base } } },
                     "NUTRIENT_SUM");
}

FormulaToken NutritionSheet::coverage(const std::string& nutrient, const Area& foods,
                                      const Area& amounts)
{
    return aggregate("coverage", nutrient, false, pairAreas(foods, &amounts), "NUTRIENT_COVERAGE");
}

FormulaToken NutritionSheet::missing(const std::string& nutrient, const Area& foods)
{
    return aggregate("missing", nutrient, false, pairAreas(foods, nullptr), "NUTRIENT_MISSING");
}

FormulaToken NutritionSheet::foodNames()
{
    bool isNew = false;
    m_foodNames = block("names", isNew);
    m_blocks[m_foodNames].list = true;
    const auto single = movableReference(
        { virtualSheet, column({ m_foodNames, FoodFigure::Value, {}, true }), 0 }, std::nullopt);
    return m_grammar.reference(css::sheet::ComplexReference(single, single));
}

FormulaToken NutritionSheet::list(const Part& call, const Place& from)
{
    const Part moved{ movable(m_grammar, call.original, from, from.row),
                      movable(m_grammar, call.rewritten, from, from.row) };
    const bool relative = dependsOnRow(moved.original);
    bool isNew = false;
    const std::size_t place = block("list " + keyOf(moved.original)
                                        + (relative ? std::to_string(from.row) : std::string()),
                                    isNew);
    if (isNew)
    {
        Block& made = m_blocks[place];
        made.list = true;
        made.inputs.push_back(moved);
        made.rows.insert(from.row);
        // How long it is now.
        const auto scratch = cell(0, 0);
        const auto count = [&](const char* function) {
            setFormula(0, 0, std::string(function) + "(A2)");
            const Reference<css::sheet::XFormulaTokens> formula(scratch, UNO_QUERY_THROW);
            Tokens tokens = toTokens(formula->getTokens());
            const auto at = std::find_if(tokens.begin(), tokens.end(),
                                         [](const auto& token) { return token.Data.hasValue(); });
            const Tokens inner = placed(moved.original, { m_index, 0, 0 }, from.row);
            tokens.insert(tokens.erase(at), inner.begin(), inner.end());
            formula->setTokens(toSequence(tokens));
            const double counted = scratch->getValue();
            return std::max(1, static_cast<sal_Int32>(counted));
        };
        made.listRows = count("ROWS");
        made.listColumns = count("COLUMNS");
        setText(0, 0, "");
    }
    const auto single = movableReference(
        { virtualSheet, column({ place, FoodFigure::Value, {}, true }), 0 }, std::nullopt);
    return m_grammar.reference(css::sheet::ComplexReference(single, single));
}

FormulaToken NutritionSheet::call(const PortableMethod& method, const FormulaToken& name,
                                  const std::vector<Part>& arguments, const Place& from)
{
    Block made;
    made.method = &method;
    made.name = name;
    std::string key = "call " + std::string(method.name);
    bool relative = false;
    for (const Part& argument : arguments)
    {
        const Part moved{ movable(m_grammar, argument.original, from, from.row),
                          movable(m_grammar, argument.rewritten, from, from.row) };
        key += ";" + keyOf(moved.rewritten);
        relative = relative || dependsOnRow(moved.rewritten);
        const auto constant = m_grammar.constant(moved.original);
        made.constants.push_back(constant.value_or(Any()));
        made.inputOf.push_back(constant || moved.empty() ? none : made.inputs.size());
        made.written.push_back(moved.original);
        if (!constant && !moved.empty())
            made.inputs.push_back(moved);
    }
    bool isNew = false;
    const std::size_t place = block(key, isNew);
    if (isNew)
        m_blocks[place] = std::move(made);
    const sal_Int32 base = relative ? from.row : 0;
    m_blocks[place].rows.insert(base);
    return reference({ place, FoodFigure::Value, {}, true }, base, relative, from);
}

FormulaToken NutritionSheet::whileSame(const std::vector<std::pair<Part, Any>>& words,
                                       const FormulaToken& then, const Place& from)
{
    // A row of its own for each cell: what it was may differ.
    std::string key = "same";
    Block made;
    const Place base{ from.sheet, from.column, from.row };
    for (const auto& [part, now] : words)
    {
        made.inputs.push_back({ movable(m_grammar, part.original, base, from.row),
                                movable(m_grammar, part.rewritten, base, from.row) });
        made.same.push_back(comparable(now));
        key += ";" + keyOf(made.inputs.back().rewritten) + "=" + std::to_string(from.row);
    }
    made.then = movable(m_grammar, { then }, base, from.row).front();
    key += ">" + keyOf(Tokens{ made.then });
    bool isNew = false;
    const std::size_t place = block(key, isNew);
    if (isNew)
        m_blocks[place] = std::move(made);
    m_blocks[place].rows.insert(from.row);
    return reference({ place, FoodFigure::Value, {}, true }, from.row, true, from);
}

Place NutritionSheet::makeRoom(sal_Int32 rows)
{
    const Place first{ m_index, roomColumn, firstRow + m_roomNext };
    m_roomNext += rows + 1;
    return first;
}

Any NutritionSheet::present(const Part& part, const Place& from)
{
    if (const auto constant = m_grammar.constant(part.original))
        return *constant;
    const auto scratch = cell(0, 0);
    const Tokens moved = movable(m_grammar, part.original, from, from.row);
    Reference<css::sheet::XFormulaTokens>(scratch, UNO_QUERY_THROW)
        ->setTokens(toSequence(placed(moved, { m_index, 0, 0 }, from.row)));
    const auto rows =
        Reference<css::sheet::XCellRangeData>(range(0, 0, 0, 0), UNO_QUERY_THROW)->getDataArray();
    const Any value = rows.getConstArray()[0].getConstArray()[0];
    setText(0, 0, "");
    return value;
}

Place NutritionSheet::placeOf(const SingleReference& virtualCell, sal_Int32 row) const
{
    const Column& wanted = m_columns[static_cast<std::size_t>(virtualCell.Column)];
    const Block& found = m_blocks[wanted.block];
    const sal_Int32 real = found.place.at(row);
    if (wanted.result)
        return { m_index, m_callColumn + 1 + 2 * m_inputs + 1 + figuresOfACall, real };
    return { m_index, figureColumn(wanted.figure, wanted.nutrient), real };
}

sal_Int32 NutritionSheet::figureColumn(FoodFigure figure, const std::string& nutrient) const
{
    if (figure == FoodFigure::Grams)
        return m_foodColumn + Grams;
    return m_figures.at({ figure, nutrient });
}

Tokens NutritionSheet::resolved(const Tokens& tokens, const Place& from) const
{
    namespace Flags = css::sheet::ReferenceFlags;
    Tokens result = tokens;
    for (FormulaToken& token : result)
    {
        SingleReference single;
        css::sheet::ComplexReference range;
        const auto resolve = [&](SingleReference& reference) {
            const bool relative = (reference.Flags & Flags::ROW_RELATIVE) != 0;
            const sal_Int32 row = relative ? from.row + reference.RelativeRow : reference.Row;
            reference = movableReference(placeOf(reference, row),
                                         relative ? std::optional(from.row) : std::nullopt);
        };
        if ((token.Data >>= single) && single.Sheet == virtualSheet)
        {
            resolve(single);
            token.Data <<= single;
        }
        else if ((token.Data >>= range) && range.Reference1.Sheet == virtualSheet)
        {
            const Column& wanted = m_columns[static_cast<std::size_t>(range.Reference1.Column)];
            const Block& found = m_blocks[wanted.block];
            if (found.list)
            {
                const Area area = wanted.block == m_foodNames
                                      ? m_uniqueArea
                                      : Area{ { m_index, found.listColumn, firstRow },
                                              { m_index, found.listColumn + found.listColumns - 1,
                                                firstRow + found.listRows - 1 } };
                range.Reference1 = movableReference(area.first, std::nullopt);
                range.Reference2 = movableReference(area.last, std::nullopt);
            }
            else
            {
                resolve(range.Reference1);
                resolve(range.Reference2);
            }
            range.Reference2.Flags &= ~Flags::SHEET_3D;
            token.Data <<= range;
        }
    }
    return result;
}

} // namespace quartet
