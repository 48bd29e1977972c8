/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help's pages, put together from what stands elsewhere.

#pragma once

#include "compile/function_table.hxx"
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

/** What the help is made of. */
struct HelpSources
{
    std::string readme;
    std::vector<FunctionEntry> functions;
    std::map<std::string, std::string> pages; ///< Markdown by name, "index" among them
};

/** @param folder holds the pages as *.md
    @throws std::runtime_error where one can't be read, or the table of functions is wrong */
HelpSources readHelpSources(const std::filesystem::path& readme,
                            const std::filesystem::path& registry,
                            const std::filesystem::path& folder);

/** All pages in the order of the contents, the index first.

    A page begins with a heading, its title; a line "Keywords: a; b" follows. A
    line "{{readme: Heading}}" gives way to that section of the README, and
    "{{functions}}" to a list of all functions.

    @param complaints takes what doesn't fit together, each with the place: a link to
           nowhere, a title that no sheet can have */
std::vector<HelpPage> helpPages(const HelpSources& sources, std::vector<std::string>& complaints);

} // namespace quartet
