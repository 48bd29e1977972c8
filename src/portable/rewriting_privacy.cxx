/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a copy leaves out: the person's medicines, age, sex and stage of life.

#include "nutrition/fold.hxx"
#include "portable/rewriting.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// More cells than this are no profile.
constexpr sal_Int32 mostCells = 50;

/// A name may stand for itself.
constexpr int deepestName = 16;

std::string textOf(const Reference<css::table::XCell>& cell)
{
    return toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
}

bool hasText(const Shown& value)
{
    rtl::OUString text;
    return (value.value >>= text) && !text.isEmpty();
}

/// A list of medicines may be long; of all else so many cells are no profile.
bool mayBeProfile(const Area& area, Role role)
{
    return role == Role::Medicines || area.rows() * area.columns() <= mostCells;
}

} // namespace

bool Rewriting::isLeftOut(Role role) const
{
    return role == Role::Medicines ? !m_choices.withMedicines
                                   : isAboutPerson(role) && !m_choices.withPerson;
}

void Rewriting::collectPrivate(const Tokens& tokens, const Site& site)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        if (!method)
            continue;
        for (std::size_t j = 0; j < call->arguments.size() && j < method->roles.size(); ++j)
        {
            const Role role = static_cast<Role>(method->roles[j]);
            if (!isLeftOut(role))
                continue;
            if (role == Role::Medicines && !call->arguments[j].empty())
                m_aboutMedicines.insert(site.place);
            for (const FormulaToken& token : call->arguments[j])
            {
                rtl::OUString text;
                if (role == Role::Medicines && (token.Data >>= text)
                    && !foldWords(toUtf8(text)).empty())
                    m_anyMedicine = true;
                const auto area = areaOf(token, site.from);
                if (area && area->first.sheet < m_sheetCount && mayBeProfile(*area, role))
                    m_private.emplace_back(used(*area), role);
            }
        }
    }
}

