/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Every figure of a food beside the reference table that it was taken from.

#include "reference_tables.hxx"
#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <string>

namespace quartet
{

namespace
{

/// The records of a CSV file by one of its columns.
std::map<std::string, Record> table(const std::filesystem::path& file, const std::string& key)
{
    std::map<std::string, Record> table;
    for (const Record& record : readRecords(file))
        table.emplace(record.at(key), record);
    return table;
}

/// Our columns and USDA's.
const std::map<std::string, std::string> usdaColumns{
    { "ENERC", "energy_kcal" },     { "PROCNT", "protein_g" },     { "FAT", "fat_g" },
    { "CHOCDF", "carbohydrate_g" }, { "FIBTG", "fiber_g" },        { "CA", "calcium_mg" },
    { "MG", "magnesium_mg" },       { "P", "phosphorus_mg" },      { "K", "potassium_mg" },
    { "NA", "sodium_mg" },          { "ZN", "zinc_mg" },           { "FE", "iron_mg" },
    { "VITD", "vitamin_d_mcg" },    { "VITD2", "vitamin_d2_mcg" }, { "VITD3", "vitamin_d3_mcg" },
    { "VITK1", "vitamin_k1_mcg" },
};

/// "usda-sr-legacy 01022" in its two parts.
std::pair<std::string, std::string> source(const Row& row, std::string_view field)
{
    const std::string text(row.text(field));
    const auto space = text.find(' ');
    return { text.substr(0, space), space == std::string::npos ? "" : text.substr(space + 1) };
}

/// Figures side by side. A difference needs its reason, and a reason its difference.
class Comparison
{
public:
    /// Takes the reasons whose field, as in "id field", is one of USDA's columns or isn't.
    explicit Comparison(bool ofUsda)
    {
        for (const auto& [key, record] : table(DIFFERENCES, "id"))
            if (usdaColumns.contains(key.substr(key.find(' ') + 1)) == ofUsda)
                reasons[key] = record.at("reason");
    }

    void compare(const Row& row, const std::string& field, const std::string& theirs)
    {
        ++compared;
        const std::string key = row.id() + " " + field;
        const std::string ours(row.text(field));
        if (ours == theirs)
            return;
        EXPECT_TRUE(reasons.contains(key)) << key << ": " << ours << ", the reference " << theirs;
        std::cout << key << ": " << ours << ", the reference " << theirs << ": " << reasons[key]
                  << '\n';
        reasons.erase(key);
    }

