/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/medicines.hxx"

#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quartet
{

namespace
{

/// "warfarin: vitamin K antagonist; ?aspirin"
std::string found(std::string_view list)
{
    std::string text;
    for (const Medicine& medicine : realRegistry().standards().medicines.find(list))
    {
        if (medicine.classes.empty())
            text += "?" + medicine.entry + "; ";
        for (const MedicineClass* const each : medicine.classes)
            text += medicine.entry + ": " + each->name + "; ";
    }
    return text;
}

} // namespace

TEST(Medicines, AreFoundByClassGenericAndBrandName)
{
    for (const std::string entry :
         { "warfarin", "Warfarin", "WARFARIN", "warfarin 5 mg", "warfarin 5mg", "5 mg warfarin",
           "(warfarin)", "warfarin-sodium", "Coumadin", "coumadin 2.5 mg", "VKA", "vka",
           "Vitamin K antagonist", "vitamin  K antagonists", "Sintrom", "phenprocoumon",
           "ワルファリン錠1mg" })
        EXPECT_EQ(found(entry), entry + ": vitamin K antagonist; ") << "in the person's own words";
    EXPECT_EQ(found("atorvastatin 20mg"), "atorvastatin 20mg: statin; ");
    EXPECT_EQ(found("Xarelto"), "Xarelto: direct oral anticoagulant; ");
    EXPECT_EQ(found("L-Thyroxin 75"), "L-Thyroxin 75: thyroid hormone; ");
}

// A plan's list names every class, each so that it is understood.
TEST(Medicines, AreUnderstoodAsAPlansListNamesThem)
{
    const MedicineTable& medicines = realRegistry().standards().medicines;
    const auto& names = realRegistry().rows("medicine_names", "Build");
    std::map<std::string, std::vector<std::string>> lists;
    for (const Row& row : names)
        for (const auto& [language, name] : row.fields())
            if (language != "note")
            {
                lists[std::string(language)].emplace_back(name);
                const auto found = medicines.find(name);
                ASSERT_EQ(found.size(), 1U) << name;
                ASSERT_EQ(found[0].classes.size(), 1U) << name;
                EXPECT_EQ(found[0].classes[0]->id, row.id()) << name;
            }
    ASSERT_EQ(lists.size(), 5U);
    for (auto& [language, list] : lists)
    {
        EXPECT_TRUE(medicines.nameEveryClass(list)) << language;
        list.back() = list.front();
        EXPECT_FALSE(medicines.nameEveryClass(list)) << language;
    }
    EXPECT_FALSE(medicines.nameEveryClass({ "warfarin", "statin" }));
}

TEST(Medicines, AreFoundWithInvisibleSignsInTheirNames)
{
    for (const std::string entry : { "war\u00adfarin", "war\u200bfarin", "war\u2060farin",
                                     "war\u200dfarin", "Mar\u00adcumar" })
        EXPECT_EQ(found(entry), entry + ": vitamin K antagonist; ");
}

TEST(Medicines, AreAskedForWhereALetterIsWrong)
{
    const MedicineTable& medicines = realRegistry().standards().medicines;
    for (const char* const entry : { "warfrin", "wafarin", "warfarni", "warfarrin" })
    {
        EXPECT_EQ(found(entry), std::string("?") + entry + "; ") << "a guess is no answer";
        EXPECT_EQ(medicines.similar(entry), "warfarin") << entry;
    }
    EXPECT_EQ(medicines.similar("levothyroxyne 50 mg"), "levothyroxine");
    for (const char* const entry : { "aspirin", "vitamin", "cat", "", "paracetamol", "ibuprofen" })
        EXPECT_EQ(medicines.similar(entry), "") << entry;
}

TEST(Medicines, AreAskedForWhereAWordMayMeanOtherKindsToo)
{
    const MedicineTable& medicines = realRegistry().standards().medicines;
    const std::pair<const char*, const char*> unclear[] = {
        { "blood thinners 5 mg", "vitamin K antagonist" },
        { "Blutverdünner", "Vitamin-K-Antagonist" },
        { "traitement anticoagulant", "antagoniste de la vitamine K" },
        { "anticoagulantes orales", "antagonista de la vitamina K" },
        { "血液をサラサラにする薬", "ビタミンK拮抗薬" },
    };
    for (const auto& [entry, meant] : unclear)
    {
        EXPECT_EQ(found(entry), std::string("?") + entry + "; ");
        EXPECT_EQ(medicines.similar(entry), meant) << entry;
        ASSERT_EQ(medicines.find(meant).size(), 1U) << meant;
        ASSERT_EQ(medicines.find(meant)[0].classes.size(), 1U) << meant;
        EXPECT_EQ(medicines.find(meant)[0].classes[0]->id, "vitamin-k-antagonist");
    }
}

TEST(Medicines, AreLookedForInTheFirstEntriesOfALongList)
{
    std::string list;
    for (std::size_t i = 0; i < MedicineTable::mostEntries; ++i)
        list += "vitamin tablets,";
    EXPECT_FALSE(MedicineTable::isTooLong(list));
    EXPECT_TRUE(MedicineTable::isTooLong(list + "warfarin"));
    EXPECT_TRUE(MedicineTable::isTooLong(std::string(MedicineTable::longestEntry + 1, 'a')));
    const Standards& standards = realRegistry().standards();
    EXPECT_EQ(shown(standards.interactions.level(list + "warfarin", std::nullopt)), "Err:502");
    std::string hostile;
    for (int i = 0; i < 500000; ++i)
        hostile += "a,";
    EXPECT_EQ(standards.medicines.find(hostile).size(), MedicineTable::mostEntries);
    EXPECT_THAT(standards.interactions.describe(hostile, std::nullopt),
                testing::EndsWith("which does not mean that they are safe."));
}

TEST(Medicines, AreFoundByTheLongerOfTwoNames)
{
    for (const std::string entry :
         { "non-vitamin K antagonist oral anticoagulant", "non-VKA oral anticoagulants", "non-VKAs",
           "non-AVK", "anticoagulants oraux non anti-vitamine K" })
        EXPECT_EQ(found(entry), entry + ": direct oral anticoagulant; ");
    const std::string both = "VKA or non-VKA oral anticoagulants";
    EXPECT_EQ(found(both),
              both + ": direct oral anticoagulant; " + both + ": vitamin K antagonist; ");
}

TEST(Medicines, AreNotFoundAtTheEndOfAnotherKatakanaName)
{
    EXPECT_EQ(found("ナイスタチン"), "?ナイスタチン; ");
    EXPECT_EQ(found("偽ワルファリンK錠"), "偽ワルファリンK錠: vitamin K antagonist; ");
    EXPECT_EQ(found("メタワルファリン"), "?メタワルファリン; ");
}

TEST(Medicines, AreDividedByTheSignsOfJapaneseToo)
{
    for (const std::string sign : { "、", "，", "；" })
        EXPECT_EQ(found("ワルファリン" + sign + "ロキソニン"),
                  "ワルファリン: vitamin K antagonist; ?ロキソニン; ");
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
           "жwarfarin", "éwarfarin", "VKAss", "warf", "vitamin K" })
        EXPECT_EQ(found(entry), "?" + entry + "; ");
    EXPECT_EQ(found("warfarinx warfarin"), "warfarinx warfarin: vitamin K antagonist; ");
}

TEST(Medicines, ThatAreNotListedAreNamedAsSuch)
{
    EXPECT_EQ(found("aspirin"), "?aspirin; ");
    EXPECT_EQ(found("aspirin, Warfarin 5 mg; metformin\nVKA"),
              "?aspirin; Warfarin 5 mg: vitamin K antagonist; ?metformin; "
              "VKA: vitamin K antagonist; ");
}

TEST(Medicines, OfAnEmptyListAreNone)
{
    for (const char* const list : { "", " ", " , ;\n" })
        EXPECT_EQ(found(list), "");
}

TEST(MedicineTable, LosesADamagedRowAlone)
{
    const auto row = [](const char* id, Row::Fields fields) {
        Row::Fields whole{ { "class", id }, { "names", "x; y" } };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    std::vector<Damage> damages;
    const MedicineTable medicines(
        { row("good", {}), row("a", { { "class", "" } }), row("b", { { "names", "" } }) }, damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.field + " ";
    EXPECT_EQ(fields, "class names ");
    EXPECT_EQ(medicines.find("Y 5 mg").at(0).classes.size(), 1u);
}

} // namespace quartet
