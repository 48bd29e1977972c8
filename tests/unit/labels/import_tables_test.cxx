/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Food tables in the shapes in which the world publishes them: tests/tables, each a
// table and, below a line "---", what is to be understood.
//
//   kind foods|diary|days|long|results|unknown    what it is
//   figures for 100 g | for the amount | unclear  what its figures are for
//   incomplete                                    nothing can come in
//   rows N · traces N                             of the table; cells
//   food NAME: CA=12 VITK2=?                      comes in so; "?" is unknown
//   text NAME: Portions=…                         a text of it
//   no food NAME: WHY                             stays behind
//   unread NAME: HEADER WHY                       a cell that is unknown
//   column HEADER: WHY                            goes nowhere
//   ask ID [COLUMN]                               is asked
//   nothing asked | left out | unread
//   named by HEADER                               for what follows, chosen by hand

#include "opened_tables.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace quartet
{

namespace
{

struct Shape
{
    std::string language = "en";
    ImportGrid grid;
    std::vector<std::string> expected;
};

Shape readShape(const std::filesystem::path& file)
{
    Shape shape;
    char separator = ',';
    char decimal = '.';
    std::string csv;
    std::ifstream in(file, std::ios::binary);
    bool inTable = false;
    bool inExpected = false;
    for (std::string line; std::getline(in, line);)
    {
        if (line == "---")
            inExpected = true;
        else if (inExpected)
            shape.expected.push_back(line);
        else if (!inTable && line.starts_with("separator "))
            separator = line.ends_with("tab") ? '\t' : line.back();
        else if (!inTable && line.starts_with("decimal "))
            decimal = line.back();
        else if (!inTable && line.starts_with("language "))
            shape.language = line.substr(9);
        else if (inTable || !line.starts_with("#"))
        {
            inTable = true;
            csv += line + "\n";
        }
    }
    shape.grid = openedTable(csv, separator, decimal);
    return shape;
}

std::string kindName(ImportKind kind)
{
    switch (kind)
    {
        case ImportKind::Foods:
            return "foods";
        case ImportKind::Diary:
            return "diary";
        case ImportKind::Days:
            return "days";
        case ImportKind::Long:
            return "long";
        case ImportKind::Results:
            return "results";
        case ImportKind::Unknown:
            break;
    }
    return "unknown";
}

std::string figuresName(FiguresFor figures)
{
    return figures == FiguresFor::Grams100 ? "for 100 g"
           : figures == FiguresFor::Amount ? "for the amount"
                                           : "unclear";
}

/// What an outcome says, a line each in the words of the expectations.
class Understood
{
public:
    explicit Understood(const Shape& shape)
        : m_reading(readImport(shape.grid, rules(), shape.language))
    {
        if (m_reading.figuresFor == FiguresFor::Unclear)
            m_said.emplace_back("figures unclear");
        compute();
    }

    void nameBy(const std::string& header)
    {
        for (ColumnMapping& mapping : m_reading.mappings)
            if (mapping.header == header)
                mapping = rules().assign({ header, {}, {} }, "Name");
        compute();
    }

    void check(const std::string& expected) const
    {
        if (expected.starts_with("food "))
            return checkFood(expected.substr(5));
        if (expected.starts_with("text "))
            return checkText(expected.substr(5));
        if (expected == "nothing left out")
            EXPECT_TRUE(m_outcome.leftOut.empty()) << all();
        else if (expected == "nothing unread")
            EXPECT_TRUE(m_outcome.unread.empty()) << all();
        else if (expected == "nothing asked")
            EXPECT_TRUE(m_outcome.questions.empty()) << all();
        else
            EXPECT_NE(std::find(m_said.begin(), m_said.end(), expected), m_said.end())
                << expected << "\nwas said:\n"
                << all();
    }

private:
    void compute()
    {
        const auto& mappings = m_reading.mappings;
        m_outcome = importFoods(m_reading.table, mappings, {}, {}, false, rules());
        m_said = { "kind " + kindName(m_reading.kind),
                   "figures " + figuresName(m_reading.figuresFor),
                   "rows " + std::to_string(m_reading.table.rows.size()),
                   "traces " + std::to_string(m_outcome.traces) };
        if (!isComplete(mappings, rules()))
            m_said.emplace_back("incomplete");
        for (const ColumnMapping& mapping : mappings)
            m_said.push_back("column " + mapping.header + ": "
                             + (mapping.column.empty() ? mapping.why : mapping.column));
        for (const LeftOutRow& row : m_outcome.leftOut)
            m_said.push_back("no food " + row.name + ": " + row.why);
        for (const UnreadCell& cell : m_outcome.unread)
            m_said.push_back("unread " + cell.name + ": " + cell.header
                             + (cell.why.empty() ? "" : " " + cell.why));
        for (const ImportQuestion& question : m_outcome.questions)
        {
            m_said.push_back("ask " + question.id
                             + (question.column.empty() ? "" : " " + question.column));
        }
    }

    std::string all() const
    {
        std::string text;
        for (const std::string& line : m_said)
            text += line + "\n";
        for (const ImportedFood& food : m_outcome.foods)
        {
            text += "food";
            for (const ImportCell& cell : food.cells)
                if (const auto* const number = std::get_if<double>(&cell))
                    text += " " + formatNumber(*number, 6);
                else if (const auto* const name = std::get_if<std::string>(&cell))
                    text += " " + *name;
                else
                    text += " ?";
            text += "\n";
        }
        return text;
    }

    /// The cell of a food; a text "no such food" or "no such column" where there is none.
    ImportCell find(const std::string& name, const std::string& column) const
    {
        for (const ImportedFood& food : m_outcome.foods)
            if (std::get<std::string>(food.cells.front()) == name)
            {
                for (std::size_t i = 0; i < m_outcome.columns.size(); ++i)
                    if (m_outcome.columns[i] == column)
                        return food.cells[i];
                return "no such column";
            }
        return "no such food";
    }

    void checkFood(const std::string& text) const
    {
        const auto colon = text.rfind(": ");
        const std::string name = text.substr(0, colon);
        std::istringstream figures(text.substr(colon + 2));
        for (std::string figure; figures >> figure;)
        {
            const auto equals = figure.find('=');
            const std::string value = figure.substr(equals + 1);
            const ImportCell cell = find(name, figure.substr(0, equals));
            const auto* const number = std::get_if<double>(&cell);
            if (value == "?")
                EXPECT_TRUE(std::holds_alternative<std::monostate>(cell)
                            || cell == ImportCell("no such column"))
                    << name << " " << figure << "\n"
                    << all();
            else if (number)
                EXPECT_NEAR(*number, std::stod(value), 1e-4 * (1 + std::stod(value)))
                    << name << " " << figure << "\n"
                    << all();
            else
                ADD_FAILURE() << name << " " << figure << "\n" << all();
        }
    }

    void checkText(const std::string& text) const
    {
        const auto colon = text.find(": ");
        const auto equals = text.find('=', colon);
        const ImportCell cell =
            find(text.substr(0, colon), text.substr(colon + 2, equals - colon - 2));
        const auto* const found = std::get_if<std::string>(&cell);
        EXPECT_EQ(found ? *found : "", text.substr(equals + 1)) << text << "\n" << all();
    }

    ImportReading m_reading;
    ImportOutcome m_outcome;
    std::vector<std::string> m_said;
};

std::vector<std::string> shapes()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(FOOD_TABLES))
        names.push_back(entry.path().stem());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

class ImportTables : public testing::TestWithParam<std::string>
{
};

TEST_P(ImportTables, AreUnderstood)
{
    const Shape shape = readShape(std::filesystem::path(FOOD_TABLES) / (GetParam() + ".txt"));
    ASSERT_FALSE(shape.expected.empty());
    Understood understood(shape);
    for (const std::string& expected : shape.expected)
        if (expected.starts_with("named by "))
            understood.nameBy(expected.substr(9));
        else
            understood.check(expected);
}

INSTANTIATE_TEST_SUITE_P(Shapes, ImportTables, testing::ValuesIn(shapes()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

} // namespace quartet
