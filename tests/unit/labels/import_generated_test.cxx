/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Tables that are made from known foods by a seeded generator: headers in five
// languages, units, marks, servings, titles above, decimal signs that the office
// doesn't have. None may bring a figure ten times too high or too low without a
// word.

#include "opened_tables.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <random>

namespace quartet
{

namespace
{

constexpr unsigned generatedTables = 2000;
constexpr double tenTimes = 10;

class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {
    }

    /// Lines of cells, and the foods in their order; what each cell is known to be.
    std::vector<std::vector<std::string>> lines;
    std::vector<const Food*> foods;
    char officeSign = '.';
    bool isForeign = false; ///< opened with another decimal sign than its own

    void make()
    {
        const Data& data = realRegistry().data();
        const auto& all = data.foods.foods();
        const std::size_t count = 2 + below(14);
        for (std::size_t i = 0; i < count; ++i)
            foods.push_back(&all[below(all.size())]);
        m_sign = chance(2) ? '.' : ',';
        isForeign = chance(4);
        officeSign = isForeign == (m_sign == '.') ? ',' : '.';
        m_unitStyle = below(4);
        m_serving = chance(8);
        chooseColumns(data);
        std::shuffle(m_columns.begin(), m_columns.end(), m_random);
        writeHeaders();
        for (const Food* const food : foods)
            writeFood(*food);
    }

private:
    enum class Kind
    {
        Name,
        Code,
        Remark,
        Serving,
        Figure
    };
    struct Column
    {
        Kind kind;
        NutrientIndex nutrient = 0;
        std::string name = {};
        std::string unit = {};
        double factor = 1; ///< to the nutrient's own unit
    };

    std::size_t below(std::size_t number)
    {
        return std::uniform_int_distribution<std::size_t>(0, number - 1)(m_random);
    }
    bool chance(std::size_t oneIn) { return below(oneIn) == 0; }

    void chooseColumns(const Data& data)
    {
        m_columns = { { Kind::Name }, { Kind::Code }, { Kind::Remark } };
        if (m_serving)
            m_columns.push_back({ Kind::Serving });
        const auto& names = realRegistry().rows("nutrient_names", "Standards");
        for (NutrientIndex i = 0; i < data.nutrients.coreSize(); ++i)
        {
            const Nutrient& nutrient = data.nutrients[i];
            if (nutrient.tag == "VITK" || nutrient.tag == "MKOTH" || chance(2))
                continue;
            const auto units = rules().units(nutrient.tag);
            // Without units in the table they are the nutrient's own.
            const std::string unit =
                m_unitStyle == 3 || !chance(3) ? units.front() : units[below(units.size())];
            std::string name = chance(2) ? nutrient.tag : nutrient.name;
            for (const Row& row : names)
                if (row.id() == nutrient.tag && chance(2))
                    name = row.fields()[below(row.fields().size())].second;
            if (rules().read(name + " (" + unit + ")").column == nutrient.tag)
                m_columns.push_back(
                    { Kind::Figure, i, name, unit, *rules().factor(unit, nutrient.tag) });
        }
    }

    void writeHeaders()
    {
        for (std::size_t title = below(3); title > 0; --title)
        {
            lines.emplace_back(m_columns.size());
            lines.back().front() = "A table of somebody's";
        }
        auto& headers = lines.emplace_back();
        std::vector<std::string> units;
        for (const Column& column : m_columns)
        {
            units.emplace_back();
            if (column.kind == Kind::Name)
                headers.emplace_back("Food name");
            else if (column.kind == Kind::Code)
                headers.emplace_back("Food code");
            else if (column.kind == Kind::Remark)
                headers.emplace_back("Remarks of somebody");
            else if (column.kind == Kind::Serving)
                headers.emplace_back("Serving size (g)");
            else
            {
                const std::string basis = m_serving ? " per serving" : "";
                if (m_unitStyle == 0)
                    headers.push_back(column.name + basis + " (" + column.unit + ")");
                else if (m_unitStyle == 1)
                    headers.push_back(column.name
                                      + (m_serving ? basis + " [" + column.unit + "]"
                                                   : " [" + column.unit + "/100 g]"));
                else
                    headers.push_back(column.name + basis);
                if (m_unitStyle == 2)
                    units.back() = column.unit;
            }
        }
        if (m_unitStyle == 2)
            lines.push_back(units);
    }

    std::string written(double number)
    {
        constexpr int longest = 10; // 0.1 µg in grams
        const double magnitude = number > 0 ? std::floor(std::log10(number)) : 0;
        const int decimals = std::clamp(2 - static_cast<int>(magnitude), 0, longest);
        std::string text = formatNumber(number, decimals);
        std::replace(text.begin(), text.end(), '.', m_sign);
        return text;
    }

