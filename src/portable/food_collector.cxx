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

void FoodCollector::collect(const Tokens& tokens, const Place& from)
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
            if (!isFood && role != Role::Amount && role != Role::Amounts)
                continue;
            const Tokens& argument = call->arguments[j];
            for (const FormulaToken& token : argument)
            {
                if (const auto constant = m_grammar.constant({ token }))
                    take(*constant, isFood);
                const auto area = areaOf(token, from);
                if (!area || area->first.sheet < 0)
                    continue;
                const auto key = std::pair(area->first, area->last);
                if (!m_seen.insert(key).second)
                    continue;
                for (const Shown& each : m_cells.shown(m_cells.used(*area)))
                    take(each.value, isFood);
            }
            // What a longer expression gives now.
            if (argument.size() > 1)
                take(m_sheet.present(movable(m_grammar, argument, from, from.row), from.row).value,
                     isFood);
        }
    }
}

} // namespace quartet
