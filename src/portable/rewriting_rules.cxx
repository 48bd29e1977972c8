/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What may be entered in a cell and how it looks, where a formula of ours says so.
//
// Such a formula gets cells of its own in the sheet of data, one for each that it
// holds for: these are rewritten as any other.

#include "portable/data_sheet_layout.hxx"
#include "portable/rewriting.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/AddressConvention.hpp>
#include <com/sun/star/sheet/ConditionEntryType.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XConditionEntry.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XMultiFormulaTokens.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>

#include <algorithm>
#include <utility>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Area areaOf(const css::table::CellRangeAddress& address)
{
    return { { address.Sheet, address.StartColumn, address.StartRow },
             { address.Sheet, address.EndColumn, address.EndRow } };
}

css::table::CellAddress addressOf(const Place& place)
{
    return { static_cast<sal_Int16>(place.sheet), place.column, place.row };
}

} // namespace

Tokens Rewriting::parsed(const rtl::OUString& text, const Place& from, bool english)
{
    const Reference<css::sheet::XFormulaParser> parser(
        m_services->createInstance("com.sun.star.sheet.FormulaParser"), UNO_QUERY_THROW);
    const Reference<XPropertySet> properties(parser, UNO_QUERY_THROW);
    properties->setPropertyValue("CompileEnglish", Any(english));
    // The API gives such texts in Calc's own notation, whichever the person has chosen.
    if (english)
        properties->setPropertyValue("FormulaConvention",
                                     Any(sal_Int16(css::sheet::AddressConvention::OOO)));
    Tokens tokens = toTokens(parser->parseFormula(text, addressOf(from)));
    // The parser doesn't know us by the name that documents store.
    const rtl::OUString service("org.quartet.nutrition.");
    for (FormulaToken& token : tokens)
    {
        rtl::OUString name;
        if (m_grammar.isOurs(token) || !(token.Data >>= name)
            || !name.startsWithIgnoreAsciiCase(service))
            continue;
        const rtl::OUString method = name.toAsciiLowerCase();
        auto known = m_ours.find(method);
        if (known == m_ours.end())
        {
            const auto scratch = m_data.sheet()->getCellByPosition(0, 0);
            scratch->setFormula("=" + name + "()");
            const Tokens call = toTokens(
                Reference<css::sheet::XFormulaTokens>(scratch, UNO_QUERY_THROW)->getTokens());
            scratch->setFormula("");
            known = m_ours.emplace(method, call.empty() ? token : call.front()).first;
        }
        // A text of the same words is no call.
        if (m_grammar.isOurs(known->second) && !m_grammar.constant({ token }))
            token = known->second;
    }
    return tokens;
}

void Rewriting::collectRules()
{
    for (sal_Int32 i = 0; i < m_sheetCount; ++i)
    {
        collectValidities(i);
        collectConditions(i);
    }
}

