/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Foods out of another table: which come in, with which values, and what stays
// behind and why.

#pragma once

#include "nutrition/import_values.hxx"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

struct ImportTable
{
    std::vector<std::string> headers;
    std::vector<std::vector<ImportCell>> rows; ///< each as long as the headers
};

/** A food that the workbook has already. */
struct OwnFoodNames
{
    std::string name;
    std::vector<std::string> aliases;
};

/** A row that stays behind. Reasons: "name" (it has none), "figures" (it has
    none), "negative", "impossible" (more than 100 g in 100 g), "again" (another
    row of the table has its name), "present" (the workbook has it), "alias" (the
    workbook has it as another name of a food). */
struct LeftOutRow
{
    std::size_t row; ///< in the table, from 0
    std::string name;
    std::string why;
    std::string detail; ///< the header, or the name of the other food
};

/** A cell whose text is no number: its value is unknown now. */
struct UnreadCell
{
    std::size_t row;
    std::string name;
    std::string header;
    std::string text;
};

struct ImportedFood
{
    std::size_t row;
    std::vector<ImportCell> cells;       ///< as ImportOutcome::columns; no number is unknown
    std::optional<std::size_t> replaces; ///< a place in what the workbook had
};

struct ImportOutcome
{
    std::vector<std::string> columns; ///< of "My foods" that are filled; "Name" first
    std::vector<ImportedFood> foods;
    std::vector<LeftOutRow> leftOut;
    std::vector<UnreadCell> unread;
    std::size_t traces = 0; ///< cells with "tr", "<0.1" and the like
};

/** Converts a table.
    @param mappings one a header; none where no column is the name
    @param present what the workbook has; its rows keep their places
    @param source what the foods' column Source says where the table has none
    @param replace whether a food takes the place of one of the same name */
ImportOutcome importFoods(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                          const std::vector<OwnFoodNames>& present, const std::string& source,
                          bool replace, const ImportRules& rules);

/// Whether foods can be imported: a column is the name, and one holds figures.
bool isComplete(const std::vector<ColumnMapping>& mappings, const ImportRules& rules);

} // namespace quartet
