/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help's pages, put together from what stands elsewhere.

#pragma once

#include "compile/markdown.hxx"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct HelpPage
{
    std::string name; ///< of its file, and what links to it say
    std::string title;
    std::string topic; ///< the part of the contents that it stands in
    std::vector<std::string> keywords;
    std::vector<Block> blocks; ///< without its title
};

/** A function as Calc's Function Wizard describes it. */
struct DescribedFunction
{
    struct Parameter
    {
        std::string name;
        std::string description;
    };

    std::string description;
    std::vector<Parameter> parameters;
};

/** The English descriptions in a CalcAddIns.xcu, by function name.
    @throws std::runtime_error where it is no such file */
std::map<std::string, DescribedFunction> describedFunctions(const std::filesystem::path& xcu);

/** What the help is made of. */
struct HelpSources
{
    std::string readme; ///< its table "The functions" says what each gives
    std::map<std::string, DescribedFunction> functions;
    /// CSV: id, topic, keywords, see, and a column for each thing a cell can
    /// show instead of a value: when it does
    std::string table;
    std::map<std::string, std::string> pages; ///< Markdown by name, "index" among them
};

/** The folder holds the pages as *.md and the table as functions.csv.
    @throws std::runtime_error where one can't be read */
HelpSources readHelpSources(const std::filesystem::path& readme, const std::filesystem::path& xcu,
                            const std::filesystem::path& folder);

/** All pages in the order of the contents, the index first.

    A page begins with a heading, its title; a line "Keywords: a; b" follows. A
    line "{{readme: Heading}}" gives way to that section of the README, and
    "{{functions}}" to a list of all functions.

    @param complaints takes what doesn't fit together, each with the place: a
           function that one of the sources doesn't know, arguments that differ,
           a link to nowhere */
std::vector<HelpPage> helpPages(const HelpSources& sources, std::vector<std::string>& complaints);

} // namespace quartet
