/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/site_writer.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>
#include <set>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void SiteWriter::clear(const std::vector<Site>& sites) const
{
    std::set<Place> places;
    for (const Site& site : sites)
        if (!site.array && site.rewritten && !site.frozen && !site.leftOut)
            places.insert(site.place);
    m_cells.clearFormulas(places);
}

void SiteWriter::write(const Site& site, const Tokens& tokens) const
{
    if (site.array || site.asArray)
        Reference<css::sheet::XArrayFormulaTokens>(m_cells.range(site.area), UNO_QUERY_THROW)
            ->setArrayTokens(toSequence(tokens));
    else
    {
        m_cells.dissolveArray(site.place);
        Reference<css::sheet::XFormulaTokens>(m_cells.cell(site.place), UNO_QUERY_THROW)
            ->setTokens(toSequence(tokens));
    }
}

void SiteWriter::write(const std::vector<const Site*>& run, const Tokens& tokens) const
{
    constexpr std::size_t few = 20;
    const auto cells = m_cells.range({ run.front()->place, run.back()->place });
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
    const auto missed = m_cells.withoutFormula({ run.front()->place, run.back()->place });
    for (const Site* const site : run)
        if (std::binary_search(missed.begin(), missed.end(), site->place))
            write(*site, tokens);
}

void SiteWriter::write(const std::vector<Site>& all,
                       const std::function<Tokens(const Tokens&)>& resolve) const
{
    std::vector<const Site*> sites;
    for (const Site& site : all)
        if (site.rewritten && !site.frozen && !site.leftOut)
            sites.push_back(&site);
    std::sort(sites.begin(), sites.end(),
              [](const Site* one, const Site* other) { return one->place < other->place; });
    std::vector<const Site*> run;
    const auto finish = [&] {
        if (!run.empty())
            write(run, resolve(*run.front()->rewritten));
        run.clear();
    };
    for (const Site* const site : sites)
    {
        if (site->array || site->asArray)
        {
            finish();
            write(*site, resolve(*site->rewritten));
            continue;
        }
        const Site* const last = run.empty() ? nullptr : run.back();
        if (last
            && (last->place.sheet != site->place.sheet || last->place.column != site->place.column
                || last->place.row + 1 != site->place.row || last->rewritten != site->rewritten))
            finish();
        run.push_back(site);
    }
    finish();
}

void SiteWriter::freeze(const std::vector<const Site*>& sites,
                        const std::map<Place, Shown>& values) const
{
    std::map<Place, Shown> shown;
    for (const Site* const site : sites)
    {
        m_cells.dissolveArray(site->place);
        for (sal_Int32 row = site->area.first.row; row <= site->area.last.row; ++row)
            for (sal_Int32 column = site->area.first.column; column <= site->area.last.column;
                 ++column)
            {
                const Place place{ site->place.sheet, column, row };
                if (const auto value = values.find(place); value != values.end())
                    shown.insert(*value);
            }
    }
    m_cells.set(shown);
}

} // namespace quartet
