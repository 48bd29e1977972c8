/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/functions.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

// parametersOf... and functionTable, written by compile-functions.
#include "workbook/functions.inc"

} // namespace

std::span<const CalcFunction> calcFunctions() { return functionTable; }

const CalcFunction* findCalcFunction(std::string_view method)
{
    const auto found = std::ranges::find(functionTable, method, &CalcFunction::method);
    return found == std::end(functionTable) ? nullptr : &*found;
}

} // namespace quartet
