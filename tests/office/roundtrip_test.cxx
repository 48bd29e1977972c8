/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Files that travel: to an office without the extension and back.

#include "function_examples.hxx"

#include <string>
#include <vector>

namespace quartet
{

namespace
{

class Roundtrip : public OfficeTest, public testing::WithParamInterface<const char*>
{
};

/// Each function, and what is more than one call with given arguments.
std::vector<std::string> formulas()
{
    std::vector<std::string> all{
        "=NUTRIENT(\"Gouda\";B2;\"calcium\")",
        "=NUTRIENT_SUM(A2:A3;B2:B3;\"VITK2\";\"strict\")",
        "=VITD_STATUS(38;;\"iom2011\")",
        "=1+K2MCG(\"Natto\";50;\"MK7\")*2",
        "=FOOD_FIND(\"cheese\";2)",
        "=TOP_FOODS(\"CA\";2;\"Cheese\";\"100 kcal\")",
        "=\"Data of \"&DATA_VERSION()",
        "=VITD_CUTOFF(\"article\";\"optimal\";;\"upper\")",
        "=INTAKE_TARGET(\"CA\";40;\"F\";;\"efsa\")",
        "=INTAKE_STATUS(400;\"MG\";40;\"F\";;;\"supplement\")",
        "=INTERACTION(\"warfarin\";\"VITK2\")",
    };
    for (const FunctionEntry& function : functionEntries())
        all.push_back(function.example);
    return all;
}

} // namespace

TEST_P(Roundtrip, ComesBackWholeFromAnOfficeWithoutTheExtension)
{
    const std::string filter = GetParam();
    const std::string ending = filter == "calc8" ? ".ods" : ".xlsx";
    const TemporaryFolder folder;
    const auto sent = folder.path() / ("sent" + ending);
    const auto returned = folder.path() / ("returned" + ending);

    const std::vector<std::string> all = formulas();
    std::vector<std::string> entered;
    std::vector<std::string> shown;
    const auto cell = [](std::size_t i) { return "D" + std::to_string(i + 1); };
    {
        Spreadsheet sheet(office());
        enterExampleCells(sheet);
        for (std::size_t i = 0; i < all.size(); ++i)
        {
            sheet.enter(cell(i), all[i]);
            entered.push_back(sheet.formula(cell(i)));
            shown.push_back(sheet.text(cell(i)));
            EXPECT_EQ(sheet.error(cell(i)), 0) << all[i];
        }
        sheet.store(sent, filter);
    }
    {
        const Profile without;
        const Office stranger(without);
        const Spreadsheet sheet(stranger, sent);
        EXPECT_NE(sheet.error(cell(0)), 0) << "the extension isn't missing here";
        sheet.store(returned, filter);
    }
    const Spreadsheet sheet(office(), returned);
    for (std::size_t i = 0; i < all.size(); ++i)
    {
        EXPECT_EQ(sheet.formula(cell(i)), entered[i]);
        EXPECT_EQ(sheet.text(cell(i)), shown[i]) << all[i];
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Roundtrip, testing::Values("calc8", "Calc MS Excel 2007 XML"),
                         [](const auto& parameter) {
                             return parameter.index == 0 ? "Ods" : "Xlsx";
                         });

} // namespace quartet
