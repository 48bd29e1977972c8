/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What Excel takes, from "Excel specifications and limits" of its help: Calc takes more, and
// Excel calls a file that goes beyond damaged.

#pragma once

#include "portable/cells.hxx"

namespace quartet
{

/// Rows of a list that a guard is held against: a sheet's rows are for much else too.
inline constexpr sal_Int32 longestBlock = 100000;

/// About how long a formula is in a file.
std::size_t lengthOf(const Tokens& tokens, const FormulaGrammar& grammar);

/// Whether Excel takes a formula: by its length, its depth, and the arguments and texts in it.
bool fitsExcel(const Tokens& tokens, const FormulaGrammar& grammar);

/// A cell whose text is longer than one may be; nothing where there is none.
std::optional<Place> longText(const std::map<Place, Shown>& shown);

} // namespace quartet
