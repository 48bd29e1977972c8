/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/lowering.hxx"

#include "nutrition/default_standards.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "workbook/person_arguments.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

/// Excel takes no more signs in a formula, nor texts that are longer.
constexpr std::size_t longestFormula = 8000;
constexpr std::size_t longestText = 250;

bool any(Role) { return true; }
bool isWord(Role role) { return role == Role::Word || isAboutPerson(role); }
bool isMedicine(Role role) { return role == Role::Medicines; }

/// As a guard compares it: nothing and zero are the same.
bool isNothing(const Any& value)
{
    double number = 0;
    rtl::OUString text;
    return !value.hasValue() || ((value >>= number) && number == 0)
           || ((value >>= text) && text.isEmpty());
}

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

} // namespace

std::size_t lengthOf(const Tokens& tokens)
{
    constexpr std::size_t reference = 26; // with a sheet's name
    constexpr std::size_t other = 4;
    std::size_t length = 0;
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        if (token.Data >>= text)
            length += static_cast<std::size_t>(text.getLength()) + 2;
        else if (token.Data >>= cell)
            length += cell.Flags & css::sheet::ReferenceFlags::SHEET_3D ? reference : 2 * other;
        else if (token.Data >>= range)
            length += reference + 2 * other;
        else
            length += other;
    }
    return length;
}

Lowering::Lowering(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
                   std::shared_ptr<const Standards> standards, const Words& words,
                   const PortableChoices& choices, const DataSheet& sheet, DataTables& tables,
                   Lookup lookup)
    : m_cells(cells)
    , m_grammar(grammar)
    , m_names(names)
    , m_standards(std::move(standards))
    , m_words(words)
    , m_choices(choices)
    , m_sheet(sheet)
    , m_tables(tables)
    , m_forms(tables, lookup)
{
}

bool Lowering::isLeftOut(Role role) const { return m_choices.leavesOut(role); }

Tokens Lowering::native(const Tokens& tokens, const Place& from, bool array)
{
    m_readValues = false;
    return lowered(m_names.expanded(tokens), from, array, false);
}

Tokens Lowering::guarded(const Tokens& tokens, const Place& from, bool array)
{
    return lowered(m_names.expanded(tokens), from, array, true);
}

Tokens Lowering::lowered(const Tokens& tokens, const Place& from, bool array, bool guardAll)
{
    Tokens result;
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        if (!call)
        {
            result.push_back(tokens[i]);
            continue;
        }
        m_alone = i == 0 && call->end == tokens.size();
        const Tokens inner =
            m_grammar.inParentheses(lowered(*call, tokens[i], from, array, guardAll));
        result.insert(result.end(), inner.begin(), inner.end());
        i = call->end - 1;
    }
    return result;
}

Tokens Lowering::lowered(const OurCall& call, const FormulaToken& name, const Place& from,
                         bool array, bool guardAll)
{
    Call made{ findPortable(call.method), name, call, {}, from, array, m_alone };
    if (!made.method)
        throw NoNativeForm();
    const auto argumentsOf = [&](bool guard) {
        made.arguments.clear();
        const bool none = call.arguments.size() == 1 && call.arguments.front().empty();
        for (std::size_t i = 0; i < call.arguments.size() && !none; ++i)
        {
            Argument argument;
            if (i < made.method->roles.size())
                argument.role = static_cast<Role>(made.method->roles[i]);
            const bool whole = argument.role == Role::Foods || argument.role == Role::Amounts
                               || argument.role == Role::Cells;
            argument.original =
                whole ? call.arguments[i] : single(call.arguments[i], from, array);
            argument.leftOut = isLeftOut(argument.role);
            argument.lowered = argument.leftOut
                                   ? Tokens()
                                   : lowered(argument.original, from, array, guard);
            argument.constant = m_grammar.constant(argument.original);
            made.arguments.push_back(std::move(argument));
        }
    };
    const auto tokensOf = [&](const std::string& formula) {
        std::vector<Tokens> arguments;
        for (const Argument& argument : made.arguments)
            arguments.push_back(argument.lowered);
        return parsed(formula, arguments);
    };
    if (!guardAll)
    {
        argumentsOf(false);
        try
        {
            Tokens tokens = tokensOf(native(made));
            if (lengthOf(tokens) < longestFormula)
                return tokens;
        }
        catch (const NoNativeForm&)
        {
            // Its value holds as long as its arguments do.
        }
    }
    argumentsOf(guardAll);
    Tokens tokens = tokensOf(held(made));
    if (lengthOf(tokens) >= longestFormula)
        throw NoNativeForm();
    return tokens;
}

