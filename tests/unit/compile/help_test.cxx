/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/files.hxx"
#include "compile/help.hxx"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using testing::HasSubstr;

std::set<std::string> filesOf(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

/// What a page is built of, without its words.
std::string shape(const std::string& html)
{
    std::string tags;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1))
        if (const std::string tag = html.substr(at, html.find('>', at) - at + 1);
            tag.find("b>") == std::string::npos)
            tags += tag;
    return tags;
}

} // namespace

TEST(Help, WritesListsTablesAndEmphasis)
{
    const std::string html = htmlOf("# A & B\n\n1. one\n2. **two**\n\n| k | v |\n| --- | --- |\n"
                                    "| `<x>` | y |\n");
    EXPECT_THAT(html, HasSubstr("<h1>A &amp; B</h1>"));
    EXPECT_THAT(html, HasSubstr("<ol><li>one</li>"));
    EXPECT_THAT(html, HasSubstr("<b>two</b>"));
    EXPECT_THAT(html, HasSubstr("<th>k</th>"));
    EXPECT_THAT(html, HasSubstr("<td><code>&lt;x&gt;</code></td>"));
}

TEST(Help, LeadsToEachPage)
{
    const std::vector<HelpPage> pages{ { "day", "# A day\n\ntext\n" }, { "not", "# Not\n" } };
    const std::string html = htmlHelp(pages, "en");
    EXPECT_THAT(html, HasSubstr("<a href=\"#day\">A day</a>"));
    EXPECT_THAT(html, HasSubstr("<a name=\"not\"></a><h1>Not</h1>"));
    EXPECT_EQ(plainHelp(pages), "\fday\nA day\n\ntext\n\n\fnot\nNot\n\n");
    EXPECT_THROW(titleOf({ "bare", "no heading\n" }), std::runtime_error);
}

TEST(Help, HasTheSamePagesOfTheSameShapeInEachLanguage)
{
    const fs::path help = HELP;
    for (const char* const language : { "de", "fr", "es", "ja" })
    {
        EXPECT_EQ(filesOf(help / "en"), filesOf(help / language)) << language;
        for (const std::string& file : filesOf(help / "en"))
            EXPECT_EQ(shape(htmlOf(readFile(help / "en" / file))),
                      shape(htmlOf(readFile(help / language / file))))
                << language << "/" << file;
    }
}

} // namespace quartet
