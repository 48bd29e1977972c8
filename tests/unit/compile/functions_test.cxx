/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The table of functions, and the places that a new function must not be forgotten in.

#include "compile/files.hxx"
#include "compile/function_table.hxx"
#include "compile/tables.hxx"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <sstream>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

const fs::path root = SOURCE_FOLDER;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The real table.
const std::vector<FunctionEntry>& functions()
{
    static const std::vector<FunctionEntry> all = [] {
        std::vector<std::string> complaints;
        std::vector<Damage> damages;
        const TableSource registry(root / "registry", complaints);
        auto read = readFunctions(registry.tables("Build"), damages);
        EXPECT_THAT(complaints, IsEmpty());
        for (const Damage& damage : damages)
            ADD_FAILURE() << registry.complaint(damage);
        return read;
    }();
    return all;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// The formulas of all cases, a line each.
std::string calledInCases()
{
    std::string all;
    for (const auto& entry : fs::directory_iterator(root / "tests/cases"))
    {
        std::istringstream cases(readFile(entry.path()));
        for (std::string line; std::getline(cases, line);)
            if (line.starts_with("call "))
                all += line + "\n";
    }
    return all;
}

/// A parameter as an IDL file declares it.
struct Declared
{
    std::string type;
    std::string name;
};

/// The methods of an interface; the document, which Calc gives, is left out.
std::vector<std::pair<std::string, std::vector<Declared>>> declared(const std::string& interface)
{
    static const std::regex comment(R"(/\*[^*]*\*+([^/*][^*]*\*+)*/)");
    static const std::regex method(R"((\w+)\s*\(([^)]*)\)\s*;)");
    static const std::regex parameter(R"(\[in\]\s*([^;\[\]]*[\w>])\s+(\w+)\s*(,|$))");
    const std::string text =
        std::regex_replace(readFile(root / "idl/org/quartet" / (interface + ".idl")), comment, "");
    std::vector<std::pair<std::string, std::vector<Declared>>> methods;
    for (std::sregex_iterator each(text.begin(), text.end(), method), end; each != end; ++each)
    {
        auto& parameters = methods.emplace_back((*each)[1], std::vector<Declared>()).second;
        const std::string list = (*each)[2];
        for (std::sregex_iterator one(list.begin(), list.end(), parameter); one != end; ++one)
            if ((*one)[1] != "com::sun::star::beans::XPropertySet")
                parameters.push_back({ (*one)[1], (*one)[2] });
    }
    return methods;
}

Row functionRow(Row::Fields fields = {})
{
    Row::Fields whole{
        { "name", "ONE_MORE" }, { "interface", "XOne" },
        { "topic", "Foods" },   { "description", "One. Example: ONE_MORE(A2) gives 1." },
        { "gives", "one" },     { "example", "=ONE_MORE(A2)" },
        { "shows", "1" },       { "explain", "foods" },
        { "copy", "kept" }
    };
    for (auto& [field, text] : fields)
        whole[field] = text;
    return { "oneMore", whole };
}

Row parameterRow(const std::string& id, const std::string& role, const std::string& leftOut = {})
{
    Row::Fields fields{
        { "name", id }, { "role", role }, { "copy", "holds" }, { "description", "It." }
    };
    if (!leftOut.empty())
        fields["default"] = leftOut;
    return { "oneMore." + id, fields };
}

/// "field: reason" of all that is refused.
std::vector<std::string> refused(const std::vector<Row>& rows, const std::vector<Row>& parameters)
{
    std::vector<Damage> damages;
    readFunctions({ { "functions", rows }, { "parameters", parameters } }, damages);
    std::vector<std::string> all;
    for (const Damage& damage : damages)
        all.push_back(damage.field + ": " + damage.reason);
    return all;
}

} // namespace

TEST(Functions, ARowThatFitsIsRead)
{
    EXPECT_THAT(refused({ functionRow() }, { parameterRow("food", "food") }), IsEmpty());
}