Tokens Lowering::single(const Tokens& argument, const Place& from, bool array) const
{
    if (array || argument.size() != 1)
        return argument;
    const auto area = areaOf(argument.front(), from);
    if (!area || area->isCell() || area->first.sheet < 0)
        return argument;
    const bool inRows =
        area->columns() == 1 && from.row >= area->first.row && from.row <= area->last.row;
    const bool inColumns =
        area->rows() == 1 && from.column >= area->first.column && from.column <= area->last.column;
    if (!inRows && !inColumns)
        throw NoNativeForm();
    const Place place{ area->first.sheet, inRows ? area->first.column : from.column,
                       inRows ? from.row : area->first.row };
    css::sheet::SingleReference cell = movableReference(place, std::nullopt);
    namespace Flags = css::sheet::ReferenceFlags;
    cell.Flags |= inRows ? Flags::ROW_RELATIVE : Flags::COLUMN_RELATIVE;
    cell.RelativeRow = place.row - from.row;
    cell.RelativeColumn = place.column - from.column;
    if (place.sheet == from.sheet)
    {
        cell.Flags = (cell.Flags & ~Flags::SHEET_3D) | Flags::SHEET_RELATIVE;
        cell.RelativeSheet = 0;
    }
    return { m_grammar.reference(cell) };
}

Tokens Lowering::parsed(const std::string& formula, const std::vector<Tokens>& arguments)
{
    auto known = m_parsed.find(formula);
    if (known == m_parsed.end())
    {
        const Reference<css::lang::XMultiServiceFactory> services(m_cells.document(),
                                                                  UNO_QUERY_THROW);
        const Reference<css::sheet::XFormulaParser> parser(
            services->createInstance("com.sun.star.sheet.FormulaParser"), UNO_QUERY_THROW);
        Reference<css::beans::XPropertySet>(parser, UNO_QUERY_THROW)
            ->setPropertyValue("CompileEnglish", Any(true));
        known = m_parsed
                    .emplace(formula, toTokens(parser->parseFormula(fromUtf8(formula),
                                                                    css::table::CellAddress())))
                    .first;
    }
    Tokens result;
    for (const FormulaToken& token : known->second)
    {
        rtl::OUString text;
        const auto constant = m_grammar.constant({ token });
        const auto argument = constant && (*constant >>= text)
                                  ? markedArgument(toUtf8(text))
                                  : std::nullopt;
        if (!argument)
        {
            result.push_back(token);
            continue;
        }
        const Tokens inner = m_grammar.inParentheses(arguments.at(*argument));
        result.insert(result.end(), inner.begin(), inner.end());
    }
    return result;
}

bool Lowering::tellsOfMedicines(const Tokens& tokens) const
{
    const Tokens spelled = m_names.spelled(tokens);
    for (std::size_t i = 0; i < spelled.size() && !m_choices.withMedicines; ++i)
    {
        const auto call = m_grammar.callAt(spelled, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        for (std::size_t j = 0;
             method && j < std::min(call->arguments.size(), method->roles.size()); ++j)
            if (static_cast<Role>(method->roles[j]) == Role::Medicines
                && !call->arguments[j].empty())
                return true;
    }
    return false;
}

void Lowering::collectReferences(const Tokens& tokens, std::vector<Tokens>& references) const
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        if (const auto call = m_grammar.callAt(tokens, i))
        {
            const PortableMethod* const method = findPortable(call->method);
            for (std::size_t j = 0; j < call->arguments.size(); ++j)
                if (!method || j >= method->roles.size()
                    || !isLeftOut(static_cast<Role>(method->roles[j])))
                    collectReferences(call->arguments[j], references);
            i = call->end - 1;
            continue;
        }
        if (m_grammar.isLookingElsewhere(tokens[i]))
            throw NoNativeForm();
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        if (!(tokens[i].Data >>= cell) && !(tokens[i].Data >>= range))
            continue;
        const Tokens reference{ tokens[i] };
        const bool known = std::any_of(references.begin(), references.end(), [&](const Tokens& one) {
            return one.front().Data == tokens[i].Data;
        });
        if (!known)
            references.push_back(reference);
    }
}

