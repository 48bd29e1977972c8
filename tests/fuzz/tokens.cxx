/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The tokens of a formula, as the portable copy and Explain take them apart and move
// them. A byte is a token's kind, those behind it what it holds.

#include "fuzz_bytes.hxx"

#include "workbook/formula_tokens.hxx"

#include <com/sun/star/sheet/FormulaMapGroupSpecialOffset.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/XFormulaOpCodeMapper.hpp>
#include <cppuhelper/implbase1.hxx>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using rtl::OUString;

/// What these numbers are matters to nobody.
enum Code : sal_Int32
{
    External = 100,
    Open,
    Close,
    Separator,
    Row,
    Column,
    Indirect,
    Offset,
    Push, ///< and the others of the special map
};

sal_Int32 special(sal_Int32 offset) { return Push + offset; }

/// As much of Calc's as the grammar asks.
class OpCodes : public cppu::WeakImplHelper1<css::sheet::XFormulaOpCodeMapper>
{
public:
    sal_Int32 SAL_CALL getOpCodeExternal() override { return External; }
    sal_Int32 SAL_CALL getOpCodeUnknown() override { return 0; }
    Sequence<FormulaToken> SAL_CALL getMappings(const Sequence<OUString>& names, sal_Int32) override
    {
        Sequence<FormulaToken> tokens(names.getLength());
        for (sal_Int32 i = 0; i < names.getLength(); ++i)
            tokens.getArray()[i].OpCode = Open + i;
        return tokens;
    }
    Sequence<css::sheet::FormulaOpCodeMapEntry> SAL_CALL getAvailableMappings(sal_Int32,
                                                                              sal_Int32) override
    {
        constexpr sal_Int32 many = 64;
        Sequence<css::sheet::FormulaOpCodeMapEntry> entries(many);
        for (sal_Int32 i = 0; i < many; ++i)
            entries.getArray()[i].Token.OpCode = special(i);
        return entries;
    }
};

class Services : public cppu::WeakImplHelper1<css::lang::XMultiServiceFactory>
{
public:
    Reference<css::uno::XInterface> SAL_CALL createInstance(const OUString&) override
    {
        return static_cast<cppu::OWeakObject*>(new OpCodes);
    }
    Reference<css::uno::XInterface>
        SAL_CALL createInstanceWithArguments(const OUString& name, const Sequence<Any>&) override
    {
        return createInstance(name);
    }
    Sequence<OUString> SAL_CALL getAvailableServiceNames() override { return {}; }
};

class Bytes
{
public:
    Bytes(const std::uint8_t* bytes, std::size_t size)
        : m_rest(bytes, bytes + size)
    {
        std::reverse(m_rest.begin(), m_rest.end());
    }

    bool empty() const { return m_rest.empty(); }
    std::uint8_t next()
    {
        if (empty())
            return 0;
        const std::uint8_t byte = m_rest.back();
        m_rest.pop_back();
        return byte;
    }
    /// As far as a sheet reaches, and somewhat beyond.
    sal_Int32 nextPlace()
    {
        const sal_Int32 high = static_cast<std::int8_t>(next());
        return high * 8192 + next();
    }

private:
    std::vector<std::uint8_t> m_rest;
};

css::sheet::SingleReference reference(Bytes& bytes)
{
    css::sheet::SingleReference reference;
    reference.Flags = bytes.next();
    reference.Sheet = reference.RelativeSheet = static_cast<std::int8_t>(bytes.next()) % 3;
    reference.Column = reference.RelativeColumn = static_cast<std::int8_t>(bytes.next());
    reference.Row = reference.RelativeRow = bytes.nextPlace();
    return reference;
}

