/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// As much of Calc as a case needs that asks one of our functions: arguments reach
// the add-in as Calc hands them over, with no office about.

#pragma once

#include "calc/addin.hxx"
#include "case_file.hxx"

#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/** What a case's call shows.
    @returns nothing where it needs a real Calc: other functions of it, a sheet of
             own foods, whole columns */
std::optional<Shown> showWithoutOffice(Nutrition& addIn, const Case& each);

/// The functions that it can call, by the names that Calc shows.
std::vector<std::string> callableFunctions();

} // namespace quartet
