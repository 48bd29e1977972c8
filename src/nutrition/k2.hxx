/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Vitamin K2: the menaquinones MK-4 to MK-13 and their total, by mass.
// Phylloquinone (K1) and dihydrophylloquinone never count.

#pragma once

#include "nutrition/food.hxx"
#include "nutrition/problem.hxx"

#include <optional>
#include <string_view>

namespace quartet
{

enum class K2Form
{
    All, ///< the total; unknown where only some forms were measured
    MK4,
    MK7,
    Other,    ///< all but MK-4 and MK-7
    Known,    ///< the sum of the forms that are known: a lower bound of the total
    Estimate, ///< the total, else the estimate by a rule
    Low,      ///< the ends of the range of the total or of the estimate; the low
    High      ///< one is at least what is known
};

/// "all", "MK4", "MK7", "other", "known", "estimate", "low" or "high", whatever the case.
std::optional<K2Form> parseK2Form(std::string_view text);

/// µg per 100 g, or nothing where it is unknown.
std::optional<double> k2Per100g(const Food& food, const Menaquinones& k2, K2Form form);

/** Fills in what follows from the other figures: the total where all its parts
    are known, the other forms where all but they are, all forms where the total
    is zero.
    @throws BadRow where the parts are more than the total, or the total is
            outside the range that was seen */
void completeK2(Food& food, const Menaquinones& k2);

} // namespace quartet
