/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How the Function Wizard describes our functions.

#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

struct ParameterInfo
{
    std::string name;        ///< as in the IDL
    std::string label;       ///< as the Wizard shows it
    std::string description; ///< in the language of the office
};

struct FunctionInfo
{
    std::string name; ///< as cells show it: "K2MCG"
    std::string description;
    std::vector<ParameterInfo> parameters; ///< that a person gives, in their order
};

/// @param method of the service org.quartet.Nutrition, as in the IDL
FunctionInfo functionInfo(const css::uno::Reference<css::uno::XComponentContext>& context,
                          const rtl::OUString& method);

} // namespace quartet
