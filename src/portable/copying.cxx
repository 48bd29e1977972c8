/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/copying.hxx"

#include "portable/food_collector.hxx"
#include "portable/leaning.hxx"
#include "portable/limits.hxx"
#include "portable/lowering.hxx"
#include "portable/redaction.hxx"
#include "portable/safe_file.hxx"
#include "portable/site_writer.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/XSheetAnnotationAnchor.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Values = std::map<Place, Shown>;

/** One copy, from the first look to the last. */
class Copying
{
public:
    Copying(const Reference<css::sheet::XSpreadsheetDocument>& document,
            std::shared_ptr<const Standards> standards, std::shared_ptr<const FoodTable> foods,
            NamesOfFoods names, const Words& words, const PortableChoices& choices)
        : m_cells(document, choices.xlsx)
        , m_standards(std::move(standards))
        , m_foods(std::move(foods))
        , m_words(words)
        , m_choices(choices)
        , m_grammar(Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW))
        , m_names(m_cells, m_grammar)
        , m_sheet(m_cells, words)
        , m_tables(*m_standards, *m_foods, choices.language, std::move(names))
        , m_lowering(m_cells, m_grammar, m_names, m_standards, words, m_choices, m_sheet, m_tables,
                     lookupOf(document, choices.xlsx))
        , m_writer(m_cells)
        , m_foodsThere(m_cells, m_grammar, m_sheet, m_tables)
    {
    }

    PortableReport run();

private:
    void tell(double done) const
    {
        if (m_choices.progress && !m_choices.progress(done))
            throw NotWritten("portable.error.cancelled");
    }
    void collectFoods();
    void plan(const Values& before);
    /// A formula that can't be rewritten: as its values, unless they tell of the person.
    void planWithoutForm(Site& site, const Values& before);
    /// The formula as its values, while the cells that it refers to are the same.
    void holdWhole(Site& site, const Values& before);
    void planRules();
    void planNames();
    void write(const Values& before);
    Tokens resolved(const Tokens& tokens) const { return m_sheet.resolved(tokens, m_grammar); }
    Values verify(const Values& before);
    void freeze(const std::vector<Site*>& sites, const Values& before);
    void annotate();

    const Cells m_cells;
    const std::shared_ptr<const Standards> m_standards;
    const std::shared_ptr<const FoodTable> m_foods;
    const Words& m_words;
    const PortableChoices m_choices;
    const FormulaGrammar m_grammar;
    const Names m_names;
    DataSheet m_sheet;
    DataTables m_tables;
    Lowering m_lowering;
    const SiteWriter m_writer;
    Scan m_scan;
    std::map<NameId, Tokens> m_newNames;
    Leanings m_leaning;
    std::set<Place> m_telling; ///< formulas that say more than the copy may
    std::set<Place> m_frozen;
    FoodCollector m_foodsThere;
};

PortableReport Copying::run()
{
    m_cells.recalculate();
    m_scan = scan(m_cells, m_grammar, m_names, { m_sheet.index(), 0, 0 });
    Redaction redaction(
        m_cells, m_grammar, m_names, m_words, m_choices,
        findPrivateData(m_cells, m_grammar, m_names, m_sheet, m_scan, *m_standards, m_choices),
        m_sheet.index());
    tell(CopyDone::scanned);
    m_leaning = findLeanings(m_scan, m_grammar, m_names, m_choices, redaction.data());
    m_telling = redaction.findAboutMedicines(without(m_leaning.restless, m_leaning.told));
    const Values before = m_cells.formulas();
    if (const auto place = longText(before); m_choices.xlsx && place)
        throw NotWritten("portable.error.tooLong", m_cells.name(*place));
    plan(before);
    tell(CopyDone::planned);
    m_sheet.write(m_tables, m_standards->data->version);
    std::vector<Site*> withoutForm;
    for (Site& site : m_scan.sites)
        if (!site.leftOut && !site.rewritten)
            withoutForm.push_back(&site);
    freeze(withoutForm, before);
    write(before);
    tell(CopyDone::written);
    const Values now = verify(before);
    tell(CopyDone::verified);
    redaction.run(now, m_telling, without(m_leaning.restless, m_leaning.workedOut));
    annotate();
    std::vector<std::string> frozen;
    std::set<Place> all = m_frozen;
    all.insert(redaction.frozen().begin(), redaction.frozen().end());
    frozen.reserve(all.size());
    for (const Place& place : all)
        frozen.push_back(m_cells.name(place));
    m_sheet.finish(frozen, redaction.leftOut());
    if (redaction.changedCells())
        m_cells.recalculate();
    tell(CopyDone::redacted);
    PortableReport report;
    report.secrets = redaction.data().secrets;
    for (const Site& site : m_scan.sites)
    {
        const bool isFrozen =
            site.frozen || site.leftOut || redaction.frozen().contains(site.place);
        const auto was = before.find(site.place);
        if (!isFrozen)
            ++report.native;
        else if (was == before.end() || !was->second.isEmpty())
            ++report.frozen;
    }
    return report;
}

