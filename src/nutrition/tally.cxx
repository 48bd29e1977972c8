/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/tally.hxx"

#include "nutrition/k2.hxx"

namespace quartet
{

void Tally::add(const Food& food, double grams)
{
    if (grams == 0)
        return;
    m_grams += grams;
    if (const auto value = food.value(m_nutrient))
    {
        m_sum += *value * grams / 100;
        m_knownGrams += grams;
        return;
    }
    m_anyUnknown = true;
    if (m_nutrient != m_k2.total)
        return;
    if (const auto bound = k2Per100g(food, m_k2, K2Form::Known))
    {
        m_lowerBounds += *bound * grams / 100;
        m_anyBound = true;
    }
}

std::optional<double> Tally::known() const
{
    if (m_anyUnknown && m_knownGrams == 0 && !m_anyBound)
        return std::nullopt;
    return m_sum + m_lowerBounds;
}

std::optional<double> Tally::complete() const
{
    if (m_anyUnknown)
        return std::nullopt;
    return m_sum;
}

std::optional<double> Tally::coverage() const
{
    if (m_grams == 0)
        return std::nullopt;
    return m_knownGrams / m_grams;
}

} // namespace quartet
