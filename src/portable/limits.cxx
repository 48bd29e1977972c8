/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/limits.hxx"

#include "portable/tables.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/ReferenceFlags.hpp>

namespace quartet
{

using css::sheet::FormulaToken;

std::size_t lengthOf(const Tokens& tokens, const FormulaGrammar& grammar)
{
    constexpr std::size_t reference = 26; // with a sheet's name
    constexpr std::size_t near = 8;
    constexpr std::size_t function = 10;
    std::size_t length = 0;
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        css::sheet::SingleReference cell;
        css::sheet::ComplexReference range;
        if (token.Data >>= text)
            length += DataTables::marked(toUtf8(text))
                          ? reference + near
                          : static_cast<std::size_t>(text.getLength()) + 2;
        else if (token.Data >>= cell)
            length += cell.Flags & css::sheet::ReferenceFlags::SHEET_3D ? reference : near;
        else if (token.Data >>= range)
            length += reference + near;
        else if (grammar.isOpen(token) || grammar.isClose(token) || grammar.isSeparator(token))
            ++length;
        else
            length += function;
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

bool fitsExcel(const Tokens& tokens, const FormulaGrammar& grammar)
{
    constexpr std::size_t mostSigns = 8100; // of 8,192: the estimate lies above what is written
    constexpr std::size_t deepest = 64;
    constexpr int mostArguments = 255;
    constexpr sal_Int32 longestText = 255;
    if (lengthOf(tokens, grammar) > mostSigns)
        return false;
    std::vector<int> arguments{ 1 };
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        if (grammar.isOpen(token))
            arguments.push_back(1);
        else if (grammar.isClose(token) && arguments.size() > 1)
            arguments.pop_back();
        else if ((grammar.isSeparator(token) && ++arguments.back() > mostArguments)
                 || (grammar.constant({ token }) && (token.Data >>= text)
                     && text.getLength() > longestText))
            return false;
        if (arguments.size() > deepest)
            return false;
    }
    return true;
}

} // namespace quartet
