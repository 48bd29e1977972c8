/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/intakes.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

constexpr std::optional<double> anyAge;
constexpr std::optional<Sex> anySex;

NutrientIndex nutrient(std::string_view name)
{
    return realRegistry().data().nutrients.find(name).value();
}

/// The amount alone; nothing where none is set.
std::optional<double> amount(const char* name, IntakeKind kind, const Person& person,
                             const char* standard = "nam")
{
    const auto intake =
        realRegistry().standards().intakes.findValue(standard, nutrient(name), kind, person);
    return intake ? intake->value : std::nullopt;
}

std::optional<double> target(const char* name, const Person& person, const char* standard = "nam")
{
    return amount(name, IntakeKind::Target, person, standard);
}

std::optional<double> limit(const char* name, const Person& person, const char* standard = "nam")
{
    return amount(name, IntakeKind::UpperLimit, person, standard);
}

} // namespace

TEST(Intakes, GiveEachBandsNumberFromItsFirstMonthToItsLast)
{
    const std::vector<Row>& rows = realRegistry().rows("intakes", "Standards");
    EXPECT_EQ(rows.size(), 1025u);
    for (const Row& row : rows)
    {
        const double first = row.requiredNumber("from");
        const double last = row.number("to").value_or(120 * 12);
        std::vector<std::optional<Sex>> sexes{ Sex::Female, Sex::Male };
        if (const auto sex = parseSex(row.text("sex")))
            sexes = { sex };
        for (const double month : { first, last })
        {
            for (const auto sex : sexes)
            {
                SCOPED_TRACE(row.id() + ", month " + std::to_string(month));
                const auto intake = realRegistry().standards().intakes.find(
                    row.text("standard"), nutrient(row.text("nutrient")),
                    parseIntakeKind(row.text("kind")).value(),
                    { month / 12, sex, parseStage(row.text("stage")).value() });
                ASSERT_TRUE(intake);
                EXPECT_EQ(intake->value, row.number("value"));
                EXPECT_EQ(intake->low, row.number("low"));
                EXPECT_EQ(intake->high, row.number("high"));
                EXPECT_EQ(intake->said, row.text("said"));
                EXPECT_EQ(intake->term, row.text("term"));
                EXPECT_EQ(intake->year, row.text("year"));
            }
        }
    }
}

TEST(Intakes, OfFurtherNutrientsAreReadWhenOneIsAskedFor)
{
    std::vector<std::string> complaints;
    Tables tables = TableSource(REGISTRY, complaints).tables("Standards");
    const std::vector<Row> rows = tableRows(tables, "intakes_more");
    tables.erase("intakes_more");
    int reads = 0;
    const Standards late(tables, { std::shared_ptr<void>(), &realRegistry().data() }, {}, [&] {
        ++reads;
        return RowFile::of(rows);
    });
    const Person woman{ 40, Sex::Female, Stage::None };
    EXPECT_TRUE(late.intakes.findValue("nam", nutrient("VITD"), IntakeKind::Target, woman));
    EXPECT_EQ(reads, 0);
    for (const Row& row : rows)
    {
        const Person person{ row.requiredNumber("from") / 12, parseSex(row.text("sex")),
                             parseStage(row.text("stage")).value() };
        const auto find = [&](const Standards& standards) {
            return standards.intakes.find(row.text("standard"), nutrient(row.text("nutrient")),
                                          parseIntakeKind(row.text("kind")).value(), person);
        };
        const auto intake = find(late);
        ASSERT_TRUE(intake) << row.id();
        EXPECT_EQ(intake->value, find(realRegistry().standards())->value) << row.id();
        EXPECT_EQ(intake->said, find(realRegistry().standards())->said) << row.id();
    }
    EXPECT_EQ(reads, 1);
}

TEST(Intakes, OfOneWhoMenstruatesGoBeforeThoseOfAll)
{
    const Person unsaid{ 40, Sex::Female, Stage::None };
    EXPECT_EQ(target("iron", unsaid, "efsa"), 16) << "the stricter";
    EXPECT_EQ(target("iron", { 40, Sex::Female, Stage::NotMenstruating }, "efsa"), 11);
    EXPECT_EQ(target("iron", { 40, Sex::Female, Stage::Menstruating }, "efsa"), 16);
    EXPECT_EQ(target("iron", { 40, Sex::Male, Stage::None }, "efsa"), 11);
    EXPECT_EQ(target("iron", { 40, Sex::Female, Stage::Menstruating }), 18) << "NAM has one band";
    EXPECT_EQ(target("calcium", { 40, Sex::Female, Stage::NotMenstruating }), 1000);
}