void Rewriting::collectValidities(sal_Int32 index)
{
    const Reference<css::sheet::XUniqueCellFormatRangesSupplier> supplier(
        m_sheets->getByIndex(index), UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> formats(supplier->getUniqueCellFormatRanges());
    for (sal_Int32 i = 0; i < formats->getCount(); ++i)
    {
        const Reference<css::sheet::XSheetCellRanges> ranges(formats->getByIndex(i),
                                                             UNO_QUERY_THROW);
        const auto addresses = ranges->getRangeAddresses();
        for (sal_Int32 j = 0; j < addresses.getLength(); ++j)
        {
            const Area area = areaOf(addresses.getConstArray()[j]);
            const Reference<XPropertySet> cells(range(area), UNO_QUERY_THROW);
            const Reference<XPropertySet> validity(cells->getPropertyValue("Validation"),
                                                   UNO_QUERY);
            css::sheet::ValidationType type = css::sheet::ValidationType_ANY;
            if (!validity.is() || !(validity->getPropertyValue("Type") >>= type)
                || type == css::sheet::ValidationType_ANY)
                continue;
            const Reference<css::sheet::XSheetCondition> condition(validity, UNO_QUERY_THROW);
            const auto position = condition->getSourcePosition();
            const Place source{ index, position.Column, position.Row };
            for (const sal_Int32 which : { 0, 1 })
            {
                const rtl::OUString text =
                    which == 0 ? condition->getFormula1() : condition->getFormula2();
                if (text.isEmpty())
                    continue;
                const auto apply = [cells, which](const Tokens& tokens) {
                    const Any now = cells->getPropertyValue("Validation");
                    Reference<css::sheet::XMultiFormulaTokens>(now, UNO_QUERY_THROW)
                        ->setTokens(which, toSequence(tokens));
                    cells->setPropertyValue("Validation", now);
                };
                const auto remove = [cells] {
                    const Any now = cells->getPropertyValue("Validation");
                    Reference<XPropertySet>(now, UNO_QUERY_THROW)
                        ->setPropertyValue("Type", Any(css::sheet::ValidationType_ANY));
                    cells->setPropertyValue("Validation", now);
                };
                addRule({ area, parsed(text, source, true), source,
                          type == css::sheet::ValidationType_LIST, apply, remove });
            }
        }
    }
}

void Rewriting::collectConditions(sal_Int32 index)
{
    const Reference<css::sheet::XConditionalFormats> formats(
        Reference<XPropertySet>(m_sheets->getByIndex(index), UNO_QUERY_THROW)
            ->getPropertyValue("ConditionalFormats"),
        UNO_QUERY);
    if (!formats.is())
        return;
    const auto all = formats->getConditionalFormats();
    for (sal_Int32 i = 0; i < all.getLength(); ++i)
    {
        const auto& format = all.getConstArray()[i];
        const Reference<css::sheet::XSheetCellRanges> ranges(
            Reference<XPropertySet>(format, UNO_QUERY_THROW)->getPropertyValue("Range"),
            UNO_QUERY_THROW);
        const auto addresses = ranges->getRangeAddresses();
        if (addresses.getLength() == 0)
            continue;
        // One area around them all. The formulas are counted from the first cell of
        // the leftmost of the ranges.
        Area area = areaOf(addresses.getConstArray()[0]);
        Place source = area.first;
        for (sal_Int32 j = 1; j < addresses.getLength(); ++j)
        {
            const Area other = areaOf(addresses.getConstArray()[j]);
            if (std::pair(other.first.column, other.first.row)
                < std::pair(source.column, source.row))
                source = other.first;
            area.first.column = std::min(area.first.column, other.first.column);
            area.first.row = std::min(area.first.row, other.first.row);
            area.last.column = std::max(area.last.column, other.last.column);
            area.last.row = std::max(area.last.row, other.last.row);
        }
        area.first.sheet = area.last.sheet = source.sheet = index;
        const Reference<css::container::XIndexAccess> entries(format, UNO_QUERY_THROW);
        for (sal_Int32 j = 0; j < entries->getCount(); ++j)
        {
            const Reference<css::sheet::XConditionEntry> entry(entries->getByIndex(j), UNO_QUERY);
            const Reference<XPropertySet> properties(entry, UNO_QUERY);
            if (!entry.is() || !properties.is()
                || entry->getType() != css::sheet::ConditionEntryType::CONDITION)
                continue;
            for (const char* const which : { "Formula1", "Formula2" })
            {
                const rtl::OUString name = rtl::OUString::createFromAscii(which);
                rtl::OUString text;
                if (!(properties->getPropertyValue(name) >>= text) || text.isEmpty())
                    continue;
                const auto print = [this, properties, name, source](const Tokens& tokens) {
                    const Reference<css::sheet::XFormulaParser> parser(
                        m_services->createInstance("com.sun.star.sheet.FormulaParser"),
                        UNO_QUERY_THROW);
                    properties->setPropertyValue(
                        name, Any(parser->printFormula(toSequence(tokens), addressOf(source))));
                };
                const auto remove = [properties, name] {
                    properties->setPropertyValue(name, Any(rtl::OUString("0")));
                };
                addRule({ area, parsed(text, source, false), source, false, print, remove });
            }
        }
    }
}

void Rewriting::addRule(Rule rule)
{
    if (!callsUs(rule.tokens))
        return;
    const Tokens tokens = expanded(rule.tokens, false);
    const auto call = tokens.empty() ? std::nullopt : m_grammar.callAt(tokens, 0);
    const bool alone = call && call->end == tokens.size();
    const PortableMethod* const method = alone ? findPortable(call->method) : nullptr;
    if (rule.list && method && method->kind == Portable::List)
    {
        // Of all the foods those that the copy knows.
        if (method->name == "foods")
            rule.rewritten = { m_data.foodNames() };
        else
            rule.rewritten = rewritten(tokens, rule.source, true);
        m_rules.push_back(std::move(rule));
        return;
    }
    constexpr sal_Int32 most = 20000;
    const Area area = used(rule.area);
    if (rule.list || area.columns() > mostRoomColumns || area.rows() * area.columns() > most)
    {
        m_rules.push_back(std::move(rule));
        return;
    }
    const Place first = m_data.makeRoom(area.rows());
    for (sal_Int32 row = 0; row < area.rows(); ++row)
        for (sal_Int32 column = 0; column < area.columns(); ++column)
        {
            const Place place{ first.sheet, first.column + column, first.row + row };
            const Place from{ area.first.sheet, area.first.column + column, area.first.row + row };
            Site site{ place, from, { place, place } };
            site.original = rule.tokens;
            const Tokens moved = movable(m_grammar, expanded(rule.tokens, true), from, from.row);
            Reference<css::sheet::XFormulaTokens>(cell(place), UNO_QUERY_THROW)
                ->setTokens(toSequence(placed(moved, place, from.row)));
            m_sites.push_back(std::move(site));
        }
    // As far from the rule's cell as the first cells are from each other.
    namespace Flags = css::sheet::ReferenceFlags;
    css::sheet::SingleReference reference;
    reference.Flags = Flags::COLUMN_RELATIVE | Flags::ROW_RELATIVE | Flags::SHEET_3D;
    reference.Sheet = first.sheet;
    reference.RelativeColumn = first.column - area.first.column;
    reference.RelativeRow = first.row - area.first.row;
    rule.rewritten = { m_grammar.reference(reference) };
    m_rules.push_back(std::move(rule));
}

void Rewriting::writeRules()
{
    for (const Rule& rule : m_rules)
        if (rule.rewritten.empty() || (rule.list && m_choices.valuesOnly))
            rule.remove();
        else
            rule.apply(m_data.resolved(rule.rewritten, rule.source));
}

} // namespace quartet
