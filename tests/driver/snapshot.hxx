/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a document has, line by line, to hold two of them against each other.

#pragma once

#include "spreadsheet.hxx"

#include <set>
#include <string>

namespace quartet
{

/** All sheets of a document. Each line begins with the name of its sheet. */
struct Snapshot
{
    std::set<std::string> texts;    ///< what each cell shows
    std::set<std::string> choices;  ///< each cell that checks what is typed: how, and against what
    std::set<std::string> formats;  ///< conditional ones: where, when, in which colours
    std::set<std::string> charts;   ///< the title and the numbers of each
    std::set<std::string> pictures; ///< the alternative text of each chart
};

Snapshot snapshot(const Spreadsheet& document);

} // namespace quartet
