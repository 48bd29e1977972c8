/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/private_data.hxx"

#include "nutrition/fold.hxx"
#include "portable/safe_file.hxx"
#include "portable/written_dates.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/ExternalReference.hpp>
#include <com/sun/star/table/CellContentType.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Sequence;

/// More cells than this are refused rather than emptied.
constexpr sal_Int32 mostCells = 20000;

class Search
{
public:
    Search(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
           const DataSheet& sheet, const Scan& scan, const Standards& standards,
           const PortableChoices& choices)
        : m_cells(cells)
        , m_grammar(grammar)
        , m_names(names)
        , m_sheet(sheet)
        , m_scan(scan)
        , m_standards(standards)
        , m_choices(choices)
    {
    }

    PrivateData run();

private:
    using Owner = std::function<std::string()>;

    /** @param last row into which the formula is filled down
        @returns whether a call in the formula names a medicine itself */
    bool collect(const Tokens& tokens, const Place& from, sal_Int32 last, const Owner& owner);
    /// Whether a call is told something that is to be left out.
    bool isToldOfPerson(const Tokens& tokens) const;
    /// The names in what our calls are told.
    void collectNames(const Tokens& tokens);
    /// What an argument, or a formula that it leans on, says.
    void follow(const Tokens& tokens, const Place& from, Role role, bool isArgument);
    void followNames(const Tokens& tokens, Role role, int depth);
    void take(const Area& area, Role role);
    void take(const Place& place, Role role);
    void learn(const Place& place, Role role);
    void learn(const Shown& now, Role role);
    /// What a longer argument gives now.
    void learnResult(const Tokens& argument, const Place& from, Role role);
    void learnDate(double date, Role role);
    void learnText(const std::string& text, Role role);
    void findMedicineList(const Place& place);

    const Cells& m_cells;
    const FormulaGrammar& m_grammar;
    const Names& m_names;
    const DataSheet& m_sheet;
    const Scan& m_scan;
    const Standards& m_standards;
    const PortableChoices& m_choices;
    PrivateData m_found;
    std::set<std::string> m_results; ///< of which what they give is known
    std::set<double> m_dates;
};

PrivateData Search::run()
{
    for (std::size_t i = 0, length = 0; i < m_scan.sites.size(); i += length)
    {
        const Site& site = m_scan.sites[i];
        const Tokens spelled = m_names.spelled(*site.original);
        // Where nothing is to be left out all rows are as the first.
        length = isToldOfPerson(spelled) ? 1 : lengthOfRun(m_scan.sites, i);
        if (collect(spelled, site.place, m_scan.sites[i + length - 1].place.row,
                    [&] { return m_cells.name(site.place); }))
            m_found.medicineSites.insert(site.place);
        collectNames(*site.original);
    }
    for (const Rule& rule : m_scan.rules)
    {
        collect(m_names.spelled(rule.tokens), rule.source, rule.source.row,
                [&] { return m_cells.name(rule.source); });
        collectNames(rule.tokens);
    }
    for (const auto& [id, name] : m_names.all())
    {
        if (!name.ours)
            continue;
        if (collect(m_names.spelled(name.tokens), name.from(), name.from().row,
                    [&] { return name.text(); }))
            m_found.medicineNames.insert(id);
        collectNames(name.tokens);
    }
    return std::move(m_found);
}

bool Search::collect(const Tokens& tokens, const Place& from, sal_Int32 last, const Owner& owner)
{
    bool namesMedicine = false;
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        if (!call)
            continue;
        const PortableMethod* const method = findPortable(call->method);
        // What isn't known may be about a person.
        if (!method)
            throw NotWritten("portable.error.unknown", owner());
        for (std::size_t j = 0; j < call->arguments.size(); ++j)
        {
            const Tokens& argument = call->arguments[j];
            if (argument.empty())
                continue;
            if (j >= method->roles.size())
                throw NotWritten("portable.error.unknown", owner());
            const Role role = static_cast<Role>(method->roles[j]);
            if (role == Role::Amount || role == Role::Amounts || role == Role::Number)
                for (const FormulaToken& token : argument)
                    if (const auto area = areaOf(token, from))
                        m_found.amounts.push_back(
                            { area->first,
                              areaOf(token, { from.sheet, from.column, last })->last });
            if (!m_choices.leavesOut(role))
                continue;
            rtl::OUString text;
            const auto constant = m_grammar.constant(argument);
            const bool names =
                role == Role::Medicines
                && std::any_of(argument.begin(), argument.end(), [&](const FormulaToken& token) {
                       return m_grammar.constant({ token }) && (token.Data >>= text)
                              && !foldWords(toUtf8(text)).empty();
                   });
            namesMedicine = namesMedicine || names;
            // Where it looks is known only when it does.
            if (std::any_of(argument.begin(), argument.end(), [&](const FormulaToken& token) {
                    return m_grammar.isLookingElsewhere(token);
                }))
                throw NotWritten("portable.error.indirect", owner());
            follow(argument, from, role, true);
            learnResult(argument, from, role);
        }
    }
    return namesMedicine;
}

