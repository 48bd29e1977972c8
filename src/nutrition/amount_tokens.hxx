/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// An amount cut into numbers, words and signs.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Why a text is no amount of a food. */
enum class AmountFault
{
    NotUnderstood,
    TwoReadings, ///< "1,500 g": three digits after a single sign
    Range,       ///< "3-4 slices"
    NoWeight     ///< a measure that this food has no weight for
};

struct AmountToken
{
    std::string text;             ///< folded; of a number its digits
    std::optional<double> number; ///< of digits
    bool isWhole = false;         ///< a number without a decimal sign
    std::size_t begin = 0;        ///< its place in the folded text
    std::size_t end = 0;
    bool isSpoken = false; ///< the sign of a ratio in words, "3分の1"
};

struct AmountTokens
{
    std::string folded;
    std::vector<AmountToken> tokens;
    std::optional<AmountFault> fault; ///< set where the text can be no amount
};

/** The tokens of a text: digits with "." or "," between are one, letters of an alphabet
    are one, each sign of Chinese and Japanese is one. A full stop behind a letter, commas
    between words and hyphens in them are none.

    A space or an apostrophe between groups of three digits is dropped where it can be nothing
    else: "1'000", "1 000" but not "1 200", which may be one of 200. */
AmountTokens tokeniseAmount(std::string_view text);

/// Whether "." or "," divides thousands or decimals in digits: "1,500" but not "0,500".
bool hasTwoReadings(std::string_view digits);

/// The texts of tokens with single spaces between.
std::string joinTokens(const std::vector<AmountToken>& tokens, std::size_t begin, std::size_t end);

/// A word as joinTokens gives it.
std::string amountWord(std::string_view word);

} // namespace quartet
