/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/help_writer.hxx"
#include "compile/xml.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// One function and an index page, which fit together.
HelpSources small()
{
    FunctionEntry one;
    one.name = "ONE";
    one.topic = "Foods";
    one.description = "The vitamin. Example: ONE(A2) gives 36.";
    one.gives = "vitamin K2 in `µg`";
    one.example = "=ONE(A2)";
    one.shows = "36";
    one.keywords = { "vitamin K2" };
    one.see = { "not" };
    one.instead = { { "nothing", "no food" }, { "#N/A", "" } };
    one.parameters = { { "one", "food", "food", "food", "follows", "", "Its name." },
                       { "one", "form", "form", "word", "holds", "all", "\"all\" <or> less." } };
    return { "# Q\n\n## The functions\n\nIn the examples A2 holds Gouda.\n\n"
             "| function | gives | example | shows |\n| --- | --- | --- | --- |\n"
             "| `ONE(food; [form])` | vitamin K2 in µg | `=ONE(A2)` | 36 |\n\n"
             "## What it is not\n\nNo advice & no dose.\n",
             { one },
             { { "index", "# Contents\n\nKeywords: a; b\n\n{{functions}}\n" },
               { "not", "# What it is not\n\n{{readme: What it is not}}\n\n- [back](index)\n" } } };
}

std::vector<std::string> complaints(const HelpSources& sources)
{
    std::vector<std::string> all;
    helpPages(sources, all);
    return all;
}

HelpPage page(const HelpSources& sources, const std::string& name)
{
    std::vector<std::string> all;
    const auto pages = helpPages(sources, all);
    return *std::find_if(pages.begin(), pages.end(),
                         [&name](const HelpPage& each) { return each.name == name; });
}

std::string handbook(const HelpSources& sources)
{
    std::vector<std::string> none;
    std::ostringstream out;
    writeHandbook(helpPages(sources, none), out);
    return out.str();
}

} // namespace

TEST(Markdown, KnowsItsParts)
{
    const auto blocks = parseMarkdown("# A\n\none\ntwo `a|b` **c** [d](e)\n\n- item\n  more\n\n"
                                      "![no](p.png)\n\n    code\n    more\n\n"
                                      "| h | i |\n| --- | --- |\n| `x` | *z* |\n");
    ASSERT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks[0].level, 1);
    EXPECT_EQ(plain(blocks[1].text), "one two a|b c d");
    EXPECT_EQ(blocks[1].text[1].kind, Span::Kind::Code);
    EXPECT_EQ(blocks[1].text[5].target, "e");
    EXPECT_EQ(blocks[2].kind, Block::Kind::Item);
    EXPECT_EQ(plain(blocks[2].text), "item more");
    EXPECT_EQ(plain(blocks[3].text), "code\nmore");
    ASSERT_EQ(blocks[4].rows.size(), 2U);
    EXPECT_EQ(blocks[4].rows[1][0][0].kind, Span::Kind::Code);
    EXPECT_EQ(plain(blocks[4].rows[1][1]), "z");
}

TEST(Markdown, ASectionEndsAtTheNextHeadingOfItsLevel)
{
    const auto blocks = parseMarkdown("## A\n\none\n\n### B\n\ntwo\n\n## C\n\nthree\n");
    EXPECT_EQ(section(blocks, "A").size(), 3U);
    EXPECT_THROW(section(blocks, "D"), std::runtime_error);
}

TEST(Help, SourcesThatFitTogetherGiveNoComplaint) { EXPECT_THAT(complaints(small()), IsEmpty()); }

TEST(Help, ALinkToNowhereIsRefused)
{
    HelpSources sources = small();
    sources.pages["not"] += "\n[there](nowhere)\n";
    sources.functions.front().see = { "elsewhere" };
    EXPECT_THAT(complaints(sources),
                testing::UnorderedElementsAre("help page ONE: there is no page elsewhere",
                                              "help page not: there is no page nowhere"));
}

TEST(Help, ATitleThatNoSheetCanHaveIsRefused)
{
    HelpSources sources = small();
    boost::replace_all(sources.pages["index"], "Contents", "Q: contents");
    EXPECT_THAT(complaints(sources),
                ElementsAre("help page index: its title can't be the name of a sheet"));
}

TEST(Help, AFunctionsPageSaysAllOfIt)
{
    EXPECT_THAT(page(small(), "ONE").keywords, ElementsAre("ONE", "vitamin K2"));
    EXPECT_THAT(handbook(small()),
                AllOf(HasSubstr("The vitamin."), Not(HasSubstr("gives 36.")),
                      HasSubstr("=ONE(food; [form])"), HasSubstr("Vitamin K2 in"),
                      HasSubstr("</text:span> (may be left out)"), HasSubstr("&lt;or&gt;"),
                      HasSubstr("=ONE(A2)"), HasSubstr("In the examples A2 holds Gouda."),
                      HasSubstr("no food"), Not(HasSubstr("#N/A"))));
}

TEST(Help, APageTakesSectionsOfTheReadme)
{
    EXPECT_THAT(handbook(small()), HasSubstr("No advice &amp; no dose."));
    EXPECT_THAT(page(small(), "index").keywords, ElementsAre("a", "b"));
}

TEST(Help, TheContentsComeFirstAndLeadToEveryPage)
{
    std::vector<std::string> none;
    EXPECT_EQ(helpPages(small(), none).front().name, "index");
    const std::string text = handbook(small());
    parseXml(text);
    EXPECT_THAT(text, AllOf(HasSubstr("table:name=\"ONE\""), HasSubstr("xlink:href=\"#ONE.A1\"")));
}

TEST(Help, TheRealSourcesFitTogether)
{
    EXPECT_THAT(complaints(readHelpSources(README, REGISTRY, HELP)), IsEmpty());
}

} // namespace quartet
