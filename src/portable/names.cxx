/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/names.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace
{

void stayOnSheet(css::sheet::SingleReference& reference, sal_Int32 sheet)
{
    namespace Flags = css::sheet::ReferenceFlags;
    if ((reference.Flags & Flags::SHEET_RELATIVE) || reference.Sheet != sheet)
        return;
    reference.Flags = (reference.Flags & ~Flags::SHEET_3D) | Flags::SHEET_RELATIVE;
    reference.RelativeSheet = 0;
}

/// With references to a sheet as they are written on the sheet itself.
Tokens onItsSheet(Tokens tokens, sal_Int32 sheet)
{
    for (FormulaToken& token : tokens)
    {
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        if (token.Data >>= cell)
        {
            stayOnSheet(cell, sheet);
            token.Data <<= cell;
        }
        else if ((token.Data >>= range) && range.Reference1.Sheet == range.Reference2.Sheet)
        {
            stayOnSheet(range.Reference1, sheet);
            stayOnSheet(range.Reference2, sheet);
            token.Data <<= range;
        }
    }
    return tokens;
}

} // namespace

Place Name::from() const
{
    const auto position = name->getReferencePosition();
    return { position.Sheet, position.Column, position.Row };
}

std::string Name::text() const { return toUtf8(name->getName()); }

void Name::set(const Tokens& content) const
{
    Reference<css::sheet::XFormulaTokens>(name, UNO_QUERY_THROW)->setTokens(toSequence(content));
}

Names::Names(const Cells& cells, const FormulaGrammar& grammar)
    : m_grammar(grammar)
{
    const Reference<css::beans::XPropertySet> document(cells.document(), UNO_QUERY_THROW);
    read(document, -1);
    readDatabases(document);
    for (sal_Int32 i = 0; i < cells.sheets(); ++i)
        read(Reference<css::beans::XPropertySet>(cells.sheet(i), UNO_QUERY_THROW), i);
    // A name may stand for a name that calls us.
    for (bool more = true; more;)
    {
        more = false;
        for (auto& [id, name] : m_names)
        {
            if (name.ours || !callsUs(name.tokens))
                continue;
            name.ours = true;
            more = true;
        }
    }
}

void Names::read(const Reference<css::beans::XPropertySet>& owner, sal_Int32 scope)
{
    const Reference<css::container::XNameAccess> names(owner->getPropertyValue("NamedRanges"),
                                                       UNO_QUERY);
    if (!names.is())
        return;
    const auto all = names->getElementNames();
    for (sal_Int32 i = 0; i < all.getLength(); ++i)
    {
        const Reference<css::sheet::XNamedRange> name(names->getByName(all.getConstArray()[i]),
                                                      UNO_QUERY_THROW);
        sal_Int32 index = 0;
        Reference<css::beans::XPropertySet>(name, UNO_QUERY_THROW)
            ->getPropertyValue("TokenIndex") >>= index;
        m_names[{ scope, index }] = {
            name,
            toTokens(Reference<css::sheet::XFormulaTokens>(name, UNO_QUERY_THROW)->getTokens())
        };
    }
}

void Names::readDatabases(const Reference<css::beans::XPropertySet>& document)
{
    const Reference<css::container::XIndexAccess> ranges(
        document->getPropertyValue("DatabaseRanges"), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < ranges->getCount(); ++i)
    {
        const Reference<css::sheet::XDatabaseRange> range(ranges->getByIndex(i), UNO_QUERY_THROW);
        const css::table::CellRangeAddress area = range->getDataArea();
        sal_Int32 index = 0;
        Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)
            ->getPropertyValue("TokenIndex") >>= index;
        const auto corner = [&area](sal_Int32 column, sal_Int32 row) {
            return movableReference({ area.Sheet, column, row }, std::nullopt);
        };
        m_databases[index] = m_grammar.reference(css::sheet::ComplexReference{
            corner(area.StartColumn, area.StartRow), corner(area.EndColumn, area.EndRow) });
    }
}

NameId Names::idOf(const FormulaToken& token)
{
    css::sheet::NameToken name;
    token.Data >>= name;
    return { name.Sheet, name.Index };
}

const Name* Names::find(const FormulaToken& token) const
{
    if (!m_grammar.isName(token))
        return nullptr;
    const auto found = m_names.find(idOf(token));
    return found == m_names.end() ? nullptr : &found->second;
}

bool Names::callsUs(const Tokens& tokens) const
{
    return std::any_of(tokens.begin(), tokens.end(), [this](const FormulaToken& token) {
        if (m_grammar.isOurs(token))
            return true;
        const Name* const found = find(token);
        return found && found->ours;
    });
}

Tokens Names::expanded(const Tokens& tokens, sal_Int32 sheet, bool all, int depth) const
{
    Tokens result;
    constexpr int deepest = 16; // a name may stand for itself
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const FormulaToken& token = tokens[i];
        const auto database = m_databases.find(idOf(token).second);
        if (all && m_grammar.isDatabase(token) && database != m_databases.end())
        {
            result.push_back(database->second);
            continue;
        }
        if (!all && m_grammar.isOurs(token))
        {
            const auto call = m_grammar.callAt(tokens, i);
            const Tokens inner(tokens.begin() + static_cast<std::ptrdiff_t>(i),
                               tokens.begin() + static_cast<std::ptrdiff_t>(call->end));
            const Tokens spelled = expanded(inner, sheet, true, depth);
            result.insert(result.end(), spelled.begin(), spelled.end());
            i = call->end - 1;
            continue;
        }
        const Name* const found = find(token);
        if (!found || depth > deepest || !(all || found->ours))
        {
            result.push_back(token);
            continue;
        }
        const Tokens inner = m_grammar.inParentheses(
            onItsSheet(expanded(found->tokens, sheet, all, depth + 1), sheet));
        result.insert(result.end(), inner.begin(), inner.end());
    }
    return result;
}

} // namespace quartet
