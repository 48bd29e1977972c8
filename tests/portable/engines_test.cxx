/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies computed anew by Gnumeric, where it is installed. What it can't do stands
// in tests/portable/engines.txt.

#include "portable_fixture.hxx"

#include <cstdlib>

namespace quartet
{

namespace
{

class EngineCopies : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

/// Whether the engine is known to differ in a copy of a workbook.
bool isGap(const std::string& title, const std::string& name)
{
    std::ifstream file(cases / "engines.txt");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(title + "\t*\t") || line.starts_with(title + "\t" + name + "\t"))
            return true;
    return false;
}

} // namespace

TEST_P(EngineCopies, GiveTheSameInGnumeric)
{
    if (std::system("ssconvert --version >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "Gnumeric isn't installed";
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        if (isGap(GetParam().title, name))
            continue;
        const fs::path file = folderPath() / name;
        const fs::path computed = folderPath() / ("computed-" + std::string(name) + ".xlsx");
        Spreadsheet original(office());
        build(GetParam(), original);
        original.recalculate();
        copy(office(), original, file);
        const std::string command = "ssconvert --recalc '" + file.string() + "' '"
                                    + computed.string() + "' >/dev/null 2>&1";
        ASSERT_EQ(std::system(command.c_str()), 0);
        const Spreadsheet portable(elsewhere(), fileUrl(computed));
        EXPECT_EQ(differences(original, portable), "");
    }
}

INSTANTIATE_TEST_SUITE_P(Gnumeric, EngineCopies, testing::ValuesIn(readWorkbooks()), testName);

} // namespace quartet
