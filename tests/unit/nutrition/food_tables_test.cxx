/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Every figure of a food beside the row of the table that it was taken from: in
// a pinned sample of the tables always, in the whole tables where they are at hand.

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "reference_tables.hxx"
#include "registry_fixture.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <iostream>
#include <numeric>
#include <set>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

/// The rows of a table by their code.
using Table = std::map<std::string, Record>;

/// The cells of a CSV file, line by line.
std::vector<CsvRecord> lines(const fs::path& file) { return parseCsv(readFile(file)); }

/// Adds the lines after line `first`, whose cells stand under the headings of another.
void add(Table& table, const std::vector<CsvRecord>& lines, const std::vector<std::string>& heads,
         std::size_t first, std::size_t code)
{
    for (std::size_t line = first; line < lines.size(); ++line)
    {
        const auto& cells = lines[line].cells;
        Record& record = table[cells.at(code)];
        for (std::size_t i = 0; i < std::min(cells.size(), heads.size()); ++i)
            if (!heads[i].empty())
                record.emplace(heads[i], cells[i]); // CoFID has one code twice: the first is meant
    }
}

Table plain(const fs::path& file, const std::string& code)
{
    Table table;
    for (Record& record : readRecords(file))
        table.emplace(record.at(code), record);
    return table;
}

/// The sample of a table: its code is its first column.
Table sampleOf(const std::string& id)
{
    Table table;
    const auto all = lines(fs::path(SAMPLES) / (id + ".csv"));
    add(table, all, all.front().cells, 1, 0);
    return table;
}

/// Nothing for a word such as "N", "Tr", "traces", "-" or "< 0,5".
std::optional<double> number(std::string text)
{
    boost::replace_all(text, ",", ".");
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end)
        return std::nullopt;
    return value;
}

std::optional<double> at(const Record& record, const std::string& column)
{
    const auto found = record.find(column);
    return found == record.end() ? std::nullopt : number(found->second);
}

/// A part that a table calls a trace, or leaves out, adds nothing.
double part(const Record& record, const std::string& column)
{
    return at(record, column).value_or(0);
}

/// CoFID's carbohydrate is in monosaccharide equivalents, without fibre.
double carbohydrateOfCofid(const Record& record)
{
    const double starch = std::max(0.0, part(record, "CHO") - part(record, "TOTSUG"));
    const double twos = part(record, "SUCR") + part(record, "MALT") + part(record, "LACT");
    const double ones = part(record, "GLUC") + part(record, "GALACT") + part(record, "FRUCT");
    return starch / 1.10 + twos / 1.05 + ones + part(record, "AOACFIB");
}

/// What the rule in "CHOCDF source" or "ENERC source" gives.
double calculated(const std::string& table, const std::string& field, const Record& record)
{
    if (table == "cofid-2021")
        return carbohydrateOfCofid(record);
    if (table == "bls-2025")
        return part(record, "carbohydrate_g") + part(record, "fibre_g");
    const double carbohydrate = part(record, "Glucides (g/100 g)");
    const double fibre = part(record, "Fibres alimentaires (g/100 g)");
    if (field == "CHOCDF")
        return carbohydrate + fibre;
    return 4 * part(record, "Protéines, N x facteur de Jones (g/100 g)")
           + 9 * part(record, "Lipides (g/100 g)") + 4 * carbohydrate + 2 * fibre
           + 7 * part(record, "Alcool (g/100 g)");
}

/// How a figure of ours is read in a table.
struct Reading
{
    std::string field;
    std::vector<std::string> columns; ///< the first that has a number counts
    double factor;
};

std::map<std::string, std::vector<Reading>> readings()
{
    std::map<std::string, std::vector<Reading>> all;
    for (const Record& record : readRecords(fs::path(SAMPLES) / "columns.csv"))
    {
        std::string rest = record.at("columns");
        Reading reading{ record.at("field"), {}, number(record.at("factor")).value() };
        for (std::size_t end; !rest.empty();
             rest.erase(0, end == std::string::npos ? end : end + 2))
        {
            end = rest.find("; ");
            reading.columns.push_back(rest.substr(0, end));
        }
        all[record.at("table")].push_back(std::move(reading));
    }
    return all;
}

/// A figure that isn't its table's own, and why: "id field".
std::set<std::string> reasons()
{
    std::set<std::string> keys;
    for (const fs::path& file : { fs::path(DIFFERENCES), fs::path(SAMPLES) / "left_out.csv" })
        for (const Record& record : readRecords(file))
            keys.insert(record.at("id"));
    return keys;
}

