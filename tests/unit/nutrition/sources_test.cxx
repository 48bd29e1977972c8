/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/sources.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

Citation citation(const char* text)
{
    return smallSources().citation(Row("x", { { "source", text } }), "source");
}

} // namespace

TEST(Citation, NamesTheSourceAndThePlaceInIt)
{
    EXPECT_EQ(citation("usda 01123").words(), "USDA 2018, NDB 01123");
    EXPECT_EQ(citation("usda  01123").words(), "USDA 2018, NDB 01123");
    EXPECT_EQ(citation("usda").words(), "USDA 2018");
    EXPECT_EQ(citation("lab table 3, egg").words(), "Own laboratory, table 3, egg");
}

TEST(Citation, OfNothingIsEmpty)
{
    EXPECT_FALSE(citation(""));
    EXPECT_TRUE(citation("lab"));
}

TEST(Citation, RefusesAnUnknownSource)
{
    for (const char* const text : { "usd", "usda01123", "USDA 01123", " usda", "nobody" })
        EXPECT_EQ(refusedField([text] { citation(text); }), "source") << text;
}

TEST(Sources, KnowTheirGrades)
{
    const std::string* const words = smallSources().gradeWords("A");
    ASSERT_TRUE(words);
    EXPECT_EQ(*words, "measured");
    EXPECT_EQ(smallSources().gradeWords("Q"), nullptr);
    EXPECT_EQ(smallSources().gradeWords(""), nullptr);
}

TEST(Sources, LoseADamagedRowAlone)
{
    std::vector<Damage> damages;
    const SourceTable sources({ Row("A", { { "word", "measured" }, { "words", "measured" } }),
                                Row("B", { { "word", "unknown" } }) },
                              { Row("ungraded", { { "short", "x" } }),
                                Row("misgraded", { { "short", "x" }, { "grade", "Q" } }),
                                Row("nameless", { { "grade", "A" } }),
                                Row("good", { { "short", "Good" },
                                              { "grade", "A" },
                                              { "citation", "Good 2020." },
                                              { "licence", "free" } }) },
                              damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.id + "/" + damage.field + " ";
    EXPECT_EQ(fields, "B/words ungraded/grade misgraded/grade nameless/short ");
    EXPECT_EQ(sources.citation(Row("x", { { "source", "good" } }), "source").words(), "Good");
}

} // namespace quartet
