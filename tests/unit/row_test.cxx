/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "row.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

TEST(Row, IsParsedFromEntries)
{
    const Row row = Row::parse("natto|name=Natto|portions=cup=175|note=");
    EXPECT_EQ(row.id(), "natto");
    EXPECT_EQ(row.text("name"), "Natto");
    EXPECT_EQ(row.text("portions"), "cup=175");
    EXPECT_EQ(row.text("note"), "");
    EXPECT_EQ(row.text("group"), "") << "not in the row";
}

TEST(Row, IsGivenBackWithoutItsNotes)
{
    const std::string text = "natto|name=Natto|portions=cup=175";
    EXPECT_EQ(Row::parse(text).toText(), text);
    EXPECT_EQ(Row("x", { { "note", "for the reader alone" }, { "CA", "1" } }).toText(), "x|CA=1");
}

TEST(Row, RefusesEntriesOfAnotherForm)
{
    const auto refused = [](const char* entries) {
        return refusedField([entries] { Row::parse(entries); });
    };
    EXPECT_EQ(refused("natto|name"), "");
    EXPECT_EQ(refused("natto|=Natto"), "");
    EXPECT_EQ(refused("natto|CA=1||MG=1"), "");
    EXPECT_EQ(refused("natto|CA=1|CA=1"), "CA");
    EXPECT_EQ(refused("natto|MG=1|CA=1|MG=1"), "MG");
    EXPECT_EQ(refused("natto"), std::nullopt);
}

TEST(Row, TellsAMissingNumberFromZero)
{
    const Row row("x", { { "zero", "0" }, { "empty", "" }, { "some", "1.25" } });
    EXPECT_EQ(row.number("zero"), 0);
    EXPECT_EQ(row.number("empty"), std::nullopt);
    EXPECT_EQ(row.number("absent"), std::nullopt);
    EXPECT_EQ(row.number("some"), 1.25);
}

TEST(Row, RefusesANumberThatIsNone)
{
    for (const char* const text :
         { "x", "1,5", "1 g", " 1", "1 ", "+1", "-1", "0x10", "inf", "-inf", "nan", "1e999", "." })
    {
        SCOPED_TRACE(text);
        const Row row("x", { { "CA", text } });
        EXPECT_EQ(refusedField([&row] { row.number("CA"); }), "CA");
        EXPECT_EQ(refusedField([&row] { row.requiredNumber("CA"); }), "CA");
    }
}

TEST(Row, RefusesToGoWithoutWhatIsRequired)
{
    const Row row("x", { { "empty", "" }, { "name", "Natto" }, { "CA", "217" } });
    EXPECT_EQ(row.requiredText("name"), "Natto");
    EXPECT_EQ(row.requiredNumber("CA"), 217);
    for (const char* const field : { "empty", "absent" })
    {
        SCOPED_TRACE(field);
        EXPECT_EQ(refusedField([&] { row.requiredText(field); }), field);
        EXPECT_EQ(refusedField([&] { row.requiredNumber(field); }), field);
    }
}

TEST(ReadRows, RefusesAnUnknownColumn)
{
    std::vector<Damage> damages;
    readRows("units", { "grams" },
             { Row("g", { { "grams", "1" }, { "note", "all may have it" } }),
               Row("kg", { { "gramms", "1000" } }) },
             damages, [](const Row&) {});
    ASSERT_EQ(damages.size(), 1u);
    EXPECT_EQ(damages[0].id, "kg");
    EXPECT_EQ(damages[0].field, "gramms");
}

TEST(ReadRows, LosesADamagedRowAlone)
{
    std::vector<Damage> damages;
    std::vector<std::string> read;
    readRows("foods", {}, { Row("a", {}), Row("b", { { "name", "Bee" } }), Row("c", {}) }, damages,
             [&read](const Row& row) {
                 if (row.id() == "b")
                     throw BadRow("CA", "is odd");
                 read.push_back(row.id());
             });
    EXPECT_EQ(read, (std::vector<std::string>{ "a", "c" }));
    ASSERT_EQ(damages.size(), 1u);
    EXPECT_EQ(damages[0].table, "foods");
    EXPECT_EQ(damages[0].id, "b");
    EXPECT_EQ(damages[0].name, "Bee");
    EXPECT_EQ(damages[0].field, "CA");
    EXPECT_EQ(damages[0].reason, "is odd");
}

} // namespace quartet
