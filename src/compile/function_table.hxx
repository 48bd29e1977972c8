/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The table of functions: what the Function Wizard, the README, the help, Explain
// and the portable copy know of each.

#pragma once

#include "nutrition/row.hxx"

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace quartet
{

/** A row of parameters.csv. Its id is "method.name". */
struct ParameterEntry
{
    std::string method;
    std::string id;      ///< as in the IDL
    std::string name;    ///< as the Wizard shows it
    std::string role;    ///< what it is: "food", "age"; see workbook/functions.hxx
    std::string copy;    ///< what a portable copy does with it: "follows" or "holds"
    std::string leftOut; ///< what holds when it is left out; empty where it can't be
    std::string description;

    bool optional() const { return !leftOut.empty(); }
};

/** A row of functions.csv, and its parameters in their order. */
struct FunctionEntry
{
    std::string method;      ///< as in the IDL
    std::string name;        ///< as cells show it
    std::string interface;   ///< that declares it: "XFoods"
    std::string topic;       ///< of the help
    std::string description; ///< in the Wizard, with an example
    std::string gives;       ///< in the README and the help, in Markdown
    std::string example;     ///< a formula over the cells that the README tells
    std::string shows;       ///< what the example's cell shows
    std::vector<std::string> keywords;
    std::vector<std::string> see; ///< other pages of the help
    /// What a cell can show instead of a value, and when it does.
    std::vector<std::pair<std::string, std::string>> instead;
    std::string explain;  ///< what Explain adds: "arguments", "foods", "target", "balance target"
    std::string nutrient; ///< the only one that it is about; mostly empty
    std::string copy;     ///< what it becomes in a portable copy: "food", "native"
    std::vector<ParameterEntry> parameters;

    /// "K2MCG(food; amount; [form])"
    std::string signature() const;
};

/** The functions in the order of the table.
    @param tables with "functions" and "parameters"
    @param damages takes the rows that don't fit together */
std::vector<FunctionEntry> readFunctions(const Tables& tables, std::vector<Damage>& damages);

/// What the Function Wizard shows, in English (CalcAddIns.xcu).
void writeWizard(const std::vector<FunctionEntry>& functions, std::ostream& out);

/// The same table for the program (functions.inc).
void writeProgram(const std::vector<FunctionEntry>& functions, std::ostream& out);

/// The row of the README's table.
std::string readmeRow(const FunctionEntry& function);

} // namespace quartet
