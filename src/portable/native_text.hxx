/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Pieces of native formulas, in the words of Calc's API: English names, ";" between
// arguments.

#pragma once

#include <sal/types.h>

#include <string>

namespace quartet
{

/// "B2"
std::string cellName(sal_Int32 column, sal_Int32 row);

/// "$B$2"
std::string fixedName(sal_Int32 column, sal_Int32 row);

/// "$B$2:$C$9"
std::string fixedRange(sal_Int32 column, sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow);

/// A text with one sign in place of another.
std::string replaced(const std::string& text, const char* from, const char* to);

/// An amount in small letters, its fractions with a stroke and its decimals with a point.
std::string amountText(const std::string& amount);

/// Where the unit begins: at the first sign that is in no number.
std::string letterFormula(const std::string& text);

/// A decimal, a fraction, or a whole number and a fraction; else an error.
std::string numberFormula(const std::string& n);

} // namespace quartet