Tokens Lowering::heldWhole(const Tokens& tokens, const Place& from, bool array, sal_Int32 columns,
                           const std::vector<Shown>& shown)
{
    std::vector<Tokens> references;
    collectReferences(m_names.spelled(tokens), references);
    Call call{ nullptr, {}, {}, {}, from, false, true };
    for (const Tokens& reference : references)
    {
        const auto area = areaOf(reference.front(), from);
        if (!area || area->first.sheet < 0)
            throw NoNativeForm();
        call.arguments.push_back({ Role::Number, reference, reference, std::nullopt, false });
    }
    std::string value;
    const std::string title = m_words.text("portable.formula", { { "cell", m_cells.name(from) } });
    if (array)
    {
        ValueBlock block{ title, {} };
        for (std::size_t i = 0; i < shown.size(); ++i)
        {
            if (shown[i].error)
                throw NoNativeForm();
            if (i % static_cast<std::size_t>(columns) == 0)
                block.rows.emplace_back();
            block.rows.back().push_back(dataOf(shown[i].value));
        }
        const std::size_t rows = block.rows.size();
        value = table(m_tables.block("held " + m_cells.name(from), rows, [&] { return block; }));
    }
    else if (shown.front().error)
        value = shown.front().error == notAvailable ? "NA()" : refused;
    else
        value = table(m_tables.figure({ title, dataOf(shown.front().value), {} }));
    std::vector<Tokens> arguments;
    for (const Argument& argument : call.arguments)
        arguments.push_back(argument.lowered);
    Tokens result = parsed(whileSame(same(call, any), value, "NA()"), arguments);
    if (lengthOf(result) >= longestFormula)
        throw NoNativeForm();
    return result;
}

// What a call has become

std::string Lowering::spelled(const Call& call, std::size_t argument) const
{
    const auto& constant = call.arguments[argument].constant;
    double number = 0;
    rtl::OUString text;
    if (constant && (*constant >>= number))
        return digits(number);
    if (constant && (*constant >>= text))
        return inQuotes(toUtf8(text));
    return argumentMark(argument);
}

Any Lowering::present(const Call& call, std::size_t argument) const
{
    if (!call.isGiven(argument))
        return {};
    const Tokens& tokens = call.arguments[argument].original;
    if (const auto constant = m_grammar.constant(tokens))
        return *constant;
    m_readValues = true;
    const auto area = tokens.size() == 1 ? areaOf(tokens.front(), call.from) : std::nullopt;
    const Shown shown =
        area && area->isCell() && area->first.sheet >= 0
            ? m_cells.shown(area->first)
            : m_sheet.present(movable(m_grammar, tokens, call.from, call.from.row), call.from.row);
    if (shown.error)
        throw NoNativeForm();
    return shown.value;
}

std::string Lowering::word(const Call& call, std::size_t argument) const
{
    const Any now = present(call, argument);
    rtl::OUString text;
    if (!(now >>= text) && !isNothing(now))
        throw NoNativeForm();
    return std::string(trim(toUtf8(text)));
}

std::optional<Area> Lowering::area(const Call& call, std::size_t argument) const
{
    const Tokens& tokens = call.arguments[argument].original;
    if (tokens.size() != 1)
        return std::nullopt;
    auto area = areaOf(tokens.front(), call.from);
    return area && area->first.sheet >= 0 ? area : std::nullopt;
}

std::string Lowering::tag(const std::string& nutrient) const
{
    const auto& nutrients = m_standards->data->nutrients;
    const auto index = nutrients.find(nutrient);
    if (!index)
        throw NoNativeForm();
    return nutrients[*index].tag;
}

