/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/function_table.hxx"

#include "compile/xml.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <ostream>

namespace quartet
{

namespace
{

/// Cells show one of these instead of a value; each is a column.
constexpr std::array insteads{ "nothing", "#N/A", "#DIV/0!", "Err:502", "Err:504" };

// As src/workbook/functions.hxx has them.
constexpr std::array roles{ "food", "foods",    "amount", "amounts",  "nutrient", "form",
                            "kind", "standard", "unit",   "group",    "language", "text",
                            "rank", "source",   "word",   "number",   "level",    "cells",
                            "age",  "sex",      "stage",  "medicines" };
constexpr std::array copies{ "food",   "range", "missing",  "list",
                             "native", "fixed", "sentence", "kept" };
constexpr std::array explanations{ "arguments", "foods", "target", "balance target" };

/// Parameters of these names are what their name says, in every function: a portable
/// copy leaves a person's age out because its role is "age".
constexpr std::array namedRoles{ std::pair("food", "food"),
                                 std::pair("foods", "foods"),
                                 std::pair("amounts", "amounts"),
                                 std::pair("nutrient", "nutrient"),
                                 std::pair("standard", "standard"),
                                 std::pair("unit", "unit"),
                                 std::pair("group", "group"),
                                 std::pair("language", "language"),
                                 std::pair("age", "age"),
                                 std::pair("sex", "sex"),
                                 std::pair("stage", "stage"),
                                 std::pair("medicine", "medicines"),
                                 std::pair("medicines", "medicines") };

std::string required(const Row& row, std::string_view field)
{
    return std::string(row.requiredText(field));
}

template <typename Words>
std::string oneOf(const Row& row, std::string_view field, const Words& words)
{
    std::string word = required(row, field);
    if (std::ranges::find(words, word) == words.end())
        throw BadRow(std::string(field), "\"" + word + "\" is none of its words");
    return word;
}

std::vector<std::string> pieces(std::string_view text)
{
    std::vector<std::string> all;
    for (const std::string_view piece : split(text, ";"))
        if (!trim(piece).empty())
            all.emplace_back(trim(piece));
    return all;
}

ParameterEntry readParameter(const Row& row)
{
    const std::size_t point = row.id().find('.');
    if (point == std::string::npos)
        throw BadRow("id", "is not \"method.name\"");
    ParameterEntry entry{ row.id().substr(0, point),
                          row.id().substr(point + 1),
                          required(row, "name"),
                          oneOf(row, "role", roles),
                          oneOf(row, "copy", std::array{ "follows", "holds" }),
                          std::string(row.text("default")),
                          required(row, "description") };
    for (const auto& [name, role] : namedRoles)
        if (entry.id == name && entry.role != role)
            throw BadRow("role", "\"" + entry.id + "\" is \"" + role + "\" in every function");
    return entry;
}

FunctionEntry readFunction(const Row& row)
{
    FunctionEntry entry{ row.id(),
                         required(row, "name"),
                         required(row, "interface"),
                         required(row, "topic"),
                         required(row, "description"),
                         required(row, "gives"),
                         required(row, "example"),
                         required(row, "shows"),
                         pieces(row.text("keywords")),
                         pieces(row.text("see")),
                         {},
                         oneOf(row, "explain", explanations),
                         std::string(row.text("nutrient")),
                         oneOf(row, "copy", copies),
                         {} };
    for (const char* const instead : insteads)
        entry.instead.emplace_back(instead, row.text(instead));
    // "VITD_STATUS" is vitdStatus: documents hold the one, people type the other.
    std::string spelled = entry.name;
    std::erase(spelled, '_');
    if (fold(spelled) != fold(entry.method))
        throw BadRow("name", "is not the id in capitals");
    const std::size_t example = entry.description.find("Example: ");
    if (example == std::string::npos
        || entry.description.find(entry.name + "(", example) == std::string::npos)
        throw BadRow("description", "has no \"Example: \" with " + entry.name + "(");
    if (!entry.example.starts_with('=')
        || entry.example.find(entry.name + "(") == std::string::npos)
        throw BadRow("example", "is no formula with this function");
    return entry;
}

bool has(const FunctionEntry& function, std::initializer_list<std::string_view> wanted)
{
    return std::ranges::any_of(function.parameters, [&](const ParameterEntry& each) {
        return std::ranges::find(wanted, each.role) != wanted.end();
    });
}

/// What is wrong with a function and its parameters together: a field and why.
std::optional<std::pair<const char*, const char*>> misfit(const FunctionEntry& function)
{
    const auto& parameters = function.parameters;
    if (!std::ranges::is_sorted(parameters, {}, &ParameterEntry::optional))
        return std::pair("default", "what may be left out stands behind what may not");
    if (has(function, { "food", "foods" }) != (function.explain == "foods"))
        return std::pair("explain", "\"foods\" goes with a food among the arguments");
    if (function.explain.ends_with("target")
        && !(has(function, { "nutrient" }) && has(function, { "age" })))
        return std::pair("explain", "a target needs a nutrient and an age");
    if (function.copy == "food" && !has(function, { "food" }))
        return std::pair("copy", "\"food\" goes with a food among the arguments");
    if ((function.copy == "range" || function.copy == "missing") && !has(function, { "foods" }))
        return std::pair("copy", "goes with foods among the arguments");
    return std::nullopt;
}

/// "balance target" as C++ has it: "BalanceTarget".
std::string enumerator(std::string_view word)
{
    std::string name;
    bool capital = true;
    for (const char c : word)
    {
        if (c != ' ')
            name += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        capital = c == ' ';
    }
    return name;
}

void writeProperty(std::ostream& out, const char* name, std::string_view text, bool translated)
{
    out << "<prop oor:name=\"" << name << "\"><value" << (translated ? " xml:lang=\"en-US\"" : "")
        << '>' << escapeXml(text) << "</value></prop>\n";
}

} // namespace

std::string FunctionEntry::signature() const
{
    std::string text = name + "(";
    for (const ParameterEntry& parameter : parameters)
        text += (&parameter == &parameters.front() ? "" : "; ")
                + (parameter.optional() ? "[" + parameter.name + "]" : parameter.name);
    return text + ")";
}

std::vector<FunctionEntry> readFunctions(const Tables& tables, std::vector<Damage>& damages)
{
    std::vector<FunctionEntry> functions;
    readRows("functions",
             { "name", "interface", "topic", "description", "gives", "example", "shows", "keywords",
               "see", "nothing", "#N/A", "#DIV/0!", "Err:502", "Err:504", "explain", "nutrient",
               "copy" },
             tableRows(tables, "functions"), damages,
             [&](const Row& row) { functions.push_back(readFunction(row)); });
    readRows("parameters", { "name", "role", "copy", "default", "description" },
             tableRows(tables, "parameters"), damages, [&](const Row& row) {
                 ParameterEntry parameter = readParameter(row);
                 const auto function =
                     std::ranges::find(functions, parameter.method, &FunctionEntry::method);
                 if (function == functions.end())
                     throw BadRow("id", "\"" + parameter.method + "\" is no function");
                 function->parameters.push_back(std::move(parameter));
             });
    for (const FunctionEntry& function : functions)
        if (const auto wrong = misfit(function))
            damages.push_back(
                { "functions", function.method, function.name, wrong->first, wrong->second });
    return functions;
}

void writeWizard(const std::vector<FunctionEntry>& functions, std::ostream& out)
{
    out << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"
                    oor:name="CalcAddIns" oor:package="org.openoffice.Office">
<node oor:name="AddInInfo"><node oor:name="org.quartet.Nutrition" oor:op="replace">
<node oor:name="AddInFunctions">
)";
    for (const FunctionEntry& function : functions)
    {
        out << "<node oor:name=\"" << function.method << "\" oor:op=\"replace\">\n";
        writeProperty(out, "DisplayName", function.name, true);
        writeProperty(out, "Description", function.description, true);
        // Calc allows no category of our own.
        writeProperty(out, "Category", "Add-In", false);
        // In English the same as DisplayName, or the name fails where people use English
        // function names.
        writeProperty(out, "CompatibilityName", function.name, true);
        out << "<node oor:name=\"Parameters\">\n";
        for (const ParameterEntry& parameter : function.parameters)
        {
            out << "<node oor:name=\"" << parameter.id << "\" oor:op=\"replace\">\n";
            writeProperty(out, "DisplayName", parameter.name, true);
            writeProperty(out, "Description", parameter.description, true);
            out << "</node>\n";
        }
        out << "</node>\n</node>\n";
    }
    out << "</node>\n</node></node>\n</oor:component-data>\n";
}

