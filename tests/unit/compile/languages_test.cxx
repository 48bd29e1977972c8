/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a new language and a new nutrient must not be forgotten in.

#include "compile/files.hxx"
#include "compile/languages.hxx"
#include "compile/template_texts.hxx"
#include "compile/xml.hxx"
#include "nutrition/language.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>

#include <filesystem>
#include <iterator>
#include <set>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

const fs::path checkout = SOURCE_FOLDER;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;

const TableSource& tableSource()
{
    static std::vector<std::string> complaints;
    static const TableSource registry(checkout / "registry", complaints);
    return registry;
}

const std::vector<Language>& languages()
{
    static const std::vector<Language> all = [] {
        std::vector<Damage> damages;
        auto read = readLanguages(tableSource().tables("Build"), damages);
        EXPECT_THAT(damages, IsEmpty());
        return read;
    }();
    return all;
}

/// All but English, in the order of the alphabet.
std::vector<std::string> otherLanguages()
{
    std::set<std::string> ids;
    for (const Language& language : languages())
        if (language.id != "en")
            ids.insert(language.id);
    return { ids.begin(), ids.end() };
}

Tables names(const Row::Fields& fields)
{
    return { { "nutrients", { Row("CA", { { "name", "calcium" } }) } },
             { "nutrient_names", { Row("CA", fields) } } };
}

} // namespace

TEST(NutrientWords, AreLinesOfAPropertiesFile)
{
    std::vector<Damage> damages;
    EXPECT_EQ(nutrientWords(names({ { "ja", "カルシウム" } }), { "ja", "ja_JP", {}, {} }, damages),
              "nutrient.CA=\\u30AB\\u30EB\\u30B7\\u30A6\\u30E0\n");
    EXPECT_THAT(damages, IsEmpty());
}

TEST(NutrientWords, MissNone)
{
    std::vector<Damage> damages;
    nutrientWords(names({ { "en", "Calcium" } }), { "de", "de_DE", {}, {} }, damages);
    ASSERT_EQ(damages.size(), 1U);
    EXPECT_EQ(damages.front().id, "CA");
    EXPECT_EQ(damages.front().field, "de");
}

TEST(WordIds, AreThoseWithAText)
{
    EXPECT_THAT(wordIds("# note=no\n\na=1\nb=\nc.d=x=y\n"), ElementsAre("a", "c.d"));
    EXPECT_THAT(wordIds("a[one]=1\na[other]=2\nb[other]=1\n"), ElementsAre("a[]", "b[]"));
}

// Else a person reads "1 cells".
TEST(WordIds, OfWhatCountsHaveTheFormsOfTheirLanguage)
{
    const std::string forms = "plural.forms=one: n = 1; other\n";
    EXPECT_THAT(pluralFaults(forms + "a[one]={count} cell\na[other]={count} cells\n"
                             + "b=Cells: {count}\n"),
                IsEmpty());
    EXPECT_THAT(pluralFaults(forms + "a[other]={count} cells\n"), ElementsAre(HasSubstr("\"a\"")));
    EXPECT_THAT(pluralFaults(forms + "a[one]=x\na[few]=y\na[other]=z\n"),
                ElementsAre(HasSubstr("\"a\"")));
    EXPECT_THAT(pluralFaults(forms + "a={count} cells\n"), ElementsAre(HasSubstr("{count}")));
    EXPECT_THAT(pluralFaults("plural.forms=other\na[other]={count}\n"), IsEmpty());
    EXPECT_THAT(pluralFaults("a=x\n"), ElementsAre(HasSubstr("plural.forms")));
}

TEST(Languages, AreThoseOfEachList)
{
    std::vector<std::string> ids;
    for (const Language& language : languages())
        ids.push_back(language.id);
    EXPECT_THAT(TemplateTexts(readFile(checkout / "extension/templates/texts.csv")).languages(),
                ElementsAreArray(ids));

    const auto others = otherLanguages();
    EXPECT_THAT(languageIds(), ElementsAreArray(ids));
    std::string linguas;
    for (const std::string& id : others)
        linguas += id + "\n";
    const fs::path translations = checkout / "registry/office/translations";
    EXPECT_EQ(readFile(translations / "LINGUAS"), linguas);
    const std::string screens = readFile(checkout / "tests/screen/languages_test.cxx");
    for (const std::string& id : others)
    {
        EXPECT_TRUE(fs::exists(translations / (id + ".po"))) << id;
        EXPECT_THAT(screens, HasSubstr("{ \"" + id + "\", "));
    }
    std::size_t words = 0;
    for (const auto& entry : fs::directory_iterator(checkout / "extension/dialogs"))
        words += entry.path().extension() == ".properties";
    EXPECT_EQ(words, ids.size()) << "files extension/dialogs/quartet_*.properties";
}

TEST(Languages, HaveWordsInEachTable)
{
    const auto count = [](const std::vector<Row>& rows, const std::string& column) {
        return std::ranges::count_if(rows,
                                     [&](const Row& row) { return !row.text(column).empty(); });
    };
    const ReadRegistry& registry = realRegistry();
    const auto& foodNames = tableRows(registry.names(), "food_names");
    const auto& groupNames = tableRows(registry.names(), "group_names");
    for (const std::string& id : otherLanguages())
    {
        EXPECT_GT(count(foodNames, id), 0) << "registry/names/" << id << ".csv";
        EXPECT_EQ(count(groupNames, id), std::ssize(groupNames))
            << "registry/names/groups-" << id << ".csv";
        EXPECT_GT(count(registry.rows("measures"), id), 0) << "registry/measures.csv: " << id;
        const auto& texts = registry.rows("amount_texts");
        EXPECT_EQ(count(texts, id), std::ssize(texts)) << "registry/amount_texts.csv: " << id;
    }
}

TEST(Languages, AreUnderstoodInTablesOfFoodsAndAsMedicines)
{
    for (const Language& language : languages())
    {
        EXPECT_EQ(realRegistry().importRules().read(language.header).column, "Name")
            << language.id << ": registry/import/import_headers.csv doesn't know "
            << language.header;
        const auto level =
            realRegistry().standards().interactions.level(language.medicine, std::nullopt);
        EXPECT_TRUE(level && *level == "high")
            << language.id << ": registry/standards/medicines.csv doesn't know "
            << language.medicine;
    }
}

// Else the office leaves the table out without a word.
TEST(NewNutrients, HaveTheirBlockInTheSchema)
{
    const auto schema = parseXml(readFile(checkout / "registry/schema/Registry.xcs"));
    const auto component = schema.child("oor:component-schema").child("component");
    for (const TableGroup& group : tableSource().groups())
        for (const auto& [set, rows] : group.sets)
            EXPECT_TRUE(
                group.name == "Build"
                || component.find_child_by_attribute("group", "oor:name", group.name.c_str())
                       .find_child_by_attribute("set", "oor:name", set.c_str()))
                << "registry/schema/Registry.xcs has no set " << set << " in " << group.name;
}

TEST(NewNutrients, AreUnderstoodInTablesOfFoods)
{
    std::set<std::string> columns;
    for (const Row& row : realRegistry().rows("import_headers", "Standards"))
        columns.emplace(row.text("column"));
    for (const Row& row : realRegistry().rows("nutrients"))
        // Which of its parts a column "vitamin K" means is asked; only the nutrients of
        // the foods' own table are brought in.
        EXPECT_TRUE(!row.text("block").empty() || columns.contains(row.id()) || row.id() == "VITK")
            << row.id() << ": registry/import/import_headers.csv has no header for it";
}

} // namespace quartet
