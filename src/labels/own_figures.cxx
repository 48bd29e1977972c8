/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/own_figures.hxx"

#include "labels/import_columns.hxx"
#include "nutrition/fold.hxx"

#include <array>
#include <charconv>

namespace quartet
{

namespace
{

using Kind = ImportValue::Kind;

std::string weightWords(double grams) { return formatNumber(grams, 6); }

/// A text as a table's cell.
ImportCell importCell(const std::string& text) { return text; }

[[noreturn]] void refuse(const OwnColumn& column, const std::string& text, const LabelRules& rules)
{
    const auto point = readImportValue(importCell(text), DecimalSign::Point, rules.imports());
    const auto comma = readImportValue(importCell(text), DecimalSign::Comma, rules.imports());
    if (point.kind == Kind::Number && comma.kind == Kind::Number && point.number != comma.number)
        throw OwnFault{ "own.twoWays",
                        column.header,
                        text,
                        {},
                        formatNumber(std::max(point.number, comma.number), 6) };
    if (isDate(text))
        throw OwnFault{ "own.date", column.header, unquoted(text) };
    if (trim(text).ends_with('%'))
        throw OwnFault{ "own.percent", column.header, text };
    throw OwnFault{ "own.notANumber", column.header, text };
}

/// A number that begins a text and the rest: 1 where none does.
std::pair<double, std::string> countAndName(const std::string& folded)
{
    const auto quantity = parseQuantity(folded);
    if (quantity && !quantity->unit.empty() && quantity->number > 0)
        return { quantity->number, quantity->unit };
    return { 1, folded };
}

/** The name by which amounts find a portion: in English where the word is known, for
    words of five languages are taken for it then. */
std::string portionName(const std::string& word, const Data& data)
{
    for (const WordMeaning& meaning : data.measures().find(word))
        if (meaning.measure && !meaning.measure->portions.empty() && meaning.kind != WordKind::Mass
            && meaning.kind != WordKind::Volume)
            return meaning.measure->portions.front();
    return word;
}

/// The millilitres of a volume; nothing for another amount.
std::optional<double> millilitres(const std::string& text, const Data& data)
{
    Food water;
    if (data.amount(water, text))
        return std::nullopt; // a weight
    water.portions.add("ml", 1);
    const auto ml = data.amount(water, text);
    return ml ? std::optional(*ml) : std::nullopt;
}

/// What an amount weighs by what the food's row says: "30 g", "bar", "1 portion (30 g)".
std::optional<double> statedGrams(const std::string& text, const Food& food, const Data& data)
{
    if (text.empty())
        return std::nullopt;
    for (const std::string& amount : { text, "1 " + text })
        if (const auto grams = data.amount(food, amount); grams && *grams > 0)
            return *grams;
    return std::nullopt;
}

/** The cell's weight in grams; nothing where it is blank.
    @throws OwnFault for what is no weight */
std::optional<double> readWeight(const OwnCell& cell, const std::string& header, const Data& data)
{
    if (isBlank(cell) || std::holds_alternative<Uncomputed>(cell))
        return std::nullopt;
    if (const auto* const failure = std::get_if<CellFailure>(&cell))
        throw OwnFault{ "own.error", header, {}, failure->error };
    std::optional<double> grams;
    std::string shown;
    if (const double* const number = std::get_if<double>(&cell))
    {
        grams = *number;
        shown = formatNumber(*number, 6);
    }
    else
    {
        shown = std::get<std::string>(cell);
        if (const auto weight = data.amount(Food(), shown))
            grams = *weight;
    }
    if (!grams || !(*grams > 0))
        throw OwnFault{ "own.noWeight", header, unquoted(shown) };
    return grams;
}

} // namespace

bool isBlank(const OwnCell& cell)
{
    const std::string* const text = std::get_if<std::string>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text && trim(*text).empty());
}

DecimalSign decimalSign(const OwnColumns& columns, const OwnCells& cells)
{
    DecimalEvidence evidence;
    for (std::size_t i = 0; i < std::min(columns.all().size(), cells.size()); ++i)
        if (columns.all()[i].field == OwnField::Nutrient)
            if (const auto* const text = std::get_if<std::string>(&cells[i]))
                evidence.add(*text);
    return evidence.sign();
}

std::optional<double> readOwnFigure(const OwnColumn& column, const OwnCell& cell,
                                    const Nutrient& nutrient, DecimalSign sign,
                                    const LabelRules* rules)
{
    if (isBlank(cell) || std::holds_alternative<Uncomputed>(cell))
        return std::nullopt;
    if (!column.fault.empty())
        throw OwnFault{ column.fault, column.header, nutrient.unit };
    if (const auto* const failure = std::get_if<CellFailure>(&cell))
        throw OwnFault{ "own.error", column.header, {}, failure->error };
    double number = 0;
    std::string unit = column.unit;
    if (const std::string* const text = std::get_if<std::string>(&cell))
    {
        if (!rules)
            throw OwnFault{ "own.notANumber", column.header, *text };
        const ImportValue value = readImportValue(importCell(*text), sign, rules->imports());
        if (value.kind == Kind::Unreadable)
            refuse(column, *text, *rules);
        if (value.kind != Kind::Number)
            return std::nullopt;
        number = value.number;
        if (!value.unit.empty())
            unit = value.unit;
    }
    else
    {
        number = std::get<double>(cell);
    }
    if (number < 0)
        throw OwnFault{ "own.negative", column.header, formatNumber(number, 6) };
    double factor = column.factor;
    if (!unit.empty() && rules)
    {
        const auto known = rules->imports().factor(unit, nutrient.tag);
        if (!known)
            throw OwnFault{ "own.otherUnit", column.header, nutrient.unit };
        factor *= *known;
    }
    return factor == 1 ? number : roundedDigits(number * factor);
}

OwnBasis readOwnBasis(std::string_view per, const std::string& perHeader, const OwnCell& weightCell,
                      const std::string& weightHeader, const Food& food, const Data& data,
                      const LabelRules* rules)
{
    OwnBasis basis;
    const std::string text = rules ? rules->withoutPer(per) : fold(per);
    const auto stated = statedGrams(text, food, data);
    basis.weight = readWeight(weightCell, weightHeader, data);
    if (text.empty())
        return basis;
    if (stated && basis.weight && std::abs(*stated - *basis.weight) > *stated * 1e-6)
        throw OwnFault{ "own.twoWeights",
                        weightHeader.empty() ? perHeader : weightHeader,
                        weightWords(*basis.weight),
                        {},
                        weightWords(*stated) };
    const auto weight = stated ? stated : basis.weight;
    if (!weight)
        throw OwnFault{ "own.perWhat", perHeader, std::string(trim(per)) };
    basis.grams = *weight;
    // Behind it may stand what it weighs: "1 portion (30 g)".
    const std::string what(trim(std::string_view(text).substr(0, text.find('('))));
    if (data.amount(Food(), what))
        return basis; // a weight has no name
    if (const auto ml = millilitres(what, data))
    {
        basis.portion = { "ml", *weight / *ml };
        return basis;
    }
    const auto [count, name] = countAndName(what);
    basis.portion = { portionName(name, data), *weight / count };
    return basis;
}

double roundedDigits(double value)
{
    constexpr int digits = 11; // behind the first
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::scientific, digits);
    double result = value;
    if (error == std::errc())
        std::from_chars(text.data(), end, result);
    return result;
}

} // namespace quartet
