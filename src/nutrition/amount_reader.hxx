/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts in the words of five languages: "1 cup + 2 tbsp", "zwei große Eier", "大さじ1".

#pragma once

#include "nutrition/measured_food.hxx"

#include <string_view>

namespace quartet
{

/** The weight of an amount in grams.

    A number alone is grams; with words it has a measure: a unit of mass, one of the food's
    portions, a volume by the food's portion or density, or a piece. Sizes and the food's own name
    may stand beside it. Terms are added ("1 kg 200 g", "1 cup + 2 tbsp") and multiplied
    ("2 x 150 g"); a weight in brackets behind a portion is the weight. What has two readings is
    refused. */
WeightOrFault readAmount(std::string_view text, const MeasuredFood& food, const Measures& measures,
                         const Weights& units);

} // namespace quartet
