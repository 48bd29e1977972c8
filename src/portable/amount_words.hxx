/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Amounts as people write them, as the formulas of a copy take them apart: by
// looking up the number and the unit in tables of the ways to write them.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/// The signs that stand in numbers and in no unit.
inline constexpr std::array<const char*, 20> numberSigns{ "0", "1", "2", "3", "4", "5", "6",
                                                          "7", "8", "9", ".", ",", "/", "½",
                                                          "¼", "¾", "⅓", "⅔", "⅛", "⁄" };

/** What formulas replace in an amount before all else, and by what; in this order. Each is a
    function within the others, and Excel takes no more than 64: digits of full width are none. */
inline constexpr std::array<std::pair<const char*, const char*>, 6> amountSigns{
    { { "\u00a0", " " }, { "*", "¤" }, { "?", "¤" }, { "~", "¤" }, { ". ", " " }, { ", ", " " } }
};
/// Spaces that few people type. Totals, whose formulas are long, don't know them.
inline constexpr std::array<const char*, 3> rareSpaces{ "\u2009", "\u202f", "\u3000" };

struct AmountWords
{
    std::string number;
    std::string unit;
};

/// "1,5 slices" as the formulas split it: "1.5" and "slices"; nothing where they can't.
AmountWords splitAmount(const std::string& amount);

/// A unit as the formulas look it up: without the signs of numbers.
std::string unitKey(const std::string& unit);

/// The numbers that people write before a unit, with "." for the decimal sign.
std::vector<std::string> commonNumbers();

/// A unit and its plurals, also with the sign for micro that keyboards have.
std::vector<std::string> unitForms(const std::string& unit);

/// As engines compare texts: whatever their case.
std::string inSmallLetters(std::string_view text);
bool isAscii(std::string_view text);
/// As TRIM of a formula gives it.
std::string singleSpaced(const std::string& text);

} // namespace quartet
