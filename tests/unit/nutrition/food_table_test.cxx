/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_table.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

class FoodTableTest : public testing::Test
{
protected:
    FoodTable read(const std::vector<Row>& rows)
    {
        return FoodTable(rows, smallNutrients(), smallSources(), m_damages);
    }

    std::vector<Damage> m_damages;
};

const Row creme =
    foodRow({ { "name", "Crème fraîche" }, { "aliases", "sour cream; Schmand" } }, "creme-f");
const Row natto = foodRow({ { "name", "Natto" } }, "natto");

} // namespace

TEST_F(FoodTableTest, FindsByNameIdAndAlias)
{
    const FoodTable foods = read({ natto, creme });
    for (const char* const name : { "Crème fraîche", "creme fraiche", "CRÈME FRAÎCHE",
                                    "  Crème \t fraîche ", "cre\u0300me frai\u0302che", "creme-f",
                                    "CREME-F", "sour cream", "Sour  Cream", "schmand" })
    {
        SCOPED_TRACE(name);
        const Food* const found = foods.find(name);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->id, "creme-f");
    }
}

TEST_F(FoodTableTest, NeverGuesses)
{
    const FoodTable foods = read({ natto, creme });
    for (const char* const name : { "", " ", "nato", "natt", "natto ni", "nattos", "sourcream",
                                    "cream", "creme f", "no such food", "Natto\xff" })
        EXPECT_EQ(foods.find(name), nullptr) << name;
}

TEST_F(FoodTableTest, IsInAlphabeticalOrderWhateverTheCaseAndAccents)
{
    const FoodTable foods =
        read({ natto, foodRow({}, "Éclair"), creme, foodRow({}, "apple"), foodRow({}, "Zander") });
    std::string order;
    for (const Food& each : foods.foods())
    {
        order += each.name + "; ";
        EXPECT_EQ(foods.find(each.name), &each);
    }
    EXPECT_EQ(order, "apple; Crème fraîche; Éclair; Natto; Zander; ");
}

TEST_F(FoodTableTest, LosesADamagedRowAlone)
{
    const FoodTable foods =
        read({ foodRow({ { "name", "Egg" }, { "CA", "-5" } }, "egg"), natto, creme });
    EXPECT_EQ(foods.foods().size(), 2u);
    EXPECT_EQ(foods.find("egg"), nullptr);
    EXPECT_TRUE(foods.find("natto"));
    ASSERT_EQ(m_damages.size(), 1u);
    EXPECT_EQ(m_damages[0].table, "foods");
    EXPECT_EQ(m_damages[0].id, "egg");
    EXPECT_EQ(m_damages[0].name, "Egg");
    EXPECT_EQ(m_damages[0].field, "CA");
}

TEST_F(FoodTableTest, LosesTheSecondFoodOfAName)
{
    struct Case
    {
        Row second;
        const char* field;
    };
    const Case cases[] = {
        { foodRow({ { "name", "NATTO" } }, "other"), "name" },
        { foodRow({ { "name", "Other" } }, "natto"), "id" },
        { foodRow({ { "aliases", "other food; nattō" } }, "other"), "aliases" },
    };
    for (const Case& each : cases)
    {
        SCOPED_TRACE(each.field);
        m_damages.clear();
        const FoodTable foods = read({ natto, each.second, creme });
        EXPECT_EQ(foods.foods().size(), 2u);
        EXPECT_EQ(foods.find("natto")->name, "Natto");
        ASSERT_EQ(m_damages.size(), 1u);
        EXPECT_EQ(m_damages[0].field, each.field);
    }
}

TEST_F(FoodTableTest, LetsAFoodRepeatItsOwnName)
{
    read({ foodRow({ { "name", "Natto" }, { "aliases", "natto; NATTO" } }, "natto") });
    EXPECT_TRUE(m_damages.empty());
}

TEST_F(FoodTableTest, LeavesTheNamesOfADamagedRowToOthers)
{
    const FoodTable foods = read({ foodRow({ { "aliases", "natto" }, { "CA", "x" } }), natto });
    EXPECT_TRUE(foods.find("natto"));
    EXPECT_EQ(m_damages.size(), 1u);
}

TEST_F(FoodTableTest, LeavesTheNamesOfARefusedFoodToOthers)
{
    const FoodTable foods = read({
        natto,
        foodRow({ { "name", "Twin" }, { "aliases", "second; lost; natto" } }, "twin"),
        foodRow({ { "name", "Second" } }, "twin"),
    });
    ASSERT_EQ(m_damages.size(), 1u);
    EXPECT_EQ(foods.names().size(), 2u);
    ASSERT_TRUE(foods.find("natto") && foods.find("second") && foods.find("twin"));
    EXPECT_EQ(foods.find("natto")->name, "Natto");
    EXPECT_EQ(foods.find("second")->name, "Second");
    EXPECT_EQ(foods.find("twin")->name, "Second");
    EXPECT_FALSE(foods.find("lost"));
}

TEST_F(FoodTableTest, RefusesANameOfSpaces)
{
    const FoodTable foods = read({ foodRow({ { "name", " " } }) });
    EXPECT_EQ(foods.find(""), nullptr);
    EXPECT_EQ(m_damages.size(), 1u);
}

TEST_F(FoodTableTest, RefusesAnAliasAndAnIdThatAreNone)
{
    const FoodTable foods =
        read({ foodRow({ { "aliases", "\u00ad" } }), foodRow({ { "name", "Ghost" } }, "") });
    EXPECT_EQ(foods.find(""), nullptr);
    ASSERT_EQ(m_damages.size(), 2u);
    EXPECT_EQ(m_damages[0].field, "aliases");
    EXPECT_EQ(m_damages[1].field, "id");
}

} // namespace quartet
