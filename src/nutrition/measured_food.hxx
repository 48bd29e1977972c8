/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What measures weigh of one food: by its own portions, its density, its pieces.

#pragma once

#include "nutrition/amount.hxx"
#include "nutrition/amount_tokens.hxx"
#include "nutrition/measures.hxx"

#include <boost/system/result.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// A weight in grams, or why there is none.
using WeightOrFault = boost::system::result<double, AmountFault>;

/** What the reader of an amount must know of a food. */
struct MeasuredFood
{
    std::string_view name; ///< in English
    const Weights& portions;
    /// Whether a text is a name of this food, in any language.
    std::function<bool(std::string_view)> isItsName;
    /// Whether a word stands in a name of this food that is shown in another language.
    std::function<bool(std::string_view)> isInItsNames = {};
    bool isOwn = false; ///< a workbook's: its portions may be named in any language
};

/** Grams of one of a food: "2 pieces", "2 eggs".
    @returns nothing for a food that doesn't come in pieces */
std::optional<double> pieceGrams(const MeasuredFood& food);

/** Grams of a millilitre of a food: of its portion "ml", else of its cup or spoon.
    @returns nothing where none of these is known */
std::optional<double> gramsPerMl(const Weights& portions);

/// Grams of one of the food's own portions. @param name tokens with single spaces between
std::optional<double> portionGrams(const Weights& portions, const std::string& name);

/// Grams of a size: of the portion "large", or "large slice" where a measure is named.
std::optional<double> sizedGrams(const MeasuredFood& food, const Measure& size,
                                 const std::string& measure = {});

/** Grams of a word's measure; where it has several, of those that this food has a
    weight for. A person's own portion of that measure goes first.
    @param size that stands beside it, or nullptr */
WeightOrFault measuredGrams(const MeasuredFood& food, const Weights& units,
                            const Measures& measures, const std::vector<WordMeaning>& meanings,
                            const Measure* size);

/// Whether a folded name ends with a Japanese word before its first comma: "牛乳" in "低脂肪牛乳".
bool endsJapanese(std::string_view name, std::string_view word);

/// Whether a word stands in a food's name, in the singular or as it is.
bool hasWord(std::string_view name, std::string_view word);

} // namespace quartet
