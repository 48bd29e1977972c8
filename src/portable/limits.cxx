/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/limits.hxx"

#include "portable/tables.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/FormulaLanguage.hpp>
#include <com/sun/star/sheet/FormulaMapGroup.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XFormulaOpCodeMapper.hpp>

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

std::size_t digits(sal_Int32 number) { return std::to_string(number).size(); }

std::size_t letters(sal_Int32 column) { return column < 26 ? 1 : column < 26 + 26 * 26 ? 2 : 3; }

} // namespace

ExcelFormulas::ExcelFormulas(const Reference<css::sheet::XSpreadsheetDocument>& document,
                             const FormulaGrammar& grammar)
    : m_grammar(grammar)
{
    const Reference<css::lang::XMultiServiceFactory> services(document, UNO_QUERY_THROW);
    const Reference<css::sheet::XFormulaOpCodeMapper> mapper(
        services->createInstance("com.sun.star.sheet.FormulaOpCodeMapper"), UNO_QUERY_THROW);
    const auto entries = mapper->getAvailableMappings(
        css::sheet::FormulaLanguage::OOXML, css::sheet::FormulaMapGroup::ALL_EXCEPT_SPECIAL);
    for (const auto& entry : entries)
        m_names[entry.Token.OpCode] = static_cast<std::size_t>(entry.Name.getLength());
    constexpr std::size_t quotesAndMark = 3;
    for (const rtl::OUString& name : document->getSheets()->getElementNames())
    {
        // A quote in a name is written twice.
        const auto quotes = std::count(name.getStr(), name.getStr() + name.getLength(),
                                       static_cast<sal_Unicode>('\''));
        m_sheets.push_back(static_cast<std::size_t>(name.getLength() + quotes) + quotesAndMark);
    }
}

std::size_t ExcelFormulas::lengthOfSheet(sal_Int32 sheet) const
{
    constexpr std::size_t longest = 34;
    return sheet >= 0 && static_cast<std::size_t>(sheet) < m_sheets.size()
               ? m_sheets[static_cast<std::size_t>(sheet)]
               : longest;
}

std::size_t ExcelFormulas::lengthOf(const css::sheet::SingleReference& cell) const
{
    namespace Flags = css::sheet::ReferenceFlags;
    constexpr std::size_t relativeColumn = 2;
    constexpr std::size_t relativeRow = 6;
    return (cell.Flags & Flags::SHEET_3D
                ? lengthOfSheet(cell.Flags & Flags::SHEET_RELATIVE ? -1 : cell.Sheet)
                : 0)
           + (cell.Flags & Flags::COLUMN_RELATIVE ? relativeColumn : 1 + letters(cell.Column))
           + (cell.Flags & Flags::ROW_RELATIVE ? relativeRow : 1 + digits(cell.Row + 1));
}

std::size_t ExcelFormulas::lengthOf(const Tokens& tokens) const
{
    constexpr std::size_t tableRange = 19; // as in $AB$12345:$AB$12345
    constexpr std::size_t longestName = 20;
    std::size_t length = 0;
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        double number = 0;
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        const auto name = m_names.find(token.OpCode);
        if (token.Data >>= text)
            length += DataTables::marked(toUtf8(text))
                          ? m_sheets.back() + tableRange
                          : static_cast<std::size_t>(text.getLength()) + 2;
        else if (token.Data >>= cell)
            length += lengthOf(cell);
        else if (token.Data >>= range)
            length += lengthOf(range.Reference1) + 1 + lengthOf(range.Reference2);
        else if (token.Data.getValueTypeClass() == css::uno::TypeClass_DOUBLE
                 && (token.Data >>= number))
            length += static_cast<std::size_t>(rtl::OUString::number(number).getLength());
        else if (name != m_names.end())
            length += name->second;
        else if (m_grammar.isOpen(token) || m_grammar.isClose(token)
                 || m_grammar.isSeparator(token))
            ++length;
        else
            length += longestName;
    }
    return length;
}

std::optional<Place> longText(const std::map<Place, Shown>& shown)
{
    constexpr sal_Int32 longest = 32767;
    for (const auto& [place, each] : shown)
        if (rtl::OUString text; (each.value >>= text) && text.getLength() > longest)
            return place;
    return std::nullopt;
}

bool ExcelFormulas::takes(const Tokens& tokens) const
{
    constexpr std::size_t mostSigns = 8192;
    constexpr std::size_t deepest = 64;
    constexpr int mostArguments = 255;
    constexpr sal_Int32 longestText = 255;
    if (lengthOf(tokens) > mostSigns)
        return false;
    std::vector<int> arguments{ 1 };
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        if (m_grammar.isOpen(token))
            arguments.push_back(1);
        else if (m_grammar.isClose(token) && arguments.size() > 1)
            arguments.pop_back();
        else if ((m_grammar.isSeparator(token) && ++arguments.back() > mostArguments)
                 || (m_grammar.constant({ token }) && (token.Data >>= text)
                     && text.getLength() > longestText))
            return false;
        if (arguments.size() > deepest)
            return false;
    }
    return true;
}

} // namespace quartet
