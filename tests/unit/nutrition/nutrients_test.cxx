/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/nutrients.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

Row nutrientRow(const char* tagname, const char* name, const char* also = "")
{
    return Row(tagname, { { "name", name }, { "also", also }, { "unit", "mg" } });
}

std::vector<Row> withRequired(std::vector<Row> rows)
{
    for (const char* const tagname : { "ENERC", "VITK2", "MK4", "MK7", "MKOTH" })
        rows.push_back(nutrientRow(tagname, tagname));
    return rows;
}

} // namespace

TEST(Nutrients, AreFoundByTagnameAndByName)
{
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    const std::pair<const char*, const char*> names[] = {
        { "CA", "CA" },       { "ca", "CA" },         { "calcium", "CA" },
        { "CALCIUM", "CA" },  { " Calcium ", "CA" },  { "vitamin  K2", "VITK2" },
        { "K2", "VITK2" },    { "MK-7", "MK7" },      { "mk7", "MK7" },
        { "fiber", "FIBTG" }, { "calories", "ENERC" }
    };
    for (const auto& [name, tagname] : names)
    {
        SCOPED_TRACE(name);
        const auto index = nutrients.find(name);
        ASSERT_TRUE(index);
        EXPECT_EQ(nutrients[*index].tag, tagname);
    }
}

TEST(Nutrients, AreNeverGuessed)
{
    for (const char* const name : { "", "calciu", "calcium2", "VITK3", "vitamin", "\xff" })
        EXPECT_EQ(realRegistry().data().nutrients.find(name), std::nullopt) << name;
}

TEST(Nutrients, HaveTheContractsUnits)
{
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    const std::pair<const char*, const char*> units[] = {
        { "ENERC", "kcal" }, { "PROCNT", "g" }, { "CA", "mg" },  { "MG", "mg" },  { "VITD", "µg" },
        { "VITK1", "µg" },   { "VITK2", "µg" }, { "MK4", "µg" }, { "MK7", "µg" }, { "MKOTH", "µg" }
    };
    for (const auto& [tagname, unit] : units)
        EXPECT_EQ(nutrients[nutrients.find(tagname).value()].unit, unit) << tagname;
}

TEST(Nutrients, CountPhylloquinoneAsNoMenaquinone)
{
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    for (const char* const tagname : { "VITK2", "MK4", "MK7", "MKOTH" })
        EXPECT_TRUE(nutrients.k2().contains(nutrients.find(tagname).value())) << tagname;
    for (const char* const tagname : { "VITK1", "VITD", "CA" })
        EXPECT_FALSE(nutrients.k2().contains(nutrients.find(tagname).value())) << tagname;
}

TEST(Nutrients, LoseARowWhoseNameIsTaken)
{
    std::vector<Damage> damages;
    const NutrientTable nutrients(
        withRequired({ nutrientRow("CA", "calcium"), nutrientRow("CALC", "lime", "Calcium"),
                       Row("MG", { { "name", "magnesium" } }), nutrientRow("P", "phosphorus") }),
        damages);
    EXPECT_EQ(nutrients[nutrients.find("calcium").value()].tag, "CA");
    EXPECT_EQ(nutrients.find("lime"), std::nullopt);
    EXPECT_EQ(nutrients[nutrients.find("P").value()].name, "phosphorus");
    ASSERT_EQ(damages.size(), 2u);
    EXPECT_EQ(damages[0].id, "CALC");
    EXPECT_EQ(damages[1].id, "MG");
    EXPECT_EQ(damages[1].field, "unit");
}

TEST(Nutrients, CantDoWithoutEnergyAndTheMenaquinones)
{
    const std::vector<Row> rows = withRequired({});
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        std::vector<Row> fewer = rows;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        std::vector<Damage> damages;
        EXPECT_EQ(refusedField([&] { NutrientTable(fewer, damages); }), rows[i].id());
    }
}

} // namespace quartet
