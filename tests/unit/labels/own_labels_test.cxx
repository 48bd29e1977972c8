/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Labels of five countries, typed as they are printed.

#include "labels/own_foods.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

OwnColumns labelColumns(const std::vector<std::string>& headers)
{
    return { headers, realData()->nutrients, realData()->units,
             [] { return realRegistry().labelRules(); } };
}

/// A text as it is typed: a plain number is one.
OwnCell typed(const std::string& text)
{
    if (text.empty())
        return {};
    if (const auto number = parseNumber(text))
        return *number;
    return text;
}

/// Headers and cells; the first is the food's name.
struct Label
{
    const char* name;
    std::vector<std::pair<std::string, std::string>> cells;
    /// Per 100 g, by tagname; nothing is unknown.
    std::vector<std::pair<std::string, std::optional<double>>> expected;
    /// An amount and its grams.
    std::pair<std::string, double> amount = {};
};

OwnFoods foods(const Label& label)
{
    std::vector<std::string> headers{ "Name" };
    OwnCells row{ std::string(label.name) };
    for (const auto& [header, cell] : label.cells)
    {
        headers.push_back(header);
        row.push_back(typed(cell));
    }
    return { realData(), labelColumns(headers), { row } };
}

OwnReading reading(const Label& label) { return foods(label).entries().at(0).reading; }

std::string said(const Label& label, std::string_view language = "en")
{
    const OwnFoods all = foods(label);
    return all.words(all.entries().at(0).reading, language);
}

/// One cell in a column.
std::string said(const std::string& header, const std::string& cell)
{
    return said(Label{ "Food", { { header, cell } }, {} });
}

const std::optional<double> unknown;