TEST(Intakes, AreThoseOfTheAuthority)
{
    // NAM summary tables: 2011 for calcium and vitamin D, 1997 for magnesium.
    EXPECT_EQ(target("CA", { 30, Sex::Female, Stage::None }), 1000);
    EXPECT_EQ(target("CA", { 60, Sex::Female, Stage::None }), 1200);
    EXPECT_EQ(target("CA", { 60, Sex::Male, Stage::None }), 1000);
    EXPECT_EQ(target("MG", { 40, Sex::Female, Stage::None }), 320);
    EXPECT_EQ(target("MG", { 40, Sex::Male, Stage::None }), 420);
    EXPECT_EQ(target("VITD", { 71, Sex::Male, Stage::None }), 20);
    EXPECT_EQ(limit("VITD", { 40, Sex::Male, Stage::None }), 100);
    EXPECT_EQ(limit("CA", { 51, Sex::Male, Stage::None }), 2000);
    EXPECT_EQ(target("VITK2", { 40, Sex::Male, Stage::None }, "article"), 150);
}

TEST(Intakes, ChangeOnTheBirthday)
{
    const auto calcium = [](double years) {
        return target("CA", { years, Sex::Female, Stage::None });
    };
    EXPECT_EQ(calcium(0), 200);
    EXPECT_EQ(calcium(5.99 / 12), 200);
    EXPECT_EQ(calcium(0.5), 260);
    EXPECT_EQ(calcium(11.99 / 12), 260);
    EXPECT_EQ(calcium(1), 700);
    EXPECT_EQ(calcium(0.9999999999999999), 700) << "ten times 0.1";
    EXPECT_EQ(calcium(50.99), 1000);
    EXPECT_EQ(calcium(51), 1200);
}

TEST(Intakes, AreTheStricterWhereAgeOrSexIsLeftOut)
{
    EXPECT_EQ(target("CA", { anyAge, anySex, Stage::None }), 1200);
    EXPECT_EQ(target("MG", { anyAge, anySex, Stage::None }), 420);
    EXPECT_EQ(target("MG", { anyAge, Sex::Female, Stage::None }), 320);
    EXPECT_EQ(target("MG", { 15, anySex, Stage::None }), 410);
    EXPECT_EQ(target("VITD", { anyAge, anySex, Stage::None }), 20);
    EXPECT_EQ(limit("CA", { anyAge, anySex, Stage::None }), 2000);
    EXPECT_EQ(limit("CA", { anyAge, Sex::Male, Stage::None }), 2000);
    // An adult's: children's targets are higher (1300 mg), their limits lower.
    EXPECT_EQ(limit("VITD", { anyAge, anySex, Stage::None }), 100);
    EXPECT_EQ(target("CA", { anyAge, Sex::Female, Stage::Pregnant }), 1000);
    EXPECT_EQ(target("MG", { anyAge, anySex, Stage::Pregnant }), 360);
}

TEST(Intakes, OfPregnancyAndLactationHaveBandsOfTheirOwn)
{
    for (const double years : { 14.0, 16.0, 18.99 })
    {
        SCOPED_TRACE(years);
        EXPECT_EQ(target("CA", { years, Sex::Female, Stage::Pregnant }), 1300);
        EXPECT_EQ(target("MG", { years, Sex::Female, Stage::Pregnant }), 400);
        EXPECT_EQ(target("MG", { years, Sex::Female, Stage::Lactating }), 360);
        EXPECT_EQ(limit("CA", { years, Sex::Female, Stage::Pregnant }), 3000);
    }
    EXPECT_EQ(target("MG", { 19, Sex::Female, Stage::Pregnant }), 350);
    EXPECT_EQ(target("MG", { 31, Sex::Female, Stage::Pregnant }), 360);
    EXPECT_EQ(target("CA", { 13.99, Sex::Female, Stage::Pregnant }), std::nullopt);
    EXPECT_EQ(target("CA", { 51, Sex::Female, Stage::Pregnant }), std::nullopt);
    EXPECT_EQ(target("CA", { 30, Sex::Male, Stage::Pregnant }), std::nullopt);
}

TEST(Intakes, AreNothingWhereNoneIsSet)
{
    const Person woman{ 40, Sex::Female, Stage::None };
    EXPECT_EQ(target("VITK2", woman), std::nullopt) << "no authority has set one";
    EXPECT_EQ(target("VITK2", { 10, Sex::Female, Stage::None }, "article"), std::nullopt);
    EXPECT_EQ(limit("VITK2", woman, "article"), std::nullopt);
    EXPECT_EQ(limit("MG", woman), std::nullopt) << "the limit is for supplements alone";
    EXPECT_EQ(target("ENERC", woman), std::nullopt);
    EXPECT_EQ(target("PROCNT", woman, "efsa"), std::nullopt) << "it is set per kg of body weight";
    EXPECT_EQ(target("CA", woman, "nobody"), std::nullopt);
    EXPECT_EQ(target("CA", { -1, Sex::Female, Stage::None }), std::nullopt);
}