bool Search::isToldOfPerson(const Tokens& tokens) const
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        for (std::size_t j = 0;
             method && j < std::min(call->arguments.size(), method->roles.size()); ++j)
            if (!call->arguments[j].empty()
                && m_choices.leavesOut(static_cast<Role>(method->roles[j])))
                return true;
    }
    return false;
}

void Search::collectNames(const Tokens& tokens)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        for (std::size_t j = 0;
             method && j < std::min(call->arguments.size(), method->roles.size()); ++j)
            if (const Role role = static_cast<Role>(method->roles[j]); m_choices.leavesOut(role))
                followNames(call->arguments[j], role, 0);
    }
}

void Search::follow(const Tokens& tokens, const Place& from, Role role, bool isArgument)
{
    for (const FormulaToken& token : tokens)
    {
        rtl::OUString text;
        double number = 0;
        css::sheet::ExternalReference elsewhere;
        css::sheet::ComplexReference range;
        Sequence<Sequence<Any>> array;
        // Calc keeps what stands in another workbook's range in the copy.
        if ((token.Data >>= elsewhere) && (elsewhere.Reference >>= range))
            throw NotWritten("portable.error.elsewhere", m_cells.name(from));
        if (isArgument && (token.Data >>= array))
            for (const Sequence<Any>& row : array)
                for (const Any& each : row)
                    learn(Shown{ 0, each }, role);
        const auto constant = m_grammar.constant({ token });
        // A constant of a formula further back is seldom the value itself.
        if (constant && isArgument && (*constant >>= text))
            learnText(toUtf8(text), role);
        else if (constant && isArgument && tokens.size() == 1 && (*constant >>= number))
            m_found.secrets.add(number);
    }
    for (const Area& area : m_grammar.areas(tokens, from))
        if (area.first.sheet >= 0 && area.first.sheet < m_cells.sheets())
            take(area, role);
}

void Search::followNames(const Tokens& tokens, Role role, int depth)
{
    constexpr int deepest = 16; // a name may stand for itself
    for (const FormulaToken& token : tokens)
    {
        const Name* const found = m_names.find(token);
        if (!found || depth > deepest)
            continue;
        followNames(found->tokens, role, depth + 1);
        for (const FormulaToken& each : found->tokens)
            if (m_grammar.constant({ each }))
                m_found.names.insert(Names::idOf(token));
        follow(found->tokens, found->from(), role, true);
    }
}

void Search::take(const Area& whole, Role role)
{
    const Area used = m_cells.usedArea(whole.first.sheet);
    const Area area{ whole.first,
                     { whole.last.sheet, std::min(whole.last.column, used.last.column),
                       std::min(whole.last.row, used.last.row) } };
    if (area.rows() > 0 && area.columns() > 0 && area.rows() > mostCells / area.columns())
        throw NotWritten("portable.error.tooMany", m_cells.name(area.first));
    if (whole.isCell())
        return take(whole.first, role);
    for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
        for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
            take(Place{ area.first.sheet, column, row }, role);
}

void Search::take(const Place& place, Role role)
{
    if (!m_found.cells.emplace(place, role).second)
        return;
    learn(place, role);
    if (role == Role::Medicines)
        findMedicineList(place);
    if (!m_cells.isFormula(place))
        return;
    const Area array = m_cells.arrayAround(place);
    if (!array.isCell())
        take(array, role);
    // What the cell was worked out from says as much as the cell.
    const Tokens tokens = m_cells.tokens(place);
    const Tokens spelled = m_names.spelled(tokens);
    follow(spelled, place, role, false);
    followNames(tokens, role, 0);
    for (const FormulaToken& token : spelled)
        if (m_grammar.isLookingElsewhere(token))
            throw NotWritten("portable.error.indirect", m_cells.name(place));
}