std::string Lowering::formTag(const std::string& form) const
{
    const auto& nutrients = m_standards->data->nutrients;
    const Menaquinones& k2 = nutrients.k2();
    const auto parsed = form.empty() ? K2Form::All : parseK2Form(form);
    if (!parsed)
        throw NoNativeForm();
    switch (*parsed)
    {
        case K2Form::MK4:
            return nutrients[k2.mk4].tag;
        case K2Form::MK7:
            return nutrients[k2.mk7].tag;
        case K2Form::Other:
            return nutrients[k2.other].tag;
        case K2Form::Known:
            return knownK2;
        case K2Form::All:
            break;
    }
    return nutrients[k2.total].tag;
}

Amount Lowering::amountKind(const Call& call, std::size_t argument) const
{
    const Argument& amount = call.arguments[argument];
    if (!amount.constant && amount.original.size() > 1 && !call.array)
    {
        double number = 0;
        if (present(call, argument) >>= number)
            return Amount::WorkedOut;
    }
    return m_numbersOnly ? Amount::Number : Amount::Any;
}

std::string Lowering::food(Call& call)
{
    const std::string_view method = call.method->name;
    if (!call.isGiven(0))
        throw NoNativeForm();
    if (method == "nutrientsource")
        return m_forms.source(tag(word(call, 1)), spelled(call, 0));
    if (!call.isGiven(1))
        throw NoNativeForm();
    const Amount kind = amountKind(call, 1);
    if (method == "foodgrams")
        return m_forms.grams(spelled(call, 0), spelled(call, 1), kind);
    const std::string nutrient =
        method == "k2mcg" ? formTag(word(call, 2)) : tag(word(call, 2));
    return m_forms.value(nutrient, spelled(call, 0), spelled(call, 1), kind);
}

std::string Lowering::total(Call& call)
{
    if (!m_forms.canSum() || !call.isGiven(1))
        throw NoNativeForm();
    const std::string nutrient = tag(word(call, 2));
    const std::string mode = fold(word(call, 3));
    if (!mode.empty() && mode != "known" && mode != "strict")
        throw NoNativeForm();
    const auto foods = area(call, 0);
    const auto amounts = area(call, 1);
    const bool isSum = call.method->name == "nutrientsum";
    if (!foods && !amounts && call.arguments[0].constant && call.arguments[1].constant && isSum)
        return m_forms.value(nutrient, spelled(call, 0), spelled(call, 1), Amount::Any);
    if (!foods || !amounts || foods->rows() != amounts->rows()
        || foods->columns() != amounts->columns())
        throw NoNativeForm();
    std::string whole;
    const Area usedFoods = m_cells.used(*foods);
    if (usedFoods.rows() < foods->rows())
    {
        // Whole columns are long: as far as they are used, and nothing beyond.
        const sal_Int32 rows = std::max(usedFoods.rows(), m_cells.used(*amounts).rows());
        for (std::size_t i = 0; i < 2; ++i)
        {
            Argument all = call.arguments[i];
            css::sheet::ComplexReference range;
            call.arguments[i].lowered.front().Data >>= range;
            range.Reference2.Flags = range.Reference1.Flags;
            range.Reference2.Row = range.Reference1.Row + rows - 1;
            range.Reference2.RelativeRow = range.Reference1.RelativeRow + rows - 1;
            range.Reference2.Flags &= ~css::sheet::ReferenceFlags::SHEET_3D;
            call.arguments[i].lowered.front().Data <<= range;
            call.arguments.push_back(std::move(all));
            whole += (i ? "+" : "") + std::string("COUNTA(")
                     + argumentMark(call.arguments.size() - 1) + ")-COUNTA(" + argumentMark(i)
                     + ")";
        }
    }
    const std::string total =
        isSum ? m_forms.sum(nutrient, mode == "strict", argumentMark(0), argumentMark(1))
              : m_forms.coverage(nutrient, argumentMark(0), argumentMark(1));
    return whole.empty() ? total : "IF(" + whole + ">0;NA();" + total + ")";
}

