/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/coverage.hxx"
#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "registry_fixture.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

class FolderTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_folder = fs::path(testing::TempDir())
                   / ("quartet-registry-" + std::to_string(std::random_device()()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    fs::path m_folder;
};

/** A copy of the registry that a test may damage. */
class RegistryCopy : public FolderTest
{
protected:
    void SetUp() override
    {
        FolderTest::SetUp();
        fs::copy(REGISTRY, m_folder, fs::copy_options::recursive);
    }

    std::string contents(const std::string& file) const { return readFile(m_folder / file); }
    void write(const std::string& file, const std::string& text) const
    {
        std::ofstream(m_folder / file, std::ios::binary) << text;
    }

    /// Writes the file anew with one cell changed. @returns the row's line
    std::size_t changeCell(const std::string& file, const std::string& id,
                           const std::string& column, const std::string& text) const
    {
        auto records = parseCsv(contents(file));
        const auto& header = records.front().cells;
        const auto place = std::find(header.begin(), header.end(), column) - header.begin();
        const auto row = std::find_if(records.begin(), records.end(), [&id](const CsvRecord& each) {
            return each.cells.front() == id;
        });
        if (row == records.end())
            throw std::runtime_error(file + " has no row " + id);
        row->cells.at(static_cast<std::size_t>(place)) = text;
        std::string whole;
        for (const CsvRecord& record : records)
        {
            for (const std::string& cell : record.cells)
                whole += '"' + boost::replace_all_copy(cell, "\"", "\"\"") + "\",";
            whole.back() = '\n';
        }
        write(file, whole);
        return row->line;
    }

    std::vector<std::string> complaints() const { return ReadRegistry(m_folder).complaints(); }
};

/** Configuration data and their files, as the office reads them. */
class Xcu : public FolderTest
{
protected:
    using Tree = boost::property_tree::ptree;

    struct Written
    {
        std::string columns;
        std::vector<std::string> rows;
    };

    Tree write(const TableGroup& group) const
    {
        std::stringstream xml;
        writeXcu(group, xml, m_folder);
        Tree tree;
        boost::property_tree::read_xml(xml, tree);
        return tree.get_child("oor:component-data");
    }

    /// Our table of a set.
    Written table(const Tree& set) const
    {
        std::map<std::string, std::string> values;
        for (const auto& [element, property] : set.get_child("node"))
            if (element == "prop")
                values[property.get<std::string>("<xmlattr>.oor:name")] =
                    property.get<std::string>("value");
        Written written{ values.at("Columns"), {} };
        const std::string url = values.at("File");
        EXPECT_TRUE(url.starts_with("%origin%/registry/")) << url;
        std::ifstream in(m_folder / fs::path(url).filename());
        for (std::string line; std::getline(in, line);)
            written.rows.push_back(line);
        if (written.rows.empty())
            throw std::runtime_error(url + " is empty");
        const std::string last = written.rows.back() + '\n';
        written.rows.pop_back();
        std::string text;
        for (const std::string& row : written.rows)
            text += row + '\n';
        EXPECT_EQ(withChecksum(text, written.columns), text + last);
        return written;
    }
};

} // namespace

TEST(Registry, IsReadWithoutAComplaint)
{
    EXPECT_EQ(realRegistry().complaints(), std::vector<std::string>());
    EXPECT_EQ(realRegistry().data().foods.foods().size(), realRegistry().rows("foods").size());
    EXPECT_FALSE(realRegistry().rows("foods").empty());
}

TEST(Registry, NamesAGroupAfterItsFile)
{
    const Data& data = realRegistry().data();
    EXPECT_EQ(data.foods.find("natto")->group, "Legumes and soy");
    EXPECT_EQ(data.foods.find("Brie")->group, "Cheese");
}

TEST_F(RegistryCopy, SaysWhereADamagedCellStands)
{
    struct Case
    {
        std::string file, id, column, text, reason;
    };
    // All at once, since the whole registry is read each time; so each in a row of its own, and
    // what moves lines in a file of its own.
    const std::string soy = "foods/legumes-and-soy.csv";
    const Case cases[] = {
        { soy, "tofu", "CA", "-5", "-5 is negative" },
        { soy, "tempeh", "CA", "2,17", "\"2,17\" is not a number" },
        { soy, "soy-flour", "PROCNT", "101", "101 is more than 100 g in 100 g" },
        { soy, "natto", "VITK2", "900", "is less than its parts" },
        { "foods/cheese.csv", "gouda", "K2 source", "nobody", "\"nobody\" is no source" },
        { "foods/cheese.csv", "brie", "K2 grade", "Q", "\"Q\" is no grade" },
        { soy, "edamame-boiled", "source", "", "ENERC has no source" },
        { soy, "soy-milk", "portions", "cup", "\"cup\" has no grams" },
        { soy, "hummus", "name", "", "is missing" },
        { soy, "miso", "note", "a|b", "has a \"|\"" },
        { "foods/eggs.csv", "egg-duck", "note", "a\nb", "has a line break" },
        { "units.csv", "lb", "grams", "", "is missing" },
        { "texts.csv", "source.range", "text", "", "is missing" },
        { "standards/intakes.csv", "nam-CA-target-0", "value", "many", "\"many\" is not a number" },
        { "standards/vitamin_d.csv", "article-2", "edge", "under",
          "is neither \"at\" nor \"above\"" },
        { "standards/interactions.csv", "I01", "unjudged", "VITQ", "\"VITQ\" is no nutrient" },
        { "standards/balance_pairs.csv", "vitamin-d-without-k2", "short", "VITQ",
          "\"VITQ\" is no nutrient" },
    };
    std::vector<std::string> expected;
    for (const Case& each : cases)
    {
        const auto line = std::to_string(changeCell(each.file, each.id, each.column, each.text));
        expected.push_back(each.file + ":" + line + ": " + each.column + ": " + each.reason);
    }
    EXPECT_THAT(complaints(), testing::UnorderedElementsAreArray(expected));
}

