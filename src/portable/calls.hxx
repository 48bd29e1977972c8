/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What each of our functions becomes in a portable copy.

#pragma once

#include "nutrition/standards.hxx"
#include "workbook/functions.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/uno/Any.hxx>

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// What a parameter means to the copy.
enum class Role : char
{
    Food = 'F',
    Foods = 'f', ///< a range
    Amount = 'A',
    Amounts = 'a', ///< a range
    Word = 'W',    ///< a nutrient, a unit, a standard: the copy holds for this one
    Number = 'N',  ///< an amount or a level: the copy goes on calculating
    Age = 'g',
    Sex = 's',
    Stage = 'p',
    Medicines = 'm'
};

/// Whose parameters a copy leaves out unless it was asked not to.
bool isAboutPerson(Role role);

/// An argument of one call, as the sheet "Nutrition data" has it.
struct PortableArgument
{
    Role role;
    bool given = false;
    css::uno::Any present; ///< what it holds when the copy is made
    std::string formula;   ///< a cell, or the constant itself
};

/** What a native formula may lean on: the present figures behind a call. */
struct PortableCall
{
    const Standards& standards;
    const Words& words;
    const std::vector<PortableArgument>& arguments;
    /// Figures that the formula needs; each stands in a cell of its own.
    struct Figure
    {
        std::string label;
        double value;
        std::string source;
    };
    std::vector<Figure> figures{};
    /// The cells of these; empty while they are counted.
    std::vector<std::string> figureCells{};

    std::string text(std::size_t argument) const;
    /// The cell of a new figure.
    std::string figure(std::string label, double value, std::string source);
};

struct PortableMethod
{
    std::string name; ///< as in the IDL, lower case
    Portable kind;
    std::string roles; ///< each a Role
    /// For Native: the formula, without "=".
    std::string (*formula)(PortableCall& call);
};

/// @returns nullptr for a function that is none of ours
const PortableMethod* findPortable(std::string_view method);

/// A text as it stands in a formula.
std::string inQuotes(std::string_view text);
/// A number as it stands in a formula of the API.
std::string digits(double number);

} // namespace quartet
