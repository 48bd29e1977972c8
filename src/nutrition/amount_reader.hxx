/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts in the words of five languages: "1 cup + 2 tbsp", "zwei große Eier", "大さじ1".

#pragma once

#include "nutrition/amount.hxx"
#include "nutrition/amount_tokens.hxx"
#include "nutrition/measures.hxx"

#include <boost/system/result.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** What the reader of an amount must know of a food. */
struct MeasuredFood
{
    std::string_view name; ///< in English
    const Weights& portions;
    /// Whether a text is a name of this food, in any language.
    std::function<bool(std::string_view)> isItsName;
};

/** Grams of one of a food: "2 pieces", "2 eggs".
    @returns nothing for a food that doesn't come in pieces */
std::optional<double> pieceGrams(const MeasuredFood& food);

/** Grams of a millilitre of a food: of its portion "ml", else of its cup or spoon.
    @returns nothing where none of these is known */
std::optional<double> gramsPerMl(const Weights& portions);

/** The weight of an amount in grams.

    A number alone is grams; with words it has a measure: a unit of mass, one of the food's
    portions, a volume by the food's portion or density, or a piece. Sizes and the food's own name
    may stand beside it. Terms are added ("1 kg 200 g", "1 cup + 2 tbsp") and multiplied
    ("2 x 150 g"); a weight in brackets behind a portion is the weight. What has two readings is
    refused. */
boost::system::result<double, AmountFault> readAmount(std::string_view text,
                                                      const MeasuredFood& food,
                                                      const Measures& measures,
                                                      const Weights& units);

} // namespace quartet
