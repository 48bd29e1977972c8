/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The parts of the bench. Each prints its table and adds its bars.

#pragma once

#include "report.hxx"
#include "workbook.hxx"

namespace quartet::bench
{

/// 20,000 cells with one call each.
void measureCells(Workbook& workbook, const Foods& foods, std::vector<Bar>& bars);

/// One call over 10,000, 100,000 and 1,000,000 rows.
void measureRanges(Workbook& workbook, const Foods& foods, std::vector<Bar>& bars);

/// Cells in a workbook that has 8,000 foods of its own.
void measureOwnFoods(const Office& office, const Foods& foods);

/// Portable copies of a long table, step by step.
void measureCopies(const Office& office, const Foods& foods, std::vector<Bar>& bars);

/// The first call in a fresh office.
void measureFirstCall(const Profile& profile, const std::string& food, std::vector<Bar>& bars);

/// The food picker in an office with windows.
void measureKeystrokes(const Profile& profile, std::vector<Bar>& bars);

/// The office's start with and without the extension.
void measureStart(std::vector<Bar>& bars);

} // namespace quartet::bench