std::string Lowering::list(Call& call)
{
    const std::string holds = same(call, any);
    // COUNTA counts the error that would stand for it.
    if (!holds.empty() && !call.alone)
        throw NoNativeForm();
    m_readValues = true;
    const Tokens whole = m_grammar.call(call.name, call.call.arguments);
    const Tokens moved = movable(m_grammar, whole, call.from, call.from.row);
    const auto count = [&](const char* function) {
        const Tokens counting =
            parsed(std::string(function) + "(" + argumentMark(0) + ")", { moved });
        double counted = 0;
        m_sheet.present(counting, call.from.row).value >>= counted;
        return static_cast<sal_Int32>(counted);
    };
    const Shown first = m_sheet.present(moved, call.from.row);
    if (first.error)
        return whileSame(holds, first.error == notAvailable ? "NA()" : refused, "NA()");
    const auto now = m_sheet.presentList(moved, call.from.row, count("ROWS"), count("COLUMNS"));
    ValueBlock block{ label(call), {} };
    for (const auto& row : now)
    {
        block.rows.emplace_back();
        for (const Shown& each : row)
            block.rows.back().push_back(each.error ? DataValue(std::string()) : dataOf(each.value));
    }
    std::string key = "list " + block.label;
    const std::size_t rows = block.rows.size();
    return whileSame(holds, table(m_tables.block(key, rows, [&] { return block; })),
                     "NA()");
}

std::string Lowering::native(Call& call)
{
    switch (call.method->kind)
    {
        case Portable::Food:
            return whileSame(same(call, isWord), food(call), "NA()");
        case Portable::Range:
            return whileSame(same(call, isWord), total(call), "NA()");
        case Portable::List:
            return list(call);
        case Portable::Native:
        {
            std::vector<PortableArgument> arguments;
            for (std::size_t i = 0; i < call.arguments.size(); ++i)
            {
                const Argument& argument = call.arguments[i];
                const bool usesValue = isWord(argument.role);
                arguments.push_back({ argument.role, argument.given(),
                                      usesValue ? present(call, i) : Any(),
                                      argument.given() && !argument.leftOut ? spelled(call, i)
                                                                            : std::string("0") });
            }
            PortableCall native{ *m_standards, m_words, m_tables, arguments };
            return whileSame(same(call, isWord), call.method->formula(native), "NA()");
        }
        case Portable::Kept:
            throw NoNativeForm();
        case Portable::Fixed:
        case Portable::Missing:
        case Portable::Sentence:
            break;
    }
    return held(call);
}

std::string Lowering::held(Call& call)
{
    if (call.method->kind == Portable::List)
        return list(call);
    // What is said of a medicine alone is unknown for another one.
    const std::string& roles = call.method->roles;
    const bool ofMedicine = roles.find(static_cast<char>(Role::Medicines)) != std::string::npos
                            && roles.find(static_cast<char>(Role::Number)) == std::string::npos;
    const bool sentence = (call.method->kind == Portable::Sentence && !ofMedicine)
                          || call.method->kind == Portable::Missing;
    std::string otherwise = "NA()";
    if (sentence)
        otherwise = inQuotes(m_words.text("portable.stale"));
    if (const std::string said = caution(call); !said.empty())
        otherwise = whileSame(same(call, isMedicine), inQuotes(said + " ") + "&" + otherwise,
                              "NA()");
    return whileSame(same(call, any), value(call), otherwise);
}

std::string Lowering::caution(const Call& call) const
{
    constexpr std::size_t firstOfPerson = 4;
    if (call.method->name != "balancecheck")
        return {};
    for (std::size_t i = firstOfPerson; i < call.arguments.size(); ++i)
    {
        rtl::OUString medicines;
        if (call.arguments[i].role != Role::Medicines || call.arguments[i].leftOut
            || !(present(call, i) >>= medicines))
            continue;
        // Of a day of which nothing is known a medicine alone can give one.
        const auto said = m_standards->balance.check({}, {}, defaultIntakeStandard,
                                                     toUtf8(medicines));
        const std::string begin =
            m_standards->texts.text("balance.caution", { { "items", std::string() } });
        if (!said || !said->starts_with(begin.substr(0, begin.find(':') + 1)))
            return {};
        return said->substr(0, std::min(said->find(". ") + 1, longestText));
    }
    return {};
}

