/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "medicines.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

/// "warfarin: vitamin K antagonist; ?aspirin"
std::string found(std::string_view list)
{
    const MedicineFindings findings = realRegistry().data().medicines.find(list);
    std::string text;
    for (const auto& [entry, medicine] : findings.known)
        text += entry + ": " + medicine->name + "; ";
    for (const std::string& entry : findings.unlisted)
        text += "?" + entry + "; ";
    return text;
}

} // namespace

TEST(Medicines, AreFoundByClassGenericAndBrandName)
{
    for (const std::string entry :
         { "warfarin", "Warfarin", "WARFARIN", "warfarin 5 mg", "warfarin 5mg", "5 mg warfarin",
           "(warfarin)", "warfarin-sodium", "Coumadin", "coumadin 2.5 mg", "VKA", "vka",
           "Vitamin K antagonist", "vitamin  K antagonists", "Sintrom", "phenprocoumon" })
    {
        const auto folded = realRegistry().data().medicines.find(entry);
        ASSERT_EQ(folded.known.size(), 1u) << entry;
        EXPECT_EQ(folded.known[0].first, entry) << "in the person's own words";
        EXPECT_EQ(folded.known[0].second->name, "vitamin K antagonist") << entry;
        EXPECT_TRUE(folded.unlisted.empty()) << entry;
    }
}

// Signs and punctuation outside ASCII end a word too.
TEST(Medicines, AreFoundBetweenAnyPunctuation)
{
    for (const std::string entry : { "Coumadin®", "warfarin™", "“warfarin”", "«warfarin»",
                                     "warfarin—5 mg", "warfarin\u2011sodium", "warfarin·Na" })
        EXPECT_EQ(found(entry), entry + ": vitamin K antagonist; ");
}

TEST(Medicines, AreFoundAsWholeWordsAlone)
{
    for (const std::string entry :
         { "warfarinx", "xwarfarin", "antiwarfarin", "warfarinex", "warfarinäx", "warfarinж",
           "жwarfarin", "éwarfarin", "VKAs", "warf", "vitamin K" })
        EXPECT_EQ(found(entry), "?" + entry + "; ");
    EXPECT_EQ(found("warfarinx warfarin"), "warfarinx warfarin: vitamin K antagonist; ");
}

TEST(Medicines, ThatAreNotListedAreNamedAsSuch)
{
    EXPECT_EQ(found("aspirin"), "?aspirin; ");
    EXPECT_EQ(found("aspirin, Warfarin 5 mg; metformin\nVKA"),
              "Warfarin 5 mg: vitamin K antagonist; VKA: vitamin K antagonist; "
              "?aspirin; ?metformin; ");
}

TEST(Medicines, OfAnEmptyListAreNone)
{
    for (const char* const list : { "", " ", " , ;\n" })
        EXPECT_EQ(found(list), "");
}

TEST(Medicines, SayWhatMayNotBeJudged)
{
    const Data& data = realRegistry().data();
    const NutrientIndex k2 = data.nutrients.k2().total;
    EXPECT_TRUE(data.medicines.find("aspirin, warfarin").unjudged(k2));
    EXPECT_FALSE(data.medicines.find("warfarin").unjudged(data.nutrients.find("CA").value()));
    EXPECT_FALSE(data.medicines.find("aspirin").unjudged(k2));
    EXPECT_FALSE(data.medicines.find("").unjudged(k2));
}

TEST(MedicineTable, LosesADamagedRowAlone)
{
    const auto row = [](const char* id, Row::Fields fields) {
        Row::Fields whole{
            { "class", id }, { "names", "x; y" }, { "caution", "ask" }, { "unjudged", "VITK2" }
        };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    std::vector<Damage> damages;
    const MedicineTable medicines({ row("good", {}), row("a", { { "class", "" } }),
                                    row("b", { { "names", "" } }), row("c", { { "caution", "" } }),
                                    row("d", { { "unjudged", "VITQ" } }) },
                                  smallNutrients(), damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.field + " ";
    EXPECT_EQ(fields, "class names caution unjudged ");
    EXPECT_EQ(medicines.find("Y 5 mg").known.size(), 1u);
}

} // namespace quartet
