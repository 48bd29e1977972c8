/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Tables with a row for each nutrient of each food.

#pragma once

#include "labels/import_reading.hxx"

namespace quartet
{

/// A table with a row a food, and where each row began.
struct JoinedTable
{
    ImportGrid grid;                 ///< its first row holds headers: "Calcium (mg)"
    std::vector<std::size_t> places; ///< of its rows in the table they were joined from
};

/** Joins the rows of each food: those of one name and, where foods have codes, of one code.
    Two figures for one nutrient of a food make a text of both, which is no figure.
    @returns nothing where the rows don't say whose figure of what they are */
std::optional<JoinedTable> joinNutrientRows(const ImportTable& table,
                                            const std::vector<ColumnMapping>& mappings);

/** Adds to a table the columns of others that have a code in common with it: the foods'
    names beside "FoodID", the nutrients' names and units beside "NutrientID".
    @param others each with its headers in its first row; a code stands there once
    @returns nothing where none helps */
std::optional<ImportGrid> joinByCode(const ImportReading& reading,
                                     const std::vector<ImportReading>& others);

} // namespace quartet
