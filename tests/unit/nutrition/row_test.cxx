/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/row.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

std::shared_ptr<const Columns> columns(const std::string& names)
{
    return std::make_shared<const Columns>(names);
}

} // namespace

TEST(Columns, AreParsedAndGivenBack)
{
    EXPECT_EQ(Columns("name|CA source").names(), (std::vector<std::string>{ "name", "CA source" }));
    EXPECT_EQ(Columns("name|CA source").toText(), "name|CA source");
}

TEST(Columns, RefuseANameThatIsNoneOrGivenTwice)
{
    for (const char* const names : { "", "|CA", "CA||MG", "CA|", "CA|MG|CA" })
        EXPECT_EQ(refusedField([names] { Columns{ std::string(names) }; }), "Columns") << names;
}

TEST(Columns, OfRowsBeginWithTheMostUsedAndLeaveOutTheNotes)
{
    const std::vector<Row> rows{ Row("x", { { "B", "1" }, { "note", "for the reader alone" } }),
                                 Row("y", { { "A", "1" }, { "B", "2" }, { "C", "3" } }) };
    EXPECT_EQ(Columns(rows).toText(), "B|A|C");
}

TEST(Row, IsParsedFromItsCells)
{
    const Row row = Row::parse("natto|Natto||cup=175", columns("name|CA|portions|group"));
    EXPECT_EQ(row.id(), "natto");
    EXPECT_EQ(row.text("name"), "Natto");
    EXPECT_EQ(row.text("portions"), "cup=175");
    EXPECT_EQ(row.fields().size(), 2u) << "an empty cell is no field";
    EXPECT_EQ(row.text("group"), "") << "not in the row";
    EXPECT_TRUE(Row::parse("natto", columns("name")).fields().empty());
}

TEST(Row, IsGivenBackWithoutWhatIsEmptyAtItsEnd)
{
    const Row row("natto", { { "name", "Natto" }, { "portions", "cup=175" } });
    const Columns names("name|CA|portions|group");
    EXPECT_EQ(row.toText(names), "natto|Natto||cup=175");
    EXPECT_EQ(Row("x", {}).toText(names), "x");
}

TEST(Row, RefusesMoreCellsThanColumns)
{
    const auto refused = [](const char* cells) {
        return refusedField([cells] { Row::parse(cells, columns("name|CA")); });
    };
    EXPECT_EQ(refused("natto|Natto|1|2"), "");
    EXPECT_EQ(refused("natto|||"), "");
    EXPECT_EQ(refused("natto|Natto|1"), std::nullopt);
    EXPECT_EQ(refused("natto|Natto|"), std::nullopt);
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
