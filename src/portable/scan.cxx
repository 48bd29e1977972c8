/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/scan.hxx"
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

/** Collects what calls us, in cells, validities and conditional formats. */
class Scanner
{
public:
    Scanner(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
            const Place& scratch)
        : m_cells(cells)
        , m_grammar(grammar)
        , m_names(names)
        , m_scratch(scratch)
        , m_services(cells.document(), UNO_QUERY_THROW)
    {
    }

    Scan scan();

private:
    void collect(const Area& area);
    void collect(const Place& place, const std::shared_ptr<const Tokens>& tokens);
    void collectValidities(sal_Int32 index);
    void collectConditions(sal_Int32 index);
    Tokens parsed(const rtl::OUString& text, const Place& from, bool english);
    void addRule(Rule rule);

    const Cells& m_cells;
    const FormulaGrammar& m_grammar;
    const Names& m_names;
    const Place m_scratch;
    const Reference<css::lang::XMultiServiceFactory> m_services;
    std::map<rtl::OUString, FormulaToken> m_ours; ///< by name in small letters
    Scan m_scan;
};

Tokens Scanner::parsed(const rtl::OUString& text, const Place& from, bool english)
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
            const auto scratch = m_cells.cell(m_scratch);
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

Scan Scanner::scan()
{
    for (sal_Int32 i = 0; i < m_cells.sheets(); ++i)
        for (const Area& area : m_cells.formulaAreas(i))
            collect(area);
    std::sort(m_scan.sites.begin(), m_scan.sites.end(),
              [](const Site& one, const Site& other) { return one.place < other.place; });
    for (sal_Int32 i = 0; i < m_cells.sheets(); ++i)
    {
        collectValidities(i);
        collectConditions(i);
    }
    return std::move(m_scan);
}

void Scanner::collect(const Area& area)
{
    for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
    {
        // Long columns hold few formulas.
        std::shared_ptr<const Tokens> last;
        bool ours = false;
        for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
        {
            const Place place{ area.first.sheet, column, row };
            Tokens tokens = m_cells.tokens(place);
            if (!last || !isSame(tokens, *last))
            {
                last = std::make_shared<const Tokens>(std::move(tokens));
                ours = m_names.callsUs(*last);
                m_scan.formulas.push_back({ { place, place }, last });
            }
            m_scan.formulas.back().area.last = place;
            if (ours)
                collect(place, last);
        }
    }
}

void Scanner::collect(const Place& place, const std::shared_ptr<const Tokens>& tokens)
{
    Site site{ place, { place, place } };
    site.array = m_cells.isArray(place);
    if (site.array)
        site.area = m_cells.arrayAround(place);
    if (site.area.first != place)
        return;
    site.original = tokens;
    m_scan.sites.push_back(std::move(site));
}

void Scanner::collectValidities(sal_Int32 index)
{
    const Reference<css::sheet::XUniqueCellFormatRangesSupplier> supplier(m_cells.sheet(index),
                                                                          UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> formats(supplier->getUniqueCellFormatRanges());
    for (sal_Int32 i = 0; i < formats->getCount(); ++i)
    {
        const Reference<css::sheet::XSheetCellRanges> ranges(formats->getByIndex(i),
                                                             UNO_QUERY_THROW);
        const auto addresses = ranges->getRangeAddresses();
        for (sal_Int32 j = 0; j < addresses.getLength(); ++j)
        {
            const Area area = areaOf(addresses.getConstArray()[j]);
            const Reference<XPropertySet> cells(m_cells.range(area), UNO_QUERY_THROW);
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
                    // .xlsx is written with what it said.
                    const Reference<css::sheet::XSheetCondition> said(now, UNO_QUERY_THROW);
                    said->setFormula1({});
                    said->setFormula2({});
                    cells->setPropertyValue("Validation", now);
                };
                const bool isList = type == css::sheet::ValidationType_LIST;
                Tokens tokens = parsed(text, source, true);
                if (isList && which == 0)
                    m_scan.lists.push_back({ area, tokens });
                addRule({ std::move(tokens), source, isList, true, apply, remove });
            }
        }
    }
}

void Scanner::collectConditions(sal_Int32 index)
{
    const Reference<css::sheet::XConditionalFormats> formats(
        Reference<XPropertySet>(m_cells.sheet(index), UNO_QUERY_THROW)
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
                const auto print = [services = m_services, properties, name,
                                    source](const Tokens& tokens) {
                    const Reference<css::sheet::XFormulaParser> parser(
                        services->createInstance("com.sun.star.sheet.FormulaParser"),
                        UNO_QUERY_THROW);
                    properties->setPropertyValue(
                        name, Any(parser->printFormula(toSequence(tokens), addressOf(source))));
                };
                const auto remove = [properties, name] {
                    properties->setPropertyValue(name, Any(rtl::OUString("0")));
                };
                addRule({ parsed(text, source, false), source, false, false, print, remove });
            }
        }
    }
}

void Scanner::addRule(Rule rule)
{
    if (m_names.callsUs(rule.tokens))
        m_scan.rules.push_back(std::move(rule));
}

} // namespace

bool isSame(const Tokens& one, const Tokens& other)
{
    return &one == &other
           || std::equal(one.begin(), one.end(), other.begin(), other.end(),
                         [](const FormulaToken& left, const FormulaToken& right) {
                             return left.OpCode == right.OpCode && left.Data == right.Data;
                         });
}

std::size_t lengthOfRun(const std::vector<Site>& sites, std::size_t first)
{
    const Site& begin = sites[first];
    std::size_t length = 1;
    while (first + length < sites.size() && !begin.array)
    {
        const Site& next = sites[first + length];
        if (next.array || next.original != begin.original || next.place.sheet != begin.place.sheet
            || next.place.column != begin.place.column
            || next.place.row != begin.place.row + static_cast<sal_Int32>(length))
            break;
        ++length;
    }
    return length;
}

Scan scan(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
          const Place& scratch)
{
    return Scanner(cells, grammar, names, scratch).scan();
}

} // namespace quartet
