/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/part_texts.hxx"

#include <gmock/gmock.h>

namespace quartet
{

using testing::ElementsAre;

TEST(PartTextsTest, TakeAFormulaApart)
{
    EXPECT_EQ(literalsOf("=IF([.A1]=\"x\";\"43.7 years\";B2)"), "x\n43.7 years\n");
    EXPECT_EQ(literalsOf("='file:///a/b.ods'#$Sheet1.A1"), "file:///a/b.ods\n");
    EXPECT_THAT(numbersOf("=[.A12]+43.7*2-B$3&\"5\"&'Sheet 6'.A1"), ElementsAre("43.7", "2"));
}

TEST(PartTextsTest, ReadWhatIsWrittenInOtherSigns)
{
    EXPECT_EQ(withoutPercents("file:///a%20b/warf%61rin%"), "file:///a b/warfarin%");
    EXPECT_EQ(withoutPercents("5%xy"), "5%xy");
    EXPECT_EQ(fromBase64("d2FyZmFyaW4="), "warfarin");
    EXPECT_EQ(withoutMarks("&L&\"Arial,Bold\"&12war&\"Arial,Regular\"farin&C43"), "\nwarfarin\n43");
}

} // namespace quartet
