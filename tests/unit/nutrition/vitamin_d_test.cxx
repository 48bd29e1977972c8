/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/vitamin_d.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace quartet
{

namespace
{

constexpr double nmolPerNg = 2.496;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string status(double level, LevelUnit unit = LevelUnit::NgPerMl,
                   std::string_view standard = "article")
{
    return shown(realRegistry().standards().vitaminD.status({ level, unit }, standard));
}

} // namespace

TEST(VitaminD, HasTheContractsWorkedCases)
{
    EXPECT_EQ(status(39.99), "below sufficiency");
    EXPECT_EQ(status(40), "sufficient");
    EXPECT_EQ(status(60), "optimal");
    EXPECT_EQ(status(80), "optimal");
    EXPECT_EQ(status(80.01), "optimal");
    EXPECT_EQ(status(80.2), "above optimal");
    EXPECT_EQ(status(99.84, LevelUnit::NmolPerL), "sufficient");
    EXPECT_EQ(status(100, LevelUnit::NmolPerL), "sufficient");
    EXPECT_EQ(status(200, LevelUnit::NmolPerL), "optimal");
    EXPECT_EQ(status(20, LevelUnit::NgPerMl, "iom2011"), "sufficient");
    EXPECT_EQ(status(150), "toxic range");
    EXPECT_EQ(status(-1), "Err:502");
}

TEST(VitaminD, ChangesItsCategoryAtEachEdge)
{
    // The words below, at and above each edge follow from the table alone.
    std::map<std::string, std::vector<const Row*>> standards;
    for (const Row& row : realRegistry().rows("vitamin_d", "Standards"))
        if (row.text("standard") != "safety")
            standards[std::string(row.text("standard"))].push_back(&row);
    EXPECT_EQ(standards.size(), 14u);
    for (const auto& [standard, rows] : standards)
        for (std::size_t i = 1; i < rows.size(); ++i)
        {
            const std::string below(rows[i - 1]->text("category"));
            const std::string above(rows[i]->text("category"));
            const bool belongs = rows[i]->text("edge") == "at";
            for (const auto& [unit, column, previous, other, factor] :
                 { std::tuple(LevelUnit::NgPerMl, "ng/mL", "to ng/mL", "nmol/L", 1 / nmolPerNg),
                   std::tuple(LevelUnit::NmolPerL, "nmol/L", "to nmol/L", "ng/mL", nmolPerNg) })
            {
                const double printed = rows[i]->requiredNumber(column);
                const double converted = rows[i]->requiredNumber(other) * factor;
                SCOPED_TRACE(rows[i]->id() + " " + column);
                EXPECT_EQ(rows[i - 1]->number(previous), printed) << "no gap, no overlap";
                const auto [first, last] = std::minmax(printed, converted);
                const double edge = belongs ? first : last;
                const bool toxic = unit == LevelUnit::NgPerMl ? edge >= 150 : edge >= 374.4;
                EXPECT_EQ(status(edge * (1 - 1e-9), unit, standard), below);
                EXPECT_EQ(status(edge, unit, standard), toxic     ? "toxic range"
                                                        : belongs ? above
                                                                  : below);
                EXPECT_EQ(status(edge * (1 + 1e-9), unit, standard), toxic ? "toxic range" : above);
            }
        }
}

TEST(VitaminD, KeepsItsWordsWhereALevelIsConverted)
{
    const Conversions& conversions = realRegistry().standards().conversions;
    const auto convert = [&](double value, const char* from, const char* to) {
        return *conversions.convert(value, from, to);
    };
    for (const Row& row : realRegistry().rows("vitamin_d", "Standards"))
    {
        if (row.text("standard") == "safety" || !row.number("ng/mL"))
            continue;
        const std::string_view standard = row.text("standard");
        for (const double near : { 0.9, 0.999, 1.0, 1.001, 1.1 })
        {
            SCOPED_TRACE(row.id() + " " + std::to_string(near));
            const double ng = row.requiredNumber("ng/mL") * near;
            const double there = convert(ng, "ng/mL", "nmol/L");
            const double back = convert(there, "nmol/L", "ng/mL");
            const std::string words = status(ng, LevelUnit::NgPerMl, standard);
            EXPECT_EQ(status(there, LevelUnit::NmolPerL, standard), words);
            EXPECT_EQ(status(back, LevelUnit::NgPerMl, standard), words);
            const double nmol = row.requiredNumber("nmol/L") * near;
            EXPECT_EQ(status(convert(nmol, "nmol/L", "ng/mL"), LevelUnit::NgPerMl, standard),
                      status(nmol, LevelUnit::NmolPerL, standard));
        }
        // The two figures of an edge are one.
        EXPECT_EQ(status(row.requiredNumber("ng/mL"), LevelUnit::NgPerMl, standard),
                  status(row.requiredNumber("nmol/L"), LevelUnit::NmolPerL, standard))
            << row.id();
    }
}

TEST(VitaminD, IsToxicUnderEveryStandard)
{
    for (const Row& row : realRegistry().rows("vitamin_d_standards", "Standards"))
    {
        if (row.id() == "safety")
            continue;
        SCOPED_TRACE(row.id());
        for (const auto& [unit, edge] :
             { std::pair(LevelUnit::NgPerMl, 150.0), std::pair(LevelUnit::NmolPerL, 375.0) })
        {
            EXPECT_EQ(status(edge, unit, row.id()), "toxic range");
            EXPECT_EQ(status(edge * 100, unit, row.id()), "toxic range");
        }
    }
}

TEST(VitaminD, IsNotToxicJustBelow)
{
    EXPECT_EQ(status(149.99), "above optimal");
    EXPECT_EQ(status(374.39, LevelUnit::NmolPerL), "above optimal");
}

TEST(VitaminD, SaysOfABoundWhatIsCertain)
{
    const VitaminDStandards& standards = realRegistry().standards().vitaminD;
    const auto said = [&](LevelBound bound, double value, std::string_view standard) {
        return shown(standards.status({ value, LevelUnit::NgPerMl, bound }, standard));
    };
    // Below 4 is the lowest category of every standard.
    const auto lowest = standards.compare({ 4, LevelUnit::NgPerMl, LevelBound::Below });
    const auto zero = standards.compare({ 0, LevelUnit::NgPerMl });
    ASSERT_EQ(lowest->size(), zero->size());
    for (std::size_t i = 0; i < zero->size(); ++i)
        EXPECT_EQ(shown((*lowest)[i].words), shown((*zero)[i].words)) << (*zero)[i].standard;
    EXPECT_EQ(said(LevelBound::Below, 12, "iom2011"), "deficient");
    EXPECT_EQ(said(LevelBound::UpTo, 12, "iom2011"), "#N/A");
    EXPECT_EQ(said(LevelBound::Below, 20, "iom2011"), "#N/A");
    EXPECT_EQ(said(LevelBound::Above, 150, "article"), "toxic range");
    EXPECT_EQ(said(LevelBound::From, 150, "endocrine2024"), "toxic range");
    EXPECT_EQ(said(LevelBound::Above, 100, "article"), "#N/A");
    EXPECT_EQ(said(LevelBound::Below, 4, "nobody"), "Err:502");
    EXPECT_EQ(said(LevelBound::Below, -4, "article"), "Err:502");

    const auto caution = [&](LevelBound bound, double value) {
        return shown(standards.caution({ value, LevelUnit::NgPerMl, bound }));
    };
    EXPECT_TRUE(caution(LevelBound::Above, 150).starts_with("At or above 150 ng/mL"));
    EXPECT_TRUE(caution(LevelBound::Above, 100).starts_with("At or above 100 ng/mL"));
    EXPECT_EQ(caution(LevelBound::Below, 4), "");
    EXPECT_EQ(caution(LevelBound::Below, 50), "");
    EXPECT_EQ(caution(LevelBound::UpTo, 50), "#N/A");
}

TEST(VitaminD, HasItsSafetyNotes)
{
    const VitaminDStandards& standards = realRegistry().standards().vitaminD;
    const auto caution = [&](double level, LevelUnit unit = LevelUnit::NgPerMl) {
        return shown(standards.caution({ level, unit }));
    };
    EXPECT_EQ(caution(0), "");
    EXPECT_EQ(caution(49.99), "");
    EXPECT_EQ(caution(124.79, LevelUnit::NmolPerL), "");
    EXPECT_TRUE(caution(50).starts_with("At or above 50 ng/mL"));
    EXPECT_TRUE(caution(125, LevelUnit::NmolPerL).starts_with("At or above 50 ng/mL"));
    EXPECT_TRUE(caution(100).starts_with("At or above 100 ng/mL"));
    EXPECT_TRUE(caution(375, LevelUnit::NmolPerL).starts_with("At or above 150 ng/mL"));
    EXPECT_EQ(caution(-1), "Err:502");
    EXPECT_EQ(caution(nan), "Err:502");
}

TEST(VitaminD, IsComparedByEveryStandard)
{
    const auto verdicts = realRegistry().standards().vitaminD.compare({ 38, LevelUnit::NgPerMl });
    ASSERT_TRUE(verdicts);
    ASSERT_EQ(verdicts->size(), 14u);
    EXPECT_EQ(shown(verdicts->front().words), "below sufficiency");
    for (const VitaminDVerdict& verdict : *verdicts)
    {
        EXPECT_FALSE(verdict.standard.empty());
        EXPECT_FALSE(verdict.year.empty());
        const bool unread = verdict.standard.starts_with("DGE");
        EXPECT_TRUE(!unread || verdict.caveat.starts_with("from memory"));
    }
    EXPECT_FALSE(realRegistry().standards().vitaminD.compare({ -1, LevelUnit::NgPerMl }));
}

TEST(VitaminD, GivesEachCutoffOfItsTable)
{
    const VitaminDStandards& standards = realRegistry().standards().vitaminD;
    int cutoffs = 0;
    for (const Row& row : realRegistry().rows("vitamin_d", "Standards"))
        for (const auto& [unit, edge, column] :
             { std::tuple(LevelUnit::NgPerMl, Edge::Lower, "ng/mL"),
               std::tuple(LevelUnit::NmolPerL, Edge::Lower, "nmol/L"),
               std::tuple(LevelUnit::NgPerMl, Edge::Upper, "to ng/mL"),
               std::tuple(LevelUnit::NmolPerL, Edge::Upper, "to nmol/L") })
        {
            SCOPED_TRACE(row.id() + " " + column);
            const auto found =
                standards.cutoff(row.text("standard"), row.text("category"), unit, edge);
            EXPECT_EQ(found ? std::optional(*found) : std::nullopt, row.number(column));
            ++cutoffs;
        }
    EXPECT_EQ(cutoffs, 4 * 50);
    const auto refused = [&](const char* standard, const char* category) {
        return standards.cutoff(standard, category, LevelUnit::NgPerMl, Edge::Lower).error()
               == Problem::InvalidArgument;
    };
    EXPECT_TRUE(refused("nobody", "sufficient"));
    EXPECT_TRUE(refused("article", "deficient")) << "the article knows no such word";
}

TEST(VitaminD, HasACategoryForEveryLevel)
{
    EXPECT_EQ(status(0), "below sufficiency");
    EXPECT_EQ(status(0, LevelUnit::NmolPerL, "iom2011"), "deficient");
    EXPECT_EQ(status(0, LevelUnit::NgPerMl, "endocrine2024"), "no cut-offs");
    EXPECT_EQ(status(75, LevelUnit::NmolPerL, "endocrine2024"), "no cut-offs");
    EXPECT_EQ(status(1e6, LevelUnit::NmolPerL, "iom2011"), "toxic range");
}

TEST(VitaminD, RefusesWhatIsNoLevelOrNoStandard)
{
    for (const char* const standard : { "article", "iom2011", "endocrine2024" })
    {
        SCOPED_TRACE(standard);
        EXPECT_EQ(status(-0.001, LevelUnit::NgPerMl, standard), "Err:502");
        EXPECT_EQ(status(-infinity, LevelUnit::NmolPerL, standard), "Err:502");
        EXPECT_EQ(status(nan, LevelUnit::NmolPerL, standard), "Err:502");
    }
    // "safety" holds over all standards and is none itself.
    for (const char* const standard : { "", "iom", "iom2011x", "safety", "\xff" })
    {
        SCOPED_TRACE(standard);
        EXPECT_EQ(status(50, LevelUnit::NgPerMl, standard), "Err:502");
        EXPECT_EQ(status(500, LevelUnit::NgPerMl, standard), "Err:502");
    }
}

TEST(VitaminD, KnowsAStandardWhateverTheCase)
{
    EXPECT_EQ(status(20, LevelUnit::NgPerMl, " IOM2011 "), "sufficient");
    EXPECT_EQ(status(40, LevelUnit::NgPerMl, "Article"), "sufficient");
}

TEST(LevelUnits, AreReadWhateverTheCase)
{
    const LevelUnits& units = realRegistry().standards().levelUnits;
    for (const char* const text : { "ng/mL", "NG/ML", "ng/ml ", "ng / mL", "µg/L", "mcg/L", "ug/l",
                                    "\u03bcg/L", "\u00b5g/L" })
    {
        ASSERT_TRUE(units.find(text)) << text;
        EXPECT_EQ(units.find(text)->unit, LevelUnit::NgPerMl) << text;
        EXPECT_EQ(units.find(text)->factor, 1) << text;
    }
    for (const char* const text : { "nmol/L", " nmol/l ", "nmol/L." })
        EXPECT_EQ(units.find(text)->unit, LevelUnit::NmolPerL) << text;
    EXPECT_EQ(units.find("µmol/L")->factor, 1000);
    for (const char* const text : { "", "ng", "nmol", "ng/dL", "mol/L", "mg/L", "pmol/L" })
        EXPECT_FALSE(units.find(text)) << text;
}

TEST(LevelUnits, ReadALevelAsLaboratoriesPrintIt)
{
    const LevelUnits& units = realRegistry().standards().levelUnits;
    struct Case
    {
        std::string text;
        std::optional<std::string> unit;
        VitaminDLevel level;
    };
    constexpr auto ng = LevelUnit::NgPerMl;
    constexpr auto nmol = LevelUnit::NmolPerL;
    const Case cases[] = {
        { "38,2 ng/mL", {}, { 38.2, ng } },
        { "38.2", {}, { 38.2, ng } },
        { "95.5 nmol/L", {}, { 95.5, nmol } },
        { "95.5 nmol/L", "nmol/L", { 95.5, nmol } },
        { "38,2 µg/L", "ng/mL", { 38.2, ng } },
        { "0,095 µmol/L", {}, { 95, nmol } },
        { "<4", {}, { 4, ng, LevelBound::Below } },
        { "< 10", "nmol/L", { 10, nmol, LevelBound::Below } },
        { "> 150 ng/ml", {}, { 150, ng, LevelBound::Above } },
        { "≥ 375", "nmol/L", { 375, nmol, LevelBound::From } },
        { "<=4,0", {}, { 4, ng, LevelBound::UpTo } },
        { "＜４", {}, { 4, ng, LevelBound::Below } },
    };
    for (const Case& each : cases)
    {
        SCOPED_TRACE(each.text);
        const auto level = units.parse(each.text, each.unit);
        ASSERT_TRUE(level);
        EXPECT_DOUBLE_EQ(level->value, each.level.value);
        EXPECT_EQ(level->unit, each.level.unit);
        EXPECT_EQ(level->bound, each.level.bound);
    }
    for (const char* const text :
         { "", "low", "4 ng/dL", "1,234", "10-20", "<", "<>4", "-4", "4 5", "30/75",
           "30 / 75 ng/mL", "160/400", "05/2024", "30⁄75", "３０／７５", "1 1/2" })
        EXPECT_FALSE(units.parse(text, {})) << text;
    EXPECT_FALSE(units.parse("38 ng/mL", "nmol/L")) << "one of the two is wrong";
}

TEST(VitaminDStandards, LoseADamagedRowAlone)
{
    const auto row = [](const char* id, Row::Fields fields) {
        Row::Fields whole{ { "standard", "mine" },
                           { "category", id },
                           { "ng/mL", "10" },
                           { "nmol/L", "25" },
                           { "edge", "at" } };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    const auto standard = [](const char* id, Row::Fields fields) {
        Row::Fields whole{ { "order", "1" },
                           { "name", id },
                           { "year", "2020" },
                           { "standing", "current" },
                           { "confidence", "seen" } };
        for (auto& [field, text] : fields)
            whole[field] = text;
        return Row(id, whole);
    };
    std::vector<Damage> damages;
    const VitaminDStandards standards(
        { standard("mine", {}), standard("unsure", { { "confidence", "guessed" } }),
          standard("nameless", { { "name", "" } }) },
        { row("good", {}), row("no-edge", { { "edge", "" } }),
          row("odd-edge", { { "edge", "below" } }), row("one-unit", { { "nmol/L", "" } }),
          row("no-number", { { "ng/mL", "ten" } }), row("no-standard", { { "standard", "" } }),
          row("odd-standard", { { "standard", "unsure" } }) },
        smallConfidence(), nmolPerNg, {}, {}, damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.id + "/" + damage.field + " ";
    EXPECT_EQ(fields, "unsure/confidence nameless/name no-edge/edge odd-edge/edge one-unit/nmol/L "
                      "no-number/ng/mL no-standard/standard odd-standard/standard ");
    EXPECT_EQ(shown(standards.status({ 10, LevelUnit::NgPerMl }, "mine")), "good");
    EXPECT_EQ(shown(standards.status({ 9, LevelUnit::NgPerMl }, "mine")), "#N/A");
}

TEST(VitaminD, KnowsItsStandardsByEveryNameThatAListShows)
{
    const VitaminDStandards& standards = realRegistry().standards().vitaminD;
    const auto& names = realRegistry().rows("vitamin_d_names", "Standards");
    EXPECT_EQ(names.size(), realRegistry().rows("vitamin_d_standards", "Standards").size());
    for (const Row& row : names)
        for (const auto& [language, name] : row.fields())
            if (language != "note" && row.id() != "safety")
            {
                const auto edges = standards.edges(name, LevelUnit::NgPerMl);
                ASSERT_TRUE(edges) << name;
                EXPECT_EQ(edges->back().standard,
                          standards.edges(row.id(), LevelUnit::NgPerMl)->back().standard)
                    << name;
            }
    // By who sets it, as a plan's list has it.
    for (const auto& [name, code] :
         { std::pair("USA and Canada, NAM", "iom2011"), std::pair("nam", "iom2011"),
           std::pair("EFSA", "efsa2016"), std::pair("Europäische Union, EFSA", "efsa2016"),
           std::pair("D-A-CH", "dge"), std::pair("United Kingdom, SACN", "sacn2016") })
        EXPECT_EQ(status(20, LevelUnit::NgPerMl, name), status(20, LevelUnit::NgPerMl, code))
            << name;
    EXPECT_EQ(status(38, LevelUnit::NgPerMl, "USA and Canada, IOM 2011"), "sufficient");
    EXPECT_EQ(status(38, LevelUnit::NgPerMl, "Japan, MHLW 2025"), "Err:502")
        << "it has no cut-offs here";
    EXPECT_EQ(status(38, LevelUnit::NgPerMl, "Safety levels under every standard"), "Err:502");
}

} // namespace quartet
