/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/food_collector.hxx"

#include "portable/calls.hxx"
#include "workbook/utf8.hxx"

#include <algorithm>

namespace quartet
{

using css::sheet::FormulaToken;

void FoodCollector::take(const css::uno::Any& value, bool isFood)
{
    rtl::OUString text;
    if (!(value >>= text) || text.isEmpty())
        return;
    if (isFood)
        m_tables.addFood(toUtf8(text));
    else
        m_tables.addAmount(toUtf8(text));
}

void FoodCollector::collect(const Tokens& tokens, const Place& from, sal_Int32 last)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
    {
        const auto call = m_grammar.callAt(tokens, i);
        const PortableMethod* const method = call ? findPortable(call->method) : nullptr;
        for (std::size_t j = 0;
             method && j < std::min(call->arguments.size(), method->roles.size()); ++j)
        {
            const Role role = static_cast<Role>(method->roles[j]);
            const bool isFood = role == Role::Food || role == Role::Foods;
            if (isFood || role == Role::Amount || role == Role::Amounts)
                collect(call->arguments[j], from, last, isFood);
        }
    }
}

void FoodCollector::collect(const Tokens& argument, const Place& from, sal_Int32 last, bool isFood)
{
    for (const FormulaToken& token : argument)
    {
        if (const auto constant = m_grammar.constant({ token }))
            take(*constant, isFood);
        auto area = areaOf(token, from);
        const auto lowest = areaOf(token, { from.sheet, from.column, last });
        if (!area || !lowest || area->first.sheet < 0)
            continue;
        // What all the rows refer to.
        area->first.row = std::min(area->first.row, lowest->first.row);
        area->last.row = std::max(area->last.row, lowest->last.row);
        if (m_seen.emplace(area->first, area->last).second)
            for (const Shown& each : m_cells.shown(m_cells.used(*area)))
                take(each.value, isFood);
    }
    // What a longer expression gives now.
    for (Place place = from; argument.size() > 1 && place.row <= last; ++place.row)
        take(m_sheet.present(movable(m_grammar, argument, place, place.row), place.row).value,
             isFood);
}

} // namespace quartet
