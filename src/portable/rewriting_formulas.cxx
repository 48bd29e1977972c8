/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/rewriting.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetAnnotationAnchor.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

constexpr sal_Int32 notAvailable = 32767;

} // namespace

bool Shown::agrees(const Shown& other) const
{
    if (error || other.error)
        return error && other.error && (error == notAvailable) == (other.error == notAvailable);
    double one = 0;
    double two = 0;
    if ((value >>= one) && (other.value >>= two))
        return std::abs(one - two) <= 1e-9 * std::max({ 1.0, std::abs(one), std::abs(two) });
    return value == other.value;
}

bool Site::isEmpty() const
{
    return std::all_of(shown.begin(), shown.end(), [](const Shown& each) {
        rtl::OUString text;
        return !each.error && (each.value >>= text) && text.isEmpty();
    });
}

Rewriting::Rewriting(const Reference<css::sheet::XSpreadsheetDocument>& document,
                     std::shared_ptr<const Standards> standards,
                     std::shared_ptr<const FoodTable> foods, const Words& words,
                     const PortableChoices& choices)
    : m_document(document)
    , m_services(document, UNO_QUERY_THROW)
    , m_sheets(document->getSheets(), UNO_QUERY_THROW)
    , m_standards(std::move(standards))
    , m_words(words)
    , m_choices(choices)
    , m_grammar(m_services)
    , m_sheetCount(m_sheets->getCount())
    , m_data(m_grammar, m_standards, std::move(foods), words, document, choices)
{
}

PortableReport Rewriting::run()
{
    recalculate();
    readNames();
    collect();
    collectRules();
    recalculate();
    for (Site& site : m_sites)
    {
        site.shown = shown(site.area);
        collectPrivate(expanded(site.original, false), site);
        collectPrivateNames(site.original);
    }
    if (!m_choices.valuesOnly)
    {
        for (Site& site : m_sites)
            rewrite(site);
        rewriteNames();
        m_data.writeInputs();
        recalculate();
        m_data.writeFormulas();
    }
    clearSites();
    writeSites();
    recalculate();
    check();
    writeNames();
    writeRules();
    leaveOut();
    annotate();
    recalculate();
    m_data.finish(m_frozen);
    const auto empty = static_cast<std::size_t>(
        std::count_if(m_sites.begin(), m_sites.end(),
                      [](const Site& site) { return site.frozen && site.isEmpty(); }));
    return { m_sites.size() - m_frozenCells - empty, m_frozenCells };
}

void Rewriting::recalculate() const
{
    Reference<css::sheet::XCalculatable>(m_document, UNO_QUERY_THROW)->calculateAll();
}

Reference<css::table::XCellRange> Rewriting::sheet(sal_Int32 index) const
{
    return Reference<css::table::XCellRange>(m_sheets->getByIndex(index), UNO_QUERY_THROW);
}

Reference<css::table::XCellRange> Rewriting::range(const Area& area) const
{
    return sheet(area.first.sheet)
        ->getCellRangeByPosition(area.first.column, area.first.row, area.last.column,
                                 area.last.row);
}

Reference<css::table::XCell> Rewriting::cell(const Place& place) const
{
    return sheet(place.sheet)->getCellByPosition(place.column, place.row);
}

Tokens Rewriting::tokensOf(const Place& place) const
{
    return toTokens(
        Reference<css::sheet::XFormulaTokens>(cell(place), UNO_QUERY_THROW)->getTokens());
}

std::vector<Shown> Rewriting::shown(const Area& area) const
{
    const auto cells = range(area);
    const auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
    std::vector<Shown> all;
    for (sal_Int32 row = 0; row < area.rows(); ++row)
        for (sal_Int32 column = 0; column < area.columns(); ++column)
            all.push_back({ cells->getCellByPosition(column, row)->getError(),
                            rows.getConstArray()[row].getConstArray()[column] });
    return all;
}

std::string Rewriting::nameOf(const Place& place) const
{
    const Reference<css::beans::XPropertySet> properties(cell(place), UNO_QUERY_THROW);
    rtl::OUString name;
    properties->getPropertyValue("AbsoluteName") >>= name;
    return toUtf8(name);
}

Area Rewriting::used(Area area) const
{
    constexpr sal_Int32 spare = 100;
    constexpr sal_Int32 lastRow = 65535;
    if (area.last.row < lastRow)
        return area;
    const auto areas =
        Reference<css::sheet::XCellRangesQuery>(m_sheets->getByIndex(area.first.sheet),
                                                UNO_QUERY_THROW)
            ->queryContentCells(css::sheet::CellFlags::VALUE | css::sheet::CellFlags::STRING
                                | css::sheet::CellFlags::FORMULA)
            ->getRangeAddresses();
    sal_Int32 last = area.first.row;
    for (sal_Int32 i = 0; i < areas.getLength(); ++i)
        last = std::max(last, areas.getConstArray()[i].EndRow);
    area.last.row = std::min(area.last.row, last + spare);
    return area;
}

