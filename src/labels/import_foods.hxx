/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Foods out of another table: which come in, with which values, and what stays
// behind and why.

#pragma once

#include "labels/import_values.hxx"

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

/** A row that stays behind. Reasons: "name" (it has none), "date" (a date is no
    name), "figures" (it has none), "volume" (they aren't for a weight), "again"
    (another row of the table has its name), "present" (the workbook has it),
    "alias" (the workbook has it as another name of a food). */
struct LeftOutRow
{
    std::size_t row; ///< in the table, from 0
    std::string name;
    std::string why;
    std::string detail; ///< the name of the other food
};

/** A cell whose value is unknown now. Reasons: "" (its text is no number), "date",
    "negative", "impossible" (more than 100 g in 100 g), "estimate" (in brackets),
    "whole" (it may have lost its decimal sign), "amount" (what it is for has no
    weight). */
struct UnreadCell
{
    std::size_t row;
    std::string name;
    std::string header;
    std::string text;
    std::string why = {};
};

struct ImportedFood
{
    std::size_t row;
    std::vector<ImportCell> cells;       ///< as ImportOutcome::columns; no number is unknown
    std::optional<std::size_t> replaces; ///< a place in what the workbook had
};

/** What the person has to agree to before foods come in: a text "import.ask.ID" and
    what stands in it. */
struct ImportQuestion
{
    std::string id;
    std::string header; ///< the column that it is about; empty for the table
    std::string column; ///< where that goes
    std::vector<std::pair<std::string, std::string>> details; ///< by the text's placeholders
};

/// A food whose energy isn't that of its protein, fat, carbohydrate and alcohol.
struct ImportRemark
{
    std::size_t row;
    std::string name;
    double energy;   ///< kcal, as the table has it
    double computed; ///< kcal
};

struct ImportOutcome
{
    std::vector<std::string> columns; ///< of "My foods" that are filled; "Name" first
    std::vector<ImportedFood> foods;
    std::vector<LeftOutRow> leftOut;
    std::vector<UnreadCell> unread;
    std::size_t traces = 0; ///< cells with "tr", "<0.1" and the like
    std::vector<ImportQuestion> questions;
    std::vector<ImportRemark> remarks;
};

/** Converts a table.

    The columns beside a figure's may say its unit, what it is for and whether it is
    a trace (mappings with "unitColumn", "basis", "kindColumn" as why); columns of
    portions become the foods' portions. Where decimals stayed texts and whole
    numbers became numbers, the table was opened with another decimal sign than its
    own: a whole number far above the column's decimals is unknown then.
    @param mappings one a header; none where no column is the name
    @param present what the workbook has; its rows keep their places
    @param source what the foods' column Source says where the table has none
    @param replace whether a food goes into the row of one of the same name */
ImportOutcome importFoods(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                          const std::vector<OwnFoodNames>& present, const std::string& source,
                          bool replace, const ImportRules& rules);

/// Whether foods can be imported: a column is the name, and one holds figures.
bool isComplete(const std::vector<ColumnMapping>& mappings, const ImportRules& rules);

} // namespace quartet
