/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_values.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

/// "12.5", "12 mg", "trace", "nothing" or "unreadable".
std::string read(const ImportCell& cell, DecimalSign sign = DecimalSign::Unclear)
{
    const ImportValue value = readImportValue(cell, sign, realRegistry().importRules());
    switch (value.kind)
    {
        case ImportValue::Kind::Number:
            return formatNumber(value.number, 6) + (value.unit.empty() ? "" : " " + value.unit);
        case ImportValue::Kind::Nothing:
            return "nothing";
        case ImportValue::Kind::Trace:
            return "trace";
        case ImportValue::Kind::Estimate:
            return "estimate";
        case ImportValue::Kind::Unreadable:
            break;
    }
    return "unreadable";
}

DecimalSign signOf(std::initializer_list<const char*> texts)
{
    DecimalEvidence evidence;
    for (const char* const text : texts)
        evidence.add(text);
    return evidence.sign();
}

} // namespace

TEST(ImportValues, AreNumbersHoweverTheyAreWritten)
{
    EXPECT_EQ(read(12.5), "12.5");
    EXPECT_EQ(read(0.0), "0");
    for (const auto& [text, expected] :
         { std::pair("12", "12"), std::pair(" 12.5 ", "12.5"), std::pair("12,5", "12.5"),
           std::pair("0,125", "0.125"), std::pair("0.125", "0.125"), std::pair(".5", "0.5"),
           std::pair("1,234.5", "1234.5"), std::pair("1.234,5", "1234.5"),
           std::pair("1 234,5", "1234.5"), std::pair("1'234.5", "1234.5"),
           std::pair("1\u00A0234", "1234"), std::pair("1.234.567", "1234567"),
           std::pair("1234,567", "1234.567"), std::pair("１２．５", "12.5"), std::pair("-3", "-3"),
           std::pair("−3", "-3"), std::pair("7.5e-04", "0.00075"), std::pair("1,5E+2", "150") })
        EXPECT_EQ(read(text), expected) << text;
}

TEST(ImportValues, MayHaveAUnitOfTheirOwn)
{
    EXPECT_EQ(read("12 mg"), "12 mg");
    EXPECT_EQ(read("0,5µg"), "0.5 µg");
    EXPECT_EQ(read("400 I.E."), "400 IU");
    EXPECT_EQ(read("12 apples"), "unreadable");
}

TEST(ImportValues, AreUnknownAndNotZero)
{
    EXPECT_EQ(read(std::monostate()), "nothing");
    for (const char* const text :
         { "", "  ", "-", "–", "n/a", "N/A", "k.A.", "nd", "N", "?", "NULL", "*" })
        EXPECT_EQ(read(text), "nothing") << text;
    for (const char* const text :
         { "tr", "Tr.", "traces", "Spuren", "<0.1", "< 0,1", "≤ 0.1", "<0.1 mg", "微量", "<LOD",
           "<LOQ", "<LOD or <LOQ", "(Tr)", "[tr]" })
        EXPECT_EQ(read(text), "trace") << text;
    for (const char* const text : { "(11.3)", "(0)", "[0.1]", "( 0,5 )" })
        EXPECT_EQ(read(text), "estimate") << text;
    for (const char* const text : { "abc", "2024-12-03", "1/2/3", "12.3.4", "(12 g)", "1e", "<",
                                    "~3", "1,23,4", "1046/250", "12 5", "1 1/2", "3 4567" })
        EXPECT_EQ(read(text), "unreadable") << text;
}

TEST(ImportValues, AreNotReadWithAFootnoteAsADigit)
{
    for (const char* const text : { "12¹", "1,5²", "12 mg³", "0.3⁴" })
        EXPECT_EQ(read(text), "unreadable") << text;
}

TEST(ImportValues, WithOneCommaAreReadAsTheOthersOfTheTable)
{
    EXPECT_EQ(read("1,234"), "unreadable");
    EXPECT_EQ(read("1,234", DecimalSign::Comma), "1.234");
    EXPECT_EQ(read("1,234", DecimalSign::Point), "1234");
    EXPECT_EQ(read("1.234", DecimalSign::Comma), "1234");
    EXPECT_EQ(signOf({ "1,234", "abc", "12" }), DecimalSign::Unclear);
    EXPECT_EQ(signOf({ "1,234", "0,5" }), DecimalSign::Comma);
    EXPECT_EQ(signOf({ "1,234", "<0.5" }), DecimalSign::Point);
    EXPECT_EQ(signOf({ "1.234.567" }), DecimalSign::Comma);
    EXPECT_EQ(signOf({ "0,5", "0.5" }), DecimalSign::Unclear);
}

} // namespace quartet