const std::vector<Label> labels{
    // United Kingdom
    { "Baked beans",
      { { "Figures for", "per 100 g" },
        { "Energy (kJ)", "329" },
        { "Energy (kcal)", "78" },
        { "Fat (g)", "0.4g" },
        { "Saturated fat (g)", "<0.1g" },
        { "Carbohydrate (g)", "12.5" },
        { "Sugars (g)", "4.7" },
        { "Fibre (g)", "3.8" },
        { "Protein (g)", "4.7" },
        { "Salt (g)", "0.57" } },
      { { "ENERC", 78 }, { "FAT", 0.4 }, { "FASAT", unknown }, { "SUGAR", 4.7 }, { "NA", 228 } } },
    { "Porridge oats",
      { { "Figures for", "40 g" },
        { "Energy (kcal)", "149" },
        { "Fat (g)", "3.2" },
        { "Iron (mg)", "1.6mg" } },
      { { "ENERC", 372.5 }, { "FAT", 8 }, { "FE", 4 } } },
    { "Semi-skimmed milk",
      { { "Figures for", "100ml" },
        { "Weighs (g)", "103" },
        { "Energy (kcal)", "50" },
        { "Fat (g)", "1.8" },
        { "Calcium (mg)", "124mg" } },
      { { "ENERC", 50 / 1.03 }, { "FAT", 1.8 / 1.03 }, { "CA", 124 / 1.03 } },
      { "250 ml", 257.5 } },
    { "Vitamin D tablets",
      { { "Figures for", "each tablet" },
        { "Weighs (g)", "0.25" },
        { "Vitamin D (µg)", "25 mcg" } },
      { { "VITD", 10000 } },
      { "2 tablets", 0.5 } },
    // United States
    { "Granola bar",
      { { "Figures for", "1 bar (42 g)" },
        { "Calories", "190" },
        { "Total fat", "7g" },
        { "Sodium", "160mg" },
        { "Total carbohydrate (g)", "29g" },
        { "Total sugars", "12g" } },
      { { "ENERC", 19000 / 42. },
        { "FAT", 700 / 42. },
        { "NA", 16000 / 42. },
        { "CHOCDF", 2900 / 42. },
        { "SUGAR", 1200 / 42. } },
      { "2 bars", 84 } },
    { "Soy milk",
      { { "Figures for", "1 cup" },
        { "Weighs (g)", "243" },
        { "Calories", "80" },
        { "Vitamin D", "3mcg" },
        { "Calcium", "300mg" } },
      { { "ENERC", 8000 / 243. }, { "VITD", 300 / 243. }, { "CA", 30000 / 243. } },
      { "2 cups", 486 } },
    { "D3 softgels",
      { { "Figures for", "softgel" }, { "Weighs (g)", "0.2 g" }, { "Vitamin D", "1000 IU" } },
      { { "VITD", 12500 } },
      { "1 softgel", 0.2 } },
    { "Calcium tablets",
      { { "Figures for", "2 tablets" },
        { "Weighs (g)", "3.2" },
        { "Calcium (mg)", "1200 mg" },
        { "Vitamin D (IU)", "800" } },
      { { "CA", 37500 }, { "VITD", 625 } },
      { "1 tablet", 1.6 } },
    // Germany
    { "Haferdrink",
      { { "Figures for", "pro 100 ml" },
        { "Weighs (g)", "103" },
        { "Brennwert (kJ)", "192 kJ" },
        { "Fett (g)", "0,5 g" },
        { "Salz (g)", "0,09 g" },
        { "Calcium (mg)", "120 mg" },
        { "Vitamin D (µg)", "1,1 µg" } },
      { { "ENERC", 192 / 4.184 / 1.03 },
        { "FAT", 0.5 / 1.03 },
        { "NA", 36 / 1.03 },
        { "CA", 120 / 1.03 },
        { "VITD", 1.1 / 1.03 } } },
    { "Vollmilchjoghurt",
      { { "Figures for", "je 100 g" },
        { "Energy (kJ)", "272 kJ" },
        { "Fat (g)", "3,8" },
        { "Eiweiß (g)", "3,9" },
        { "Salz (g)", "0,13" },
        { "Calcium (mg)", "130 mg" } },
      { { "ENERC", 272 / 4.184 },
        { "FAT", 3.8 },
        { "PROCNT", 3.9 },
        { "NA", 52 },
        { "CA", 130 } } },
    { "Magnesium-Kapseln",
      { { "Figures for", "pro Kapsel" },
        { "Weighs (g)", "0,65 g" },
        { "Magnesium (mg)", "200 mg" } },
      { { "MG", 20000 / 0.65 } },
      { "3 Kapseln", 1.95 } },
    { "Knäckebrot",
      { { "Figures for", "je Scheibe (13,5 g)" },
        { "Energie (kJ)", "190" },
        { "Ballaststoffe (g)", "2,3 g" },
        { "Zucker (g)", "0,2 g" } },
      { { "ENERC", 19000 / 4.184 / 13.5 }, { "FIBTG", 230 / 13.5 } } },
    // France
    { "Confiture",
      { { "Figures for", "pour 100 g" },
        { "Énergie (kJ)", "1 046 kJ" },
        { "Lipides (g)", "traces" },
        { "Glucides (g)", "60" },
        { "Protéines (g)", "0 g" },
        { "Sel (g)", "<0,01" } },
      { { "ENERC", 250 },
        { "FAT", unknown },
        { "CHOCDF", 60 },
        { "PROCNT", 0 },
        { "NA", unknown } } },
    { "Eau minérale",
      { { "Figures for", "1 litre" },
        { "Weighs (g)", "1000" },
        { "Calcium", "486" },
        { "Magnésium (mg)", "84" },
        { "Sel (g)", "0,02" } },
      { { "CA", 48.6 }, { "MG", 8.4 }, { "NA", 0.8 } },
      { "1,5 l", 1500 } },
    { "Biscuit sec",
      { { "Figures for", "par portion" },
        { "Weighs (g)", "8,3 g" },
        { "Énergie (kcal)", "38" },
        { "Glucides (g)", "6,1" } },
      { { "ENERC", 3800 / 8.3 }, { "CHOCDF", 610 / 8.3 } },
      { "2 portions", 16.6 } },
    { "Complément D3",
      { { "Figures for", "par gélule" }, { "Weighs (g)", "0,4" }, { "Vitamine D (UI)", "400" } },
      { { "VITD", 2500 } } },
    // Japan
    { "木綿豆腐",
      { { "Figures for", "100g当たり" },
        { "エネルギー (kcal)", "62" },
        { "たんぱく質 (g)", "5.3g" },
        { "食塩相当量 (g)", "0" },
        { "カルシウム (mg)", "75mg" } },
      { { "ENERC", 62 }, { "PROCNT", 5.3 }, { "NA", 0 }, { "CA", 75 } } },
    { "納豆",
      { { "Figures for", "1食(45g)あたり" },
        { "エネルギー (kcal)", "83" },
        { "食塩相当量 (g)", "0.45" } },
      { { "ENERC", 8300 / 45. }, { "NA", 0.45 * 393.700787 / 45 * 100 } } },
    { "牛乳",
      { { "Figures for", "200ml" },
        { "Weighs (g)", "206" },
        { "エネルギー (kcal)", "137" },
        { "カルシウム (mg)", "227mg" } },
      { { "ENERC", 13700 / 206. }, { "CA", 22700 / 206. } } },
    { "ビタミンDサプリ",
      { { "Figures for", "2粒" }, { "Weighs (g)", "0.5" }, { "ビタミンD (µg)", "25μg" } },
      { { "VITD", 5000 } },
      { "1粒", 0.25 } },
};

} // namespace

