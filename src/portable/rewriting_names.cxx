/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The names of a copy: those that call us are spelled out where they stand.

#include "portable/rewriting.hxx"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace
{

/// Whether a part means something else in another cell.
bool isRelative(const Tokens& tokens)
{
    namespace Flags = css::sheet::ReferenceFlags;
    constexpr sal_Int32 relative =
        Flags::COLUMN_RELATIVE | Flags::ROW_RELATIVE | Flags::SHEET_RELATIVE;
    return std::any_of(tokens.begin(), tokens.end(), [](const FormulaToken& token) {
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        if (token.Data >>= range)
            return ((range.Reference1.Flags | range.Reference2.Flags) & relative) != 0;
        return (token.Data >>= cell) && (cell.Flags & relative) != 0;
    });
}

} // namespace

Rewriting::NameId Rewriting::idOf(const FormulaToken& token)
{
    css::sheet::NameToken name;
    token.Data >>= name;
    return { name.Sheet, name.Index };
}

std::map<Rewriting::NameId, Rewriting::Name>::const_iterator
Rewriting::nameAt(const FormulaToken& token) const
{
    return m_grammar.isName(token) ? m_names.find(idOf(token)) : m_names.end();
}

void Rewriting::readNames(const Reference<css::beans::XPropertySet>& owner, sal_Int32 scope)
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

void Rewriting::readNames()
{
    readNames(Reference<css::beans::XPropertySet>(m_document, UNO_QUERY_THROW), -1);
    for (sal_Int32 i = 0; i < m_sheetCount; ++i)
        readNames(Reference<css::beans::XPropertySet>(m_sheets->getByIndex(i), UNO_QUERY_THROW), i);
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

bool Rewriting::callsUs(const Tokens& tokens) const
{
    return std::any_of(tokens.begin(), tokens.end(), [this](const FormulaToken& token) {
        if (m_grammar.isOurs(token))
            return true;
        const auto found = nameAt(token);
        return found != m_names.end() && found->second.ours;
    });
}

Tokens Rewriting::expanded(const Tokens& tokens, bool all, int depth) const
{
    Tokens result;
    constexpr int deepest = 16;
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const FormulaToken& token = tokens[i];
        if (!all && m_grammar.isOurs(token))
        {
            const auto call = m_grammar.callAt(tokens, i);
            const Tokens inner(tokens.begin() + static_cast<std::ptrdiff_t>(i),
                               tokens.begin() + static_cast<std::ptrdiff_t>(call->end));
            const Tokens spelled = expanded(inner, true, depth);
            result.insert(result.end(), spelled.begin(), spelled.end());
            i = call->end - 1;
            continue;
        }
        const auto found = nameAt(token);
        if (found == m_names.end() || depth > deepest || !(all || found->second.ours))
        {
            result.push_back(token);
            continue;
        }
        const Tokens inner =
            m_grammar.inParentheses(expanded(found->second.tokens, all, depth + 1));
        result.insert(result.end(), inner.begin(), inner.end());
    }
    return result;
}

void Rewriting::rewriteNames()
{
    for (auto& [id, name] : m_names)
    {
        if (!name.ours)
            continue;
        const auto position = name.name->getReferencePosition();
        const Place from{ position.Sheet, position.Column, position.Row };
        try
        {
            const Tokens tokens = expanded(name.tokens, false);
            // What depends on the cell in which the name stands has no cell of its own.
            if (!isRelative(tokens))
                name.rewritten = rewritten(tokens, from, false);
        }
        catch (const NoNativeForm&)
        {
            // It stands in no formula any more.
        }
    }
}

void Rewriting::writeNames()
{
    for (const auto& [id, name] : m_names)
    {
        if (!name.ours)
            continue;
        const auto position = name.name->getReferencePosition();
        const Place from{ position.Sheet, position.Column, position.Row };
        const Tokens tokens = name.rewritten && !m_choices.valuesOnly
                                  ? m_data.resolved(*name.rewritten, from)
                                  : Tokens{ m_grammar.value(Any(rtl::OUString())) };
        Reference<css::sheet::XFormulaTokens>(name.name, UNO_QUERY_THROW)
            ->setTokens(toSequence(tokens));
    }
}

} // namespace quartet