TEST_F(RegistryCopy, SaysWhichFileIsNoTable)
{
    write("foods/quoted.csv", "id,name\n\"egg,Egg\n");
    write("foods/turned.csv", "name,id\nEgg,egg\n");
    write("foods/void.csv", "");
    EXPECT_THAT(complaints(), testing::UnorderedElementsAre(
                                  "foods/quoted.csv:2: the quotes of this line don't match",
                                  "foods/turned.csv:1: the first column is not \"id\"",
                                  "foods/void.csv:1: the first column is not \"id\""));
}

TEST_F(RegistryCopy, LosesARowWithoutAnIdOrWithTooFewCells)
{
    write("foods/test.csv", "id,name,note\nnew-food,New food,\nother-food,Other food\n"
                            ",Nameless,\nnew-food,Newer food,\n");
    EXPECT_EQ(complaints(),
              (std::vector<std::string>{
                  "foods/test.csv:3: 2 cells under 3 headings", "foods/test.csv:4: id: is missing",
                  "foods/test.csv:5: id: \"new-food\" stands in foods/test.csv:2" }));
}

TEST_F(RegistryCopy, RefusesANameThatAnotherFileHas)
{
    write("foods/test.csv", "id,name,aliases\nnew-food,New food,new;  NATTÖ \n");
    EXPECT_EQ(complaints(),
              std::vector<std::string>{
                  "foods/test.csv:2: aliases: \"NATTÖ\" is the name of another food" });
}

TEST_F(Xcu, CarriesEveryCharacter)
{
    const std::string special = "a & b <c> \"d\" 'e' ½ µg {f} ]]> &amp;";
    const auto data = write(
        { "Foods",
          { { "foods",
              { Row("salt & <pepper>", { { "name", special }, { "<tag> & more", "0" } }) } } } });
    EXPECT_EQ(data.get<std::string>("<xmlattr>.oor:name"), "Registry");
    EXPECT_EQ(data.get<std::string>("<xmlattr>.oor:package"), "org.quartet");
    EXPECT_EQ(data.get<std::string>("node.<xmlattr>.oor:name"), "Foods");
    const auto& set = data.get_child("node.node");
    EXPECT_EQ(set.get<std::string>("<xmlattr>.oor:name"), "foods");
    EXPECT_EQ(set.get<std::string>("node.<xmlattr>.oor:name"), "quartet");
    EXPECT_EQ(set.get<std::string>("node.<xmlattr>.oor:op"), "replace");
    const Written written = table(set);
    EXPECT_EQ(written.columns, "<tag> & more|name");
    EXPECT_EQ(written.rows, std::vector<std::string>{ "salt & <pepper>|0|" + special });
}

TEST_F(Xcu, LeavesOutTheNotes)
{
    const auto data =
        write({ "Foods", { { "foods", { Row("x", { { "note", "for the reader alone" } }) } } } });
    EXPECT_EQ(table(data.get_child("node.node")).rows, std::vector<std::string>{ "x" });
}

TEST_F(Xcu, GivesBackEachRowOfTheRegistry)
{
    std::vector<std::string> complaints;
    const TableSource source(REGISTRY, complaints);
    for (const TableGroup& group : source.groups())
    {
        SCOPED_TRACE(group.name);
        const Tree data = write(group);
        for (const auto& [element, set] : data.get_child("node"))
        {
            if (element != "node")
                continue;
            const Written written = table(set);
            const auto columns = std::make_shared<const Columns>(written.columns);
            const auto& rows = tableRows(group.sets, set.get<std::string>("<xmlattr>.oor:name"));
            ASSERT_EQ(written.rows.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
            {
                const Row read = Row::parse(written.rows[i], columns);
                ASSERT_EQ(read.id(), rows[i].id());
                for (const auto& [field, value] : rows[i].fields())
                    EXPECT_EQ(read.text(field), field == "note" ? "" : value)
                        << rows[i].id() << ": " << field;
            }
        }
    }
}

TEST(Registry, KnowsAFileThatIsNotAsItWasWritten)
{
    // As Python's zlib.crc32(b"namea|1\n") says.
    EXPECT_EQ(withChecksum("a|1\n", "name"), "a|1\ncrc32 90c321f6\n");
    EXPECT_NE(withChecksum("a|1\n", "name").substr(4), withChecksum("a|2\n", "name").substr(4));
    EXPECT_NE(withChecksum("a|1\n", "name").substr(4), withChecksum("a|1\n", "CA").substr(4));
}

TEST(Registry, KnowsAsMuchAsTheReadmeSays)
{
    const std::string readme = readFile(README);
    const Data& data = realRegistry().data();
    for (const auto& table :
         { coverageTable(data), k2Table(data), realRegistry().foods().estimates })
        for (const std::string& line : table)
            EXPECT_NE(readme.find(line + "\n"), std::string::npos) << line;
    const auto foods = std::to_string(realRegistry().data().foods.foods().size());
    EXPECT_NE(readme.find(foods + " foods"), std::string::npos) << foods;
}

} // namespace quartet
