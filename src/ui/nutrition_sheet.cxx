/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition_sheet.hxx"

#include "fold.hxx"
#include "k2.hxx"
#include "utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;
using css::sheet::SingleReference;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int32 headerRow = 5;
constexpr sal_Int32 firstRow = 6;
constexpr sal_Int32 roomColumn = 300; ///< right of all else
constexpr sal_Int32 figuresOfACall = 12;

/// The columns of a food's steps before those of the nutrients.
enum FoodStep : sal_Int32
{
    FoodIn,
    AmountIn,
    FoodText,
    FoodRow,
    AmountText,
    Letter,
    NumberText,
    Unit,
    Number,
    Grams,
    FoodSteps
};

std::string columnName(sal_Int32 column)
{
    std::string name;
    for (; column >= 0; column = column / 26 - 1)
        name.insert(name.begin(), static_cast<char>('A' + column % 26));
    return name;
}

std::string cellName(sal_Int32 column, sal_Int32 row)
{
    return columnName(column) + std::to_string(row + 1);
}

std::string fixedName(sal_Int32 column, sal_Int32 row)
{
    return "$" + columnName(column) + "$" + std::to_string(row + 1);
}

std::string fixedRange(sal_Int32 column, sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow)
{
    return fixedName(column, row) + ":" + fixedName(lastColumn, lastRow);
}

std::string replaced(const std::string& text, const char* from, const char* to)
{
    return "SUBSTITUTE(" + text + ";" + inQuotes(from) + ";" + inQuotes(to) + ")";
}

/// An amount in small letters, its fractions with a stroke and its decimals with a point.
std::string amountText(const std::string& amount)
{
    static constexpr std::array<std::pair<const char*, const char*>, 19> signs{
        { { "½", " 1/2" }, { "⅓", " 1/3" }, { "⅔", " 2/3" }, { "¼", " 1/4" }, { "¾", " 3/4" },
          { "⅕", " 1/5" }, { "⅖", " 2/5" }, { "⅗", " 3/5" }, { "⅘", " 4/5" }, { "⅙", " 1/6" },
          { "⅚", " 5/6" }, { "⅛", " 1/8" }, { "⅜", " 3/8" }, { "⅝", " 5/8" }, { "⅞", " 7/8" },
          { "⁄", "/" },    { ",", "." },    { " /", "/" },   { "/ ", "/" } }
    };
    std::string text = amount;
    for (const auto& [sign, plain] : signs)
        text = replaced(text, sign, plain);
    return "IF(ISTEXT(" + amount + ");LOWER(TRIM(" + text + "));\"\")";
}

/// Where the unit begins: at the first sign that is in no number.
std::string letterFormula(const std::string& text)
{
    std::string letters;
    std::string all;
    for (const std::string letter :
         { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n",
           "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "-", "+",
           ":", "%", "$", "€", "£", "(", ")", "'", "ä", "ö", "ü", "é", "è" })
    {
        letters += (letters.empty() ? "" : ";") + inQuotes(letter);
        all += letter;
    }
    return "IF(" + text + "=\"\";0;MIN(FIND({" + letters + "};" + text + "&" + inQuotes(all) + ")))";
}

/// A decimal, a fraction, or a whole number and a fraction; else an error.
std::string numberFormula(const std::string& n)
{
    const auto count = [&n](const char* sign) {
        return "(LEN(" + n + ")-LEN(" + replaced(n, sign, "") + "))";
    };
    const std::string point = "FIND(\".\";" + n + ")";
    const std::string stroke = "FIND(\"/\";" + n + ")";
    const std::string space = "FIND(\" \";" + n + ")";
    const std::string decimal = "IF(" + count(".") + "=0;VALUE(" + n + ");VALUE(\"0\"&LEFT(" + n
                                + ";" + point + "-1))+VALUE(MID(" + n + ";" + point
                                + "+1;99))/10^(LEN(" + n + ")-" + point + "))";
    const std::string divided = "/VALUE(MID(" + n + ";" + stroke + "+1;99))";
    const std::string mixed = "IF(" + count(" ") + "=0;VALUE(LEFT(" + n + ";" + stroke + "-1))"
                              + divided + ";VALUE(LEFT(" + n + ";" + space + "-1))+VALUE(MID(" + n
                              + ";" + space + "+1;" + stroke + "-" + space + "-1))" + divided + ")";
    return "IF(" + n + "=\"\";0;IF(AND(" + count("/") + "=0;" + count(" ") + "=0;" + count(".")
           + "<2);" + decimal + ";IF(AND(" + count("/") + "=1;" + count(".") + "=0;" + count(" ")
           + "<2);" + mixed + ";VALUE(\"?\"))))";
}