std::string Lowering::label(const Call& call) const
{
    std::string label(call.method->shownName);
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
    {
        const Argument& argument = call.arguments[i];
        rtl::OUString text;
        double number = 0;
        const auto of = argument.given() ? area(call, i) : std::nullopt;
        if (!argument.given() || argument.leftOut || (of && !of->isCell()))
            continue;
        const Any now = call.array && !of ? Any() : present(call, i);
        if ((now >>= text) && !text.isEmpty())
            label += " " + toUtf8(text);
        else if ((now >>= number) && number != 0)
            label += " " + formatNumber(number, 4);
    }
    return label;
}

std::string Lowering::value(const Call& call) const
{
    for (std::size_t i = 0; i < call.arguments.size() && call.array; ++i)
        if (const auto of = area(call, i); of && !of->isCell())
            throw NoNativeForm();
    m_readValues = true;
    const Tokens whole = m_grammar.call(call.name, call.call.arguments);
    const Shown now =
        m_sheet.present(movable(m_grammar, whole, call.from, call.from.row), call.from.row);
    if (now.error)
        return now.error == notAvailable ? "NA()" : refused;
    return table(m_tables.figure({ label(call), dataOf(now.value), {} }));
}

// What it depends on

std::string Lowering::same(const Call& call, std::size_t argument)
{
    m_readValues = true;
    const std::string cell = argumentMark(argument);
    const auto of = area(call, argument);
    if (of && !of->isCell())
    {
        const Area used = m_cells.used(*of);
        const auto make = [&] {
            ValueBlock block{ m_words.text("portable.was",
                                           { { "cells", m_cells.name(used.first) } }),
                              {} };
            const auto values = m_cells.shown(used);
            auto value = values.begin();
            for (sal_Int32 row = 0; row < used.rows(); ++row)
            {
                block.rows.emplace_back();
                for (sal_Int32 column = 0; column < used.columns(); ++column)
                {
                    if (value->error)
                        throw NoNativeForm();
                    block.rows.back().push_back(dataOf((value++)->value));
                }
            }
            return block;
        };
        const std::string key = "was " + std::to_string(used.first.sheet) + "."
                                + std::to_string(used.first.column) + "."
                                + std::to_string(used.first.row) + "-"
                                + std::to_string(used.last.column);
        const std::string was =
            table(m_tables.block(key, static_cast<std::size_t>(used.rows()), make));
        if (used.rows() < of->rows())
            throw NoNativeForm();
        return "SUMPRODUCT(--(" + cell + "<>" + was + "))=0";
    }
    const Any now = present(call, argument);
    double number = 0;
    rtl::OUString text;
    if (isNothing(now))
        return "OR(" + cell + "=\"\";" + cell + "=0)";
    if (now >>= number)
        return "IF(ISNUMBER(" + cell + ");ROUND(" + cell + "-" + digits(number) + ";9)=0;FALSE())";
    now >>= text;
    const std::string said = toUtf8(text);
    return cell + "="
           + (said.size() < longestText
                  ? inQuotes(said)
                  : table(m_tables.figure({ m_words.text("portable.text"), said, {} })));
}

std::string Lowering::same(const Call& call, Watched watched)
{
    std::string all;
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
    {
        const Argument& argument = call.arguments[i];
        if (!argument.given() || argument.constant || argument.leftOut || !watched(argument.role))
            continue;
        const auto of = area(call, i);
        if (call.array && !(of && of->isCell()))
            throw NoNativeForm();
        all += (all.empty() ? "" : ";") + same(call, i);
    }
    return all;
}

std::string Lowering::whileSame(const std::string& same, const std::string& then,
                                const std::string& otherwise)
{
    return same.empty() ? then : "IF(AND(" + same + ");" + then + ";" + otherwise + ")";
}

} // namespace quartet