// Planned

void Copying::collectFoods()
{
    if (m_choices.valuesOnly)
        return;
    for (std::size_t i = 0, length = 0; i < m_scan.sites.size(); i += length)
    {
        length = lengthOfRun(m_scan.sites, i);
        const Site& first = m_scan.sites[i];
        m_foodsThere.collect(m_names.spelled(*first.original), first.place,
                             m_scan.sites[i + length - 1].place.row);
    }
}

void Copying::plan(const Values& before)
{
    if (m_choices.allFoods)
        m_tables.addAllFoods();
    collectFoods();
    // Formulas that understand texts are long.
    constexpr std::size_t many = 3000;
    m_lowering.setNumbersOnly(m_scan.sites.size() > many && !m_tables.hasAmounts());
    std::map<std::pair<sal_Int32, sal_Int32>, const Site*> lastOf; // of a column
    constexpr std::size_t often = 500;
    std::size_t count = 0;
    for (Site& site : m_scan.sites)
    {
        if (++count % often == 0)
            tell(CopyDone::scanned
                 + (CopyDone::planned - CopyDone::scanned) * static_cast<double>(count)
                       / static_cast<double>(m_scan.sites.size()));
        site.leftOut = m_telling.contains(site.place);
        if (m_choices.valuesOnly && !site.leftOut)
            planWithoutForm(site, before);
        if (site.leftOut || m_choices.valuesOnly)
            continue;
        const Site*& last = lastOf[{ site.place.sheet, site.place.column }];
        const bool repeats = last && !last->array && !site.array && last->rewritten
                             && !last->guarded && !last->readsValues
                             && isSame(*last->original, *site.original);
        if (repeats)
        {
            site.rewritten = last->rewritten;
            site.asArray = last->asArray;
            last = &site;
            continue;
        }
        m_tables.serve(m_cells.name(site.place));
        try
        {
            auto tokens = m_lowering.native(*site.original, site.place, site.array);
            site.readsValues = m_lowering.readValues();
            site.asArray = m_lowering.needsArray();
            // The same formula in a row below is kept once.
            const bool same = last && last->rewritten && isSame(tokens, *last->rewritten);
            site.rewritten =
                same ? last->rewritten : std::make_shared<const Tokens>(std::move(tokens));
        }
        catch (const NoNativeForm&)
        {
            site.guarded = true;
            planWithoutForm(site, before);
        }
        last = &site;
    }
    m_tables.serve({});
    if (m_choices.valuesOnly)
        return;
    planNames();
    planRules();
}

void Copying::planWithoutForm(Site& site, const Values& before)
{
    site.leftOut = m_leaning.workedOut.contains(site.place);
    if (site.leftOut)
        for (sal_Int32 row = site.area.first.row; row <= site.area.last.row; ++row)
            for (sal_Int32 column = site.area.first.column; column <= site.area.last.column;
                 ++column)
                m_telling.insert({ site.place.sheet, column, row });
    else if (!m_choices.valuesOnly)
        holdWhole(site, before);
}

