/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "vitamin_d.hxx"

#include "registry_fixture.hxx"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace quartet
{

namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string status(double level, LevelUnit unit = LevelUnit::NgPerMl,
                   std::string_view standard = "article")
{
    return shown(realRegistry().data().vitaminD.status(level, unit, standard));
}

} // namespace

TEST(VitaminD, HasTheContractsWorkedCases)
{
    EXPECT_EQ(status(39.99), "below sufficiency");
    EXPECT_EQ(status(40), "sufficient");
    EXPECT_EQ(status(60), "optimal");
    EXPECT_EQ(status(80), "optimal");
    EXPECT_EQ(status(80.01), "above optimal");
    EXPECT_EQ(status(100, LevelUnit::NmolPerL), "sufficient");
    EXPECT_EQ(status(200, LevelUnit::NmolPerL), "optimal");
    EXPECT_EQ(status(20, LevelUnit::NgPerMl, "iom2011"), "sufficient");
    EXPECT_EQ(status(150), "toxic range");
    EXPECT_EQ(status(-1), "Err:502");
}

TEST(VitaminD, ChangesItsCategoryAtEachEdge)
{
    struct Edge
    {
        const char* standard;
        double ngPerMl, nmolPerL;
        const char *below, *at, *above;
    };
    const Edge edges[] = {
        { "article", 40, 100, "below sufficiency", "sufficient", "sufficient" },
        { "article", 60, 150, "sufficient", "optimal", "optimal" },
        { "article", 80, 200, "optimal", "optimal", "above optimal" },
        { "article", 150, 375, "above optimal", "toxic range", "toxic range" },
        { "iom2011", 12, 30, "deficient", "inadequate", "inadequate" },
        { "iom2011", 20, 50, "inadequate", "sufficient", "sufficient" },
        { "iom2011", 50, 125, "sufficient", "sufficient", "high" },
        { "iom2011", 150, 375, "high", "toxic range", "toxic range" },
        { "endocrine2024", 150, 375, "no cut-offs", "toxic range", "toxic range" },
    };
    for (const Edge& edge : edges)
    {
        for (const auto& [unit, level] : { std::pair(LevelUnit::NgPerMl, edge.ngPerMl),
                                           std::pair(LevelUnit::NmolPerL, edge.nmolPerL) })
        {
            SCOPED_TRACE(edge.standard + std::string(" ") + std::to_string(level));
            EXPECT_EQ(status(std::nextafter(level, 0), unit, edge.standard), edge.below);
            EXPECT_EQ(status(level, unit, edge.standard), edge.at);
            EXPECT_EQ(status(std::nextafter(level, infinity), unit, edge.standard), edge.above);
        }
    }
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
    EXPECT_EQ(parseLevelUnit("ng/mL"), LevelUnit::NgPerMl);
    EXPECT_EQ(parseLevelUnit("NG/ML"), LevelUnit::NgPerMl);
    EXPECT_EQ(parseLevelUnit(" nmol/l "), LevelUnit::NmolPerL);
    for (const char* const text : { "", "ng", "nmol", "ng/dL", "ng / mL", "mol/L", "µg/L" })
        EXPECT_EQ(parseLevelUnit(text), std::nullopt) << text;
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
    std::vector<Damage> damages;
    const VitaminDStandards standards(
        { row("good", {}), row("no-edge", { { "edge", "" } }),
          row("odd-edge", { { "edge", "below" } }), row("one-unit", { { "nmol/L", "" } }),
          row("no-number", { { "ng/mL", "ten" } }), row("no-standard", { { "standard", "" } }) },
        damages);
    std::string fields;
    for (const Damage& damage : damages)
        fields += damage.id + "/" + damage.field + " ";
    EXPECT_EQ(fields, "no-edge/edge odd-edge/edge one-unit/nmol/L no-number/ng/mL "
                      "no-standard/standard ");
    EXPECT_EQ(shown(standards.status(10, LevelUnit::NgPerMl, "mine")), "good");
    EXPECT_EQ(shown(standards.status(9, LevelUnit::NgPerMl, "mine")), "#N/A");
}

} // namespace quartet