void Rewriting::collectPrivateNames(const Tokens& tokens, int depth)
{
    for (std::size_t i = 0; i < tokens.size() && depth <= deepestName; ++i)
    {
        if (const auto found = nameAt(tokens[i]); found != m_names.end())
            collectPrivateNames(found->second.tokens, depth + 1);
        const auto call = m_grammar.callAt(tokens, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        if (!method)
            continue;
        for (std::size_t j = 0; j < call->arguments.size() && j < method->roles.size(); ++j)
            if (const Role role = static_cast<Role>(method->roles[j]); isLeftOut(role))
                addPrivateNames(call->arguments[j], role);
    }
}

void Rewriting::addPrivateNames(const Tokens& argument, Role role, int depth)
{
    for (const FormulaToken& token : argument)
    {
        const auto found = nameAt(token);
        if (found == m_names.end() || depth > deepestName)
            continue;
        addPrivateNames(found->second.tokens, role, depth + 1);
        for (const FormulaToken& each : found->second.tokens)
        {
            if (!m_grammar.constant({ each }))
                continue;
            m_privateNames.insert(found->first);
            rtl::OUString text;
            if (role == Role::Medicines && (each.Data >>= text) && !text.isEmpty())
                m_secrets.insert(fold(toUtf8(text)));
        }
    }
}

bool Rewriting::usesPrivateName(const Tokens& tokens, int depth) const
{
    return depth <= deepestName
           && std::any_of(tokens.begin(), tokens.end(), [&](const FormulaToken& token) {
                  const auto found = nameAt(token);
                  return found != m_names.end()
                         && (m_privateNames.contains(found->first)
                             || usesPrivateName(found->second.tokens, depth + 1));
              });
}

void Rewriting::leaveOutNames() const
{
    const std::array nothing{ m_grammar.value(css::uno::Any(rtl::OUString())) };
    for (const NameId& id : m_privateNames)
        Reference<css::sheet::XFormulaTokens>(m_names.at(id).name, UNO_QUERY_THROW)
            ->setTokens({ nothing.data(), 1 });
}

void Rewriting::leaveOut(const Place& place, Role role)
{
    if (!m_leftOut.insert(place).second)
        return;
    const auto here = cell(place);
    const std::string text = textOf(here);
    if (role == Role::Medicines && !text.empty())
    {
        m_secrets.insert(fold(text));
        m_medicines.insert(place);
    }
    // What the cell was worked out from says as much as the cell.
    if (here->getType() != css::table::CellContentType_FORMULA)
        return;
    for (const FormulaToken& token : expanded(tokensOf(place), true))
    {
        const auto area = areaOf(token, place);
        // A range is a list of words to choose from, unless it is one of medicines.
        if (!area || area->first.sheet >= m_sheetCount
            || (!area->isCell() && role != Role::Medicines) || !mayBeProfile(*area, role))
            continue;
        leaveOut(used(*area), role);
    }
}

void Rewriting::leaveOut(const Area& area, Role role)
{
    for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
        for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
            leaveOut(Place{ area.first.sheet, column, row }, role);
}

void Rewriting::leaveOut()
{
    for (const auto& [area, role] : m_private)
        leaveOut(area, role);
    m_anyMedicine = m_anyMedicine || !m_secrets.empty() || m_data.hasMedicines();
    if (m_anyMedicine)
        m_data.leaveOutMedicines();

    // What leans on these cells keeps what it shows, as far as it doesn't repeat them.
    const auto leans = [this](const Place& place, const std::set<Place>& cells) {
        const Tokens tokens = expanded(tokensOf(place), true);
        return std::any_of(tokens.begin(), tokens.end(), [&](const FormulaToken& token) {
            const auto area = areaOf(token, place);
            return area && std::any_of(cells.begin(), cells.end(), [&](const Place& each) {
                       return each.sheet == area->first.sheet && each.column >= area->first.column
                              && each.column <= area->last.column && each.row >= area->first.row
                              && each.row <= area->last.row;
                   });
        });
    };
    const auto speaksOfMedicine = [this](const Place& place, const Shown& value) {
        return m_anyMedicine && m_aboutMedicines.contains(place) && hasText(value);
    };
    const auto repeats = [this](const Shown& value) {
        rtl::OUString text;
        if (!(value.value >>= text))
            return false;
        const std::string folded = fold(toUtf8(text));
        return std::any_of(m_secrets.begin(), m_secrets.end(), [&](const std::string& secret) {
            return folded.find(secret) != std::string::npos;
        });
    };
    std::vector<std::pair<Place, Shown>> kept;
    const std::string leftOutText = m_words.text("portable.leftOut");
    if (!m_leftOut.empty() || !m_privateNames.empty())
        forEachFormula([&](const Place& place) {
            const Tokens tokens = tokensOf(place);
            if (m_leftOut.contains(place) || !(leans(place, m_leftOut) || usesPrivateName(tokens)))
                return;
            kept.emplace_back(place, shown({ place, place }).front());
            // A formula that only points there shows nothing else.
            if (tokens.size() == 1)
                kept.back().second.value <<= fromUtf8(leftOutText);
            // A text that leans on a medicine may say of it as much as its name.
            if (leans(place, m_medicines))
                m_aboutMedicines.insert(place);
        });
    for (auto& [place, value] : kept)
    {
        if (repeats(value) || speaksOfMedicine(place, value))
            value.value <<= fromUtf8(leftOutText);
        setShown(place, value);
        m_frozen.push_back(nameOf(place));
        m_frozenCells += static_cast<std::size_t>(
            std::count_if(m_sites.begin(), m_sites.end(), [&here = place](const Site& site) {
                return site.place == here && !site.frozen;
            }));
    }
    // Values that were frozen before are texts by now.
    for (const Site& site : m_sites)
        if (site.frozen
            && std::any_of(site.shown.begin(), site.shown.end(), [&](const Shown& each) {
                   return repeats(each) || speaksOfMedicine(site.place, each);
               }))
            Reference<css::text::XText>(cell(site.place), UNO_QUERY_THROW)
                ->setString(fromUtf8(leftOutText));
    for (const Place& place : m_leftOut)
        cell(place)->setFormula("");
    leaveOutNames();
}

} // namespace quartet
