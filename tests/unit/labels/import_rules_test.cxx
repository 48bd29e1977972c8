/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace quartet
{

namespace
{

using testing::ElementsAre;

/// "CA mg", "VITD IU x0.1", "ENERC kcal a serving", or the reason why not.
std::string described(const ColumnMapping& mapping)
{
    if (mapping.column.empty())
        return "- " + mapping.why;
    std::string text = mapping.column;
    if (!mapping.unit.empty())
        text += " " + mapping.unit;
    if (mapping.factor != 1)
        text += " x" + formatNumber(mapping.factor, 3);
    if (mapping.perServing)
        text += " a serving";
    if (mapping.otherwise)
        text += " otherwise";
    return text;
}

std::string read(const char* header) { return described(rules().read(header)); }

std::vector<std::string> readTogether(const std::vector<std::string>& headers)
{
    std::vector<std::string> texts;
    for (const ColumnMapping& mapping : rules().read(headers))
        texts.push_back(described(mapping));
    return texts;
}

} // namespace

TEST(ImportRules, KnowTagnamesAndEnglishNamesWithAndWithoutUnit)
{
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    for (NutrientIndex i = 0; i < nutrients.size(); ++i)
    {
        const Nutrient& nutrient = realRegistry().data().nutrients[i];
        if (nutrient.tag == "VITK")
            continue;
        if (nutrient.tag == "PRO" || nutrient.tag == "ALA_G")
            continue; // a word, and a name that ends in a unit
        const std::string own = nutrient.tag + " " + nutrient.unit;
        for (const std::string& name : { nutrient.tag, nutrient.name })
        {
            // "ID" is a number that tables give foods, unless a unit makes it iodine.
            const bool isWord =
                i >= nutrients.coreSize() && fold(name) == fold(nutrient.tag) && name.size() <= 3;
            EXPECT_EQ(described(rules().read(name)), isWord ? "- unknown" : own) << name;
            EXPECT_EQ(described(rules().read(name + " (" + nutrient.unit + ")")), own);
            EXPECT_EQ(described(rules().read(name + " [" + nutrient.unit + "/100 g]")), own);
        }
    }
    EXPECT_EQ(read("Name"), "Name");
    EXPECT_EQ(read("ALIASES"), "Aliases");
    EXPECT_EQ(read("Portions"), "Portions");
}

TEST(ImportRules, KnowTheHeadersOfTheUsda)
{
    for (const auto& [header, expected] :
         { std::pair("Calcium, Ca (mg)", "CA mg"),
           std::pair("Iron, Fe (mg)", "FE mg"),
           std::pair("Sodium, Na (mg)", "NA mg"),
           std::pair("Energy (kcal)", "ENERC kcal"),
           std::pair("Energy (kJ)", "ENERC kJ"),
           std::pair("Total lipid (fat) (g)", "FAT g"),
           std::pair("Energy (Atwater General Factors) (KCAL)", "ENERC kcal"),
           std::pair("Carbohydrate, by difference (g)", "CHOCDF g"),
           std::pair("Fiber, total dietary (g)", "FIBTG g"),
           std::pair("Vitamin D (D2 + D3) (µg)", "VITD µg"),
           std::pair("Vitamin D (D2 + D3), International Units (IU)", "VITD IU"),
           std::pair("Vitamin D (D2 + D3), International Units", "VITD IU"),
           std::pair("Vitamin D2 (ergocalciferol) (UG)", "VITD2 µg"),
           std::pair("Vitamin D3 (cholecalciferol) (mcg)", "VITD3 µg"),
           std::pair("Vitamin K (phylloquinone) (µg)", "VITK1 µg"),
           std::pair("Vitamin K (Menaquinone-4) (µg)", "MK4 µg"),
           std::pair("Energ_Kcal", "ENERC kcal"),
           std::pair("Lipid_Tot_(g)", "FAT g"),
           std::pair("Carbohydrt_(g)", "CHOCDF g"),
           std::pair("Fiber_TD_(g)", "FIBTG g"),
           std::pair("Vit_D_µg", "VITD µg"),
           std::pair("Vit_D_IU", "VITD IU"),
           std::pair("Shrt_Desc", "Name"),
           std::pair("description", "Name"),
           std::pair("calcium_mg", "CA mg"),
           std::pair("vitamin_k1_mcg", "VITK1 µg") })
        EXPECT_EQ(read(header), expected) << header;
}

TEST(ImportRules, KnowHeadersOfOtherLanguages)
{
    for (const auto& [header, expected] :
         { std::pair("Lebensmittel", "Name"),
           std::pair("Kalzium", "CA mg"),
           std::pair("Calcium (mg/100 g)", "CA mg"),
           std::pair("Eiweiß (g)", "PROCNT g"),
           std::pair("Brennwert in kJ", "- unknown"),
           std::pair("Brennwert (kJ)", "ENERC kJ"),
           std::pair("CA Calcium [mg/100g]", "CA mg"),
           std::pair("ENERCC Energie (Kilokalorien) [kcal/100g]", "ENERC kcal"),
           std::pair("Vitamin D (I.E.)", "VITD IU"),
           std::pair("Fett, gesamt", "FAT g"),
           std::pair("alim_nom_fr", "Name"),
           std::pair("alim_grp_nom_fr", "Group"),
           std::pair("Protéines, N x facteur de Jones (g/100 g)", "PROCNT g"),
           std::pair("Energie, Règlement UE N° 1169/2011 (kJ/100 g)", "ENERC kJ"),
           std::pair("Vitamine K2 (µg/100 g)", "VITK2 µg"),
           std::pair("Lipides", "FAT g"),
           std::pair("Energía (kcal) por 100 g", "ENERC kcal"),
           std::pair("Calcio", "CA mg"),
           std::pair("Proteínas (g)", "PROCNT g"),
           std::pair("食品名", "Name"),
           std::pair("カルシウム", "CA mg"),
           std::pair("カルシウム（mg）", "CA mg"),
           std::pair("ビタミンＤ (μg)", "VITD µg"),
           std::pair("エネルギー(kcal)", "ENERC kcal"),
           std::pair("たんぱく質 (g/100gあたり)", "PROCNT g") })
        EXPECT_EQ(read(header), expected) << header;
}

TEST(ImportRules, NeverTakeAHeaderForLessThanItSays)
{
    for (const char* const header :
         { "Fat, trans-monoenoic (g)", "Calcium, added (mg)", "25-hydroxyvitamin D",
           "25-hydroxy cholecalciferol (25-OH D3", "vitamin_d_mcg_flag", "mk4_n", "k1_derivation",
           "Iron, heme", "Carbohydrate, of which starch", "", "???", "Total" })
        EXPECT_EQ(read(header), "- unknown") << header;
}

TEST(ImportRules, KnowFurtherNutrients)
{
    for (const auto& [header, expected] :
         { std::pair("Fat, saturated (g)", "FASAT g"),
           std::pair("davon gesättigte Fettsäuren (g)", "FASAT g"),
           std::pair("of which sugars (g)", "SUGAR g"), std::pair("davon Zucker (g)", "SUGAR g"),
           std::pair("Vitamin E (mg)", "TOCPHA mg"), std::pair("ID (µg)", "ID µg"),
           std::pair("B12 (Cobalamin) (µg)", "VITB12 µg"),
           std::pair("Fatty acids, total saturated (g)", "FASAT g"),
           std::pair("Vitamine B9 ou Folates totaux (µg/100 g)", "FOL µg"),
           std::pair("ビタミンC (mg)", "VITC mg"),
           std::pair("Vitamin K (Dihydrophylloquinone) (µg)", "VITK1D µg"),
           std::pair("Vitamin A, IU (IU)", "- unit") })
        EXPECT_EQ(read(header), expected) << header;
}

TEST(ImportRules, KnowHowOpenFoodFactsWritesUnits)
{
    EXPECT_EQ(read("calcium_100g"), "CA g");
    EXPECT_EQ(read("vitamin-d_100g"), "VITD g");
    EXPECT_EQ(read("energy_100g"), "ENERC kJ");
    EXPECT_EQ(read("energy-kcal_100g"), "ENERC kcal");
    EXPECT_EQ(read("salt_100g"), "NA g x0.4");
    EXPECT_EQ(read("fat_per_100g"), "FAT g");
    EXPECT_TRUE(rules().read("calcium_per_100g").assumed);
    EXPECT_EQ(described(rules().assign({ "vitamin-k_100g", {}, {} }, "VITK2")), "VITK2 g");
    EXPECT_EQ(described(rules().assign({ "some energy", "kJ", {} }, "ENERC")), "ENERC kJ");
    EXPECT_FALSE(rules().read("FIBT (g)").assumed);
    EXPECT_EQ(described(rules().read(ImportHeader{ "MG", "g", {} })), "MG g");
}

TEST(ImportRules, SayWhereSignsWereLost)
{
    for (const char* const header : { "Vitamin D (?g)", "Vitamin D (\uFFFDg)", "Vitamin D (Âµg)" })
        EXPECT_EQ(read(header), "- encoding") << header;
}

TEST(ImportRules, NameWhatGoesNowhere)
{
    for (const auto& [header, expected] :
         { std::pair("Date", "date"), std::pair("Mahlzeit", "meal"), std::pair("Amount", "amount"),
           std::pair("Menge (g)", "amount"), std::pair("NutrientID", "nutrientCode"),
           std::pair("value", "figure"), std::pair("Einheit", "unitColumn") })
        EXPECT_EQ(rules().read(header).why, expected) << header;
    EXPECT_EQ(read("Calcium, amount (mg)"), "CA mg");
}

TEST(ImportRules, KnowWhatFoodsHold)
{
    const Data& data = realRegistry().data();
    for (const std::string& column : rules().columns())
    {
        const ImportLimit* const limit = rules().limit(column);
        const auto nutrient = data.nutrients.findTag(column);
        if (!limit)
            continue;
        std::vector<double> values;
        for (const Food& food : data.foods.foods())
            if (const auto value = food.value(*nutrient); value && *value > 0)
                values.push_back(*value);
        if (values.size() < 20)
            continue; // a block that this fixture doesn't read
        std::sort(values.begin(), values.end());
        EXPECT_LE(values.back(), limit->most * 1.01) << column;
        EXPECT_NEAR(std::log10(values[values.size() / 2] / limit->typical), 0, 0.3) << column;
    }
}

TEST(ImportRules, LeaveVitaminKToThePerson)
{
    for (const char* const header :
         { "Vitamin K", "vitamin K (µg)", "VITK", "Vitamine K (µg/100 g)", "ビタミンK",
           "vitamin_k_total_mcg", "Vitamin K per serving", "Vitamin K² (µg)" })
        EXPECT_EQ(read(header), "- vitaminK") << header;
}

TEST(ImportRules, SayWhatCannotBeConverted)
{
    EXPECT_EQ(read("Calcium (IU)"), "- unit");
    EXPECT_EQ(read("Calcium (kcal)"), "- unit");
    EXPECT_EQ(read("Vitamin K1 (IU)"), "- unit") << "no unit of that name is defined";
    EXPECT_EQ(read("Energy kJ/kcal"), "- unit");
    EXPECT_EQ(read("Calcium (mg/100 ml)"), "- volume");
    EXPECT_EQ(read("Calcium (% DV)"), "- daily");
    EXPECT_EQ(read("Calcium %"), "- daily");
}

TEST(ImportRules, ConvertUnits)
{
    EXPECT_EQ(rules().factor("g", "CA"), 1000);
    EXPECT_NEAR(rules().factor("µg", "CA").value(), 0.001, 1e-12);
    EXPECT_NEAR(rules().factor("IU", "VITD").value(), 1.0 / 40, 1e-12);
    EXPECT_NEAR(rules().factor("kJ", "ENERC").value(), 1 / 4.184, 1e-12);
    EXPECT_EQ(rules().factor("IU", "VITK1"), std::nullopt);
    EXPECT_EQ(rules().factor("g", "ENERC"), std::nullopt);
    EXPECT_EQ(rules().factor("g", "Name"), std::nullopt);
    EXPECT_THAT(rules().units("VITD"), ElementsAre("µg", "g", "mg", "IU"));
    EXPECT_THAT(rules().units("ENERC"), ElementsAre("kcal", "kJ"));
    EXPECT_THAT(rules().units("Name"), ElementsAre());
    EXPECT_EQ(rules().most("CA"), 100e3);
    EXPECT_EQ(rules().most("ENERC"), 910) << "what burns best bounds it";
    EXPECT_EQ(read("Calcium (mg/kg)"), "CA mg x0.1");
    EXPECT_EQ(read("Salz (g)"), "NA g x0.4") << "sodium is salt / 2.5";
}

TEST(ImportRules, FillEachColumnFromItsBestHeader)
{
    EXPECT_THAT(readTogether({ "Description", "Food name", "Energy (kJ)", "Energy (kcal)" }),
                ElementsAre("- taken", "Name", "ENERC kJ otherwise", "ENERC kcal"));
    EXPECT_THAT(readTogether({ "Produkt", "Salz (g)", "Natrium (g)" }),
                ElementsAre("Name", "NA g x0.4 otherwise", "NA g"));
    EXPECT_THAT(readTogether({ "Name", "Calcium per serving (mg)", "Calcium per 100 g (mg)",
                               "Serving size (g)" }),
                ElementsAre("Name", "- taken", "CA mg", "Serving g"));
}

TEST(ImportRules, TakeFiguresForAServingOnlyWithItsWeight)
{
    EXPECT_THAT(readTogether({ "Name", "Calcium (mg/serving)" }), ElementsAre("Name", "- serving"));
    EXPECT_THAT(readTogether({ "Name", "Portionsgröße (g)", "Kalzium pro Portion (mg)" }),
                ElementsAre("Name", "Serving g", "CA mg a serving"));
}

} // namespace quartet
