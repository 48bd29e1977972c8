/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/interactions.hxx"

#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::optional<NutrientIndex> optionalNutrient(const char* name)
{
    return name ? realRegistry().data().nutrients.find(name) : std::nullopt;
}

std::string describe(const char* medicines, const char* about = nullptr)
{
    return realRegistry().standards().interactions.describe(medicines, optionalNutrient(about));
}

std::string level(const char* medicines, const char* about = nullptr)
{
    return shown(realRegistry().standards().interactions.level(medicines, optionalNutrient(about)));
}

} // namespace

TEST(Interactions, SayWhatToKnowAndFromWhom)
{
    EXPECT_THAT(describe("omeprazole"),
                AllOf(StartsWith("omeprazole (proton pump inhibitor): "),
                      HasSubstr("[NIH ODS Magnesium; FDA 2011; from memory and not yet checked")));
    EXPECT_THAT(describe("Warfarin 5 mg", "VITK2"),
                AllOf(StartsWith("Warfarin 5 mg (vitamin K antagonist): "),
                      HasSubstr("[Theuwissen 2013]")));
}

TEST(Interactions, AreAllReachableThroughANameOfTheirMedicine)
{
    const std::vector<Row>& rows = realRegistry().rows("interactions", "Standards");
    EXPECT_EQ(rows.size(), 24u);
    for (const Row& row : rows)
        for (const std::string_view id : split(row.requiredText("medicine"), ";"))
        {
            const MedicineClass* const medicine =
                realRegistry().standards().medicines.findClass(id);
            ASSERT_TRUE(medicine) << row.id();
            for (const std::string_view tag : split(row.requiredText("nutrients"), ";"))
                EXPECT_THAT(describe(medicine->name.c_str(), std::string(tag).c_str()),
                            HasSubstr(std::string(row.requiredText("text"))))
                    << row.id() << " " << id << " " << tag;
        }
}

TEST(Interactions, OfAVitaminConcernItsFormsAndWhatItIsAFormOf)
{
    EXPECT_EQ(level("warfarin", "MK7"), "high");
    EXPECT_EQ(level("warfarin", "VITK1"), "high");
    EXPECT_EQ(level("digoxin", "VITD3"), "high");
    EXPECT_EQ(level("orlistat", "VITK2"), "medium");
    EXPECT_EQ(level("warfarin", "MG"), "not listed");
    EXPECT_EQ(level("omeprazole", "CA"), "not listed");
}

TEST(Interactions, HaveTheMostSeriousFirst)
{
    EXPECT_EQ(level("atorvastatin, omeprazole, warfarin"), "high");
    EXPECT_EQ(level("atorvastatin, omeprazole"), "medium");
    EXPECT_EQ(level("atorvastatin"), "info");
    EXPECT_EQ(level("aspirin, atorvastatin"), "info");
    EXPECT_THAT(describe("atorvastatin, warfarin"), StartsWith("warfarin"));
}

TEST(Interactions, CallNothingSafe)
{
    EXPECT_EQ(describe("aspirin"), "not in this list, which does not mean that it is safe");
    EXPECT_THAT(
        describe("aspirin, warfarin"),
        AllOf(StartsWith("warfarin"),
              HasSubstr("aspirin: not in this list, which does not mean that it is safe.")));
    EXPECT_THAT(describe("warfarin", "MG"),
                HasSubstr("says nothing of it and magnesium, which does not mean that it is safe"));
    EXPECT_EQ(level("aspirin"), "not listed");
    EXPECT_EQ(describe(""), "");
}

TEST(Interactions, OfAVitaminKAntagonistNeverSuggestMoreVitaminK)
{
    for (const char* const about : { "VITK", "VITK1", "VITK2", "MK7" })
        EXPECT_THAT(describe("Marcumar", about),
                    AllOf(Not(HasSubstr("more")), Not(HasSubstr("add")), HasSubstr("the clinic")));
}

TEST(InteractionTable, LosesADamagedRowAlone)
{
    const auto row = [](const char* id, Row::Fields fields) {
        Row::Fields whole{ { "medicine", "m" },     { "nutrients", "CA" }, { "level", "high" },
                           { "text", "T." },        { "short", "s" },      { "source", "S" },
                           { "confidence", "seen" } };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    std::vector<Damage> damages;
    const MedicineTable medicines({ Row("m", { { "class", "kind" }, { "names", "x" } }) }, damages);
    const Texts texts({}, damages);
    const InteractionTable table(
        { Row("high", { { "order", "1" } }), Row("odd", {}) },
        { row("good", {}), row("a", { { "medicine", "n" } }), row("b", { { "nutrients", "CAA" } }),
          row("c", { { "level", "odd" } }), row("d", { { "text", "" } }),
          row("e", { { "short", "" } }), row("f", { { "unjudged", "VITQ" } }),
          row("g", { { "confidence", "" } }) },
        medicines, smallNutrients(), smallConfidence(), texts, damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.field + " ";
    EXPECT_EQ(fields, "order medicine nutrients level text short unjudged confidence ");
    EXPECT_EQ(table.find(medicines.find("x"), std::nullopt).size(), 1u);
}

} // namespace quartet
