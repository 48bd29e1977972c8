/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A tracker's diary as a plan: what was eaten when, by foods that the workbook knows.

#pragma once

#include "labels/import_reading.hxx"

#include <functional>
#include <string>
#include <vector>

namespace quartet
{

struct DiaryEntry
{
    std::string date;
    std::string meal;   ///< may be empty
    std::string food;   ///< as the diary calls it
    std::string amount; ///< "158 g"; empty where the diary says none
};

/** An entry that is no row of the plan. Reasons: "food" (no food has this name),
    "amount" (it is no amount of this food). */
struct MissedEntry
{
    DiaryEntry entry;
    std::string why;
    std::string perhaps; ///< a food that may be meant; may be empty
};

struct DiaryPlan
{
    std::vector<DiaryEntry> entries; ///< in the diary's order
    std::vector<MissedEntry> missed;
};

/** Takes what a diary says of each day.
    @param find a food by its exact name or another name of it; nullptr where there is none
    @param guess the name of a food that may be meant; empty where none is near */
DiaryPlan planOfDiary(const ImportReading& reading, const ImportRules& rules,
                      const std::function<const Food*(const std::string&)>& find,
                      const std::function<std::string(const std::string&)>& guess);

} // namespace quartet