/// Whether ours may be unknown where the table has a figure: a bare 0 of vitamin D
/// doesn't say whether anyone looked; MEXT's vitamin K is K1 in plants alone.
bool mayBeUnknown(const std::string& table, const std::string& field, double theirs)
{
    return (field == "VITD" && theirs == 0) || (table == "mext-2020" && field == "VITK1");
}

/// Compares the foods that are from a table. @returns how many figures
std::size_t compare(const std::string& id, const Table& table)
{
    static const auto all = readings();
    static const auto excused = reasons();
    std::size_t figures = 0;
    for (const Row& row : realRegistry().rows("foods"))
    {
        const std::string source(row.text("source"));
        const auto found =
            source.starts_with(id + " ") ? table.find(source.substr(id.size() + 1)) : table.end();
        if (found == table.end())
            continue;
        for (const auto& [field, columns, factor] : all.at(id))
        {
            const std::string other(row.text(field + " source"));
            if ((!other.empty() && !other.starts_with("calculated"))
                || excused.contains(row.id() + " " + field))
                continue;
            std::optional<double> theirs;
            for (const std::string& column : columns)
                if (const auto value = at(found->second, column); value && !theirs)
                    theirs = *value * factor;
            double allowed = 1e-9 + (factor == 1 ? 0 : 6e-4 * theirs.value_or(0));
            if (!other.empty())
            {
                theirs = calculated(id, field, found->second);
                allowed = field == "ENERC" ? 0.51 : 0.051;
            }
            else if (factor != 1 && field == "ENERC")
                allowed = 0.051;
            ++figures;
            const auto ours = row.number(field);
            if (ours && theirs)
            {
                EXPECT_NEAR(*ours, *theirs, allowed) << row.id() << ' ' << field;
            }
            else
            {
                EXPECT_FALSE(ours) << row.id() << ' ' << field << ": the table has none";
                EXPECT_TRUE(!theirs || mayBeUnknown(id, field, *theirs))
                    << row.id() << ' ' << field << ": the table has " << *theirs;
            }
        }
    }
    return figures;
}

const char* const tables[] = { "bls-2025",  "ciqual-2020",          "cnf-2015",      "cofid-2021",
                               "mext-2020", "usda-foundation-2025", "usda-sr-legacy" };

} // namespace

TEST(FoodTables, HoldEachFigureOfTheirSample)
{
    std::size_t rows = 0;
    for (const char* const id : tables)
    {
        SCOPED_TRACE(id);
        const Table sample = sampleOf(id);
        rows += sample.size();
        EXPECT_GE(compare(id, sample), sample.size());
    }
    EXPECT_GE(rows, 150u);
}

TEST_F(Reference, HoldsEachFigureOfTheOtherTables)
{
    std::map<std::string, Table> whole;
    const fs::path from = folder / "tables";
    whole["ciqual-2020"] = plain(from / "ciqual_2020" / "ciqual_2020_fr.csv", "alim_code");
    whole["usda-foundation-2025"] =
        plain(from / "usda_foundation" / "foundation_foods_raw_grams.csv", "code");
    whole["bls-2025"] = plain(folder / "names" / "bls_2025_names.csv", "bls_code");
    add(whole["mext-2020"], lines(from / "mext_2020" / "body.csv"),
        lines(from / "mext_2020" / "header.csv").at(4).cells, 0, 1);
    for (const char* const file : { "macros.csv", "minerals.csv", "vitamins.csv" })
    {
        const auto all = lines(from / "cofid" / file);
        add(whole["cofid-2021"], all, all.at(1).cells, 3, 0);
    }
    std::size_t figures = 0;
    for (const auto& [id, table] : whole)
    {
        SCOPED_TRACE(id);
        figures += compare(id, table);
    }
    std::cout << figures << " figures compared with the other tables\n";
    EXPECT_GT(figures, 6000u);
}

TEST(FoodTables, GiveEachFoodAServing)
{
    for (const Food& food : realRegistry().data().foods.foods())
        EXPECT_TRUE(food.portions.grams("serving")) << food.name;
}

TEST(FoodTables, HaveARowForEachFoodThatNamesThem)
{
    std::set<std::string> known(std::begin(tables), std::end(tables));
    known.insert("household-recipe");
    for (const Row& row : realRegistry().rows("foods"))
    {
        const std::string source(row.text("source"));
        if (!source.empty())
        {
            EXPECT_TRUE(known.contains(source.substr(0, source.find(' '))))
                << row.id() << ": " << source;
        }
    }
}

} // namespace quartet
