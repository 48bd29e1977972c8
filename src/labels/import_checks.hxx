/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What is wrong with a whole table, told by what foods can hold: a unit that
// was taken for another, kJ as kcal, blanks that became zeros.

#pragma once

#include "labels/import_columns.hxx"

namespace quartet
{

/** Adds to an outcome what has to be asked, and the foods whose energy doesn't fit.

    Questions: "noUnit" (the table says none, and the figures don't prove it), "unusual" (a
    column's median is far from that of known foods), "above" (figures far above every known
    food), "kilojoules" (energy is four times that of protein, fat and carbohydrate), "salt"
    (sodium doesn't fit the salt beside it), "zeros" (blanks that someone made zeros),
    "decimals" (the table was opened with another decimal sign), "encoding" (names lost
    letters).
    @param mixed as NumberEvidence::isMixed */
void checkImport(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                 const ImportLayout& layout, bool mixed, const ImportRules& rules,
                 ImportOutcome& outcome);

} // namespace quartet