    std::string mark(const std::string& figure)
    {
        switch (below(7))
        {
            case 0:
                return "-";
            case 1:
                return "tr";
            case 2:
                return std::string("<0") + m_sign + "1";
            case 3:
                return "(" + figure + ")";
            case 4:
                return "N";
            case 5:
                return "<LOD";
            default:
                return {};
        }
    }

    void writeFood(const Food& food)
    {
        auto& line = lines.emplace_back();
        const double serving = static_cast<double>(20 + below(300));
        for (const Column& column : m_columns)
            if (column.kind == Kind::Name)
                line.push_back(food.name);
            else if (column.kind == Kind::Code)
                line.push_back(std::to_string(1000 + below(9000)));
            else if (column.kind == Kind::Remark)
                line.emplace_back(chance(3) ? "seen in 2 shops" : "");
            else if (column.kind == Kind::Serving)
                line.push_back(written(serving));
            else
            {
                const auto value = food.value(column.nutrient);
                const double basis = m_serving ? serving / 100 : 1;
                const std::string figure =
                    value ? written(*value / column.factor * basis) : std::string("-");
                line.push_back(chance(12) ? mark(figure) : figure);
            }
    }

    std::mt19937 m_random;
    std::vector<Column> m_columns;
    char m_sign = '.';
    std::size_t m_unitStyle = 0;
    bool m_serving = false;
};

ImportGrid opened(const Generator& made)
{
    ImportGrid grid;
    std::size_t width = 0;
    for (const auto& line : made.lines)
    {
        auto& row = grid.emplace_back();
        for (const std::string& cell : line)
            row.push_back(openedCell(cell, made.officeSign));
        width = std::max(width, row.size());
    }
    for (auto& row : grid)
        row.resize(width);
    return grid;
}

/// Whether the person is told something about a column, or of the whole table.
bool isTold(const ImportReading& reading, const ImportOutcome& outcome, const std::string& column)
{
    for (const ImportQuestion& question : outcome.questions)
        if (question.column.empty() || question.column == column)
            return true;
    for (const ColumnMapping& mapping : reading.mappings)
        if (mapping.column == column && mapping.assumed)
            return true; // the column's line says that no unit stands there
    return reading.figuresFor == FiguresFor::Unclear;
}

} // namespace

TEST(GeneratedTables, BringNoFigureTenTimesWrongWithoutAWord)
{
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    std::size_t figures = 0;
    std::size_t wrong = 0;
    std::size_t asked = 0;
    std::size_t taken = 0;
    for (unsigned seed = 0; seed < generatedTables; ++seed)
    {
        Generator made(seed);
        made.make();
        const ImportReading reading = readImport(opened(made), rules());
        const ImportOutcome outcome =
            importFoods(reading.table, reading.mappings, {}, "generated", false, rules());
        asked += outcome.questions.empty() ? 0 : 1;
        taken += outcome.foods.empty() ? 0 : 1;
        for (const ImportedFood& imported : outcome.foods)
        {
            const std::string& name = std::get<std::string>(imported.cells.front());
            const auto food = std::find_if(made.foods.begin(), made.foods.end(),
                                           [&](const Food* each) { return each->name == name; });
            ASSERT_NE(food, made.foods.end()) << seed << " " << name;
            for (std::size_t i = 1; i < outcome.columns.size(); ++i)
            {
                const auto nutrient = nutrients.findTag(outcome.columns[i]);
                const auto* const figure = std::get_if<double>(&imported.cells[i]);
                if (!nutrient || !figure)
                    continue;
                ++figures;
                const auto known = (*food)->value(*nutrient);
                const bool isFar = !known || *figure > *known * tenTimes + 1e-6
                                   || *figure * tenTimes + 1e-6 < *known;
                if (!isFar || isTold(reading, outcome, outcome.columns[i]))
                    continue;
                ++wrong;
                ADD_FAILURE_AT(__FILE__, __LINE__)
                    << "table " << seed << ", " << name << ", " << outcome.columns[i] << ": "
                    << *figure << " for " << known.value_or(-1)
                    << (made.isForeign ? " (foreign decimal sign)" : "");
                ASSERT_LT(wrong, 10U);
            }
        }
    }
    EXPECT_GT(taken, generatedTables * 9 / 10) << "most tables are understood";
    EXPECT_GT(figures, generatedTables * 30U);
    RecordProperty("figures", static_cast<int>(figures));
    RecordProperty("tables asked about", static_cast<int>(asked));
    std::cout << "[  tables  ] " << figures << " figures, " << asked << " tables asked about\n";
}

} // namespace quartet