FormulaToken token(Bytes& bytes)
{
    namespace Special = css::sheet::FormulaMapGroupSpecialOffset;
    switch (bytes.next() % 16)
    {
        case 0:
            return { External, Any(OUString("org.quartet.Nutrition.k2mcg")) };
        case 1:
            return { External, Any(OUString("ORG.QUARTET.NUTRITION.NUTRIENTSUM")) };
        case 2:
            return { External, Any(OUString("com.sun.star.sheet.addin.Analysis.getDelta")) };
        case 3:
            return { Open, Any() };
        case 4:
            return { Close, Any() };
        case 5:
            return { Separator, Any() };
        case 6:
            return { special(Special::MISSING), Any() };
        case 7:
            return { special(Special::SPACES), Any(sal_Int32(1)) };
        case 8:
            return { Row + bytes.next() % 4, Any() };
        case 9:
            return { special(Special::NAME), Any(css::sheet::NameToken(bytes.next(), 0)) };
        case 10:
            return { special(Special::PUSH), Any(static_cast<double>(bytes.nextPlace()) / 7) };
        case 11:
            return { special(Special::PUSH), Any(OUString::number(bytes.next())) };
        case 12:
        {
            const auto first = reference(bytes);
            return { special(Special::PUSH),
                     Any(css::sheet::ComplexReference(first, reference(bytes))) };
        }
        case 13:
        {
            const Any cell(static_cast<double>(bytes.next()));
            const Sequence<Any> row(&cell, 1);
            return { special(Special::PUSH), Any(Sequence<Sequence<Any>>(&row, 1)) };
        }
        default:
            return { special(Special::PUSH), Any(reference(bytes)) };
    }
}

/// The cells that tokens refer to, as texts.
std::vector<std::string> areas(const Tokens& tokens, const Place& from)
{
    std::vector<std::string> all;
    for (const FormulaToken& token : tokens)
        if (const auto area = areaOf(token, from))
            all.push_back(std::to_string(area->first.column) + "." + std::to_string(area->first.row)
                          + ":" + std::to_string(area->last.column) + "."
                          + std::to_string(area->last.row));
    return all;
}

std::vector<std::string> keys(const std::vector<Tokens>& arguments)
{
    std::vector<std::string> keys;
    for (const Tokens& argument : arguments)
        keys.push_back(keyOf(argument));
    return keys;
}

/// Whether a call begins with a parenthesis and ends with the one that closes it.
bool isWhole(const FormulaGrammar& grammar, const Tokens& tokens, const OurCall& call)
{
    std::ptrdiff_t depth = 0;
    for (std::size_t i = call.begin; i < call.end; ++i)
        depth += (grammar.isOpen(tokens[i]) ? 1 : 0) - (grammar.isClose(tokens[i]) ? 1 : 0);
    return depth == 0 && call.end - call.begin > 2 && grammar.isOpen(tokens[call.begin + 1]);
}

void check(const FormulaGrammar& grammar, const Tokens& tokens)
{
    for (std::size_t place = 0; place < tokens.size(); ++place)
    {
        const auto call = grammar.callAt(tokens, place);
        require(call.has_value() == grammar.isOurs(tokens[place]), "not a call a name of ours");
        if (!call)
            continue;
        require(call->begin == place && call->end > place && call->end <= tokens.size(),
                "a call outside its formula");
        const Tokens again = grammar.call(tokens[place], call->arguments);
        const auto read = grammar.callAt(again, 0);
        require(!isWhole(grammar, tokens, *call)
                    || (read && keys(read->arguments) == keys(call->arguments)),
                "other arguments than were written");
    }
    const Place from{ 0, 3, 70 };
    constexpr sal_Int32 base = 70;
    const Tokens moved = movable(grammar, tokens, from, base);
    require(!dependsOnRow(fixed(moved, base)), "a fixed row that moves");
    require(keyOf(moved) == keyOf(Tokens(moved)), "two keys");
    const bool asksPlace =
        std::any_of(tokens.begin(), tokens.end(), [&grammar](const FormulaToken& token) {
            return grammar.isRow(token) || grammar.isColumn(token);
        });
    if (!asksPlace)
    {
        require(areas(placed(moved, from, base), from) == areas(tokens, from), "other cells");
        require(areas(fixed(moved, base), from) == areas(tokens, from), "other fixed cells");
    }
    grammar.constant(tokens);
    grammar.inParentheses(tokens);
}

} // namespace

} // namespace quartet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    static const FormulaGrammar grammar(new Services);
    constexpr std::size_t mostTokens = 32;
    Bytes rest(bytes, size);
    Tokens tokens;
    while (!rest.empty() && tokens.size() < mostTokens)
        tokens.push_back(token(rest));
    if (!tokens.empty())
        check(grammar, tokens);
    return 0;
}
