/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/formula_tokens.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/FormulaLanguage.hpp>
#include <com/sun/star/sheet/FormulaMapGroup.hpp>
#include <com/sun/star/sheet/FormulaMapGroupSpecialOffset.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XFormulaOpCodeMapper.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

namespace Flags = css::sheet::ReferenceFlags;
using css::sheet::ComplexReference;
using css::sheet::FormulaToken;
using css::sheet::SingleReference;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

const rtl::OUString ourService("org.quartet.Nutrition.");
const rtl::OUString randBetween("com.sun.star.sheet.addin.Analysis.getRandbetween");

constexpr sal_Int32 deleted = Flags::SHEET_DELETED | Flags::COLUMN_DELETED | Flags::ROW_DELETED;

Place target(const SingleReference& reference, const Place& from)
{
    return { reference.Flags & Flags::SHEET_RELATIVE ? from.sheet + reference.RelativeSheet
                                                     : reference.Sheet,
             reference.Flags & Flags::COLUMN_RELATIVE ? from.column + reference.RelativeColumn
                                                      : reference.Column,
             reference.Flags & Flags::ROW_RELATIVE ? from.row + reference.RelativeRow
                                                   : reference.Row };
}

/// From the first corner to the last, which may be on another sheet.
std::optional<Area> boxOf(const FormulaToken& token, const Place& from)
{
    SingleReference cell;
    ComplexReference range;
    if (token.Data >>= cell)
        range = { cell, cell };
    else if (!(token.Data >>= range))
        return std::nullopt;
    if ((range.Reference1.Flags & deleted) || (range.Reference2.Flags & deleted))
        return std::nullopt;
    return Area{ target(range.Reference1, from), target(range.Reference2, from) };
}

/// Where both are, and all between them.
Area around(const Area& one, const Area& other)
{
    return { { one.first.sheet, std::min(one.first.column, other.first.column),
               std::min(one.first.row, other.first.row) },
             { one.first.sheet, std::max(one.last.column, other.last.column),
               std::max(one.last.row, other.last.row) } };
}

/// Changes each cell that a token refers to, but what was deleted.
template <typename Change> void changeReferences(FormulaToken& token, const Change& change)
{
    SingleReference cell;
    ComplexReference range;
    if ((token.Data >>= cell) && !(cell.Flags & deleted))
    {
        change(cell);
        token.Data <<= cell;
    }
    else if ((token.Data >>= range) && !(range.Reference1.Flags & deleted)
             && !(range.Reference2.Flags & deleted))
    {
        change(range.Reference1);
        change(range.Reference2);
        // The sheet is named once.
        range.Reference2.Flags &= ~Flags::SHEET_3D;
        token.Data <<= range;
    }
}

std::string keyOf(const SingleReference& reference)
{
    return std::to_string(reference.Sheet) + '.' + std::to_string(reference.Column) + '.'
           + (reference.Flags & Flags::ROW_RELATIVE ? '~' + std::to_string(reference.RelativeRow)
                                                    : std::to_string(reference.Row));
}

std::string keyOf(const Any& data)
{
    double number = 0;
    rtl::OUString text;
    SingleReference cell;
    ComplexReference range;
    css::sheet::NameToken name;
    sal_Int32 whole = 0;
    Sequence<Sequence<Any>> array;
    if (!data.hasValue())
        return {};
    if (data.getValueTypeClass() == css::uno::TypeClass_DOUBLE && (data >>= number))
        return 'n' + toUtf8(rtl::OUString::number(number));
    if (data >>= text)
        return 't' + std::to_string(text.getLength()) + toUtf8(text);
    if (data >>= cell)
        return 'r' + keyOf(cell);
    if (data >>= range)
        return 'a' + keyOf(range.Reference1) + ':' + keyOf(range.Reference2);
    if (data >>= name)
        return 'i' + std::to_string(name.Index) + '.' + std::to_string(name.Sheet);
    if (data >>= array)
    {
        std::string key = "{";
        for (sal_Int32 row = 0; row < array.getLength(); ++row)
        {
            const Sequence<Any>& cells = array.getConstArray()[row];
            for (sal_Int32 column = 0; column < cells.getLength(); ++column)
                key += keyOf(cells.getConstArray()[column]) + ';';
            key += '|';
        }
        return key + '}';
    }
    if (data >>= whole)
        return 'w' + std::to_string(whole);
    return "?";
}

} // namespace

Tokens toTokens(const Sequence<FormulaToken>& tokens)
{
    return { tokens.getConstArray(), tokens.getConstArray() + tokens.getLength() };
}

Sequence<FormulaToken> toSequence(const Tokens& tokens)
{
    return { tokens.data(), static_cast<sal_Int32>(tokens.size()) };
}

