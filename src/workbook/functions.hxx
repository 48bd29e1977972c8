/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the program knows of each of our functions: registry/functions.csv and
// parameters.csv, as the build found them. No text for people stands here.

#pragma once

#include <span>
#include <string_view>

namespace quartet
{

/// What a parameter is. The words of the column "role" name these.
enum class ParameterRole
{
    Food,
    Foods, ///< a range
    Amount,
    Amounts, ///< a range
    Nutrient,
    Form, ///< of vitamin K2
    Standard,
    Kind, ///< of a reference intake
    Unit,
    Group,
    Language,
    Text, ///< to search for
    Rank,
    Source,
    Word,   ///< one of a few
    Number, ///< a day's intake, a score
    Level,  ///< of 25(OH)D
    Cells,  ///< read where they stand
    Age,
    Sex,
    Stage,
    Medicines
};

struct CalcParameter
{
    std::string_view name; ///< as in the IDL
    ParameterRole role;
    bool optional;
    /// Whether a portable copy goes on reading it; else the copy holds while it is the same.
    bool follows;
};

/// What "Explain this cell" says beside the arguments.
enum class Explained
{
    Arguments,    ///< nothing
    Foods,        ///< the food or foods, and their figures
    Target,       ///< whose target the amount is held against
    BalanceTarget ///< the same, as the balance takes it: no age of 0
};

/// What a call becomes in a portable copy.
enum class Portable
{
    Food,     ///< a figure of one food in one amount
    Range,    ///< a total over foods and amounts
    Missing,  ///< the names of foods
    List,     ///< a column of values
    Native,   ///< a formula over figures
    Fixed,    ///< a value that holds while its words are the same
    Sentence, ///< a text that holds while all its arguments are the same
    Kept      ///< the value that it has now
};

struct CalcFunction
{
    std::string_view method; ///< as in the IDL
    std::string_view name;   ///< as cells show it
    Explained explained;
    std::string_view nutrient; ///< the tagname of the only one it is about; mostly empty
    Portable copy;
    /// That a person gives: the document, which Calc gives, is none of them.
    std::span<const CalcParameter> parameters;
};

std::span<const CalcFunction> calcFunctions();

/// @returns nullptr where it is none of ours
const CalcFunction* findCalcFunction(std::string_view method);

} // namespace quartet
