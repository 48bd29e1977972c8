/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The names that a workbook gives to cells, values and formulas, database ranges too.

#pragma once

#include "portable/cells.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>

#include <map>
#include <utility>

namespace quartet
{

/// Scope (a sheet's index, -1 for the document) and index.
using NameId = std::pair<sal_Int32, sal_Int32>;

struct Name
{
    css::uno::Reference<css::sheet::XNamedRange> name;
    Tokens tokens;
    bool ours = false; ///< whether it calls us, by another name or itself

    /// What its relative references are counted from.
    Place from() const;
    std::string text() const;
    void set(const Tokens& content) const;
};

class Names
{
public:
    Names(const Cells& cells, const FormulaGrammar& grammar);

    const std::map<NameId, Name>& all() const { return m_names; }
    /// @returns nullptr where the token is no name
    const Name* find(const css::sheet::FormulaToken& token) const;
    static NameId idOf(const css::sheet::FormulaToken& token);

    bool callsUs(const Tokens& tokens) const;
    /** With each name that calls us in its own words; inside our calls, every name.
        @param sheet of the formula: what a name says of it, holds for the sheet's copy too, as
               it does where Calc copies the name */
    Tokens expanded(const Tokens& tokens, sal_Int32 sheet) const
    {
        return expanded(tokens, sheet, false, 0);
    }
    /// With every name in its own words, and every database range as its cells.
    Tokens spelled(const Tokens& tokens) const { return expanded(tokens, -1, true, 0); }

private:
    void read(const css::uno::Reference<css::beans::XPropertySet>& owner, sal_Int32 scope);
    void readDatabases(const css::uno::Reference<css::beans::XPropertySet>& document);
    Tokens expanded(const Tokens& tokens, sal_Int32 sheet, bool all, int depth) const;

    const FormulaGrammar& m_grammar;
    std::map<NameId, Name> m_names;
    std::map<sal_Int32, css::sheet::FormulaToken> m_databases; ///< by their index
};

} // namespace quartet