void writeProgram(const std::vector<FunctionEntry>& functions, std::ostream& out)
{
    const auto flag = [](bool is) { return is ? "true" : "false"; };
    for (const FunctionEntry& function : functions)
    {
        if (function.parameters.empty())
            continue;
        out << "constexpr CalcParameter parametersOf" << function.name << "[]{\n";
        for (const ParameterEntry& parameter : function.parameters)
            out << "    { \"" << parameter.id << "\", ParameterRole::" << enumerator(parameter.role)
                << ", " << flag(parameter.optional()) << ", " << flag(parameter.copy == "follows")
                << " },\n";
        out << "};\n";
    }
    out << "constexpr CalcFunction functionTable[]{\n";
    for (const FunctionEntry& function : functions)
        out << "    { \"" << function.method << "\", \"" << function.name
            << "\", Explained::" << enumerator(function.explain) << ", \"" << function.nutrient
            << "\", Portable::" << enumerator(function.copy) << ", "
            << (function.parameters.empty() ? "{}" : "parametersOf" + function.name) << " },\n";
    out << "};\n";
}

std::string readmeRow(const FunctionEntry& function)
{
    return "| `" + function.signature() + "` | " + function.gives + " | `" + function.example
           + "` | " + function.shows + " |";
}

} // namespace quartet