void Copying::holdWhole(Site& site, const Values& before)
{
    site.held = true;
    site.asArray = false;
    std::vector<Shown> shown;
    for (sal_Int32 row = site.area.first.row; row <= site.area.last.row; ++row)
        for (sal_Int32 column = site.area.first.column; column <= site.area.last.column; ++column)
            shown.push_back(before.at({ site.place.sheet, column, row }));
    try
    {
        site.rewritten = std::make_shared<const Tokens>(m_lowering.heldWhole(
            *site.original, site.place, site.array, site.area.columns(), shown));
    }
    catch (const NoNativeForm&)
    {
        // It gets its value.
        site.rewritten.reset();
    }
}

void Copying::planNames()
{
    for (const auto& [id, name] : m_names.all())
    {
        if (!name.ours)
            continue;
        Tokens& made = m_newNames[id];
        made = { m_grammar.value(Any(rtl::OUString())) };
        if (m_lowering.tellsOfMedicines(name.tokens))
            continue;
        try
        {
            const Tokens tokens = m_names.expanded(name.tokens, -1);
            m_foodsThere.collect(m_names.spelled(tokens), name.from(), name.from().row);
            // What depends on the cell in which the name stands has no cell of its own.
            if (!isRelative(tokens))
                made = m_lowering.native(name.tokens, { -1, name.from().column, name.from().row },
                                         false);
        }
        catch (const NoNativeForm&)
        {
            // It stands in no formula any more.
        }
    }
}

void Copying::planRules()
{
    constexpr std::size_t longestOfExcel = 255;
    for (Rule& rule : m_scan.rules)
    {
        if (m_lowering.tellsOfMedicines(rule.tokens))
            continue;
        const Tokens tokens = m_names.expanded(rule.tokens, rule.source.sheet);
        const auto call = tokens.empty() ? std::nullopt : m_grammar.callAt(tokens, 0);
        const bool alone = call && call->end == tokens.size();
        const PortableMethod* const method = alone ? findPortable(call->method) : nullptr;
        try
        {
            // Of all the foods those that the copy knows.
            if (rule.list && method && method->name == "foods" && !m_choices.allFoods
                && m_tables.usesFoods())
                rule.rewritten = { m_grammar.value(Any(fromUtf8(DataTables::foodNames()))) };
            else
            {
                m_foodsThere.collect(m_names.spelled(tokens), rule.source, rule.source.row);
                rule.rewritten = m_lowering.native(rule.tokens, rule.source, rule.list);
            }
            if (rule.validity && m_choices.xlsx
                && m_lowering.excel().lengthOf(rule.rewritten) > longestOfExcel)
                rule.rewritten.clear();
        }
        catch (const NoNativeForm&)
        {
            // The rule goes.
        }
    }
}

// Written

void Copying::write(const Values& before)
{
    // Each formula would have all that own foods are computed from calculated anew.
    const bool automatic = m_cells.calculateAutomatically(false);
    // What is left out later keeps its value until then: nothing moves with it.
    std::vector<const Site*> leftOut;
    for (const Site& site : m_scan.sites)
        if (site.leftOut)
            leftOut.push_back(&site);
    m_writer.freeze(leftOut, before);
    m_writer.clear(m_scan.sites);
    m_writer.write(m_scan.sites, [this](const Tokens& tokens) { return resolved(tokens); });
    for (const auto& [id, tokens] : m_newNames)
        m_names.all().at(id).set(resolved(tokens));
    for (const auto& [id, name] : m_names.all())
        if (name.ours && m_choices.valuesOnly)
            name.set({ m_grammar.value(Any(rtl::OUString())) });
    for (const Rule& rule : m_scan.rules)
        if (rule.rewritten.empty())
            rule.remove();
        else
            rule.apply(resolved(rule.rewritten));
    // Not before: what moves by it keeps its value.
    if (m_choices.xlsx)
        lookUpAsExcel(m_cells.document());
    // All at once; what is dirty would be calculated twice otherwise.
    m_cells.recalculate();
    m_cells.calculateAutomatically(automatic);
}

void Copying::freeze(const std::vector<Site*>& sites, const Values& before)
{
    m_writer.freeze({ sites.begin(), sites.end() }, before);
    for (Site* const site : sites)
    {
        site->frozen = true;
        const auto was = before.find(site->place);
        if (was != before.end() && !was->second.isEmpty())
            m_frozen.insert(site->place);
    }
}