std::vector<std::string> withPlurals(const std::string& unit)
{
    std::vector<std::string> forms{ unit, unit + "s", unit + "es" };
    const auto ending = [&unit, &forms](std::string_view one, const char* many) {
        if (unit.ends_with(one))
            forms.push_back(unit.substr(0, unit.size() - one.size()) + many);
    };
    ending("y", "ies");
    ending("f", "ves");
    ending("fe", "ves");
    return forms;
}

Any textOf(const std::string& text) { return Any(fromUtf8(text)); }

/// As a guard compares it: nothing and zero are the same.
Any comparable(const Any& value)
{
    double number = 0;
    if (!value.hasValue() || ((value >>= number) && number == 0))
        return textOf("");
    return value;
}

std::string same(const std::string& cell, const std::string& was, const Any& value)
{
    double number = 0;
    if (value >>= number)
        return "IF(ISNUMBER(" + cell + ");ROUND(" + cell + "-" + was + ";6)=0;FALSE())";
    return "IF(" + cell + "=0;\"\";" + cell + ")=" + was;
}

} // namespace

NutritionSheet::NutritionSheet(const FormulaGrammar& grammar,
                               std::shared_ptr<const Standards> standards, const Words& words,
                               const Reference<css::sheet::XSpreadsheetDocument>& document,
                               const PortableChoices& choices)
    : m_grammar(grammar)
    , m_standards(std::move(standards))
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

Reference<css::table::XCell> NutritionSheet::cell(sal_Int32 column, sal_Int32 row) const
{
    return m_sheet->getCellByPosition(column, row);
}

Reference<css::table::XCellRange> NutritionSheet::range(sal_Int32 column, sal_Int32 row,
                                                        sal_Int32 lastColumn,
                                                        sal_Int32 lastRow) const
{
    return m_sheet->getCellRangeByPosition(column, row, lastColumn, lastRow);
}

void NutritionSheet::setText(sal_Int32 column, sal_Int32 row, const std::string& text) const
{
    Reference<css::text::XText>(cell(column, row), UNO_QUERY_THROW)->setString(fromUtf8(text));
}

void NutritionSheet::setFormula(sal_Int32 column, sal_Int32 row, const std::string& formula) const
{
    cell(column, row)->setFormula(fromUtf8("=" + formula));
}

void NutritionSheet::setValue(sal_Int32 column, sal_Int32 row, const Any& value,
                              sal_Int32 error) const
{
    constexpr sal_Int32 notAvailable = 32767;
    double number = 0;
    rtl::OUString text;
    if (error)
        setFormula(column, row, error == notAvailable ? "NA()" : "VALUE(\"?\")");
    else if (value >>= number)
        cell(column, row)->setValue(number);
    else if (value >>= text)
        setText(column, row, toUtf8(text));
}

void NutritionSheet::fillDown(sal_Int32 column, sal_Int32 row, sal_Int32 lastRow) const
{
    if (lastRow > row)
        Reference<css::sheet::XCellSeries>(range(column, row, column, lastRow), UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

std::string NutritionSheet::escaped(const std::string& text) const
{
    if (m_wildcards)
        return replaced(replaced(replaced(text, "~", "~~"), "*", "~*"), "?", "~?");
    if (m_regex)
        return "\"\\Q\"&" + text + "&\"\\E\"";
    return text;
}

std::size_t NutritionSheet::steps() const { return m_steps; }

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
                                                relative ? std::optional(from.row)
                                                         : std::nullopt));
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
    const std::size_t place =
        block("food " + keyOf(made.inputs[0].rewritten) + "," + keyOf(made.inputs[1].rewritten),
              isNew);
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
    css::sheet::ComplexReference range;
    for (sal_Int32 row = foods.first.row; row <= foods.last.row; ++row)
    {
        const Tokens cell{ m_grammar.reference(
            movableReference({ foods.first.sheet, foods.first.column, row }, std::nullopt)) };
        // The same amount for all: fixed, so that the rows are one block.
        const Part fixed{ movable(m_grammar, amount.original, from, from.row),
                          movable(m_grammar, amount.rewritten, from, from.row) };
        Part here{ quartet::placed(fixed.original, { 0, 0, row }, from.row),
                   quartet::placed(fixed.rewritten, { 0, 0, row }, from.row) };
        const FormulaToken token =
            food(figure, nutrient,
                 { { m_grammar.reference(movableReference(
                       { foods.first.sheet, foods.first.column, row }, row)) },
                   { m_grammar.reference(movableReference(
                       { foods.first.sheet, foods.first.column, row }, row)) } },
                 here, { from.sheet, from.column, row });
        SingleReference single;
        token.Data >>= single;
        single = movableReference({ virtualSheet, single.Column, row }, std::nullopt);
        (row == foods.first.row ? range.Reference1 : range.Reference2) = single;
        if (row == foods.last.row)
            range.Reference2 = single;
    }
    return m_grammar.reference(range);
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
        areas.push_back({ { virtualSheet, place, foods.first.row },
                          { virtualSheet, place, foods.last.row } });
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
            const auto at = std::find_if(tokens.begin(), tokens.end(), [](const auto& token) {
                return token.Data.hasValue();
            });
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
    const auto rows = Reference<css::sheet::XCellRangeData>(range(0, 0, 0, 0), UNO_QUERY_THROW)
                          ->getDataArray();
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
            const Column& wanted =
                m_columns[static_cast<std::size_t>(range.Reference1.Column)];
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

