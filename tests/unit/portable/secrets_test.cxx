/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/secrets.hxx"

#include <gtest/gtest.h>

namespace quartet
{

TEST(SecretsTest, FindsAMedicineAsWholeWords)
{
    Secrets secrets;
    secrets.add("Warfarin", Role::Medicines);
    EXPECT_TRUE(secrets.mentionedIn("on WARFARIN since May"));
    EXPECT_TRUE(secrets.mentionedIn("warfarin_dose"));
    EXPECT_TRUE(secrets.mentionedIn("her \xE2\x80\x9EWarfarin\xE2\x80\x9C\xC2\xAE"));
    EXPECT_TRUE(secrets.mentionedIn("Warfarintherapie"));
    EXPECT_FALSE(secrets.mentionedIn("war far in"));
    EXPECT_FALSE(secrets.mentionedIn(""));
}

TEST(SecretsTest, FindsAMedicineInAScriptWithoutSpaces)
{
    Secrets secrets;
    secrets.add("ワルファリン", Role::Medicines);
    EXPECT_TRUE(secrets.mentionedIn("ワルファリンを服用、毎日"));
    EXPECT_FALSE(secrets.mentionedIn("毎日"));
}

TEST(SecretsTest, FindsANumberThatStandsAlone)
{
    Secrets secrets;
    secrets.add(43.7);
    EXPECT_TRUE(secrets.mentionedIn("a woman of 43.7"));
    EXPECT_TRUE(secrets.mentionedIn("43,7 years"));
    EXPECT_FALSE(secrets.mentionedIn("143.7"));
    EXPECT_FALSE(secrets.mentionedIn("43.75"));
    EXPECT_TRUE(secrets.isNumber(43.7));
    EXPECT_FALSE(secrets.isNumber(43));
}

TEST(SecretsTest, TakesOneLetterForASexOnlyWhereItIsAllOfAText)
{
    Secrets secrets;
    secrets.add("F", Role::Sex);
    EXPECT_TRUE(secrets.mentionedIn("f"));
    EXPECT_FALSE(secrets.mentionedIn("vitamin F"));
}

TEST(SecretsTest, LetsStayWhatAPersonKeeps)
{
    Secrets secrets;
    secrets.add("warfarin", Role::Medicines);
    secrets.allow("no warfarin\nfor the dog");
    EXPECT_FALSE(secrets.mentionedIn("no warfarin"));
    EXPECT_TRUE(secrets.mentionedIn("warfarin"));
}

TEST(SecretsTest, LearnsNothingOfNothing)
{
    Secrets secrets;
    secrets.add(0);
    secrets.add(" ", Role::Stage);
    EXPECT_TRUE(secrets.empty());
}

} // namespace quartet
