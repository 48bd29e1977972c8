/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_advice.hxx"

#include "nutrition/language.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string advice(const char* food, const TypedAmount& amount, std::string_view language = "en")
{
    return adviseAmount(*realData(), *realData()->foods.find(food), amount, language);
}

} // namespace

TEST(AmountAdvice, SaysNothingWhereAllIsWell)
{
    for (const TypedAmount& amount : std::vector<TypedAmount>{ 50.0, "50 g", "2 slices", "0.5 kg" })
        EXPECT_THAT(advice("Gouda", amount), IsEmpty());
    EXPECT_THAT(advice("egg", "2 large"), IsEmpty());
    EXPECT_THAT(advice("egg", 50.0), IsEmpty());
    EXPECT_THAT(advice("Olive oil", 5.0), IsEmpty()) << "comes in no pieces";
}

TEST(AmountAdvice, NamesWhatWouldBeRight)
{
    EXPECT_THAT(
        advice("Gouda", "1 bowl"),
        "\"1 bowl\" is no amount of this food: try 1 slice (28 g), 1 serving (30 g), 100 g.");
    EXPECT_THAT(advice("Gouda", "1,500 g"),
                "\"1,500 g\" can be read in two ways: type 1500 g or 1.5 g.");
    EXPECT_THAT(advice("Gouda", "3-4 slices"), "\"3-4 slices\" is a range: type one amount.");
    EXPECT_THAT(advice("Porridge, oat, with water", "2 cups (234 g)"), HasSubstr("two ways"));
    EXPECT_THAT(advice("Gouda", ""), StartsWith("How much?"));
    EXPECT_THAT(advice("Gouda", 0.0), StartsWith("How much?"));
    EXPECT_THAT(advice("Gouda", "to taste"), HasSubstr("no amount"));
}

TEST(AmountAdvice, AsksAboutNumbersThatMayBeSomethingElse)
{
    EXPECT_EQ(advice("egg", 2.0), "2 is 2 g: for pieces type \"2 large\" (100 g).");
    EXPECT_THAT(advice("egg", "2"), StartsWith("2 is 2 g"));
    EXPECT_THAT(advice("Banana", 1.0), HasSubstr("for pieces"));
    EXPECT_THAT(advice("Banana", 0.5), HasSubstr("for pieces"));
    EXPECT_THAT(advice("Cucumber", 46024.0), StartsWith("46024 g: a date?"));
    EXPECT_THAT(advice("Gouda", 12000.0), StartsWith("12000 g: so much?"));
    EXPECT_THAT(advice("Gouda", -1.0), HasSubstr("below zero"));
    EXPECT_THAT(advice("Gouda", std::nan("")), HasSubstr("below zero"));
}

TEST(AmountAdvice, SpeaksFiveLanguages)
{
    for (const std::string& language : otherLanguageIds())
        for (const char* const amount : { "1 bowl", "1,500 g", "3-4 slices", "" })
        {
            const std::string said = advice("Gouda", amount, language);
            EXPECT_FALSE(said.empty());
            EXPECT_NE(said, advice("Gouda", amount)) << language;
        }
    EXPECT_THAT(advice("Gouda", "1 Schüssel", "de"), HasSubstr("1 Scheibe (28 g)"));
}

TEST(Portions, HaveTheDecimalSignOfTheirLanguage)
{
    const Food& oil = *realData()->foods.find("Olive oil");
    EXPECT_THAT(portionTexts(*realData(), oil, "en"), Contains(HasSubstr("(13.5 g)")));
    EXPECT_THAT(portionTexts(*realData(), oil, "de"), Contains(HasSubstr("(13,5 g)")));
    EXPECT_THAT(portionTexts(*realData(), oil, "ja"), Contains(HasSubstr("(13.5 g)")));
    EXPECT_THAT(advice("egg", "2.5", "fr"), StartsWith("2,5 veut dire 2,5 g"));
    EXPECT_THAT(advice("Gouda", "1,500 g", "de"), HasSubstr("1500 g oder 1,5 g"));
}

TEST(Portions, AreAmountsOfTheirFoodInEachLanguage)
{
    std::vector<std::string> languages = otherLanguageIds();
    languages.emplace_back("en");
    // Each food in one of them, by turns: all share the same few units.
    std::size_t turn = 0;
    for (const Food& food : realData()->foods.foods())
    {
        const std::string& language = languages[turn++ % languages.size()];
        const auto texts = portionTexts(*realData(), food, language);
        EXPECT_EQ(texts.back(), "100 g");
        for (const std::string& text : texts)
        {
            const auto grams = realData()->amount(food, text);
            ASSERT_TRUE(grams) << food.name << ": " << text;
            const auto said = text.find('(');
            if (said == std::string::npos)
                continue;
            std::string number = text.substr(said + 1);
            std::replace(number.begin(), number.end(), ',', '.');
            EXPECT_EQ(*grams, std::stod(number)) << text;
        }
    }
}

} // namespace quartet