void Rewriting::forEachFormula(const std::function<void(const Place&)>& visit) const
{
    for (sal_Int32 i = 0; i < m_sheetCount; ++i)
    {
        const Reference<css::sheet::XCellRangesQuery> query(m_sheets->getByIndex(i),
                                                            UNO_QUERY_THROW);
        const auto areas =
            query->queryContentCells(css::sheet::CellFlags::FORMULA)->getRangeAddresses();
        for (sal_Int32 j = 0; j < areas.getLength(); ++j)
        {
            const auto& area = areas.getConstArray()[j];
            for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row)
                for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column)
                    visit({ i, column, row });
        }
    }
}

void Rewriting::collect()
{
    forEachFormula([this](const Place& place) { collect(place); });
}

void Rewriting::collect(const Place& place)
{
    const auto here = cell(place);
    const Tokens tokens =
        toTokens(Reference<css::sheet::XFormulaTokens>(here, UNO_QUERY_THROW)->getTokens());
    if (!callsUs(tokens))
        return;
    Site site{ place, place, { place, place } };
    site.original = tokens;
    if (here->getFormula().startsWith("{"))
    {
        site.array = true;
        const Reference<css::sheet::XSheetCellRange> single(
            sheet(place.sheet)
                ->getCellRangeByPosition(place.column, place.row, place.column, place.row),
            UNO_QUERY_THROW);
        const auto cursor = single->getSpreadsheet()->createCursorByRange(single);
        cursor->collapseToCurrentArray();
        const auto whole = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                               ->getRangeAddress();
        site.area = { { whole.Sheet, whole.StartColumn, whole.StartRow },
                      { whole.Sheet, whole.EndColumn, whole.EndRow } };
        if (site.area.first != place)
            return;
    }
    m_sites.push_back(std::move(site));
}

void Rewriting::rewrite(Site& site)
{
    m_site = &site;
    try
    {
        site.rewritten = rewritten(expanded(site.original, false), site.from, site.array);
    }
    catch (const NoNativeForm&)
    {
        site.refused = true;
    }
    m_site = nullptr;
}

Tokens Rewriting::rewritten(const Tokens& tokens, const Place& from, bool array)
{
    Tokens result;
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const FormulaToken& token = tokens[i];
        if (const auto call = m_grammar.callAt(tokens, i))
        {
            result.push_back(converted(*call, token, from, array));
            i = call->end - 1;
            continue;
        }
        result.push_back(token);
    }
    return result;
}

// Calls

void Rewriting::clearSites() const
{
    std::set<Place> places;
    for (const Site& site : m_sites)
        if (!site.array)
            places.insert(site.place);
    for (auto first = places.begin(); first != places.end();)
    {
        Place last = *first;
        auto next = std::next(first);
        for (; next != places.end() && next->sheet == last.sheet && next->column == last.column
               && next->row == last.row + 1;
             ++next)
            last = *next;
        Reference<css::sheet::XSheetOperation>(range({ *first, last }), UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::FORMULA);
        first = next;
    }
}

Tokens Rewriting::finalTokens(const Site& site) const
{
    Tokens tokens = m_data.resolved(site.rewritten, site.from);
    if (site.place != site.from)
        tokens =
            placed(movable(m_grammar, tokens, site.from, site.from.row), site.place, site.from.row);
    return tokens;
}

void Rewriting::write(const Site& site, const Tokens& tokens)
{
    if (site.array)
        Reference<css::sheet::XArrayFormulaTokens>(range(site.area), UNO_QUERY_THROW)
            ->setArrayTokens(toSequence(tokens));
    else
        Reference<css::sheet::XFormulaTokens>(cell(site.place), UNO_QUERY_THROW)
            ->setTokens(toSequence(tokens));
}

