/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Ordinary days of ordinary people, as they would write them: everything they
// ate is in the registry, weighs, and is known well enough.

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/tally.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace quartet
{

namespace
{

constexpr double leastCoverage = 0.9;
constexpr double leastEstimated = 0.95;

/// The days after these are of other countries: of what is eaten there less was measured.
constexpr std::size_t measuredDays = 10;

class Diary : public testing::TestWithParam<std::filesystem::path>
{
};

std::vector<std::filesystem::path> days()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(DAYS))
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<CsvRecord> mealsOf(const std::filesystem::path& file)
{
    return parseCsv(readFile(file));
}

/// What was eaten, and its grams; nothing where the row isn't understood.
struct Eaten
{
    const Food* food = nullptr;
    std::optional<double> grams;
};

Eaten read(const CsvRecord& record)
{
    const Data& data = realRegistry().data();
    Eaten eaten{ data.foods.find(record.cells[1]), {} };
    const auto quantity = parseQuantity(record.cells[2]);
    if (!eaten.food || !quantity)
        return eaten;
    if (const auto grams = weigh(*quantity, eaten.food->portions, data.units))
        eaten.grams = *grams;
    return eaten;
}

} // namespace

TEST_P(Diary, ResolvesAndWeighs)
{
    const auto rows = mealsOf(GetParam());
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows.front().cells, (std::vector<std::string>{ "meal", "food", "amount" }));
    EXPECT_GE(rows.size(), 13u) << "a day has at least a dozen foods";
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
    {
        ASSERT_EQ(row->cells.size(), 3u) << "line " << row->line;
        const Eaten eaten = read(*row);
        EXPECT_NE(eaten.food, nullptr) << "line " << row->line << ": " << row->cells[1];
        EXPECT_GT(eaten.grams.value_or(0), 0)
            << "line " << row->line << ": " << row->cells[2] << " of " << row->cells[1];
    }
}

TEST_P(Diary, IsKnown)
{
    if (GetParam().stem() > std::to_string(measuredDays))
        GTEST_SKIP() << "of another country";
    const NutrientTable& nutrients = realRegistry().data().nutrients;
    const auto rows = mealsOf(GetParam());
    for (const char* const nutrient : { "VITK2", "VITD", "CA", "MG" })
    {
        const auto index = nutrients.find(nutrient);
        ASSERT_TRUE(index) << nutrient;
        Tally tally(*index, nutrients.k2());
        std::string unknown;
        for (auto row = rows.begin() + 1; row < rows.end(); ++row)
        {
            ASSERT_EQ(row->cells.size(), 3u) << "line " << row->line;
            const Eaten eaten = read(*row);
            if (!eaten.food || !eaten.grams)
                continue;
            tally.add(*eaten.food, *eaten.grams);
            if (!eaten.food->value(*index))
                unknown += "\n  " + eaten.food->name;
        }
        EXPECT_GE(tally.coverage().value_or(0), leastCoverage)
            << nutrient << ", not known of:" << unknown;
    }
}

TEST_P(Diary, HasAnEstimateOfItsVitaminK2)
{
    const Menaquinones& k2 = realRegistry().data().nutrients.k2();
    Tally tally(k2.total, k2);
    std::string unknown;
    const auto rows = mealsOf(GetParam());
    for (auto row = rows.begin() + 1; row < rows.end(); ++row)
    {
        const Eaten eaten = read(*row);
        if (!eaten.food || !eaten.grams)
            continue;
        tally.add(*eaten.food, *eaten.grams);
        if (!k2Per100g(*eaten.food, k2, K2Form::Estimate))
            unknown += "\n  " + eaten.food->name;
    }
    EXPECT_GE(tally.estimatedCoverage().value_or(0), leastEstimated) << "nothing of:" << unknown;
    const auto number = [](std::optional<double> value) {
        return value ? formatNumber(*value, 1) : std::string("?");
    };
    std::cout << "day " << GetParam().stem().string() << ": K2 known " << number(tally.known())
              << ", estimate " << number(tally.total(Total::Estimate)) << ", range "
              << number(tally.total(Total::Low)) << " to " << number(tally.total(Total::High))
              << " µg; grams known " << number(100 * tally.coverage().value_or(0))
              << " %, known or estimated " << number(100 * tally.estimatedCoverage().value_or(0))
              << " %, amount known " << number(100 * tally.coverage(Share::Amount).value_or(0))
              << " %\n";
}

INSTANTIATE_TEST_SUITE_P(Days, Diary, testing::ValuesIn(days()),
                         [](const auto& day) { return "Day" + day.param.stem().string(); });

TEST(Days, AreTwenty) { EXPECT_EQ(days().size(), 2 * measuredDays); }

} // namespace quartet
