/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Totals over the foods of a meal, a day, a week.

#pragma once

#include "nutrition/food.hxx"

#include <optional>

namespace quartet
{

/** Adds up one nutrient over foods and keeps what is unknown apart from what
    is zero. 0 g of a food counts as nothing. */
class Tally
{
public:
    Tally(NutrientIndex nutrient, const Menaquinones& k2)
        : m_nutrient(nutrient)
        , m_k2(k2)
    {
    }

    void add(const Food& food, double grams);

    /** The sum of what is known, in the nutrient's unit; for VITK2 also the
        forms that were measured of a food whose total is unknown.
        @returns nothing where there is food and nothing of it is known */
    std::optional<double> known() const;

    /// The total; nothing where one food's value is unknown.
    std::optional<double> complete() const;

    /** The share of the grams whose value is known, 0 to 1.
        @returns nothing where there are no grams */
    std::optional<double> coverage() const;

private:
    NutrientIndex m_nutrient;
    Menaquinones m_k2;
    double m_sum = 0;         ///< over the foods whose value is known
    double m_lowerBounds = 0; ///< over the others
    double m_grams = 0;
    double m_knownGrams = 0;
    bool m_anyBound = false;
    bool m_anyUnknown = false;
};

} // namespace quartet