FormulaGrammar::FormulaGrammar(const Reference<css::lang::XMultiServiceFactory>& services)
{
    const Reference<css::sheet::XFormulaOpCodeMapper> mapper(
        services->createInstance("com.sun.star.sheet.FormulaOpCodeMapper"), UNO_QUERY_THROW);
    namespace Special = css::sheet::FormulaMapGroupSpecialOffset;
    const auto special = mapper->getAvailableMappings(css::sheet::FormulaLanguage::ODFF,
                                                      css::sheet::FormulaMapGroup::SPECIAL);
    const auto code = [&special](sal_Int32 offset) {
        return special.getConstArray()[offset].Token.OpCode;
    };
    m_external = mapper->getOpCodeExternal();
    m_push = code(Special::PUSH);
    m_missing = code(Special::MISSING);
    m_name = code(Special::NAME);
    m_database = code(Special::DB_AREA);
    m_spaces = code(Special::SPACES);
    m_whitespace = code(Special::WHITESPACE);
    const std::array<std::pair<const char*, sal_Int32*>, 8> marks{ { { "(", &m_open },
                                                                     { ")", &m_close },
                                                                     { ";", &m_separator },
                                                                     { "ROW", &m_row },
                                                                     { "COLUMN", &m_column },
                                                                     { "INDIRECT", &m_indirect },
                                                                     { "OFFSET", &m_offset },
                                                                     { ":", &m_range } } };
    Sequence<rtl::OUString> names(static_cast<sal_Int32>(marks.size()));
    for (std::size_t i = 0; i < marks.size(); ++i)
        names.getArray()[i] = rtl::OUString::createFromAscii(marks[i].first);
    const auto codes = mapper->getMappings(names, css::sheet::FormulaLanguage::ODFF);
    for (std::size_t i = 0; i < marks.size(); ++i)
        *marks[i].second = codes.getConstArray()[i].OpCode;
    // One by one: an older office knows fewer.
    for (const char* const function : { "NOW", "RAND", "ORG.LIBREOFFICE.RAND.NV",
                                        "ORG.LIBREOFFICE.RANDBETWEEN.NV", "RANDARRAY" })
    {
        const rtl::OUString name = rtl::OUString::createFromAscii(function);
        const auto found = mapper->getMappings({ &name, 1 }, css::sheet::FormulaLanguage::ODFF);
        if (found.hasElements() && found.getConstArray()[0].OpCode != mapper->getOpCodeUnknown())
            m_changing.push_back(found.getConstArray()[0].OpCode);
    }
}

bool FormulaGrammar::changesByItself(const FormulaToken& token) const
{
    rtl::OUString name;
    return std::find(m_changing.begin(), m_changing.end(), token.OpCode) != m_changing.end()
           || (token.OpCode == m_external && (token.Data >>= name) && name == randBetween);
}

bool FormulaGrammar::isSpace(const FormulaToken& token) const
{
    return token.OpCode == m_spaces || token.OpCode == m_whitespace;
}

bool FormulaGrammar::isOurs(const FormulaToken& token) const
{
    rtl::OUString name;
    return token.OpCode == m_external && (token.Data >>= name)
           && name.startsWithIgnoreAsciiCase(ourService);
}

bool FormulaGrammar::holdsOurs(const Tokens& tokens) const
{
    return std::any_of(tokens.begin(), tokens.end(),
                       [this](const FormulaToken& token) { return isOurs(token); });
}

std::optional<OurCall> FormulaGrammar::callAt(const Tokens& tokens, std::size_t place) const
{
    if (!isOurs(tokens[place]))
        return std::nullopt;
    rtl::OUString name;
    tokens[place].Data >>= name;
    OurCall call{ toUtf8(name.copy(ourService.getLength())), place, place + 1, { {} } };
    int depth = 0;
    for (; call.end < tokens.size(); ++call.end)
    {
        const FormulaToken& token = tokens[call.end];
        if (isSpace(token))
            continue;
        depth += isOpen(token) ? 1 : 0;
        depth -= isClose(token) ? 1 : 0;
        if (depth == 0)
            break;
        const bool opening = depth == 1 && isOpen(token);
        if (depth == 1 && token.OpCode == m_separator)
            call.arguments.emplace_back();
        else if (!opening && !(depth == 1 && token.OpCode == m_missing))
            call.arguments.back().push_back(token);
    }
    call.end = std::min(call.end + 1, tokens.size());
    return call;
}

Tokens FormulaGrammar::call(const FormulaToken& name, const std::vector<Tokens>& arguments) const
{
    Tokens tokens{ name, { m_open, Any() } };
    for (std::size_t i = 0; i < arguments.size(); ++i)
    {
        if (i > 0)
            tokens.emplace_back(m_separator, Any());
        if (arguments[i].empty() && arguments.size() > 1)
            tokens.emplace_back(m_missing, Any());
        tokens.insert(tokens.end(), arguments[i].begin(), arguments[i].end());
    }
    tokens.emplace_back(m_close, Any());
    return tokens;
}

