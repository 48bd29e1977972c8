/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How much the food tables know.

#pragma once

#include "nutrition/data.hxx"

#include <string>
#include <vector>

namespace quartet
{

/** A Markdown table: a row a nutrient, with the number of foods whose value is
    known from a source, assumed, and unknown. */
std::vector<std::string> coverageTable(const Data& data);

/** A Markdown table of vitamin K2 alone: with how many foods a total is known, assumed to be
    zero, estimated, or lies in a range alone, and with how many no one can say anything. */
std::vector<std::string> k2Table(const Data& data);

} // namespace quartet