void NutritionSheet::layOut()
{
    std::set<std::string> nutrients;
    std::set<std::pair<FoodFigure, std::string>> figures;
    sal_Int32 foodRow = firstRow;
    sal_Int32 callRow = firstRow;
    for (Block& block : m_blocks)
    {
        const bool isFood = !block.method && block.aggregate.empty() && !block.list
                            && block.same.empty();
        m_inputs = isFood ? m_inputs
                          : std::max(m_inputs, static_cast<sal_Int32>(block.inputs.size()));
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
    m_callEnd = callRow;
    m_steps = static_cast<std::size_t>(foodRow + callRow);
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
        const auto cells = range(block.listColumn, firstRow,
                                 block.listColumn + block.listColumns - 1,
                                 firstRow + block.listRows - 1);
        const Place place{ m_index, block.listColumn, firstRow };
        Reference<css::sheet::XArrayFormulaTokens>(cells, UNO_QUERY_THROW)
            ->setArrayTokens(toSequence(placed(block.inputs[0].original, place, base)));
        const Reference<css::sheet::XCellRangeData> data(cells, UNO_QUERY_THROW);
        const auto values = data->getDataArray();
        Reference<css::sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)->setArrayFormula("");
        data->setDataArray(values);
    }
}

void NutritionSheet::writeFormulas()
{
    writeTables();
    writeFoodFormulas();
    writeCalls();
}

