/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food tables, checked, and with what the rules say of foods that no one
// has measured.

#pragma once

#include "compile/tables.hxx"
#include "nutrition/data.hxx"

#include <memory>
#include <string>
#include <vector>

namespace quartet
{

struct EstimatedFoods
{
    std::shared_ptr<const Data> data;   ///< as the office reads it
    std::vector<std::string> estimates; ///< a Markdown table: how good the rules are
    std::vector<Damage> damages;        ///< what is wrong beside the data's own damages
};

/** Reads the foods, gives the dishes the figures of their recipes, estimates the foods' vitamin
    K2 and adds all of it to the rows of the source; and holds each K2 figure of a food against the
   table of published ones. */
EstimatedFoods estimateFoods(TableSource& source);

} // namespace quartet