TEST(Functions, WhatDoesNotFitIsRefused)
{
    const Row food = parameterRow("food", "food");
    EXPECT_THAT(refused({ functionRow({ { "copy", "somehow" } }) }, {}),
                ElementsAre("copy: \"somehow\" is none of its words"));
    EXPECT_THAT(refused({ functionRow({ { "name", "ANOTHER" } }) }, {}),
                ElementsAre("name: is not the id in capitals"));
    EXPECT_THAT(refused({ functionRow({ { "description", "One." } }) }, {}),
                ElementsAre("description: has no \"Example: \" with ONE_MORE("));
    EXPECT_THAT(refused({ functionRow() }, {}),
                ElementsAre("explain: \"foods\" goes with a food among the arguments"));
    EXPECT_THAT(refused({ functionRow() },
                        { parameterRow("food", "food", "any"), parameterRow("text", "text") }),
                ElementsAre("default: what may be left out stands behind what may not"));
    EXPECT_THAT(refused({ functionRow() }, { food, parameterRow("age", "number") }),
                ElementsAre("role: \"age\" is \"age\" in every function"));
    EXPECT_THAT(refused({ functionRow() }, { food, parameterRow("form", "shape") }),
                ElementsAre("role: \"shape\" is none of its words"));
    EXPECT_THAT(refused({}, { food }), ElementsAre("id: \"oneMore\" is no function"));
}

TEST(Functions, TheIdlDeclaresThemAlike)
{
    std::vector<std::string> interfaces;
    for (const FunctionEntry& function : functions())
        if (std::ranges::find(interfaces, function.interface) == interfaces.end())
            interfaces.push_back(function.interface);
    const std::string service = readFile(root / "idl/org/quartet/XNutrition.idl");
    std::size_t count = 0;
    for (const std::string& interface : interfaces)
    {
        EXPECT_THAT(service, HasSubstr("interface " + interface + ";"));
        for (const auto& [method, parameters] : declared(interface))
        {
            SCOPED_TRACE(interface + "::" + method);
            ++count;
            const auto function = std::ranges::find(functions(), method, &FunctionEntry::method);
            ASSERT_NE(function, functions().end()) << "not in registry/functions.csv";
            EXPECT_EQ(function->interface, interface);
            ASSERT_EQ(function->parameters.size(), parameters.size())
                << "not as many in registry/parameters.csv";
            for (std::size_t i = 0; i < parameters.size(); ++i)
            {
                const ParameterEntry& parameter = function->parameters[i];
                EXPECT_EQ(parameter.id, parameters[i].name);
                // Calc makes an error of any other type that is left out.
                EXPECT_TRUE(!parameter.optional() || parameters[i].type == "any") << parameter.id;
            }
        }
    }
    EXPECT_EQ(count, functions().size()) << "a function that no interface declares";
}

TEST(Functions, TheReadmeHasTheirRows)
{
    static const std::regex row(R"(^\| `[A-Z0-9_]+\()");
    std::vector<std::string> there;
    std::istringstream readme(readFile(README));
    for (std::string line; std::getline(readme, line);)
        if (std::regex_search(line, row))
            there.push_back(line);
    std::vector<std::string> here;
    std::string paste;
    for (const FunctionEntry& function : functions())
    {
        here.push_back(readmeRow(function));
        paste += here.back() + "\n";
    }
    EXPECT_TRUE(here == there) << "paste these rows into the README's table of functions:\n"
                               << paste;
}

TEST(Functions, EachHasASpreadsheetAndCases)
{
    const std::string called = calledInCases();
    for (const FunctionEntry& function : functions())
    {
        EXPECT_TRUE(fs::exists(root / "tests/sheets" / (lower(function.name) + ".fods")))
            << "tests/sheets has no spreadsheet of " << function.name;
        EXPECT_TRUE(std::regex_search(called, std::regex("\\b" + function.name + "\\(")))
            << "tests/cases has no case of " << function.name;
    }
}

} // namespace quartet