TEST(Labels, OfFiveCountriesGiveFiguresPer100g)
{
    ASSERT_EQ(labels.size(), 20u);
    for (const Label& label : labels)
    {
        const OwnReading row = reading(label);
        ASSERT_TRUE(row.food) << label.name << ": " << said(label);
        EXPECT_TRUE(row.notes.empty()) << label.name << ": " << said(label);
        for (const auto& [tag, value] : label.expected)
        {
            const auto found = row.food->value(*realData()->nutrients.findTag(tag));
            ASSERT_EQ(found.has_value(), value.has_value()) << label.name << ' ' << tag;
            if (value)
            {
                EXPECT_NEAR(*found, *value, *value * 1e-8) << label.name << ' ' << tag;
            }
        }
        if (!label.amount.first.empty())
        {
            const auto grams = realData()->grams(*row.food, label.amount.first);
            ASSERT_TRUE(grams) << label.name << ' ' << label.amount.first;
            EXPECT_NEAR(*grams, label.amount.second, 1e-9) << label.name;
        }
    }
}

TEST(Labels, AreRefusedWhereTheyCanBeReadInTwoWays)
{
    EXPECT_EQ(said("Calcium (mg)", "1,234"),
              "Calcium (mg): \"1,234\" can be read in two ways: type 1234 or a number with other "
              "decimals");
    EXPECT_EQ(said("Calcium (mg)", "15 %"),
              "Calcium (mg): \"15 %\" is a share of a day's need: type the amount");
    EXPECT_EQ(said("Calcium (mg)", "'01/02/26'"),
              "Calcium (mg): \"01/02/26\" is a date or time: type the amount");
    EXPECT_EQ(said("Calcium (mg)", "12 kcal"), "Calcium (mg): the unit of this nutrient is mg");
    EXPECT_EQ(said("Iron (mg)", "200 IU"), "Iron (mg): the unit of this nutrient is mg");
    EXPECT_EQ(said("Calcium (mg)", "-4 mg"), "Calcium (mg): -4 is negative");
    EXPECT_EQ(said("Salt (g)", "300"), "Salt (g): 120000 is more than 100 g in 100 g");
}

TEST(Labels, TellTheDecimalSignOfTheirOtherFigures)
{
    const Label label{ "Brot", { { "Fat (g)", "0,5" }, { "Sodium (g)", "1,234" } }, {} };
    const OwnReading row = reading(label);
    ASSERT_TRUE(row.food) << said(label);
    EXPECT_NEAR(*row.food->value(*realData()->nutrients.findTag("NA")), 1234, 1e-9);
}

TEST(Labels, NeedAWeightForWhatIsNone)
{
    EXPECT_EQ(said({ "Drink", { { "Figures for", "100 ml" }, { "Fat (g)", "1" } }, {} }),
              "Figures for: type in the column \"Weighs (g)\" what 100 ml weighs");
    EXPECT_EQ(said({ "Bar", { { "Weighs (g)", "40" }, { "Fat (g)", "1" } }, {} }),
              "Weighs (g): 40 g of what? Type in the column \"Figures for\" what the figures are "
              "for, such as portion");
    EXPECT_EQ(said({ "Bar",
                     { { "Figures for", "30 g" }, { "Weighs (g)", "40" }, { "Fat (g)", "1" } },
                     {} }),
              "Weighs (g): 40 g here, but 30 g by the rest of the row");
    EXPECT_EQ(said({ "Bar",
                     { { "Figures for", "bar" }, { "Weighs (g)", "heavy" }, { "Fat (g)", "1" } },
                     {} }),
              "Weighs (g): \"heavy\" is no weight, as 40 or \"40 g\"");
    const Label known{ "Bar",
                       { { "Portions", "bar=40" }, { "Figures for", "bar" }, { "Fat (g)", "8" } },
                       {} };
    EXPECT_EQ(reading(known).food->value(*realData()->nutrients.findTag("FAT")), 20);
}

TEST(Labels, TellAllThatIsWrong)
{
    const Label label{ "",
                       { { "Figures for", "100 ml" },
                         { "Calcium (mg)", "abc" },
                         { "Salt (g)", "-1" },
                         { "Portions", "cup" } },
                       {} };
    EXPECT_EQ(said(label),
              "Portions: \"cup\" has no weight in grams, as in slice=28; the name is "
              "missing; Figures for: type in the column \"Weighs (g)\" what 100 ml "
              "weighs; Calcium (mg): \"abc\" is not a number; Salt (g): -1 is negative");
    EXPECT_THAT(said(label, "de"), testing::HasSubstr("der Name fehlt; "));
    EXPECT_THAT(said(label, "ja"), testing::HasSubstr("「abc」は数値ではありません"));
}

