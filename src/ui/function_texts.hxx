/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How the Function Wizard describes our functions.

#pragma once

#include "workbook/functions.hxx"

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

struct ParameterTexts
{
    std::string label;       ///< the parameter's name as the Wizard shows it
    std::string description; ///< in the language of the office
};

struct FunctionTexts
{
    std::string description;
    std::vector<ParameterTexts> parameters; ///< in their order
};

FunctionTexts functionTexts(const css::uno::Reference<css::uno::XComponentContext>& context,
                            const CalcFunction& function);

} // namespace quartet
