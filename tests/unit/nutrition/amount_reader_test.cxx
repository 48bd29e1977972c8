/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_reader.hxx"

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "nutrition/fold.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <map>

namespace quartet
{

namespace
{

/// Grams of an amount of a real food; nothing where it is refused.
std::optional<double> grams(const char* food, std::string_view text)
{
    const Food* const found = realData()->foods.find(food);
    EXPECT_NE(found, nullptr) << food;
    const auto weight = found ? realData()->amount(*found, text) : AmountFault::NotUnderstood;
    return weight ? std::optional(*weight) : std::nullopt;
}

std::optional<AmountFault> fault(const char* food, std::string_view text)
{
    const auto weight = realData()->amount(*realData()->foods.find(food), text);
    return weight ? std::nullopt : std::optional(weight.error());
}

/// "1 cup + 2 tbsp" of a food's own portions, "200 ml" of its density, or grams.
std::optional<double> expected(const Food& food, std::string_view text)
{
    double sum = 0;
    for (const std::string_view term : split(text, "+"))
    {
        const auto space = term.find(' ');
        const auto number = parseNumber(term.substr(0, space));
        if (!number)
            return std::nullopt;
        const std::string_view unit =
            space == std::string_view::npos ? "g" : term.substr(space + 1);
        const auto weight = unit == "g"    ? std::optional(1.0)
                            : unit == "ml" ? gramsPerMl(food.portions)
                                           : food.portions.grams(unit);
        if (!weight)
            return std::nullopt;
        sum += *number * *weight;
    }
    return sum;
}

} // namespace

// Written from recipes, shopping lists and diaries, not from registry/measures.csv.
TEST(AmountReader, ReadsWhatPeopleWriteInFiveLanguages)
{
    const auto rows = parseCsv(readFile(WORDS "/amounts.csv"));
    std::map<std::string, std::pair<int, int>> byLanguage;
    int wrong = 0;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    {
        ASSERT_EQ(row->cells.size(), 4u) << "line " << row->line;
        const Food* const food = realData()->foods.find(row->cells[1]);
        ASSERT_NE(food, nullptr) << "line " << row->line;
        const auto wanted = expected(*food, row->cells[3]);
        const auto weight = grams(food->id.c_str(), row->cells[2]);
        auto& [right, all] = byLanguage[row->cells[0]];
        ++all;
        const bool same = weight.has_value() == wanted.has_value()
                          && (!weight || std::abs(*weight - *wanted) <= 1e-6 * *wanted);
        right += same ? 1 : 0;
        if (same)
            continue;
        std::cout << "line " << row->line << ": " << row->cells[2] << " of " << food->name << ": "
                  << (weight ? std::to_string(*weight) : "refused") << ", expected "
                  << row->cells[3] << '\n';
        wrong += weight ? 1 : 0;
    }
    ASSERT_EQ(byLanguage.size(), 5u);
    int right = 0;
    int all = 0;
    for (const auto& [language, counts] : byLanguage)
    {
        EXPECT_GE(counts.second, 140) << language;
        right += counts.first;
        all += counts.second;
    }
    std::cout << right << " of " << all << " amounts right, " << wrong << " silently wrong\n";
    EXPECT_GE(right, all * 95 / 100);
    EXPECT_EQ(wrong, 0);
}

TEST(AmountReader, RefusesWhatHasTwoReadings)
{
    for (const char* const text : { "1,500 g", "1.500 g", "1.250 kg", "12,000 mg", "1,000 ml" })
        EXPECT_EQ(fault("Milk, whole", text), AmountFault::TwoReadings) << text;
    for (const char* const text : { "0,250 kg", "0.250 kg", ".250 kg" })
        EXPECT_EQ(grams("Milk, whole", text), 250) << text;
    EXPECT_EQ(grams("Milk, whole", "1234.567 g"), 1234.567);
    // Of one, or of both?
    EXPECT_EQ(fault("Porridge, oat, with water", "2 cups (234 g)"), AmountFault::TwoReadings);
    EXPECT_EQ(grams("Porridge, oat, with water", "2 cups (468 g)"), 468);
    EXPECT_EQ(fault("Butter", "1 kg (200 g)"), AmountFault::TwoReadings);
    EXPECT_EQ(grams("Butter", "1 tub (200 g)"), 200) << "one of anything is what is said";
    EXPECT_EQ(grams("Butter", "2 tubs (200 g)"), std::nullopt);
}

TEST(AmountReader, ReadsAUnitAndAHalf)
{
    EXPECT_EQ(grams("Gouda", "slice and a half"), 42);
    EXPECT_EQ(grams("Gouda", "kilo y medio"), 1500);
    EXPECT_EQ(grams("Apple", "manzana y media"), 273);
    for (const char* const text : { "slice", "slice and 2 g", "and a half", "a lot and a half" })
        EXPECT_EQ(grams("Gouda", text), std::nullopt) << text;
}

TEST(AmountReader, KnowsAFoodByAWordOfItsNameInAnyLanguage)
{
    EXPECT_EQ(grams("Olive oil", "2 cucharadas de aceite"), 27);
    EXPECT_EQ(grams("Olive oil", "2 cucharadas de leche"), std::nullopt);
    EXPECT_EQ(fault("Egg, whole, raw", "-150 g"), AmountFault::NotUnderstood);
    // A litre or a size?
    EXPECT_EQ(fault("Egg, whole, raw", "2 L"), AmountFault::TwoReadings);
    EXPECT_EQ(grams("Egg, whole, raw", "2 Eier Größe L"), 100);
}

TEST(AmountReader, TakesThousandsThatCanBeNothingElse)
{
    for (const char* const text :
         { "1 000 g", "1\u00a0000 g", "1\u202f000 g", "1'000 g", "1’000 g" })
        EXPECT_EQ(grams("Gouda", text), 1000) << text;
    EXPECT_EQ(grams("Gouda", "1\u202f200 g"), 1200);
    // One of 200 g?
    EXPECT_EQ(grams("Gouda", "1 200 g"), std::nullopt);
}

TEST(AmountReader, RefusesRanges)
{
    for (const char* const text :
         { "3-4 slices", "3–4 slices", "3 — 4 slices", "20 - 30 g", "3 to 4 slices",
           "3 bis 4 slices", "3 à 4 tranches", "3 o 4 lonchas", "2~3 slices", "2〜3 slices" })
        EXPECT_EQ(grams("Gouda", text), std::nullopt) << text;
    EXPECT_EQ(fault("Gouda", "3-4 slices"), AmountFault::Range);
    EXPECT_EQ(fault("Gouda", "3 to 4 slices"), AmountFault::Range);
}

TEST(AmountReader, TakesSpacesOfAllKinds)
{
    for (const char* const text : { "150\u202fg", "150\u2009g", "150\u00a0g", "１５０\u3000ｇ" })
        EXPECT_EQ(grams("Gouda", text), 150) << text;
    for (const char* const text : { "1\u00a0½ cups", "1 ½ cups", "1½cups", "1 1⁄2 cups" })
        EXPECT_EQ(grams("Cheddar", text), 198) << text;
    EXPECT_EQ(grams("Cheddar", "½cup"), 66);
    EXPECT_EQ(grams("Cheddar", "．５ kg"), 500);
    EXPECT_EQ(grams("Cheddar", "1/3rd cup"), 44);
}

TEST(AmountReader, RefusesEverythingElse)
{
    for (const char* const text : { "٢ g",
                                    "2T",
                                    "2t",
                                    "1 pint",
                                    "slice",
                                    "2 + 2 g",
                                    "1 g 2",
                                    "1 2 g",
                                    "2 two slices",
                                    "2 slices slices",
                                    "0x10 g",
                                    "1 + g",
                                    "2 x",
                                    "x 2",
                                    "1 g +",
                                    "(200 g)",
                                    "1 slice (200",
                                    "1 slice (big)",
                                    "12¹ g",
                                    "②",
                                    "2² g",
                                    "- 1 g",
                                    "half",
                                    "a",
                                    "a few slices",
                                    "1 heaped slice",
                                    "\xff",
                                    "150 \xff",
                                    "2 slices of Cheddar",
                                    "1e3 g",
                                    "nan g" })
        EXPECT_EQ(grams("Gouda", text), std::nullopt) << text;
}

TEST(AmountReader, NeverTakesAMillilitreForAGram)
{
    EXPECT_EQ(grams("Gouda", "100 ml"), std::nullopt);
    EXPECT_NEAR(*grams("Olive oil", "15 ml"), 0.913 * 15, 1e-9);
    // From its cup, which is the tables' one of 236.6 ml.
    EXPECT_NEAR(*grams("Wheat flour, white", "1 dl"), 125 / 2.365882365, 1e-9);
    EXPECT_NEAR(*grams("Olive oil", "2 dl"), 0.913 * 200, 1e-9);
}

// A small cup of coffee or a Japanese cup is no measure of 236.6 ml.
TEST(AmountReader, WeighsDrinksAndSoupsByACupOrADensity)
{
    constexpr double millilitresOfCup = 236.5882365;
    constexpr double lightest = 0.93;
    constexpr double heaviest = 1.3;
    int cups = 0;
    for (const Food& food : realData()->foods.foods())
    {
        const auto cup = food.portions.grams("cup");
        if ((food.group != "Drinks" && food.group != "Soups and sauces") || !cup)
            continue;
        ++cups;
        const double density = *cup / millilitresOfCup;
        EXPECT_TRUE(food.portions.grams("ml") || (density > lightest && density < heaviest))
            << food.name << " has a cup of " << *cup << " g and no ml";
    }
    EXPECT_GT(cups, 80);
}

TEST(AmountReader, KnowsAnOwnPortionInThePluralOfItsLanguage)
{
    const Weights portions = readPortions(
        Row("food", { { "portions", "ml=1.03; Tasse=150; Scheibe=30; porción=25" } }), "portions");
    const MeasuredFood food{ "Ziegenkäse", portions, {}, {}, true };
    const auto weight = [&food](const char* text) {
        const auto read = readAmount(text, food, realData()->measures(), realData()->units);
        return read ? std::optional(*read) : std::nullopt;
    };
    EXPECT_EQ(weight("1 Tasse"), 150);
    EXPECT_EQ(weight("2 Tassen"), 300);
    EXPECT_EQ(weight("2 Scheiben"), 60);
    EXPECT_EQ(weight("2 porciones"), 50);
    EXPECT_EQ(weight("2 dl"), 206);
}

TEST(AmountReader, CountsPiecesByTheFoodsOwnName)
{
    EXPECT_EQ(grams("Egg, whole, raw", "2 eggs"), 100);
    EXPECT_EQ(grams("Egg, whole, raw", "2 medium eggs"), 88);
    EXPECT_EQ(grams("Egg, whole, raw", "2"), 2);
    EXPECT_EQ(grams("Banana", "1 large banana"), 136);
    EXPECT_EQ(grams("Olive oil", "2 pieces"), std::nullopt);
}

} // namespace quartet
