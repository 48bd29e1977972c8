/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The build tool that packs the templates.

#include "compile/flat_odf.hxx"
#include "compile/registry_rows.hxx"
#include "compile/template_texts.hxx"
#include "compile/xml.hxx"
#include "compile/zip.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace quartet
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// What a call throws; empty where it throws nothing.
template <typename Call> std::string thrown(Call call)
{
    try
    {
        call();
    }
    catch (const std::runtime_error& error)
    {
        return error.what();
    }
    return {};
}

/// A tree's text behind its declaration.
std::string elementsOf(const pugi::xml_document& tree)
{
    const std::string text = toText(tree);
    return text.substr(text.find("?>") + 2);
}

/// A piece of XML after a call has changed it.
template <typename Change> std::string changed(const std::string& xml, Change change)
{
    const pugi::xml_document tree = parseXml(xml);
    change(tree);
    return elementsOf(tree);
}

std::string filledDown(const std::string& row)
{
    return changed("<r>" + row + "</r>", [](pugi::xml_node tree) { fillDown(tree); });
}

std::string inLanguage(const TemplateTexts& texts, const std::string& xml, const char* language)
{
    return changed(xml, [&](pugi::xml_node tree) { texts.fill(tree, language); });
}

constexpr auto flat = R"(<?xml version="1.0"?>
<!-- licence -->
<office:document xmlns:office="o" xmlns:quartet="q" office:version="1.3" office:mimetype="m">
<office:meta><dc:title>T</dc:title></office:meta>
<office:styles><style:style style:name="S"/></office:styles>
<office:automatic-styles><style:style style:name="a"/><style:page-layout style:name="p"/></office:automatic-styles>
<office:master-styles><style:master-page/></office:master-styles>
<office:body><draw:frame><draw:object draw:x="1"><office:document><office:automatic-styles/><office:body>chart</office:body></office:document></draw:object></draw:frame></office:body>
</office:document>)";

} // namespace

TEST(Zip, HoldsFilesAsTheyAre)
{
    Zip zip;
    zip.add("mimetype", "abc");
    zip.add("ü", "");
    const std::string bytes = zip.bytes();
    // The media type is read at byte 38 of a package.
    EXPECT_EQ(bytes.substr(0, 4), "PK\3\4");
    EXPECT_EQ(bytes.substr(30, 11), "mimetypeabc");
    // CRC-32 of "abc".
    EXPECT_EQ(bytes.substr(14, 4), "\xC2\x41\x24\x35");
    EXPECT_EQ(bytes.substr(bytes.size() - 22, 4), "PK\5\6");
    EXPECT_EQ(bytes[bytes.size() - 22 + 10], 2);
    Zip again;
    again.add("mimetype", "abc");
    again.add("ü", "");
    EXPECT_EQ(again.bytes(), bytes);
}

TEST(TemplateTexts, StandInEveryLanguage)
{
    const TemplateTexts texts("id,en,de\na,cheese & wine,Käse\nb,two,zwei\n");
    EXPECT_THAT(texts.languages(), ElementsAre("en", "de"));
    constexpr auto xml = R"(<p a="{{b}}">{{a}}</p>)";
    EXPECT_EQ(inLanguage(texts, xml, "en"), R"(<p a="two">cheese &amp; wine</p>)");
    EXPECT_EQ(inLanguage(texts, xml, "de"), R"(<p a="zwei">Käse</p>)");
}

TEST(TemplateTexts, TakeNamesOfOtherTablesAndMayStandInAnId)
{
    TemplateTexts texts("id,en,de\nfirst,b,a\n");
    texts.add("names", "id,en,de,note\na,it's A,A auf Deutsch,\nb,B,B auf Deutsch,\n");
    EXPECT_EQ(inLanguage(texts, "<p>{{names.{{first}}}}</p>", "de"), "<p>A auf Deutsch</p>");
    EXPECT_EQ(inLanguage(texts, "<p>{{names.a}}</p>", "en"), "<p>it's A</p>");
    EXPECT_THAT(thrown([&] { texts.add("names", "id,en,de\na,x,y\n"); }), HasSubstr("there"));
    EXPECT_THAT(thrown([&] { texts.add("more", "id,en\na,x\n"); }), HasSubstr("\"de\""));
}