void Search::learn(const Place& place, Role role)
{
    const Shown now = m_cells.shown(place);
    double number = 0;
    learn(now, role);
    if (!(now.value >>= number))
        return;
    learnText(m_cells.text(place), role);
    if (showsDate(m_cells, place))
        learnDate(number, role);
}

void Search::learn(const Shown& now, Role role)
{
    double number = 0;
    rtl::OUString text;
    if (now.value >>= number)
        m_found.secrets.add(number);
    else if (now.value >>= text)
        learnText(toUtf8(text), role);
}

void Search::learnResult(const Tokens& argument, const Place& from, Role role)
{
    css::sheet::ExternalReference elsewhere;
    if (argument.size() == 1 && !(argument.front().Data >>= elsewhere))
        return;
    const Tokens moved = movable(m_grammar, argument, from, from.row);
    if (m_results.insert(keyOf(fixed(moved, from.row))).second)
        learn(m_sheet.present(moved, from.row), role);
}

void Search::learnDate(double date, Role role)
{
    constexpr std::size_t most = 200; // each is looked for in many ways
    if (m_dates.size() >= most || !m_dates.insert(date).second)
        return;
    for (const std::string& written : writtenDates(m_cells, m_sheet.scratch(), date))
        m_found.secrets.add(written, role);
}

void Search::learnText(const std::string& text, Role role)
{
    if (trim(text).empty())
        return;
    if (role != Role::Medicines)
    {
        if (const auto date =
                role == Role::Age ? typedDate(m_cells, m_sheet.scratch(), text) : std::nullopt)
            learnDate(*date, role);
        return m_found.secrets.add(text, role);
    }
    if (foldWords(text).empty())
        return;
    m_found.anyMedicine = true;
    for (const Medicine& medicine : m_standards.medicines.find(text))
    {
        m_found.secrets.add(medicine.entry, role);
        // A brand's name tells the same.
        for (const MedicineClass* const each : medicine.classes)
            for (const std::string& name : each->written)
                m_found.secrets.add(name, role);
        // The medicine in "warfarin 5 mg in the evening".
        const std::string entry = foldWords(medicine.entry);
        for (const std::string_view word : split(entry, " "))
            for (const Medicine& alone : m_standards.medicines.find(word))
                if (!alone.classes.empty())
                    m_found.secrets.add(word, role);
    }
}

void Search::findMedicineList(const Place& place)
{
    for (const ChoiceList& list : m_scan.lists)
    {
        if (!contains(list.cells, place))
            continue;
        for (const FormulaToken& token : m_names.spelled(list.tokens))
        {
            const auto area = areaOf(token, place);
            if (!area || area->first.sheet < 0 || area->first.sheet >= m_cells.sheets())
                continue;
            std::vector<std::string> texts;
            rtl::OUString text;
            for (const Shown& each : m_cells.shown(m_cells.used(*area)))
                if (each.value >>= text)
                    texts.push_back(toUtf8(text));
            // Another list than the template's may be the person's own.
            if (m_standards.medicines.nameEveryClass(texts))
                m_found.medicineLists.push_back(*area);
        }
    }
}

} // namespace

bool contains(const Area& area, const Place& place)
{
    return area.first.sheet == place.sheet && area.first.column <= place.column
           && place.column <= area.last.column && area.first.row <= place.row
           && place.row <= area.last.row;
}

bool PrivateData::isInMedicineList(const Place& place) const
{
    return std::any_of(medicineLists.begin(), medicineLists.end(),
                       [&](const Area& area) { return contains(area, place); });
}

bool PrivateData::isAmount(const Place& place) const
{
    return std::any_of(amounts.begin(), amounts.end(),
                       [&](const Area& area) { return contains(area, place); });
}

PrivateData findPrivateData(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
                            const DataSheet& sheet, const Scan& scan, const Standards& standards,
                            const PortableChoices& choices)
{
    if (!choices.leavesAnythingOut())
        return {};
    return Search(cells, grammar, names, sheet, scan, standards, choices).run();
}

} // namespace quartet
