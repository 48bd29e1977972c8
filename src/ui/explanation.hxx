/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A call of one of our functions, in sentences.

#pragma once

#include "workbook/formula.hxx"
#include "workbook/functions.hxx"
#include "workbook/words.hxx"
#include "workbook/workbook_foods.hxx"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

struct CallArgument
{
    ParameterRole role;             ///< what the argument is
    std::string label;              ///< as the Function Wizard shows it
    std::string description;        ///< the Wizard's
    std::optional<Present> present; ///< nothing where it was left out
};

struct FunctionCall
{
    const CalcFunction& function;
    std::string description; ///< the Function Wizard's
    std::vector<CallArgument> arguments;
    std::string target;            ///< whose target it is held against, as INTAKE_SOURCE says
    std::optional<Present> result; ///< where the call is a part of the formula
};

/// What is published of a food's vitamin K2, by the food's id.
using PublishedFigures = std::function<std::vector<K2Figure>(const std::string& food)>;

/** What the function does, what each argument is now, which food it names,
    which figure was used, where that is from and how sure it is; of vitamin K2
    also each published figure. */
std::string explainCall(const Words& words, WorkbookFoods& foods, const FunctionCall& call,
                        const PublishedFigures& published);

/// @param error Calc's number of the error that the cell shows; 0 for none
std::string explainResult(const Words& words, const std::string& formula, const std::string& shown,
                          sal_Int32 error);

} // namespace quartet