TEST(TemplateTexts, RefuseWhatWouldBreakATemplate)
{
    EXPECT_THAT(thrown([] { TemplateTexts("id,en\na,\"say \"\"x\"\"\"\n"); }), HasSubstr("line 2"));
    EXPECT_THAT(thrown([] { TemplateTexts("id,en\na,it's\n"); }), HasSubstr("straight quote"));
    EXPECT_THAT(thrown([] { TemplateTexts("id,en\na,x\na,y\n"); }), HasSubstr("line 3"));
    EXPECT_THAT(thrown([] { TemplateTexts("id,en,de\na,x,\n"); }), HasSubstr("no text in de"));
    EXPECT_THAT(thrown([] { TemplateTexts("id,en,de\na,x\n"); }), HasSubstr("header"));
    const TemplateTexts texts("id,en\na,x\n");
    EXPECT_THAT(thrown([&] { inLanguage(texts, "<p>{{b}}</p>", "en"); }), HasSubstr("\"b\""));
    EXPECT_THAT(thrown([&] { inLanguage(texts, "<p>{{a</p>", "en"); }), HasSubstr("}}"));
}

TEST(Xml, IsWrittenAsItWasRead)
{
    constexpr auto xml = R"(<a x="&lt;&quot;"><b/> <c>1 &lt; 2 </c></a><ab/>)";
    EXPECT_EQ(elementsOf(parseXml(xml)), xml);
    EXPECT_EQ(elementsOf(parseXml("<a><!-- <b> --></a>")), "<a/>");
    EXPECT_THAT(thrown([] { parseXml("<a><b></a>"); }), HasSubstr("mismatch"));
}

TEST(FillDown, MovesRelativeRowsOfFormulas)
{
    const auto cells = [](const std::string& row) {
        return "<c table:formula=\"[.$B" + row + "]&amp;[.B$9]&amp;&quot;B9&quot;\"/>[.B9]";
    };
    EXPECT_EQ(
        filledDown("<table:table-row quartet:fill-down=\"2\">" + cells("9") + "</table:table-row>"),
        "<r><table:table-row>" + cells("9") + "</table:table-row><table:table-row>" + cells("10")
            + "</table:table-row></r>");
    EXPECT_EQ(changed(R"(<c table:formula="[$X.AB9:.AB$12]+[.C100]&amp;&quot;.B9&quot;"/>)",
                      [](pugi::xml_node tree) { moveDown(tree, -3); }),
              R"(<c table:formula="[$X.AB6:.AB$12]+[.C97]&amp;&quot;.B9&quot;"/>)");
}