void NutritionSheet::writeTables()
{
    const Data& data = *m_standards->data;
    // Each spelling of a food that stands in the workbook, and its name.
    std::map<std::string, const Food*> spellings;
    std::map<std::string, const Food*> foods;
    if (m_foodEnd > firstRow)
    {
        const auto rows = Reference<css::sheet::XCellRangeData>(
                              range(m_foodColumn, firstRow, m_foodColumn, m_foodEnd - 1),
                              UNO_QUERY_THROW)
                              ->getDataArray();
        for (sal_Int32 i = 0; i < rows.getLength(); ++i)
        {
            rtl::OUString text;
            if (!(rows.getConstArray()[i].getConstArray()[0] >>= text))
                continue;
            const std::string written(trim(toUtf8(text)));
            const Food* const food = written.empty() ? nullptr : data.foods.find(written);
            if (!food)
                continue;
            foods[food->name] = food;
            spellings[written] = food;
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
            const auto value = known ? k2Per100g(*food, data.nutrients.k2(), K2Form::Known)
                                     : food->value(index);
            const auto source = data.source(*food, index);
            constexpr sal_Int32 notAvailable = 32767;
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
        setText(0, row++, m_words.text(title));
        const sal_Int32 first = row;
        for (const auto& [unit, grams] : list)
        {
            setText(0, row, unit);
            cell(1, row++)->setValue(grams);
        }
        if (row == first)
            ++row;
        const std::string area = fixedRange(0, first, 1, row - 1);
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

    setText(0, row++, m_words.text("portable.foods"));
    m_uniqueArea = { { m_index, 0, row }, { m_index, 0, row } };
    for (const auto& [name, food] : foods)
        setText(0, row++, name);
    m_uniqueArea.last.row = std::max(m_uniqueArea.first.row, row - 1);
    m_tableEnd = row + 1;
}

void NutritionSheet::writeFoodFormulas()
{
    if (m_foodEnd == firstRow)
        return;
    static constexpr std::array<const char*, FoodSteps> titles{
        "portable.step.food",   "portable.step.amount", "portable.step.name",
        "portable.step.row",    "portable.step.text",   "portable.step.letter",
        "portable.step.number", "portable.step.unit",   "portable.step.value",
        "portable.step.grams"
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
                    ->setTokens(toSequence(
                        placed(resolved(block.inputs[i].rewritten, from), place, base)));
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
                set(m_foodColumn + Grams,
                    "IF(" + food + "=\"\";0;IF(ISERROR(" + found + ");" + found + ";IF(ISTEXT("
                        + amount + ");IF(TRIM(" + amount + ")=\"\";0;IF(" + name(NumberText)
                        + "=\"\";VALUE(\"?\");IFERROR(" + name(Number) + "*" + weight
                        + ";VALUE(\"?\"))));IF(" + amount + ">=0;" + amount
                        + "+0;VALUE(\"?\")))))");
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
                    set(figureColumn(figure, nutrient),
                        "IF(" + food + "=\"\";\"\";" + grams + ")");
                    continue;
                }
                const std::string known = per100g(nutrient);
                if (figure == FoodFigure::Value && block.inputs[1].empty())
                    formula = "IF(" + food + "=\"\";\"\";IF(ISERROR(" + found + ");" + found
                              + ";" + known + "))";
                else if (figure == FoodFigure::Value)
                    formula =
                        "IF(" + food + "=\"\";\"\";" + grams + "*" + known + "/100)";
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
                          block.strict ? "IF(" + known + "<" + grams + ";NA();" + total + ")"
                                       : "IF(" + some + "=0;IF(" + grams + "=0;0;NA());" + total
                                             + ")");
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
        setFormula(names, at, before + "&IF(" + food + "=\"\";\"\";IF(ISNUMBER(" + value
                                  + ");\"\";IF(ISNUMBER(FIND(\"; \"&" + name + "&\"; \";" + before
                                  + "&\"; \"));\"\";\"; \"&" + name + ")))");
        before = cellName(names, at++);
    }
    setFormula(result, row, "MID(" + before + ";3;32767)");
}

void NutritionSheet::writeCalls()
{
    setText(m_callColumn, headerRow, m_words.text("portable.call"));
    for (sal_Int32 i = 0; i < m_inputs; ++i)
    {
        setText(m_callColumn + 1 + i, headerRow, m_words.text("portable.argument"));
        setText(m_callColumn + 1 + m_inputs + i, headerRow, m_words.text("portable.was"));
    }
    setText(m_callColumn + 1 + 2 * m_inputs, headerRow, m_words.text("portable.value"));
    setText(m_callColumn + 1 + 2 * m_inputs + 1 + figuresOfACall, headerRow,
            m_words.text("portable.result"));
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        for (const auto& [base, row] : m_blocks[i].place)
            if (!m_blocks[i].aggregate.empty())
                writeAggregate(m_blocks[i], row);
            else if (m_blocks[i].method || !m_blocks[i].same.empty())
                writeCall(m_blocks[i], i, base, row);
}

