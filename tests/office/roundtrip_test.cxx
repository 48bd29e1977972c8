/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Files that travel: to an office without the extension and back.

#include "office_fixture.hxx"

#include <array>
#include <string>
#include <utility>

namespace quartet
{

namespace
{

class Roundtrip : public OfficeTest, public testing::WithParamInterface<const char*>
{
};

constexpr std::array formulas{
    std::pair("A1", "=K2MCG(\"Gouda\";\"2 slices\")"),
    std::pair("A2", "=NUTRIENT(\"Gouda\";B2;\"calcium\")"),
    std::pair("A3", "=NUTRIENT_SUM(C1:C3;B1:B3;\"VITK2\";\"strict\")"),
    std::pair("A4", "=NUTRIENT_COVERAGE(C1:C3;B1:B3;\"VITK2\")"),
    std::pair("A5", "=NUTRIENT_SOURCE(\"Natto\";\"VITK2\")"),
    std::pair("A6", "=FOOD_GRAMS(C1;B2)"),
    std::pair("A7", "=VITD_STATUS(38;;\"iom2011\")"),
    std::pair("A8", "=BALANCE_CHECK(12;90;850;300;40;\"F\")"),
    std::pair("A9", "=INDEX(FOODS(\"Cheese\");2)"),
    std::pair("A10", "=1+K2MCG(\"Natto\";50;\"MK7\")*2"),
    std::pair("A11", "=NUTRIENT_MISSING(C1:C4;\"VITK2\")"),
    std::pair("A12", "=NUTRIENT_UNIT(\"VITD\")"),
    std::pair("A13", "=FOOD_FIND(\"guda\";2)"),
    std::pair("A14", "=INDEX(FOOD_GROUPS();2)"),
    std::pair("A15", "=TOP_FOODS(\"CA\";2;\"Cheese\";\"100 kcal\")"),
    std::pair("A16", "=CITATION(\"kamao-2007\")"),
    std::pair("A17", "=\"Data of \"&DATA_VERSION()"),
    std::pair("A18", "=VITD_CAUTION(60)"),
    std::pair("A19", "=INDEX(VITD_COMPARE(38;\"nmol/L\");2;3)"),
    std::pair("A20", "=VITD_CUTOFF(\"article\";\"optimal\";;\"upper\")"),
    std::pair("A21", "=VITD_CONVERT(10;\"µg\";\"IU\")"),
    std::pair("A22", "=INTAKE_TARGET(\"CA\";40;\"F\";;\"efsa\")"),
    std::pair("A23", "=INTAKE_STATUS(400;\"MG\";40;\"F\";;;\"supplement\")"),
    std::pair("A24", "=INTAKE_SOURCE(\"CA\";40;\"F\")"),
    std::pair("A25", "=BALANCE_ITEM(\"CA\";850;40;\"F\")"),
    std::pair("A26", "=CAMG_RATIO(1000;320)"),
    std::pair("A27", "=CAMG_STATUS(1000;320;40;\"F\")"),
    std::pair("A28", "=INTERACTION(\"warfarin\";\"VITK2\")"),
    std::pair("A29", "=INTERACTION_LEVEL(\"warfarin\")"),
    std::pair("A30", "=CAC_CATEGORY(120)"),
    std::pair("A31", "=FOOD_CHECK($'My foods'.A2:C2)"),
};

} // namespace

TEST_P(Roundtrip, ComesBackWholeFromAnOfficeWithoutTheExtension)
{
    const std::string filter = GetParam();
    const std::string ending = filter == "calc8" ? ".ods" : ".xlsx";
    const TemporaryFolder folder;
    const auto sent = folder.path() / ("sent" + ending);
    const auto returned = folder.path() / ("returned" + ending);

    std::array<std::string, formulas.size()> entered;
    std::array<std::string, formulas.size()> shown;
    {
        Spreadsheet sheet(office());
        sheet.document()->getSheets()->insertNewByName("My foods", 1);
        for (int row = 1; row <= 3; ++row)
            sheet.enter("B" + std::to_string(row), std::to_string(row * 10));
        for (const auto& [cell, food] : { std::pair("C1", "Gouda"), std::pair("C2", "Brie"),
                                          std::pair("C3", "Natto"), std::pair("C4", "Tempeh") })
            sheet.enter(cell, food);
        for (std::size_t i = 0; i < formulas.size(); ++i)
        {
            sheet.enter(formulas[i].first, formulas[i].second);
            entered[i] = sheet.formula(formulas[i].first);
            shown[i] = sheet.text(formulas[i].first);
            EXPECT_EQ(sheet.error(formulas[i].first), 0) << formulas[i].second;
        }
        sheet.store(sent, filter);
    }
    {
        const Profile without;
        const Office stranger(without);
        const Spreadsheet sheet(stranger, sent);
        EXPECT_NE(sheet.error("A1"), 0) << "the extension isn't missing here";
        sheet.store(returned, filter);
    }
    const Spreadsheet sheet(office(), returned);
    for (std::size_t i = 0; i < formulas.size(); ++i)
    {
        EXPECT_EQ(sheet.formula(formulas[i].first), entered[i]);
        EXPECT_EQ(sheet.text(formulas[i].first), shown[i]) << formulas[i].second;
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Roundtrip, testing::Values("calc8", "Calc MS Excel 2007 XML"),
                         [](const auto& parameter) {
                             return parameter.index == 0 ? "Ods" : "Xlsx";
                         });

} // namespace quartet
