/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/fold.hxx"

#include <gtest/gtest.h>

#include <clocale>
#include <string>

namespace quartet
{

TEST(Fold, IgnoresCaseAccentsAndRepeatedSpaces)
{
    EXPECT_EQ(fold("  Crème \t Fraîche "), "creme fraiche");
    EXPECT_EQ(fold("GRUYÈRE"), "gruyere");
    EXPECT_EQ(fold("Straße"), "strasse");
}

TEST(Fold, GivesOneSpellingToTextsThatLookAlike)
{
    EXPECT_EQ(fold("cre\u0300me"), fold("crème")) << "combining and composed accent";
    EXPECT_EQ(fold("egg\u00a0yolk"), "egg yolk") << "no-break space";
    EXPECT_EQ(fold("so\u00adba"), "soba") << "soft hyphen";
    for (const char* const sign :
         { "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u061c" })
    {
        EXPECT_EQ(fold(std::string("so") + sign + "ba"), "soba") << "an invisible sign";
        EXPECT_EQ(foldWords(std::string("so") + sign + "ba, 5 mg"), "soba mg");
    }
    EXPECT_EQ(fold("ＮＡＴＴＯ"), "natto") << "full-width letters";
    EXPECT_EQ(fold("納豆"), "納豆");
}

TEST(Fold, TakesHiraganaForKatakana)
{
    for (const char* const text : { "なっとう", "ナットウ", "ﾅｯﾄｳ", "な\u200bっとう" })
        EXPECT_EQ(fold(text), "ナットウ") << text;
    EXPECT_EQ(fold("ﾋﾞｰﾙ"), fold("びーる"));
    EXPECT_EQ(fold("ｓｏｂａ そば"), "soba ソハ\u3099") << "marks stay decomposed";
    EXPECT_EQ(fold("\xe3\x81"), "\xe3\x81") << "half a sign";
    // A medicine's name ends where hiragana begin.
    EXPECT_EQ(foldWords("ワーファリンを"), "ワーファリンを");
    EXPECT_EQ(foldKeepingKana("なっとう"), "なっとう");
}

TEST(Fold, AsksNoLocale)
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    std::size_t locales = 0;
    for (const char* const locale : { "tr_TR.UTF-8", "az_AZ.UTF-8", "lt_LT.UTF-8", "ja_JP.UTF-8" })
        if (std::setlocale(LC_ALL, locale))
        {
            ++locales;
            EXPECT_EQ(fold("MILK İI"), "milk ii") << locale;
            EXPECT_EQ(fold("QUICHE"), "quiche") << locale;
        }
    std::setlocale(LC_ALL, before.c_str());
    if (locales == 0)
        GTEST_SKIP() << "skipped: this machine has none of these locales";
}

TEST(Fold, KeepsTheMarksThatMakeAnotherLetter)
{
    EXPECT_NE(fold("ビール"), fold("ピール")) << "beer, peel";
    EXPECT_NE(fold("パン"), fold("バン"));
    EXPECT_EQ(fold("ﾋﾞｰﾙ"), fold("ビール")) << "half-width";
    EXPECT_NE(fold("दाल"), fold("दल")) << "a vowel sign";
    EXPECT_NE(fold("май"), fold("маи"));
    EXPECT_EQ(fold("ΡΎΖΙ"), fold("ρυζι")) << "a Greek accent";
    EXPECT_EQ(fold("phở"), "pho");
}

TEST(Fold, LeavesASignThatIsNotUtf8AsItIs)
{
    EXPECT_EQ(fold("Caf\xe9"), "caf\xe9");
    EXPECT_EQ(fold("\xc3"), "\xc3");
}

TEST(Fold, OfNothingIsNothing)
{
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold(" \t\r\n"), "");
}

TEST(Fold, TidiesWhatIsNoUtf8Too)
{
    EXPECT_EQ(fold("  Gouda \xed\xa0\xbd "), "gouda \xed\xa0\xbd");
    EXPECT_EQ(fold(" \xe3~]"), "\xe3~]");
    EXPECT_EQ(fold("\u00a0 Gouda \xed\xa0\xbd\u3000"), "gouda \xed\xa0\xbd");
}

TEST(Split, LeavesOutEmptyPartsAndTheSpacesAroundEach)
{
    using Parts = std::vector<std::string_view>;
    EXPECT_EQ(split("egg; hen's egg ;;", ";"), (Parts{ "egg", "hen's egg" }));
    EXPECT_EQ(split("a,b;c\nd", ",;\n"), (Parts{ "a", "b", "c", "d" }));
    EXPECT_EQ(split("", ";"), Parts());
    EXPECT_EQ(split(" ; ", ";"), Parts());
}

TEST(Trim, TakesWhiteSpaceFromTheEndsAlone)
{
    EXPECT_EQ(trim(" \t egg yolk\r\n"), "egg yolk");
    EXPECT_EQ(trim(" "), "");
    EXPECT_EQ(trim("\u00a0 egg\u00a0yolk\u3000\u202f "), "egg\u00a0yolk");
    EXPECT_EQ(trim("\u00a0\u3000"), "");
    EXPECT_EQ(trim("é½"), "é½");
}

TEST(WithoutSuperscripts, LeavesAllOtherSigns)
{
    EXPECT_EQ(withoutSuperscripts("12¹ K₂ ½ é"), "12  K₂ ½ é");
    EXPECT_EQ(withoutSuperscripts("\xe9"), "\xe9");
}

} // namespace quartet