    void finish(const char* what) const
    {
        std::cout << compared << ' ' << what << '\n';
        for (const auto& [key, reason] : reasons)
            ADD_FAILURE() << "no such difference any more: " << key;
    }

private:
    std::map<std::string, std::string> reasons;
    std::size_t compared = 0;
};

/// Compares a total; of two codes, as in "1939 and 5234", the ends of a range without one.
void compareTotal(Comparison& comparison, const Row& row, const std::string& place,
                  const std::function<std::string(const std::string&)>& total)
{
    const auto two = place.find(" and ");
    if (two == std::string::npos)
    {
        comparison.compare(row, "VITK2", total(place));
        return;
    }
    EXPECT_EQ(row.text("VITK2"), "") << row.id();
    comparison.compare(row, "K2 low", total(place.substr(0, two)));
    comparison.compare(row, "K2 high", total(place.substr(two + 5)));
}

const std::vector<Row>& foods() { return realRegistry().rows("foods"); }

} // namespace

TEST_F(Reference, HoldsEveryFigureFromUsda)
{
    const auto usda = table(folder / "usda_sr_legacy.csv", "ndb_no");
    Comparison comparison(true);
    for (const Row& row : foods())
    {
        const auto [id, place] = source(row, "source");
        if (id != "usda-sr-legacy")
            continue;
        ASSERT_TRUE(usda.contains(place)) << row.id();
        for (const auto& [ours, theirs] : usdaColumns)
            if (row.text(ours + " source").empty())
                comparison.compare(row, ours, usda.at(place).at(theirs));
    }
    comparison.finish("figures compared with USDA");
}

TEST_F(Reference, HoldsEveryK2FigureOfATable)
{
    const auto usda = table(folder / "usda_sr_legacy.csv", "ndb_no");
    const auto nevo = table(folder / "nevo_k2.csv", "nevo_code");
    const auto ciqual = table(folder / "ciqual_k2.csv", "ciqual_code");
    Comparison comparison(false);
    for (const Row& row : foods())
    {
        const auto [id, place] = source(row, "K2 source");
        if (id == "nevo-2025")
            compareTotal(comparison, row, place, [&](const std::string& code) {
                return nevo.at(code).at("vitamin_k2_total_mcg");
            });
        else if (id == "ciqual-2020")
            comparison.compare(row, "VITK2", ciqual.at(place).at("vitamin_k2_mcg"));
        else if (id == "usda-sr28")
            comparison.compare(row, "MK4", usda.at(place).at("mk4_mcg"));
        const auto [mk4Id, mk4Place] = source(row, "MK4 source");
        if (mk4Id == "usda-sr28")
            comparison.compare(row, "MK4", usda.at(mk4Place).at("mk4_mcg"));
    }
    comparison.finish("K2 figures compared with their tables");
}

TEST_F(Reference, WarnsOfNoFigureThatIsShipped)
{
    // Figures that are not used: the reference's README warns of each.
    for (const Row& row : foods())
    {
        if (row.id() == "parmesan")
        {
            EXPECT_NE(row.text("K2 high"), "76.5");
        }
    }
    std::set<std::string> suspect;
    for (const auto& [ndb, record] : table(folder / "usda_sr_legacy.csv", "ndb_no"))
        if (record.at("mk4_quality") == "suspect")
            suspect.insert(ndb);
    for (const Row& row : foods())
    {
        const auto [id, place] = source(row, "K2 source");
        if (id == "usda-sr28")
        {
            EXPECT_FALSE(suspect.contains(place)) << row.id() << " uses a suspect MK-4";
        }
    }
}

// Needs no reference: a rule of the registry's own.
TEST(K2Figures, HaveASourceAGradeAndARangeOrAReasonForNone)
{
    for (const Row& row : realRegistry().rows("foods"))
    {
        for (const char* const form : { "VITK2", "MK4", "MK7", "MKOTH" })
        {
            if (row.number(form).value_or(0) == 0)
                continue;
            EXPECT_FALSE(row.text("K2 source").empty()) << row.id();
            EXPECT_FALSE(row.text("K2 grade").empty()) << row.id();
            const bool range = !row.text("K2 low").empty() || !row.text("K2 high").empty();
            const std::string note(row.text("note"));
            const auto says = [&](const char* word) { return note.find(word) != note.npos; };
            EXPECT_TRUE(range || says("K2") || says("MK-") || says("menaquinone"))
                << row.id() << " has neither a range nor a note on its K2";
        }
    }
}

/// Each published figure, used or not, is the one that its table prints.
TEST_F(Reference, HoldsEveryPublishedFigureOfATable)
{
    const auto sr28 = table(folder / "usda_sr_legacy.csv", "ndb_no");
    const auto nevo = table(folder / "nevo_k2.csv", "nevo_code");
    const auto ciqual = table(folder / "ciqual_k2.csv", "ciqual_code");
    const auto ifct = table(folder / "ifct2017.csv", "ifct_code");
    std::size_t compared = 0;
    const auto compare = [&compared](const Row& row, const std::string& theirs) {
        ++compared;
        EXPECT_NEAR(row.number("value").value(), parseNumber(theirs).value_or(-1), 0.051)
            << row.id() << ": " << row.text("source");
    };
    for (const char* const name : { "k2_figures", "estimate_basis" })
        for (const Row& row : realRegistry().rows(name, *name == 'k' ? "Figures" : "Build"))
        {
            const auto [id, place] = source(row, "source");
            if (id == "nevo-2025" && nevo.contains(place))
                compare(row, nevo.at(place).at("vitamin_k2_total_mcg"));
            else if (id == "ciqual-2020")
                compare(row, ciqual.at(place).at("vitamin_k2_mcg"));
            else if (id == "ifct-2017")
                compare(row, ifct.at(place).at("menaquinones_k2_mcg"));
            else if (id == "usda-sr28" && sr28.contains(place))
                compare(row, sr28.at(place).at("mk4_mcg"));
        }
    EXPECT_GT(compared, 600u);
}

} // namespace quartet
