/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_picker.hxx"
#include "registry_fixture.hxx"

#include <gmock/gmock.h>

#include <set>

namespace quartet
{

namespace
{

using testing::ElementsAre;

const Food& named(const char* name) { return *realData()->foods.find(name); }

std::vector<std::string> names(const FoodPicker& picker)
{
    std::vector<std::string> names;
    for (const Food* const food : picker.foods())
        names.push_back(food->name);
    return names;
}

const Figure& figure(const std::vector<Figure>& figures, std::string_view tag)
{
    return *std::find_if(figures.begin(), figures.end(),
                         [tag](const Figure& each) { return each.tag == tag; });
}

/// What would stand in the cell to the right.
std::string amountCell(const FoodPicker& picker, const char* food, std::string_view amount)
{
    const auto entry = picker.entry(named(food), amount);
    if (!entry)
        return "none";
    if (const double* const grams = std::get_if<double>(&entry->amount))
        return "number " + formatNumber(*grams);
    return "text " + std::get<std::string>(entry->amount);
}

} // namespace

TEST(FoodPicker, FindsAllInAlphabeticalOrderFirst)
{
    const FoodPicker picker(realData());
    EXPECT_EQ(picker.foods().size(), realData()->foods.foods().size());
    EXPECT_EQ(picker.foods().front(), &realData()->foods.foods().front());
}

TEST(FoodPicker, NarrowsWithEachLetterAndByGroup)
{
    FoodPicker picker(realData());
    picker.search("g", {});
    const auto one = picker.foods().size();
    picker.search("gou", {});
    EXPECT_LT(picker.foods().size(), one);
    EXPECT_EQ(picker.foods().front()->name, "Gouda");
    picker.search("gou", "Cheese");
    EXPECT_THAT(names(picker),
                ElementsAre("Gouda", "Gouda, old", "Gouda, young", "Gouda, matured"));
    picker.search("  ", "Eggs");
    for (const Food* const food : picker.foods())
        EXPECT_EQ(food->group, "Eggs");
    EXPECT_FALSE(picker.foods().empty());
    picker.search("nothing of the kind", {});
    EXPECT_TRUE(picker.foods().empty());
}

TEST(FoodPicker, OffersEachPortionOfAFood)
{
    const FoodPicker picker(realData());
    EXPECT_THAT(picker.amounts(named("Gouda")),
                ElementsAre("1 slice (28 g)", "1 serving (30 g)", "100 g"));
}

TEST(FoodPicker, OffersFirstWhatPeopleEatAtOnce)
{
    const FoodPicker picker(realData());
    const auto usual = [&](const char* food) { return picker.amounts(named(food)).front(); };
    EXPECT_EQ(usual("Porridge, oat, with water"), "1 cup (234 g)");
    EXPECT_EQ(usual("Apple"), "1 medium (182 g)");
    EXPECT_EQ(usual("Almonds"), "1 handful (28.35 g)");
    EXPECT_EQ(usual("Natto"), "1 package (40 g)");
}

TEST(FoodPicker, InsertsAnOfferedPortionWithoutItsGrams)
{
    const FoodPicker picker(realData());
    EXPECT_EQ(amountCell(picker, "Gouda", "1 slice (28 g)"), "text 1 slice");
    // What was typed stays as it is.
    EXPECT_EQ(amountCell(picker, "Gouda", "2 slices (56 g)"), "text 2 slices (56 g)");
    std::set<std::string> tried;
    for (const Food& food : realData()->foods.foods())
        for (const std::string& amount : picker.amounts(food))
        {
            if (!tried.insert(amount).second)
                continue;
            const auto entry = picker.entry(food, amount);
            ASSERT_TRUE(entry) << food.name << ": " << amount;
            const auto* const text = std::get_if<std::string>(&entry->amount);
            EXPECT_EQ(text ? *picker.grams(food, *text) : std::get<double>(entry->amount),
                      *picker.grams(food, amount))
                << food.name << ": " << amount;
        }
}

TEST(FoodPicker, KeepsRecentFoodsOnTop)
{
    FoodPicker picker(realData());
    const Food& old = named("Gouda, old");
    const Food& natto = named("Natto");
    picker.setRecent({ &old, &natto });
    picker.search({}, {});
    EXPECT_EQ(picker.foods()[0], &old);
    EXPECT_EQ(picker.foods()[1], &natto);
    EXPECT_EQ(picker.foods().size(), realData()->foods.foods().size());
    picker.search("goud", {});
    EXPECT_EQ(picker.foods().front(), &old);
    // What is called as typed comes first all the same.
    picker.search("gouda", {});
    EXPECT_EQ(picker.foods()[0]->name, "Gouda");
    EXPECT_EQ(picker.foods()[1], &old);
    picker.search({}, "Cheese");
    EXPECT_EQ(picker.foods().front(), &old);
}

TEST(FoodPicker, MeansNothingByWhatIsOnlySimilar)
{
    FoodPicker picker(realData());
    EXPECT_FALSE(picker.isFirstMeant());
    picker.search("gouda", {});
    EXPECT_TRUE(picker.isFirstMeant());
    picker.search("gouda", "Eggs");
    EXPECT_FALSE(picker.isFirstMeant());
    for (const char* const text : { "g", "Kühlschrank" })
    {
        picker.search(text, {});
        EXPECT_FALSE(picker.isFirstMeant()) << text;
    }
}

TEST(FoodPicker, ShowsAndInsertsNamesInTheLanguageOfTheOffice)
{
    const auto names = std::make_shared<const FoodNames>(realRegistry().names());
    FoodPicker picker(realData(), { realData(), &realData()->foods }, names, "de");
    picker.search("Käse", {});
    EXPECT_EQ(picker.groups().front(), "Eggs");
    EXPECT_EQ(picker.groupName("Eggs"), "Eier");
    const Food& food = named("Blue cheese");
    EXPECT_EQ(picker.name(food), "Blauschimmelkäse");
    EXPECT_EQ(picker.entry(food, "100 g")->food, "Blauschimmelkäse");
    EXPECT_THAT(picker.amounts(named("Gouda")),
                ElementsAre("1 Scheibe (28 g)", "1 Portion (30 g)", "100 g"));
}

TEST(FoodPicker, InsertsGramsAsANumberAndOtherAmountsAsText)
{
    const FoodPicker picker(realData());
    EXPECT_EQ(amountCell(picker, "Gouda", "150"), "number 150");
    EXPECT_EQ(amountCell(picker, "Gouda", "150 g"), "number 150");
    EXPECT_EQ(amountCell(picker, "Gouda", "12,5 grams"), "number 12.5");
    EXPECT_EQ(amountCell(picker, "Gouda", " 2 slices "), "text 2 slices");
    EXPECT_EQ(amountCell(picker, "Gouda", "1 kg"), "text 1 kg");
    EXPECT_EQ(amountCell(picker, "Gouda", ""), "none");
    EXPECT_EQ(amountCell(picker, "Gouda", "-5"), "none");
    EXPECT_EQ(amountCell(picker, "Gouda", "=1+1"), "none");
    EXPECT_EQ(amountCell(picker, "Gouda", "2 wedges"), "none");
}

TEST(FoodPicker, ShowsUnknownAsUnknownAndALowerBoundAsOne)
{
    const FoodPicker picker(realData());
    const auto gouda = picker.figures(named("Gouda"), 50.0);
    EXPECT_EQ(figure(gouda, "VITK2").per100g, 64.5);
    EXPECT_EQ(figure(gouda, "VITK2").inPortion, 32.25);
    EXPECT_FALSE(figure(gouda, "VITK2").lowerBound);
    EXPECT_EQ(figure(gouda, "MK7").per100g, std::nullopt);
    EXPECT_EQ(figure(gouda, "MK7").inPortion, std::nullopt);

    const auto american = picker.figures(named("American cheese"), Problem::InvalidArgument);
    EXPECT_EQ(figure(american, "VITK2").per100g, 14.1);
    EXPECT_TRUE(figure(american, "VITK2").lowerBound);
    EXPECT_EQ(figure(american, "VITK2").inPortion, std::nullopt);
}

TEST(FoodPicker, NamesTheSource)
{
    const FoodPicker picker(realData());
    EXPECT_EQ(picker.source(named("Natto"), "VITK2"),
              "Kamao 2007; measured; range 775 to 1103 µg per "
              "100 g");
    EXPECT_EQ(picker.source(named("Brown cheese"), "VITD"), std::nullopt);
}

} // namespace quartet
