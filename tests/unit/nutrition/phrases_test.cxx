/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the tables of foods and standards say in English, in the other languages.

#include "nutrition/language.hxx"
#include "nutrition/texts.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace quartet
{

namespace
{

Texts small()
{
    std::vector<Damage> damages;
    Texts texts({ Row("number.point", { { "text", "." }, { "de", "," } }) },
                { Row("1", { { "en", "# mg a day" }, { "de", "# mg am Tag" } }),
                  Row("2", { { "en", "# to # g (# %)" }, { "de", "von # bis # g (# %)" } }),
                  Row("3", { { "en", "1 cup" }, { "de", "eine Tasse" } }),
                  Row("4", { { "en", "vitamin K2, #" }, { "de", "Vitamin K2, #" } }) },
                damages);
    EXPECT_TRUE(damages.empty());
    return texts;
}

/// What a table says in a field, each text once.
void collect(std::set<std::string>& said, const char* table, const char* field,
             const char* group = "Standards")
{
    for (const Row& row : realRegistry().rows(table, group))
        if (!row.text(field).empty())
            said.emplace(row.text(field));
}

/// All that is translated for a person who reads it.
std::set<std::string> sentences()
{
    std::set<std::string> said;
    collect(said, "interactions", "text");
    collect(said, "interactions", "short");
    collect(said, "vitamin_d", "caution");
    collect(said, "balance_notes", "text");
    collect(said, "balance_pairs", "text");
    collect(said, "authorities", "name");
    collect(said, "authorities", "remark");
    collect(said, "confidence", "words");
    collect(said, "medicines", "class");
    for (const char* const table : { "intakes", "intakes_more" })
        for (const char* const field : { "said", "remark" })
            collect(said, table, field);
    return said;
}

/// What may stay as it is printed: codes, terms and the names of papers.
std::set<std::string> others()
{
    std::set<std::string> said;
    collect(said, "authorities", "short");
    collect(said, "interactions", "source");
    for (const char* const table : { "intakes", "intakes_more" })
        collect(said, table, "year");
    const NutrientTable& nutrients = realRegistry().standards().data->nutrients;
    for (NutrientIndex i = 0; i < nutrients.size(); ++i)
        said.insert(nutrients[i].name);
    return said;
}

/// What is translated, in English.
std::set<std::string> translated(const char* group)
{
    std::set<std::string> phrases;
    collect(phrases, "phrases", "en", group);
    return phrases;
}

std::string pattern(const std::string& said)
{
    return std::regex_replace(said, std::regex("(^|[ (])[0-9][0-9.]*"), "$1#");
}

} // namespace

TEST(Phrases, PutNumbersBack)
{
    const Texts texts = small();
    EXPECT_EQ(texts.said("6.5 mg a day", "de"), "6,5 mg am Tag");
    EXPECT_EQ(texts.said("0.8 to 10 g (2.5 %)", "de"), "von 0,8 bis 10 g (2,5 %)");
    EXPECT_EQ(texts.said("vitamin K2, 7", "de"), "Vitamin K2, 7");
    EXPECT_EQ(texts.said("1 cup", "de"), "eine Tasse");
}

TEST(Phrases, LeaveWhatNobodyTranslated)
{
    const Texts texts = small();
    EXPECT_EQ(texts.said("6.5 mg a day", "en"), "6.5 mg a day");
    EXPECT_EQ(texts.said("6.5 mg a day", "fr"), "6.5 mg a day");
    EXPECT_EQ(texts.said("2 cups", "de"), "2 cups");
    EXPECT_EQ(texts.said("", "de"), "");
    EXPECT_EQ(texts.said("#", "de"), "#");
}

TEST(Phrases, AreThereForAllThatStandardsSay)
{
    const auto phrases = translated("Standards");
    for (const std::string& english : sentences())
        EXPECT_TRUE(phrases.contains(english) || phrases.contains(pattern(english))) << english;
}

TEST(Phrases, AreThereForAllThatIsSaidOfFigures)
{
    std::set<std::string> said;
    collect(said, "grades", "words", "Foods");
    collect(said, "estimates", "words", "Foods");
    const auto phrases = translated("Foods");
    for (const std::string& english : said)
        EXPECT_TRUE(phrases.contains(english)) << english;
    collect(said, "sources", "short", "Foods");
    for (const std::string& english : phrases)
        EXPECT_TRUE(said.contains(english)) << english;
}

TEST(Phrases, AreSaidByATable)
{
    std::set<std::string> said;
    for (const auto& set : { sentences(), others() })
        for (const std::string& each : set)
            said.insert({ each, pattern(each) });
    for (const std::string& english : translated("Standards"))
        EXPECT_TRUE(said.contains(english)) << english;
}

TEST(Phrases, AreInEveryLanguageWithAllNumbers)
{
    for (const char* const group : { "Foods", "Standards" })
        for (const Row& row : realRegistry().rows("phrases", group))
            for (const std::string& language : otherLanguageIds())
            {
                const std::string_view text = row.text(language);
                const std::string_view english = row.text("en");
                EXPECT_FALSE(text.empty()) << row.id() << ' ' << language;
                EXPECT_EQ(std::count(text.begin(), text.end(), '#'),
                          std::count(english.begin(), english.end(), '#'))
                    << row.id() << ' ' << language;
            }
}

TEST(Phrases, OfASentenceAreInEveryLanguage)
{
    // Those that stay English, because formulas test them or there is nothing to translate.
    const std::regex kept("status\\..*|vitd\\..*|camg\\..*|balance\\.(name|amount|authority)"
                          "|interaction\\.(medicine|level\\.none)");
    for (const Row& row : realRegistry().rows("texts", "Standards"))
        for (const std::string& language : otherLanguageIds())
            EXPECT_EQ(row.text(language).empty(), std::regex_match(row.id(), kept))
                << row.id() << ' ' << language;
}

} // namespace quartet
