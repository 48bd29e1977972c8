/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/lowering.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
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

bool any(Role) { return true; }

} // namespace

Lookup lookupOf(const Reference<css::sheet::XSpreadsheetDocument>& document, bool xlsx)
{
    if (xlsx)
        return Lookup::Wildcards;
    const Reference<css::beans::XPropertySet> settings(document, UNO_QUERY_THROW);
    bool whole = false;
    bool wildcards = false;
    bool patterns = false;
    settings->getPropertyValue("MatchWholeCell") >>= whole;
    settings->getPropertyValue("Wildcards") >>= wildcards;
    settings->getPropertyValue("RegularExpressions") >>= patterns;
    if (!whole || patterns)
        return Lookup::Compare;
    return wildcards ? Lookup::Wildcards : Lookup::Plain;
}

void lookUpAsExcel(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    const Reference<css::beans::XPropertySet> settings(document, UNO_QUERY_THROW);
    for (const char* const setting : { "Wildcards", "MatchWholeCell" })
        settings->setPropertyValue(rtl::OUString::createFromAscii(setting), Any(true));
}

Lowering::Lowering(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
                   std::shared_ptr<const Standards> standards, const Words& words,
                   PortableChoices choices, const DataSheet& sheet, DataTables& tables,
                   Lookup lookup)
    : m_cells(cells)
    , m_grammar(grammar)
    , m_names(names)
    , m_standards(std::move(standards))
    , m_words(words)
    , m_choices(std::move(choices))
    , m_sheet(sheet)
    , m_tables(tables)
    , m_forms(tables, lookup)
    , m_excel(cells.document(), grammar)
{
}

bool Lowering::isLeftOut(Role role) const { return m_choices.leavesOut(role); }

Tokens Lowering::native(const Tokens& tokens, const Place& from, bool array)
{
    m_readValues = m_needsArray = false;
    return fitting(lowered(m_names.expanded(tokens, from.sheet), from, array, false));
}

Tokens Lowering::guarded(const Tokens& tokens, const Place& from, bool array)
{
    return fitting(lowered(m_names.expanded(tokens, from.sheet), from, array, true));
}

Tokens Lowering::fitting(Tokens tokens) const
{
    if (!m_excel.takes(tokens))
        throw NoNativeForm();
    return tokens;
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
            argument.original = whole ? call.arguments[i] : single(call.arguments[i], from, array);
            argument.leftOut = isLeftOut(argument.role);
            argument.lowered =
                argument.leftOut ? Tokens() : lowered(argument.original, from, array, guard);
            argument.constant = m_grammar.constant(argument.original);
            made.arguments.push_back(std::move(argument));
        }
    };
    const auto tokensOf = [&](const std::string& formula) {
        std::vector<Tokens> arguments;
        arguments.reserve(made.arguments.size());
        for (const Argument& argument : made.arguments)
            arguments.push_back(argument.lowered);
        return parsed(formula, arguments);
    };
    if (!guardAll)
    {
        argumentsOf(false);
        try
        {
            return fitting(tokensOf(native(made)));
        }
        catch (const NoNativeForm&)
        {
            // Its value holds as long as its arguments do.
        }
    }
    argumentsOf(guardAll);
    return fitting(tokensOf(held(made)));
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
        const auto argument =
            constant && (*constant >>= text) ? markedArgument(toUtf8(text)) : std::nullopt;
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
        const bool known =
            std::any_of(references.begin(), references.end(),
                        [&](const Tokens& one) { return one.front().Data == tokens[i].Data; });
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
        value = errorFormula(shown.front().error);
    else
        value = table(m_tables.figure({ title, dataOf(shown.front().value), {} }));
    std::vector<Tokens> arguments;
    arguments.reserve(call.arguments.size());
    for (const Argument& argument : call.arguments)
        arguments.push_back(argument.lowered);
    return fitting(parsed(whileSame(same(call, any), value, notAvailableFormula), arguments));
}

} // namespace quartet
