/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/name_index.hxx"

#include "nutrition/row.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

NameIndex index(std::vector<IndexedName> names)
{
    return NameIndex(shareText(NameIndex::write(std::move(names))));
}

} // namespace

TEST(NameIndex, FindsEachNameAndNoOther)
{
    std::vector<std::string> words;
    for (int i = 0; i < 5000; ++i)
        words.push_back("name " + std::to_string(i));
    std::vector<IndexedName> names;
    for (std::uint32_t i = 0; i < words.size(); ++i)
        names.push_back({ words[i], i, "en" });
    const NameIndex all = index(names);
    for (std::uint32_t i = 0; i < words.size(); ++i)
        EXPECT_EQ(all.find(words[i]), i);
    for (const char* const other : { "", "name", "name ", "name 5000", "name 1|1", "name 1|1|en",
                                     "name 1\n", "NAME 1", "|", "en" })
        EXPECT_EQ(all.find(other), std::nullopt) << other;
}

TEST(NameIndex, GivesTheNamesInTheirOrder)
{
    const NameIndex all =
        index({ { "natto", 7, "en+" }, { "gouda", 0, "en" }, { "käse", 0, "de" } });
    const auto names = all.names();
    ASSERT_EQ(names.size(), 3u);
    EXPECT_EQ(names[0].folded, "gouda");
    EXPECT_EQ(names[1].folded, "käse");
    EXPECT_EQ(names[1].usage, "de");
    EXPECT_EQ(names[2].folded, "natto");
    EXPECT_EQ(names[2].food, 7u);
    EXPECT_EQ(names[2].usage, "en+");
}

TEST(NameIndex, TellsWhatANameIs)
{
    EXPECT_EQ(NameUsage::parse("en").language, "en");
    EXPECT_FALSE(NameUsage::parse("en").alias);
    EXPECT_EQ(NameUsage::parse("de+").language, "de");
    EXPECT_TRUE(NameUsage::parse("de+").alias);
    EXPECT_EQ(NameUsage::parse("id").language, "");
}

TEST(NameIndex, MayBeEmpty)
{
    EXPECT_EQ(NameIndex().find("natto"), std::nullopt);
    EXPECT_EQ(index({}).find("natto"), std::nullopt);
    EXPECT_TRUE(index({}).names().empty());
}

TEST(NameIndex, RefusesTheSignThatEndsAName)
{
    EXPECT_THROW(NameIndex::write({ { "a|b", 0, "en" } }), BadRow);
}

} // namespace quartet
