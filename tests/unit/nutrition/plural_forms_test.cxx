/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/plural_forms.hxx"

#include <gmock/gmock.h>

#include <stdexcept>

namespace quartet
{

namespace
{

using testing::ElementsAre;

std::string forms(const char* rules, std::initializer_list<std::size_t> numbers)
{
    const PluralForms plurals(rules);
    std::string text;
    for (const std::size_t number : numbers)
        text += (text.empty() ? "" : " ") + plurals.of(number);
    return text;
}

} // namespace

TEST(PluralForms, AreThoseOfTheLanguage)
{
    EXPECT_EQ(forms("one: n = 1; other", { 0, 1, 2, 11, 21 }), "other one other other other");
    EXPECT_EQ(forms("one: n = 0..1; other", { 0, 1, 2 }), "one one other") << "French";
    EXPECT_EQ(forms("other", { 0, 1, 2 }), "other other other") << "Japanese";
    EXPECT_EQ(forms("one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and "
                    "n % 100 != 12..14; other",
                    { 1, 2, 5, 11, 12, 21, 24, 114 }),
              "one few other other other one few other")
        << "Ukrainian";
    EXPECT_EQ(forms("one: n = 0,3 or n % 10 = 7; other", { 0, 1, 3, 17 }), "one other one one");
    EXPECT_THAT(PluralForms("one: n = 1; other").names(), ElementsAre("one", "other"));
    EXPECT_EQ(PluralForms("one: n = 1; other").id("a.b", 1), "a.b[one]");
}

TEST(PluralForms, RefuseWhatCantBeRead)
{
    for (const char* const rules :
         { "", "one: n = 1", "one; other", "one: n 1; other", "one: m = 1; other",
           "one: n % 0 = 1; other", "one: n = x; other", "one: n = 1 but n = 2; other",
           "one: n =; other", ": n = 1; other" })
        EXPECT_THROW(PluralForms{ rules }, std::runtime_error) << rules;
}

} // namespace quartet