TEST(FillDown, IsNestedAndNumbered)
{
    const std::string result = filledDown(R"(<table:table-rows quartet:fill-down="2">
<table:table-row>{{day.#}}<c table:formula='[.A1]'/></table:table-row>
<table:table-row quartet:fill-down="3"><c table:formula='[.A2]'/></table:table-row>
</table:table-rows>)");
    std::string formulas;
    for (std::size_t at = result.find("[."); at != std::string::npos;
         at = result.find("[.", at + 1))
        formulas += result.substr(at + 2, result.find(']', at) - at - 2) + " ";
    EXPECT_EQ(formulas, "A1 A2 A3 A4 A5 A6 A7 A8 ");
    EXPECT_THAT(result, HasSubstr("{{day.1}}"));
    EXPECT_THAT(result, HasSubstr("{{day.2}}"));
    EXPECT_THAT(result, Not(HasSubstr("fill-down")));
}

TEST(InAllScripts, FontsAreAsLargeAsInWesternOnes)
{
    const auto all = [](pugi::xml_node tree) { inAllScripts(tree); };
    EXPECT_EQ(changed(R"(<p fo:font-size="9pt" fo:color="#000000"/>)", all),
              R"(<p fo:font-size="9pt" style:font-size-asian="9pt" style:font-size-complex="9pt")"
              R"( fo:color="#000000"/>)");
    EXPECT_THAT(changed(R"(<p fo:font-weight="bold"/>)", all),
                HasSubstr(R"(style:font-weight-asian="bold")"));
}

TEST(RegistryRows, StandInPlaceOfShorthand)
{
    const auto table = [](const std::string& name) {
        return readRegistryRows(name == "levels" ? "id,words\na,<low\nb,\"high, very\"\n" : "id\n");
    };
    const auto with = [&](const std::string& xml) {
        return changed(xml, [&](pugi::xml_node tree) { putRegistryRows(tree, table); });
    };
    EXPECT_EQ(with("<r><quartet:each table=\"levels\">{{=id}}: <b c=\"{{=words}}\"/></quartet:each>"
                   "<quartet:each table=\"none\">x</quartet:each></r>"),
              "<r>a: <b c=\"&lt;low\"/>b: <b c=\"high, very\"/></r>");
    EXPECT_EQ(with("<r><quartet:each table=\"levels\" except=\"id=a\">{{=id}}</quartet:each></r>"),
              "<r>b</r>");
    EXPECT_EQ(with("<r a=\"in({{=ids levels}}) in({{=ids levels except id=b}}) {{text}}\"/>"),
              "<r a=\"in(&quot;a&quot;;&quot;b&quot;) in(&quot;a&quot;) {{text}}\"/>");
    EXPECT_THAT(
        thrown([&] { with("<r><quartet:each table=\"levels\">{{=no}}</quartet:each></r>"); }),
        HasSubstr("no column"));
    EXPECT_THAT(thrown([&] { with("<r>{{=ids levels</r>"); }), HasSubstr("}}"));
    EXPECT_THAT(thrown([] { readRegistryRows("id,words\na\n"); }), HasSubstr("line 2"));
}

// Else a new category would show in English and without its colour.
TEST(Templates, HaveAWordForEachCategoryOfALevel)
{
    const std::string log = read(std::filesystem::path(TEMPLATES) / "vitamin-d-log.fods");
    const auto rows =
        readRegistryRows(read(std::filesystem::path(REGISTRY) / "standards/vitamin_d.csv"));
    ASSERT_GT(rows.size(), 40U);
    for (const auto& row : rows)
        if (row.at("standard") != "safety")
        {
            EXPECT_THAT(log, HasSubstr("<text:p>" + row.at("category") + "</text:p>"));
        }
}

TEST(Package, DividesAFlatDocument)
{
    const auto files = package(parseXml(flat), "template");
    std::vector<std::string> names;
    for (const auto& [name, content] : files)
        names.push_back(name);
    EXPECT_THAT(names, ElementsAre("mimetype", "content.xml", "styles.xml", "meta.xml",
                                   "Object 1/content.xml", "META-INF/manifest.xml"));
    EXPECT_EQ(files[0].second, "template");
    EXPECT_THAT(files[1].second, HasSubstr("<office:document-content xmlns:office=\"o\" "
                                           "office:version=\"1.3\">"));
    EXPECT_THAT(files[1].second, HasSubstr("<style:style style:name=\"a\"/>"));
    EXPECT_THAT(files[1].second, Not(HasSubstr("page-layout")));
    EXPECT_THAT(files[1].second, HasSubstr("<draw:object draw:x=\"1\" xlink:href=\"./Object 1\""));
    EXPECT_THAT(files[1].second, Not(HasSubstr("chart")));
    EXPECT_THAT(files[2].second, HasSubstr("<style:page-layout style:name=\"p\"/>"));
    EXPECT_THAT(files[4].second, HasSubstr("<office:body>chart</office:body>"));
    EXPECT_THAT(files[5].second, HasSubstr("full-path=\"Object 1/\""));
    EXPECT_THAT(thrown([] { package(parseXml("<a/>"), "template"); }),
                HasSubstr("no flat document"));
    const auto pictured = package(parseXml(flat), "template", "PNG");
    EXPECT_EQ(pictured[5], std::pair(std::string("Thumbnails/thumbnail.png"), std::string("PNG")));
    EXPECT_THAT(pictured[6].second, HasSubstr("image/png"));
}

TEST(Templates, UseEachTextAndNoOther)
{
    const std::filesystem::path folder = TEMPLATES;
    std::set<std::string> used;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
    {
        if (entry.path().extension() == ".csv" || entry.path().extension() == ".png")
            continue;
        const std::string xml = read(entry.path());
        for (std::size_t end = xml.find("}}"); end != std::string::npos;
             end = xml.find("}}", end + 2))
        {
            const std::size_t begin = xml.rfind("{{", end) + 2;
            const std::string id = xml.substr(begin, end - begin);
            // Not from the registry, and not around another one.
            if (!id.starts_with("=") && id.find("}}") == std::string::npos)
                used.insert(id);
        }
    }
    // What is filled down has numbers for "#".
    const std::string csv = read(folder / "texts.csv");
    TemplateTexts texts(csv);
    for (const char* const names :
         { "nutrients", "authorities", "vitamin_d_standards", "medicines" })
        texts.add(names,
                  read(std::filesystem::path(REGISTRY) / "names" / (std::string(names) + ".csv")));
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
    {
        const std::string id = line.substr(0, line.find(','));
        const std::string copy = id.substr(0, id.rfind('.')) + ".#";
        EXPECT_TRUE(used.count(id) || used.count(copy)) << id << " is used nowhere";
    }
    for (const std::string& id : used)
    {
        if (!id.ends_with(".#"))
        {
            EXPECT_EQ(thrown([&] { texts.text(id, "en"); }), "");
        }
    }
}

} // namespace quartet