void NutritionSheet::writeCall(const Block& block, std::size_t, sal_Int32 base, sal_Int32 row)
{
    const sal_Int32 firstInput = m_callColumn + 1;
    const sal_Int32 firstWas = firstInput + m_inputs;
    const sal_Int32 value = firstWas + m_inputs;
    const sal_Int32 firstFigure = value + 1;
    const sal_Int32 result = firstFigure + figuresOfACall;
    const Place from{ 0, 0, base };

    const auto input = [&](std::size_t i) { return firstInput + static_cast<sal_Int32>(i); };
    const auto read = [&](sal_Int32 column) {
        return Reference<css::sheet::XCellRangeData>(range(column, row, column, row),
                                                     UNO_QUERY_THROW)
            ->getDataArray()
            .getConstArray()[0]
            .getConstArray()[0];
    };
    std::vector<Any> inputs;
    for (std::size_t i = 0; i < block.inputs.size(); ++i)
        inputs.push_back(read(input(i)));

    std::string guard;
    const auto hold = [&](std::size_t i, const Any& was) {
        setValue(firstWas + static_cast<sal_Int32>(i), row, was, 0);
        guard += (guard.empty() ? "" : ";")
                 + same(cellName(input(i), row),
                        cellName(firstWas + static_cast<sal_Int32>(i), row), was);
    };
    const auto rewrite = [&](std::size_t i) {
        const Place place{ m_index, input(i), row };
        Reference<css::sheet::XFormulaTokens>(cell(place.column, row), UNO_QUERY_THROW)
            ->setTokens(
                toSequence(placed(resolved(block.inputs[i].rewritten, from), place, base)));
    };
    if (!block.method)
    {
        for (std::size_t i = 0; i < block.inputs.size(); ++i)
        {
            rewrite(i);
            hold(i, block.same[i]);
        }
        // What stands while they hold.
        const Place place{ m_index, value, row };
        Reference<css::sheet::XFormulaTokens>(cell(value, row), UNO_QUERY_THROW)
            ->setTokens(toSequence(placed(resolved({ block.then }, from), place, base)));
        return setFormula(result, row,
                          "IF(AND(" + guard + ");" + cellName(value, row) + ";NA())");
    }

    const PortableMethod& method = *block.method;
    setText(m_callColumn, row, std::string(method.name));
    std::vector<PortableArgument> arguments;
    for (std::size_t i = 0; i < block.inputOf.size(); ++i)
    {
        const Role role = i < method.roles.size() ? static_cast<Role>(method.roles[i]) : Role::Word;
        PortableArgument argument{ role, !block.written[i].empty(), {}, {} };
        const std::size_t at = block.inputOf[i];
        if (at == none)
        {
            argument.present = block.constants[i];
            double number = 0;
            rtl::OUString text;
            if (argument.present >>= number)
                argument.formula = digits(number);
            else if (argument.present >>= text)
                argument.formula = inQuotes(toUtf8(text));
        }
        else
        {
            argument.present = inputs[at];
            argument.formula = cellName(input(at), row);
            const bool leftOut = isLeftOut(role);
            if (leftOut)
                cell(input(at), row)->setFormula("");
            else
                rewrite(at);
            const bool watched = role == Role::Word || isAboutPerson(role)
                                 || method.kind == Portable::Sentence;
            if (watched && !leftOut)
                hold(at, comparable(inputs[at]));
        }
        rtl::OUString medicine;
        if (role == Role::Medicines && isLeftOut(role) && (argument.present >>= medicine)
            && !medicine.trim().isEmpty())
            m_medicineRows.push_back(row);
        arguments.push_back(std::move(argument));
    }

    std::string native;
    if (method.kind == Portable::Native)
    {
        PortableCall counting{ *m_standards, arguments };
        method.formula(counting);
        PortableCall call{ *m_standards, arguments };
        const auto most = std::min<std::size_t>(counting.figures.size(), figuresOfACall);
        for (std::size_t i = 0; i < counting.figures.size(); ++i)
            call.figureCells.push_back(
                i < most ? cellName(firstFigure + static_cast<sal_Int32>(i), row)
                         : digits(counting.figures[i].value));
        native = method.formula(call);
        for (std::size_t i = 0; i < most; ++i)
        {
            cell(firstFigure + static_cast<sal_Int32>(i), row)->setValue(counting.figures[i].value);
            m_citations.insert(counting.figures[i].label + ": " + counting.figures[i].source);
        }
    }
    else
    {
        const sal_Int32 error = cell(value, row)->getError();
        const Any now = read(value);
        cell(value, row)->setFormula("");
        setValue(value, row, now, error);
        native = cellName(value, row);
    }
    const std::string otherwise = method.kind == Portable::Sentence
                                      ? inQuotes(m_words.text("portable.stale"))
                                      : std::string("NA()");
    setFormula(result, row,
               guard.empty() ? native : "IF(AND(" + guard + ");" + native + ";" + otherwise + ")");
}

bool NutritionSheet::isLeftOut(Role role) const
{
    return role == Role::Medicines ? !m_choices.withMedicines
                                   : isAboutPerson(role) && !m_choices.withPerson;
}

void NutritionSheet::leaveOutMedicines()
{
    for (const sal_Int32 row : m_medicineRows)
        setText(m_callColumn + 1 + 2 * m_inputs, row, m_words.text("portable.leftOut"));
}

void NutritionSheet::finish(const std::vector<std::string>& frozen)
{
    const Data& data = *m_standards->data;
    setText(0, 0, m_words.text("portable.title"));
    setText(0, 1, m_words.text("portable.date", { { "version", data.version } }));
    setText(0, 2, m_words.text("portable.note"));
    sal_Int32 row = m_tableEnd;
    const auto list = [&](const char* title, const auto& lines) {
        if (lines.empty())
            return;
        setText(0, row++, m_words.text(title));
        for (const std::string& line : lines)
            setText(0, row++, line);
        ++row;
    };
    list("portable.figures", m_citations);
    list("portable.frozen.list", frozen);
}

} // namespace quartet
