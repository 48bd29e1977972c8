/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/leaning.hxx"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;

/// Formulas that aren't known to lean on something, and what they look at.
struct Looking
{
    Area at;
    Tokens references;
};

class LeaningSearch
{
public:
    LeaningSearch(const Scan& scan, const FormulaGrammar& grammar, const Names& names,
                  const Leaned& leaned)
        : m_grammar(grammar)
        , m_leaned(leaned)
    {
        for (const FormulaRun& run : scan.formulas)
        {
            Looking looking{ run.area, {} };
            bool begins = collect(*run.tokens, looking);
            looking.references.clear();
            begins = collect(names.spelled(*run.tokens), looking) || begins;
            if (begins)
                forEachRow(run.area, [this](const Place& place) { m_found.insert(place); });
            else if (!looking.references.empty())
                m_all.push_back(std::move(looking));
        }
    }

    std::set<Place> run()
    {
        if (m_found.empty() && m_leaned.on.empty())
            return {};
        // Formulas lean on those above them, or below.
        while (pass(m_all) || pass(m_all | std::views::reverse))
            ;
        return std::move(m_found);
    }

private:
    template <typename Visit> static void forEachRow(const Area& area, const Visit& visit)
    {
        for (Place place = area.first; place.row <= area.last.row; ++place.row)
            visit(place);
    }

    /// @returns whether a part of the formula is looked for itself
    bool collect(const Tokens& tokens, Looking& looking) const
    {
        for (std::size_t i = 0; i < tokens.size(); ++i)
        {
            const auto call = m_grammar.callAt(tokens, i);
            if (call && m_leaned.ignored)
            {
                const PortableMethod* const method = findPortable(call->method);
                for (std::size_t j = 0; j < call->arguments.size(); ++j)
                    if ((!method || j >= method->roles.size()
                         || !m_leaned.ignored(static_cast<Role>(method->roles[j])))
                        && collect(call->arguments[j], looking))
                        return true;
                i = call->end - 1;
            }
            else if (m_leaned.begins(tokens[i]))
                return true;
            else if (m_grammar.isRangeOperator(tokens[i])
                     || !m_grammar.areas({ tokens[i] }, looking.at.first).empty())
                looking.references.push_back(tokens[i]);
        }
        return false;
    }

    bool leans(const Looking& looking, const Place& place) const
    {
        const std::vector<Area> areas = m_grammar.areas(looking.references, place);
        return std::any_of(areas.begin(), areas.end(), [this](const Area& area) {
            return holdsOneOf(area, m_leaned.on) || holdsOneOf(area, m_found);
        });
    }

    /// @returns whether it found more
    template <typename Formulas> bool pass(const Formulas& formulas)
    {
        const std::size_t before = m_found.size();
        for (const Looking& looking : formulas)
            forEachRow(looking.at, [&](const Place& place) {
                if (!m_found.contains(place) && leans(looking, place))
                    m_found.insert(place);
            });
        return m_found.size() > before;
    }

    const FormulaGrammar& m_grammar;
    const Leaned& m_leaned;
    std::vector<Looking> m_all;
    std::set<Place> m_found;
};

} // namespace

std::set<Place> findLeaning(const Scan& scan, const FormulaGrammar& grammar, const Names& names,
                            const Leaned& leaned)
{
    return LeaningSearch(scan, grammar, names, leaned).run();
}

Leanings findLeanings(const Scan& scan, const FormulaGrammar& grammar, const Names& names,
                      const PortableChoices& choices, const PrivateData& data)
{
    Leanings leanings;
    leanings.restless = findLeaning(
        scan, grammar, names,
        { .begins = [&](const FormulaToken& token) { return grammar.changesByItself(token); } });
    if (data.empty())
        return leanings;
    Leaned leaned;
    for (const auto& [place, role] : data.cells)
        leaned.on.insert(leaned.on.end(), place);
    leaned.begins = [&](const FormulaToken& token) {
        return grammar.isLookingElsewhere(token)
               || (grammar.isName(token) && data.names.contains(Names::idOf(token)));
    };
    leanings.told = findLeaning(scan, grammar, names, leaned);
    // What our calls are told of a person the copy forgets by itself.
    leaned.ignored = [&](Role role) { return choices.leavesOut(role); };
    leanings.workedOut = findLeaning(scan, grammar, names, leaned);
    return leanings;
}

std::set<Place> without(const std::set<Place>& places, const std::set<Place>& others)
{
    std::set<Place> rest;
    std::set_difference(places.begin(), places.end(), others.begin(), others.end(),
                        std::inserter(rest, rest.end()));
    return rest;
}

} // namespace quartet
