/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What each of our functions becomes in a portable copy.

#pragma once

#include "nutrition/standards.hxx"
#include "portable/forms.hxx"
#include "portable/roles.hxx"
#include "workbook/functions.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/uno/Any.hxx>

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// An argument of one call.
struct PortableArgument
{
    Role role;
    bool given = false;
    css::uno::Any present; ///< what it holds when the copy is made
    std::string formula;   ///< what stands for it, or the constant itself
};

/** What a native formula may lean on: the present figures behind a call. */
struct PortableCall
{
    const Standards& standards;
    const Words& words;
    DataTables& tables;
    const std::vector<PortableArgument>& arguments;

    std::string text(std::size_t argument) const;
    /// A figure of the sheet of data, as it stands in a formula.
    std::string figure(std::string label, double value, std::string source) const;
};

struct PortableMethod
{
    std::string name;           ///< as in the IDL, lower case
    std::string_view shownName; ///< as cells show it
    Portable kind;
    std::string roles; ///< each a Role
    /// For Native: the formula, without "=".
    std::string (*formula)(PortableCall& call);
};

/// @returns nullptr for a function that is none of ours
const PortableMethod* findPortable(std::string_view method);

} // namespace quartet
