/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/intake_answers.hxx"

#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Person woman{ 40, Sex::Female, Stage::None };

NutrientIndex nutrient(const char* name)
{
    return realRegistry().data().nutrients.find(name).value();
}

std::string status(double amount, const char* name, IntakeOf of = IntakeOf::Total,
                   const char* standard = "nam")
{
    return shown(realRegistry().standards().intakeAnswers.status(amount, nutrient(name), woman,
                                                                 standard, of));
}

std::string source(const char* name, const Person& person = woman, const char* standard = "nam",
                   IntakeKind kind = IntakeKind::Target)
{
    return shown(
        realRegistry().standards().intakeAnswers.source(nutrient(name), person, standard, kind));
}

} // namespace

TEST(IntakeStatus, StandsAgainstTargetAndLimit)
{
    EXPECT_EQ(status(14.9, "VITD"), "below target");
    EXPECT_EQ(status(15, "VITD"), "on target");
    EXPECT_EQ(status(100, "VITD"), "on target");
    EXPECT_EQ(status(100.1, "VITD"), "above limit");
    EXPECT_EQ(status(90, "VITK"), "on target");
    EXPECT_EQ(status(1e6, "VITK"), "on target") << "no limit is set";
    EXPECT_EQ(status(150, "VITK2"), "#N/A") << "no target is set";
    EXPECT_EQ(status(150, "VITK2", IntakeOf::Total, "article"), "on target");
}

TEST(IntakeStatus, CountsMagnesiumsLimitForSupplementsAlone)
{
    EXPECT_EQ(status(400, "MG"), "on target");
    EXPECT_EQ(status(4000, "MG"), "on target");
    EXPECT_EQ(status(400, "MG", IntakeOf::Supplements), "above limit");
    EXPECT_EQ(status(350, "MG", IntakeOf::Supplements), "on target");
    EXPECT_EQ(status(260, "MG", IntakeOf::Supplements, "efsa"), "above limit");
    EXPECT_EQ(status(101, "VITD", IntakeOf::Supplements), "above limit");
}

TEST(IntakeSource, SaysValueTermAuthorityAndYear)
{
    EXPECT_EQ(source("CA"), "1000 mg a day: RDA, National Academies (IOM/NAM), USA and Canada, "
                            "2011; read in a secondary source");
    EXPECT_THAT(source("VITK2", woman, "article"),
                AllOf(StartsWith("150 µg a day: recommendation, Article"),
                      HasSubstr("one author's opinion")));
    EXPECT_THAT(source("VITK2", woman, "article", IntakeKind::HighTarget),
                HasSubstr("printed as 180 to 200 µg"));
    EXPECT_THAT(source("VITD", { 0.5, Sex::Male, Stage::None }, "uk"),
                HasSubstr("printed as 8.5 to 10 µg"));
    EXPECT_THAT(source("CA", woman, "us-dv"), HasSubstr("a value for labels"));
    EXPECT_EQ(source("ENERC"), "#N/A");
}

TEST(IntakeSource, MarksWhatIsFromMemory)
{
    for (const Row& row : realRegistry().rows("intakes", "Standards"))
    {
        const double months = row.requiredNumber("from");
        const std::string text = shown(realRegistry().standards().intakeAnswers.source(
            nutrient(std::string(row.text("nutrient")).c_str()),
            { months / 12, parseSex(row.text("sex")), parseStage(row.text("stage")).value() },
            row.text("standard"), parseIntakeKind(row.text("kind")).value()));
        EXPECT_EQ(text.find("from memory") != std::string::npos,
                  row.text("confidence") == "from-memory")
            << row.id() << ": " << text;
        EXPECT_NE(text.find(row.text("year")), std::string::npos) << row.id();
        EXPECT_NE(text.find(row.text("term")), std::string::npos) << row.id();
    }
}

TEST(IntakeSource, SaysWhereNoneIsSet)
{
    EXPECT_THAT(source("VITK", woman, "nam", IntakeKind::UpperLimit),
                StartsWith("no upper limit set: National Academies"));
    EXPECT_THAT(source("MG", woman, "nam", IntakeKind::UpperLimit),
                AllOf(StartsWith("no upper limit set: "),
                      HasSubstr("for supplements alone 350 mg a day (UL 1997)")));
    EXPECT_THAT(source("MG", woman, "nam", IntakeKind::SupplementLimit),
                HasSubstr("for supplements alone; food never counts"));
    EXPECT_THAT(source("VITK2"), StartsWith("no value set: National Academies"));
    EXPECT_THAT(source("VITK", woman, "uk"),
                StartsWith("1 µg for each kg of body weight: Safe intake"));
}

TEST(IntakeSource, SaysWhichOfSeveralValuesItIs)
{
    EXPECT_THAT(source("MG", { 40, std::nullopt, Stage::None }),
                AllOf(StartsWith("420 mg"), HasSubstr("sex not given: the stricter of the two")));
    EXPECT_THAT(source("MG", { std::nullopt, Sex::Female, Stage::None }),
                HasSubstr("age not given: the stricter adult value"));
    EXPECT_THAT(source("MG", {}), HasSubstr("age and sex not given: the stricter adult value"));
    EXPECT_THAT(source("VITK", { 30, Sex::Female, Stage::Pregnant }, "nnr2023"),
                HasSubstr("trimester not given: the strictest of the three"));
    EXPECT_THAT(source("VITD", { 40, std::nullopt, Stage::None }), Not(HasSubstr("not given")))
        << "both sexes' is the same";
}

} // namespace quartet