// Verified

Values Copying::verify(const Values& before)
{
    std::map<Place, Site*> siteAt;
    for (Site& site : m_scan.sites)
        for (sal_Int32 row = site.area.first.row; row <= site.area.last.row; ++row)
            for (sal_Int32 column = site.area.first.column; column <= site.area.last.column;
                 ++column)
                siteAt[{ site.place.sheet, column, row }] = &site;
    constexpr int passes = 6;
    Values now;
    for (int pass = 0; pass < passes; ++pass)
    {
        now = m_cells.formulas();
        std::set<Site*> wrong;
        std::set<Place> moved;
        for (const auto& [place, value] : now)
        {
            const auto was = before.find(place);
            if (was == before.end() || was->second.agrees(value)
                || m_leaning.restless.contains(place))
                continue;
            const auto site = siteAt.find(place);
            if (site == siteAt.end())
                moved.insert(place);
            else if (!site->second->frozen && !site->second->leftOut)
                wrong.insert(site->second);
        }
        // What leans on a wrong cell will be right with it.
        if (wrong.empty())
        {
            if (moved.empty())
                return now;
            // What changes by itself is no fault of the copy.
            m_cells.recalculate();
            Values again = m_cells.formulas();
            bool froze = false;
            for (const Place& place : moved)
            {
                if (!again.at(place).agrees(now.at(place)))
                    continue;
                m_cells.set(place, before.at(place));
                m_frozen.insert(place);
                froze = true;
            }
            if (!froze)
                return again;
        }
        std::vector<Site*> withoutForm;
        for (Site* const site : wrong)
        {
            if (!site->guarded)
            {
                site->guarded = true;
                try
                {
                    // Its calls' values, as long as their arguments are what they are.
                    site->asArray = false;
                    const Tokens tokens =
                        m_lowering.guarded(*site->original, site->place, site->array);
                    m_sheet.append(m_tables);
                    m_writer.write(*site, resolved(tokens));
                    continue;
                }
                catch (const NoNativeForm&)
                {
                    // Its own value then.
                }
            }
            if (!site->held && !site->leftOut)
            {
                planWithoutForm(*site, before);
                if (site->rewritten && !site->leftOut)
                {
                    m_sheet.append(m_tables);
                    m_writer.write(*site, resolved(*site->rewritten));
                    continue;
                }
            }
            withoutForm.push_back(site);
        }
        freeze(withoutForm, before);
        m_cells.recalculate();
    }
    return m_cells.formulas();
}

void Copying::annotate()
{
    constexpr std::size_t most = 1000; // more than that would hide the sheet
    std::size_t count = 0;
    for (const Place& place : m_frozen)
    {
        if (place.sheet >= m_cells.sheets() || ++count > most)
            continue;
        const Reference<css::sheet::XSheetAnnotationsSupplier> supplier(m_cells.sheet(place.sheet),
                                                                        UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetAnnotationAnchor> anchor(m_cells.cell(place),
                                                                   UNO_QUERY_THROW);
        // A person's own remark stays.
        if (!Reference<css::text::XSimpleText>(anchor->getAnnotation(), UNO_QUERY_THROW)
                 ->getString()
                 .isEmpty())
            continue;
        supplier->getAnnotations()->insertNew(
            css::table::CellAddress(static_cast<sal_Int16>(place.sheet), place.column, place.row),
            fromUtf8(m_words.text("portable.frozen.cell",
                                  { { "version", m_standards->data->version } })));
    }
}

} // namespace

PortableReport makePortable(const Reference<css::sheet::XSpreadsheetDocument>& document,
                            std::shared_ptr<const Standards> standards,
                            std::shared_ptr<const FoodTable> foods, NamesOfFoods names,
                            const Words& words, const PortableChoices& choices)
{
    // A scenario is a sheet of its own, of what cells might hold.
    if (choices.leavesAnythingOut())
        leaveOutScenarios(document);
    return Copying(document, std::move(standards), std::move(foods), std::move(names), words,
                   choices)
        .run();
}

} // namespace quartet