Tokens FormulaGrammar::inParentheses(const Tokens& tokens) const
{
    if (tokens.size() == 1)
        return tokens;
    Tokens wrapped{ { m_open, Any() } };
    wrapped.insert(wrapped.end(), tokens.begin(), tokens.end());
    wrapped.emplace_back(m_close, Any());
    return wrapped;
}

std::vector<Area> FormulaGrammar::areas(const Tokens& formula, const Place& from) const
{
    std::vector<Area> areas;
    const bool joins =
        std::any_of(formula.begin(), formula.end(),
                    [this](const FormulaToken& token) { return isRangeOperator(token); });
    for (const FormulaToken& token : formula)
    {
        const std::optional<Area> box = boxOf(token, from);
        if (!box)
            continue;
        for (Area area = *box; area.first.sheet <= box->last.sheet; ++area.first.sheet)
        {
            area.last.sheet = area.first.sheet;
            const auto onSheet = std::find_if(areas.begin(), areas.end(), [&](const Area& other) {
                return other.first.sheet == area.first.sheet;
            });
            if (joins && onSheet != areas.end())
                *onSheet = around(*onSheet, area);
            else
                areas.push_back(area);
        }
    }
    return areas;
}

std::optional<Any> FormulaGrammar::constant(const Tokens& tokens) const
{
    if (tokens.size() != 1 || tokens.front().OpCode != m_push)
        return std::nullopt;
    const Any& data = tokens.front().Data;
    const auto type = data.getValueTypeClass();
    if (type != css::uno::TypeClass_DOUBLE && type != css::uno::TypeClass_STRING)
        return std::nullopt;
    return data;
}

bool isRelative(const Tokens& tokens)
{
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

std::optional<Area> areaOf(const FormulaToken& token, const Place& from)
{
    const std::optional<Area> box = boxOf(token, from);
    return box && box->first.sheet == box->last.sheet ? box : std::nullopt;
}

SingleReference movableReference(const Place& place, std::optional<sal_Int32> baseRow)
{
    SingleReference reference;
    reference.Sheet = place.sheet;
    reference.Column = place.column;
    reference.Row = place.row;
    reference.Flags = Flags::SHEET_3D;
    if (baseRow)
    {
        reference.Flags |= Flags::ROW_RELATIVE;
        reference.RelativeRow = place.row - *baseRow;
        reference.Row = 0;
    }
    return reference;
}

Tokens movable(const FormulaGrammar& grammar, const Tokens& tokens, const Place& from,
               sal_Int32 baseRow)
{
    Tokens moved;
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const FormulaToken& token = tokens[i];
        if (grammar.isSpace(token))
            continue;
        moved.push_back(token);
        changeReferences(moved.back(), [&](SingleReference& reference) {
            const bool relative = (reference.Flags & Flags::ROW_RELATIVE) != 0;
            reference = movableReference(target(reference, from),
                                         relative ? std::optional(baseRow) : std::nullopt);
        });
        // ROW() is the row of the cell in which it stands.
        if ((grammar.isRow(token) || grammar.isColumn(token)) && i + 2 < tokens.size()
            && grammar.isOpen(tokens[i + 1]) && grammar.isClose(tokens[i + 2]))
        {
            moved.push_back(tokens[i + 1]);
            moved.push_back(grammar.reference(movableReference(from, baseRow)));
            ++i;
        }
    }
    return moved;
}

Tokens fixed(const Tokens& movable, sal_Int32 baseRow)
{
    Tokens tokens = movable;
    for (FormulaToken& token : tokens)
        changeReferences(token, [baseRow](SingleReference& reference) {
            if (reference.Flags & Flags::ROW_RELATIVE)
                reference = movableReference(
                    { reference.Sheet, reference.Column, baseRow + reference.RelativeRow },
                    std::nullopt);
        });
    return tokens;
}

bool dependsOnRow(const Tokens& movable)
{
    bool depends = false;
    for (FormulaToken token : movable)
        changeReferences(token, [&depends](const SingleReference& reference) {
            depends = depends || (reference.Flags & Flags::ROW_RELATIVE);
        });
    return depends;
}

std::string keyOf(const Tokens& movable)
{
    std::string key;
    for (const FormulaToken& token : movable)
        key += std::to_string(token.OpCode) + keyOf(token.Data) + ' ';
    return key;
}

Tokens placed(const Tokens& movable, const Place& cell, sal_Int32 baseRow)
{
    Tokens tokens = movable;
    for (FormulaToken& token : tokens)
        changeReferences(token, [&](SingleReference& reference) {
            if (reference.Flags & Flags::ROW_RELATIVE)
                reference.RelativeRow += baseRow - cell.row;
        });
    return tokens;
}

} // namespace quartet
