/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Rows of the registry that can't be read: each is lost alone, and a person can
// see why. tests/office/damage holds an extension that adds such rows. Where a file
// of ours is gone, no answer is given that could lack something.

#include "office_fixture.hxx"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace quartet
{

namespace
{

class DamagedRegistry : public OfficeTest
{
protected:
    static void SetUpTestSuite() { start({ OXT, DAMAGE_OXT }); }
};

constexpr std::array damagedRows{
    std::pair("damaged-without-fields", "name is missing"),
    std::pair("damaged-without-name", "name is missing"),
    std::pair("damaged-text-for-number", "CA \"plenty\" is not a number"),
    std::pair("damaged-negative", "MG -3 is negative"),
    std::pair("damaged-unknown-tag", "VITX is no field of a food"),
    std::pair("damaged-entry", "has more than the 11 cells of this table"),
    std::pair("damaged-source", "\"nobody\" is no source"),
    std::pair("damaged-empty-source", "CA source \"\" is no source"),
    std::pair("damaged-parts-above-total", "VITK2 is less than its parts"),
    std::pair("damaged-name-taken", "\"Gouda\" is the name of another food"),
};

} // namespace

TEST_F(DamagedRegistry, LosesEachDamagedRowAndSaysWhy)
{
    Spreadsheet sheet(office());
    for (const auto& [id, reason] : damagedRows)
    {
        SCOPED_TRACE(id);
        sheet.enter("A1", "=NUTRIENT(\"" + std::string(id) + "\";100;\"CA\")");
        EXPECT_EQ(sheet.text("A1"), "#N/A");
        sheet.enter("A1", "=NUTRIENT_SOURCE(\"" + std::string(id) + "\";\"CA\")");
        EXPECT_NE(sheet.text("A1").find(id), std::string::npos) << sheet.text("A1");
        EXPECT_NE(sheet.text("A1").find(reason), std::string::npos) << sheet.text("A1");
    }
}

TEST_F(DamagedRegistry, FindsADamagedRowByItsName)
{
    Spreadsheet sheet(office());
    sheet.enter("A1", "=NUTRIENT_SOURCE(\"damaged: TEXT for number\";\"CA\")");
    EXPECT_NE(sheet.text("A1").find("damaged-text-for-number"), std::string::npos)
        << sheet.text("A1");
}

TEST_F(DamagedRegistry, KeepsAllOtherRows)
{
    Spreadsheet sheet(office());
    sheet.enter("A1", "=K2MCG(\"Gouda\";\"2 slices\")");
    EXPECT_DOUBLE_EQ(sheet.value("A1"), 36.12);
    sheet.enter("A2", "=NUTRIENT(\"Whole row beside damaged ones\";50;\"CA\")");
    EXPECT_DOUBLE_EQ(sheet.value("A2"), 21);
    sheet.enter("A3", "=NUTRIENT(\"whole row beside damaged ones\";50;\"MG\")");
    EXPECT_EQ(sheet.text("A3"), "#N/A") << "unknown became a number";
}

/// A file of ours that a test damages and mends.
class OurFile
{
public:
    explicit OurFile(std::filesystem::path path)
        : m_path(std::move(path))
    {
        std::ifstream in(m_path, std::ios::binary);
        m_whole.assign(std::istreambuf_iterator<char>(in), {});
    }

    const std::string& whole() const { return m_whole; }
    void write(const std::string& bytes) const { std::ofstream(m_path, std::ios::binary) << bytes; }

    /// What can happen to a file, by what it is called.
    std::map<std::string, std::string> damages() const
    {
        std::string changed = m_whole;
        changed[changed.size() / 3] ^= 1;
        const std::size_t line = m_whole.find('\n') + 1;
        return {
            { "a byte order mark", "\xEF\xBB\xBF" + m_whole },
            { "one bit is another", changed },
            { "without its first row", m_whole.substr(line) },
            { "with its first row twice", m_whole.substr(0, line) + m_whole },
            { "cut off", m_whole.substr(0, m_whole.size() / 2) },
            { "half of it, and an empty line", m_whole.substr(0, m_whole.size() / 2) + "\n\n" },
            { "empty", "" },
            { "an empty line", "\n\n" },
        };
    }

private:
    std::filesystem::path m_path;
    std::string m_whole;
};

TEST(DamagedTable, GivesNoAnswerRatherThanAMilderOne)
{
    const Profile profile;
    {
        const Office installing(profile);
        installing.addExtension(OXT);
    }
    const Office office(profile);
    const auto registry = office.extensionFolder("org.quartet") / "registry";
    Spreadsheet sheet(office);
    struct Case
    {
        const char* file;
        const char* formula;
        const char* right; ///< what it begins with while all is whole
    };
    const Case cases[] = {
        { "Foods-names.bin", "=NUTRIENT_SOURCE(\"Gouda\";\"CA\")", "USDA" },
        { "Foods-foods.txt", "=NUTRIENT_SOURCE(\"Gouda\";\"CA\")", "USDA" },
        { "Nutrients-vitamins.txt", "=NUTRIENT_SOURCE(\"Gouda\";\"VITB12\")", "USDA" },
        { "Standards-levels.txt", "=INTERACTION_LEVEL(\"warfarin\")", "high" },
        { "Standards-medicines.txt", "=BALANCE_CHECK(15;20;1000;320;40;\"F\";;;\"warfarin\")",
          "caution" },
        { "Standards-intakes_more.txt", "=INTAKE_SOURCE(\"iron\";40;\"F\")", "18 mg" },
    };
    for (const Case& each : cases)
    {
        const OurFile file(registry / each.file);
        for (const auto& [what, bytes] : file.damages())
        {
            SCOPED_TRACE(std::string(each.file) + ", " + what);
            file.write(bytes);
            sheet.enter("A1", each.formula);
            EXPECT_EQ(sheet.text("A1"), "#VALUE!");
        }
        file.write(file.whole());
    }
    // Not before: what is whole is read once.
    for (const Case& each : cases)
    {
        sheet.enter("A1", each.formula);
        EXPECT_TRUE(sheet.text("A1").starts_with(each.right))
            << each.file << ": " << sheet.text("A1");
    }
}

TEST(MissingTable, IsNotTakenForAnEmptyOne)
{
    const Profile profile;
    {
        const Office installing(profile);
        installing.addExtension(OXT);
    }
    const Office office(profile);
    const auto registry = office.extensionFolder("org.quartet") / "registry";
    std::filesystem::remove(registry / "Standards-medicines.txt");
    Spreadsheet sheet(office);
    sheet.enter("A1", "=BALANCE_CHECK(15;20;1000;320;40;\"F\";;;\"warfarin\")");
    EXPECT_EQ(sheet.text("A1"), "#VALUE!") << "a caution was lost without a word";
    sheet.enter("A2", "=K2MCG(\"Gouda\";\"2 slices\")");
    EXPECT_DOUBLE_EQ(sheet.value("A2"), 36.12);
    for (const char* const rest : { "", "vka||warfarin\n" })
    {
        std::ofstream(registry / "Standards-medicines.txt") << rest;
        sheet.recalculate();
        EXPECT_EQ(sheet.text("A1"), "#VALUE!") << "a file that holds only: " << rest;
    }
}

} // namespace quartet