TEST(Intakes, OfPregnancyAreTheStrictestOfTheTrimestersWhereNoneIsNamed)
{
    const auto vitaminK = [](Stage stage) {
        return target("VITK", { 30, Sex::Female, stage }, "nnr2023");
    };
    EXPECT_EQ(vitaminK(Stage::FirstTrimester), 65);
    EXPECT_EQ(vitaminK(Stage::SecondTrimester), 70);
    EXPECT_EQ(vitaminK(Stage::ThirdTrimester), 75);
    EXPECT_EQ(vitaminK(Stage::Pregnant), 75);
    EXPECT_EQ(target("CA", { 30, Sex::Female, Stage::FirstTrimester }), 1000)
        << "this standard has one value for them all";
}

TEST(Intakes, KnowTheirStandards)
{
    const IntakeTable& intakes = realRegistry().standards().intakes;
    for (const char* const standard : { "nam", "NAM", " Nam ", "article" })
        EXPECT_TRUE(intakes.authority(standard)) << standard;
    for (const char* const standard : { "", "na", "nobody" })
        EXPECT_FALSE(intakes.authority(standard)) << standard;
    EXPECT_EQ(target("CA", { 40, Sex::Female, Stage::None }, "NAM"), 1000);
}

TEST(Intakes, KnowTheirStandardsByEveryNameThatAListShows)
{
    const IntakeTable& intakes = realRegistry().standards().intakes;
    const auto& names = realRegistry().rows("authority_names", "Standards");
    ASSERT_GT(names.size(), 10U);
    for (const Row& row : names)
    {
        for (const auto& [language, name] : row.fields())
            if (language != "note")
            {
                EXPECT_EQ(intakes.authority(name), intakes.authority(row.id())) << name;
            }
    }
    for (const char* const name : { "États-Unis et Canada, NAM", "EE. UU. y Canada, nam", "NAM" })
        EXPECT_EQ(intakes.authority(name), intakes.authority("nam")) << name;
    EXPECT_EQ(intakes.authority("D-A-CH"), intakes.authority("dach"));
    for (const char* const part : { "USA and Canada", "European Union", "Japan" })
        EXPECT_FALSE(intakes.authority(part)) << part;
}

TEST(Intakes, RefuseANameOfTwoStandards)
{
    std::vector<Damage> damages;
    const StandardNames names("names",
                              { Row("one", { { "en", "Country, A" }, { "de", "Land, A" } }),
                                Row("two", { { "en", "Country, B" }, { "de", "LAND, a" } }) },
                              damages);
    ASSERT_EQ(damages.size(), 1U);
    EXPECT_EQ(damages[0].table + "/" + damages[0].id + "/" + damages[0].field, "names/two/de");
    EXPECT_EQ(names.code("land, a"), "one");
    EXPECT_EQ(names.code("Elsewhere"), "elsewhere");
}

TEST(Intakes, LoseADamagedRowAlone)
{
    const auto row = [](const char* id, Row::Fields fields) {
        Row::Fields whole{ { "standard", "mine" }, { "nutrient", "CA" }, { "kind", "target" },
                           { "term", "RDA" },      { "from", "0" },      { "to", "100" },
                           { "value", "10" },      { "year", "2011" },   { "confidence", "seen" } };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    std::vector<Damage> damages;
    const IntakeTable intakes(
        { Row("mine", { { "short", "Mine" }, { "name", "My own" }, { "adult", "228" } }),
          Row("x", {}) },
        {},
        { row("good", {}), row("whose", { { "standard", "yours" } }),
          row("what", { { "nutrient", "CAA" } }), row("kind", { { "kind", "ulx" } }),
          row("sex", { { "sex", "X" } }), row("stage", { { "stage", "retired" } }),
          row("from", { { "from", "" } }), row("to", { { "to", "old" } }),
          row("value", { { "value", "-1" } }), row("term", { { "term", "" } }),
          row("wordless", { { "value", "" } }), row("unsure", { { "confidence", "guessed" } }) },
        smallNutrients(), smallConfidence(), damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.field + " ";
    EXPECT_EQ(fields, "short standard nutrient kind sex stage from to value term said confidence ");
    const auto intake = intakes.find("mine", tag("CA"), IntakeKind::Target, {});
    EXPECT_FALSE(intake) << "the band ends before the adult's";
    const auto child = intakes.find("mine", tag("CA"), IntakeKind::Target, { 3, {}, {} });
    ASSERT_TRUE(child);
    EXPECT_EQ(child->authority->shortName, "Mine");
}

TEST(People, AreReadWhateverTheCase)
{
    EXPECT_EQ(parseSex("F"), Sex::Female);
    EXPECT_EQ(parseSex(" m "), Sex::Male);
    EXPECT_EQ(parseStage(""), Stage::None);
    EXPECT_EQ(parseStage("Pregnant"), Stage::Pregnant);
    EXPECT_EQ(parseStage("LACTATING"), Stage::Lactating);
    EXPECT_EQ(parseStage("pregnant 3"), Stage::ThirdTrimester);
    for (const char* const text : { "", "X", "female", "FM" })
        EXPECT_EQ(parseSex(text), std::nullopt) << text;
    for (const char* const text : { "none", "pregnan", "pregnant 4", "expecting" })
        EXPECT_EQ(parseStage(text), std::nullopt) << text;
}

} // namespace quartet
