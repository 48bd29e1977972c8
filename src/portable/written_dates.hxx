/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A date in the ways in which people write it.

#pragma once

#include "portable/cells.hxx"

#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/// Whether a cell shows its number as a date.
bool showsDate(const Cells& cells, const Place& place);

/// The date that a text is, as Calc understands what is typed; nothing for another text.
std::optional<double> typedDate(const Cells& cells, const Place& scratch, const std::string& text);

/// @param scratch a cell that may be written to, and is empty then
std::vector<std::string> writtenDates(const Cells& cells, const Place& scratch, double date);

} // namespace quartet
