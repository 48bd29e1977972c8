/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas as tokens that can be taken apart and moved to another cell.

#pragma once

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/FormulaToken.hpp>
#include <com/sun/star/sheet/SingleReference.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace quartet
{

using Tokens = std::vector<css::sheet::FormulaToken>;

Tokens toTokens(const css::uno::Sequence<css::sheet::FormulaToken>& tokens);
css::uno::Sequence<css::sheet::FormulaToken> toSequence(const Tokens& tokens);

/// A cell of a workbook, counted from 0.
struct Place
{
    sal_Int32 sheet = 0;
    sal_Int32 column = 0;
    sal_Int32 row = 0;

    bool operator==(const Place&) const = default;
    bool operator<(const Place& other) const
    {
        return std::tie(sheet, column, row) < std::tie(other.sheet, other.column, other.row);
    }
};

/// Two corners on one sheet.
struct Area
{
    Place first;
    Place last;

    sal_Int32 columns() const { return last.column - first.column + 1; }
    sal_Int32 rows() const { return last.row - first.row + 1; }
    bool isCell() const { return columns() == 1 && rows() == 1; }
};

/// A call of the service org.quartet.Nutrition in a formula.
struct OurCall
{
    std::string method;            ///< as in the IDL
    std::size_t begin;             ///< of its tokens in the formula,
    std::size_t end;               ///< behind the last
    std::vector<Tokens> arguments; ///< without spaces; empty ones were left out
};

/** Calc's numbers of the tokens, and what can be done with these. */
class FormulaGrammar
{
public:
    /// @param services of the document
    explicit FormulaGrammar(const css::uno::Reference<css::lang::XMultiServiceFactory>& services);

    bool isSpace(const css::sheet::FormulaToken& token) const;
    bool isName(const css::sheet::FormulaToken& token) const { return token.OpCode == m_name; }
    bool isDatabase(const css::sheet::FormulaToken& token) const
    {
        return token.OpCode == m_database;
    }
    bool isOpen(const css::sheet::FormulaToken& token) const { return token.OpCode == m_open; }
    bool isClose(const css::sheet::FormulaToken& token) const { return token.OpCode == m_close; }
    bool isSeparator(const css::sheet::FormulaToken& token) const
    {
        return token.OpCode == m_separator;
    }
    bool isRow(const css::sheet::FormulaToken& token) const { return token.OpCode == m_row; }
    bool isColumn(const css::sheet::FormulaToken& token) const { return token.OpCode == m_column; }
    /// Whether it refers to cells that stand nowhere in the formula.
    bool isLookingElsewhere(const css::sheet::FormulaToken& token) const
    {
        return token.OpCode == m_indirect || token.OpCode == m_offset;
    }
    /// Whether it joins two references to all between them, as in A1:INDEX(B1:B9;2).
    bool isRangeOperator(const css::sheet::FormulaToken& token) const
    {
        return token.OpCode == m_range;
    }
    /// Whether it gives something else each time, by the clock or by chance.
    bool changesByItself(const css::sheet::FormulaToken& token) const;
    bool isOurs(const css::sheet::FormulaToken& token) const;
    bool holdsOurs(const Tokens& tokens) const;

    /// The call whose name is at a place; nothing where none is.
    std::optional<OurCall> callAt(const Tokens& tokens, std::size_t place) const;

    /// A call of ours.
    Tokens call(const css::sheet::FormulaToken& name, const std::vector<Tokens>& arguments) const;

    Tokens inParentheses(const Tokens& tokens) const;
    css::sheet::FormulaToken value(const css::uno::Any& value) const { return { m_push, value }; }
    css::sheet::FormulaToken reference(const css::sheet::SingleReference& cell) const
    {
        return { m_push, css::uno::Any(cell) };
    }
    css::sheet::FormulaToken reference(const css::sheet::ComplexReference& range) const
    {
        return { m_push, css::uno::Any(range) };
    }

    /// All cells that a formula refers to from a cell, but for those it looks up elsewhere.
    std::vector<Area> areas(const Tokens& formula, const Place& from) const;

    /// The text or number that stands there alone.
    std::optional<css::uno::Any> constant(const Tokens& tokens) const;

private:
    sal_Int32 m_external;
    sal_Int32 m_push;
    sal_Int32 m_missing;
    sal_Int32 m_name;
    sal_Int32 m_database;
    sal_Int32 m_spaces;
    sal_Int32 m_whitespace;
    sal_Int32 m_open;
    sal_Int32 m_close;
    sal_Int32 m_separator;
    sal_Int32 m_row;
    sal_Int32 m_column;
    sal_Int32 m_indirect;
    sal_Int32 m_offset;
    sal_Int32 m_range;
    std::vector<sal_Int32> m_changing;
};

/// Whether a part of a formula means something else in another cell.
bool isRelative(const Tokens& tokens);

/** The cells that a token refers to from a cell.
    @returns nothing for another token, for what was deleted and for cells of
             several sheets */
std::optional<Area> areaOf(const css::sheet::FormulaToken& token, const Place& from);

/** A part of a formula that holds on every sheet: references name their sheet
    and column. Their row is fixed, or counted from the base row. */
Tokens movable(const FormulaGrammar& grammar, const Tokens& tokens, const Place& from,
               sal_Int32 baseRow);

/// The same part with every row fixed.
Tokens fixed(const Tokens& movable, sal_Int32 baseRow);

/// Whether a movable part depends on its base row.
bool dependsOnRow(const Tokens& movable);

/// The same texts for parts that mean the same.
std::string keyOf(const Tokens& movable);

/// A reference as the movable parts have it.
css::sheet::SingleReference movableReference(const Place& place, std::optional<sal_Int32> baseRow);

/** A movable part as it stands in a cell.
    @param baseRow that its relative rows are counted from */
Tokens placed(const Tokens& movable, const Place& cell, sal_Int32 baseRow);

} // namespace quartet