TEST(Labels, SayWhereTwoFiguresDisagree)
{
    const Label alike{ "Bar", { { "Energy (kJ)", "1046" }, { "Energy (kcal)", "252" } }, {} };
    EXPECT_EQ(said(alike), "");
    const Label apart{ "Bar", { { "Energy (kJ)", "252" }, { "Energy (kcal)", "252" } }, {} };
    EXPECT_EQ(said(apart), "Energy (kJ): 60.23 kcal, but 252 kcal by another column; the latter "
                           "counts");
    ASSERT_TRUE(reading(apart).food);
    EXPECT_EQ(reading(apart).food->value(realData()->nutrients.energy()), 252);
}

TEST(Labels, MayHaveColumnsThatNobodyReads)
{
    const Label price{ "Bar", { { "Price", "2,99 €" }, { "Fat (g)", "1" } }, {} };
    EXPECT_EQ(said(price), "");
    const Label both{ "Bar", { { "Energie (kJ/kcal)", "1046/250" }, { "Fat (g)", "1" } }, {} };
    EXPECT_EQ(said(both), "Energie (kJ/kcal): this column is not read; name one nutrient and one "
                          "unit, as in \"Calcium (mg)\"");
    EXPECT_TRUE(reading(both).food) << "as before";
}

TEST(Labels, AreReadByTheirHeadersBasis)
{
    const Label label{ "Bar",
                       { { "Serving size (g)", "40" },
                         { "Calcium per serving (mg)", "100" },
                         { "Magnesium (mg/kg)", "500" },
                         { "Fat (g)", "10" } },
                       {} };
    const OwnReading row = reading(label);
    ASSERT_TRUE(row.food) << said(label);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("CA")), 250);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("MG")), 50);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("FAT")), 10);
}

TEST(Labels, BelieveAHeadersBasisBeforeTheRows)
{
    const Label label{ "Bar",
                       { { "Figures for", "1 bar" },
                         { "Weighs (g)", "30" },
                         { "Calcium (mg/100 g)", "200" },
                         { "Magnesium (mg/kg)", "500" },
                         { "Fat (g)", "3" } },
                       {} };
    const OwnReading row = reading(label);
    ASSERT_TRUE(row.food) << said(label);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("CA")), 200);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("MG")), 50);
    EXPECT_EQ(row.food->value(*realData()->nutrients.findTag("FAT")), 10);
}

TEST(Labels, HaveAColumnForEachOfTheirFiguresInANewSheet)
{
    const auto headers = ownHeaders(realData()->nutrients, realRegistry().labelRules().get());
    const OwnColumns all = labelColumns(headers);
    for (const OwnColumn& column : all.all())
    {
        EXPECT_NE(column.field, OwnField::Other) << column.header;
        EXPECT_EQ(column.fault, "") << column.header;
    }
    for (NutrientIndex i = 0; i < realData()->nutrients.coreSize(); ++i)
        EXPECT_TRUE(std::any_of(all.all().begin(), all.all().end(), [i](const OwnColumn& each) {
            return each.field == OwnField::Nutrient && each.nutrient == i && !each.translated;
        })) << realData()->nutrients[i].tag;
}

TEST(Nutrients, AreFoundByTheHeadersOfOwnFoods)
{
    const NutrientTable& nutrients = realData()->nutrients;
    for (const std::string& header : ownHeaders(nutrients))
        if (header.find('(') != std::string::npos && header != "Weighs (g)")
        {
            EXPECT_TRUE(nutrients.find(header)) << header;
        }
    EXPECT_EQ(nutrients.find("Calcium (mg)"), nutrients.find("CA"));
    EXPECT_EQ(nutrients.find("Calcium (g)"), std::nullopt);
    EXPECT_EQ(nutrients.find("Energy (kJ)"), std::nullopt);
    EXPECT_EQ(nutrients.find("Salt (g)"), std::nullopt);
}

TEST(Retention, LeavesWhatTheSourceSays)
{
    const RetentionTable& table = realRegistry().retention();
    EXPECT_EQ(table.rows().size(), 72u);
    const auto percent = [&table](const char* id, const char* tag) {
        const auto row = std::find_if(table.rows().begin(), table.rows().end(),
                                      [id](const Retention& each) { return each.id == id; });
        const auto nutrient = std::find(table.nutrients().begin(), table.nutrients().end(),
                                        *realData()->nutrients.findTag(tag));
        return row->percent[static_cast<std::size_t>(nutrient - table.nutrients().begin())];
    };
    EXPECT_EQ(percent("greens-boiled-drained", "VITC"), 55);
    EXPECT_EQ(percent("eggs-hard-cooked", "THIA"), 85);
    EXPECT_EQ(percent("beef-roasted", "CA"), 90);
    for (const NutrientIndex nutrient : table.nutrients())
        EXPECT_NE(realData()->nutrients[nutrient].tag.substr(0, 4), "VITD") << "not in the source";
}

} // namespace quartet