void Rewriting::write(const std::vector<const Site*>& run, const Tokens& tokens)
{
    constexpr std::size_t few = 20;
    const auto cells = range({ run.front()->place, run.back()->place });
    const Reference<css::sheet::XCellFormatRangesSupplier> formats(cells, UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> looks(formats->getCellFormatRanges());
    // Filling takes the looks of the first cell along.
    if (run.size() < few || looks->getCount() != 1)
    {
        for (const Site* const site : run)
            write(*site, tokens);
        return;
    }
    write(*run.front(), tokens);
    Reference<css::sheet::XCellSeries>(cells, UNO_QUERY_THROW)
        ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    // What is hidden isn't filled.
    for (const Site* const site : run)
        if (cell(site->place)->getType() != css::table::CellContentType_FORMULA)
            write(*site, tokens);
}

void Rewriting::writeSites()
{
    std::vector<const Site*> sites;
    for (Site& site : m_sites)
        if (site.refused || m_choices.valuesOnly)
            freeze(site);
        else if (site.array)
            write(site, finalTokens(site));
        else
            sites.push_back(&site);
    std::sort(sites.begin(), sites.end(),
              [](const Site* one, const Site* other) { return one->place < other->place; });
    std::vector<const Site*> run;
    Tokens ofRun;
    const auto follows = [&run, &ofRun](const Place& place, const Tokens& tokens) {
        const Place& last = run.back()->place;
        return place.sheet == last.sheet && place.column == last.column && place.row == last.row + 1
               && std::equal(tokens.begin(), tokens.end(), ofRun.begin(), ofRun.end(),
                             [](const FormulaToken& one, const FormulaToken& other) {
                                 return one.OpCode == other.OpCode && one.Data == other.Data;
                             });
    };
    for (const Site* const site : sites)
    {
        Tokens tokens = finalTokens(*site);
        if (!run.empty() && !follows(site->place, tokens))
        {
            write(run, ofRun);
            run.clear();
        }
        if (run.empty())
            ofRun = std::move(tokens);
        run.push_back(site);
    }
    if (!run.empty())
        write(run, ofRun);
}

void Rewriting::setShown(const Place& place, const Shown& value)
{
    const auto here = cell(place);
    double number = 0;
    rtl::OUString text;
    if (value.error)
        here->setFormula(value.error == notAvailable ? rtl::OUString("=NA()")
                                                     : rtl::OUString("=VALUE(\"?\")"));
    else if (value.value >>= number)
        here->setValue(number);
    else if (value.value >>= text)
        Reference<css::text::XText>(here, UNO_QUERY_THROW)->setString(text);
}

void Rewriting::freeze(Site& site)
{
    if (site.array)
        Reference<css::sheet::XArrayFormulaRange>(range(site.area), UNO_QUERY_THROW)
            ->setArrayFormula("");
    std::size_t i = 0;
    for (sal_Int32 row = site.area.first.row; row <= site.area.last.row; ++row)
        for (sal_Int32 column = site.area.first.column; column <= site.area.last.column; ++column)
            setShown({ site.place.sheet, column, row }, site.shown[i++]);
    site.frozen = true;
    if (site.isEmpty())
        return;
    ++m_frozenCells;
    m_frozen.push_back(nameOf(site.place));
}

void Rewriting::check()
{
    constexpr int passes = 3;
    for (int pass = 0; pass < passes; ++pass)
    {
        bool changed = false;
        for (Site& site : m_sites)
        {
            if (site.frozen)
                continue;
            const auto now = shown(site.area);
            if (std::equal(now.begin(), now.end(), site.shown.begin(),
                           [](const Shown& one, const Shown& other) { return one.agrees(other); }))
                continue;
            freeze(site);
            changed = true;
        }
        if (!changed)
            return;
        recalculate();
    }
}

void Rewriting::annotate()
{
    constexpr std::size_t most = 1000; // more than that would hide the sheet
    std::size_t count = 0;
    for (const Site& site : m_sites)
    {
        const bool keepsValue = site.frozen && !site.isEmpty();
        if ((!keepsValue && site.sentences.empty()) || site.place.sheet >= m_sheetCount
            || ++count > most)
            continue;
        const Reference<css::sheet::XSheetAnnotationsSupplier> supplier(
            m_sheets->getByIndex(site.place.sheet), UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetAnnotationAnchor> anchor(cell(site.place),
                                                                   UNO_QUERY_THROW);
        // A person's own remark stays.
        if (!Reference<css::text::XSimpleText>(anchor->getAnnotation(), UNO_QUERY_THROW)
                 ->getString()
                 .isEmpty())
            continue;
        supplier->getAnnotations()->insertNew(
            css::table::CellAddress(static_cast<sal_Int16>(site.place.sheet), site.place.column,
                                    site.place.row),
            fromUtf8(m_words.text("portable.frozen.cell",
                                  { { "version", m_standards->data->version } })));
    }
}

PortableReport makePortable(const Reference<css::sheet::XSpreadsheetDocument>& document,
                            std::shared_ptr<const Standards> standards,
                            std::shared_ptr<const FoodTable> foods, const Words& words,
                            const PortableChoices& choices)
{
    return Rewriting(document, std::move(standards), std::move(foods), words, choices).run();
}

} // namespace quartet
