/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What an import says: where a column goes, what comes in and what stays behind.

#pragma once

#include "labels/import_reading.hxx"
#include "workbook/import_source.hxx"
#include "workbook/words.hxx"

#include <string>
#include <vector>

namespace quartet
{

/// A column of "My foods" as people read it: "Calcium", "Name".
std::string importColumnName(const Words& words, const std::string& column);

/// A column's line: "calcium_mg → Calcium (mg per 100 g)".
std::string importColumnLine(const Words& words, const ImportSource& source,
                             const ImportReading& reading, std::size_t place);

/// The unit of a column: "mg per 100 g".
std::string importUnit(const Words& words, const ColumnMapping& mapping);

/// How many foods come in, and how many rows and cells stay behind for which reason.
std::string importSummary(const Words& words, const ImportOutcome& outcome, std::size_t rows);

/// The first foods as they come in, a line each: "Gouda: Energy 356 kcal, Calcium 700 mg".
std::string importPreview(const Words& words, const ImportRules& rules,
                          const ImportOutcome& outcome);

/// What the person has to agree to, a line each; empty where nothing is asked.
std::string importQuestions(const Words& words, const ImportOutcome& outcome);

/** After an import: that, and every row, cell and column that stayed behind.
    @param workbook its title
    @param refused columns that couldn't be written */
std::string importReport(const Words& words, const ImportSource& source,
                         const ImportReading& reading, const ImportOutcome& outcome,
                         const std::vector<std::string>& refused, const std::string& workbook);

} // namespace quartet
