/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Every figure of a standard beside the reference table that it was taken from,
// as the functions give it.

#include "reference_tables.hxx"
#include "registry_fixture.hxx"

#include <cmath>

namespace quartet
{

namespace
{

std::optional<double> number(const std::string& text)
{
    return text.empty() ? std::nullopt : parseNumber(text);
}

/// The reference's word for something and ours.
using Words = std::map<std::string, std::string, std::less<>>;

const Words nutrients{ { "vitamin_d", "VITD" }, { "vitamin_k", "VITK" }, { "vitamin_k2", "VITK2" },
                       { "calcium", "CA" },     { "magnesium", "MG" },   { "phosphorus", "P" } };
const Words kinds{ { "RDA", "target" },    { "AI", "target" },   { "LABEL", "target" },
                   { "TARGET", "target" }, { "NONE", "target" }, { "TARGET_HIGH", "target high" },
                   { "EAR", "ear" },       { "UL", "ul" } };
const Words stages{ { "none", "" },
                    { "pregnant", "pregnant" },
                    { "pregnant_t1", "pregnant 1" },
                    { "pregnant_t2", "pregnant 2" },
                    { "pregnant_t3", "pregnant 3" },
                    { "lactating", "lactating" } };
/// Categories that have other words here, with the reason.
const Words categories{ { "no category", "no cut-offs" }, // functions.md's words
                        { "ok", "no caution" } };         // nothing is called safe

} // namespace

TEST_F(Reference, HoldsEveryIntakeAtTheEndsOfItsBand)
{
    const Standards& standards = realRegistry().standards();
    std::size_t rows = 0;
    for (const Record& record : readRecords(folder / "dietary_reference_values.csv"))
    {
        ++rows;
        const auto nutrient = standards.data->nutrients.find(nutrients.at(record.at("nutrient")));
        const bool supplements = record.at("scope") == "supplemental_only";
        const auto kind =
            parseIntakeKind(supplements ? "ul supplement" : kinds.at(record.at("value_type")));
        const auto stage = parseStage(stages.at(record.at("life_stage")));
        ASSERT_TRUE(nutrient && kind && stage);
        const double first = number(record.at("age_min_months")).value();
        const double last = number(record.at("age_max_months")).value_or(120 * 12);
        for (const double month : { first, last })
        {
            SCOPED_TRACE(record.at("standard") + " " + record.at("nutrient") + " "
                         + record.at("value_type") + " " + record.at("life_stage") + ", month "
                         + std::to_string(month));
            const Person person{ month / 12, parseSex(record.at("sex")), *stage };
            const auto intake =
                standards.intakes.find(record.at("standard"), *nutrient, *kind, person);
            ASSERT_TRUE(intake);
            EXPECT_EQ(intake->value, number(record.at("value")));
            EXPECT_EQ(intake->low, number(record.at("value_min")));
            EXPECT_EQ(intake->high, number(record.at("value_max")));
            EXPECT_EQ(intake->caveat.starts_with("from memory"),
                      record.at("confidence") == "from-memory");
        }
    }
    EXPECT_EQ(rows, realRegistry().rows("intakes", "Standards").size());
    std::cout << rows << " reference intakes compared\n";
}

TEST_F(Reference, HoldsEveryReferenceIntakeOfFurtherNutrients)
{
    const Standards& standards = realRegistry().standards();
    std::map<std::string, Record> units; // by nutrient and unit
    for (const Record& record : readRecords(std::filesystem::path(SAMPLES) / "intake-units.csv"))
        units[record.at("id")] = record;
    const std::map<std::string, IntakeKind> plainKinds{ { "RDA", IntakeKind::Target },
                                                        { "AI", IntakeKind::Target },
                                                        { "EAR", IntakeKind::Average },
                                                        { "UL", IntakeKind::UpperLimit } };
    // The others need words in place of a value, or the strictest of several.
    const Words plainStages{ { "none", "" },
                             { "pregnant", "pregnant" },
                             { "lactating", "lactating" },
                             { "pregnant_t1", "pregnant 1" },
                             { "pregnant_t2", "pregnant 2" },
                             { "pregnant_t3", "pregnant 3" },
                             { "menstruating", "menstruating" },
                             { "premenopausal", "menstruating" },
                             { "not_menstruating", "not menstruating" },
                             { "postmenopausal", "not menstruating" } };
    std::size_t rows = 0;
    for (const Record& record : readRecords(folder / "intakes_more.csv"))
    {
        const auto unit = units.find(record.at("nutrient") + " " + record.at("unit"));
        const auto kind = plainKinds.find(record.at("value_type"));
        const auto stage = plainStages.find(record.at("life_stage"));
        const auto value = number(record.at("value"));
        if (unit == units.end() || kind == plainKinds.end() || stage == plainStages.end() || !value
            || record.at("scope") != "total")
            continue;
        ++rows;
        const double first = number(record.at("age_min_months")).value_or(0);
        for (const double month : { first, number(record.at("age_max_months")).value_or(1200) })
        {
            SCOPED_TRACE(record.at("standard") + " " + record.at("nutrient") + " "
                         + record.at("value_type") + " " + record.at("sex") + " "
                         + record.at("life_stage") + ", month " + std::to_string(month));
            const auto intake = standards.intakes.find(
                record.at("standard"),
                standards.data->nutrients.findTag(unit->second.at("tag")).value(), kind->second,
                { month / 12, parseSex(record.at("sex")), parseStage(stage->second).value() });
            ASSERT_TRUE(intake);
            ASSERT_TRUE(intake->value) << intake->said;
            EXPECT_NEAR(*intake->value, *value * number(unit->second.at("factor")).value(),
                        1e-9 * *value * 1000);
        }
    }
    std::cout << rows << " further reference intakes compared\n";
    EXPECT_GT(rows, 4500u);
}

TEST_F(Reference, HoldsEveryVitaminDCategoryFromEdgeToEdge)
{
    const VitaminDStandards& standards = realRegistry().standards().vitaminD;
    std::size_t rows = 0;
    for (const Record& record : readRecords(folder / "vitamin_d_status_standards.csv"))
    {
        ++rows;
        const auto other = categories.find(record.at("category"));
        const std::string& words =
            other == categories.end() ? record.at("category") : other->second;
        const std::string& standard = record.at("standard");
        for (const auto& [unit, lower, upper] :
             { std::tuple(LevelUnit::NgPerMl, "lower_ng_ml", "upper_ng_ml"),
               std::tuple(LevelUnit::NmolPerL, "lower_nmol_l", "upper_nmol_l") })
        {
            SCOPED_TRACE(standard + " " + words + " " + lower);
            for (const auto& [edge, column] :
                 { std::pair(Edge::Lower, lower), std::pair(Edge::Upper, upper) })
            {
                const auto cutoff = standards.cutoff(standard, words, unit, edge);
                EXPECT_EQ(cutoff ? std::optional(*cutoff) : std::nullopt,
                          number(record.at(column)));
            }
            const auto from = number(record.at(lower));
            const auto to = number(record.at(upper));
            // From 150 ng/mL (374.4 nmol/L) on, every standard has the safety level's words.
            const double toxic = unit == LevelUnit::NgPerMl ? 150 : 374.4;
            if (!from || standard == "safety" || *from >= toxic)
                continue;
            // At an edge what holds in the other unit counts, too.
            const double level = (*from + to.value_or(toxic)) / 2;
            EXPECT_EQ(shown(standards.status({ level, unit }, standard)), words) << level;
        }
    }
    EXPECT_EQ(rows, realRegistry().rows("vitamin_d", "Standards").size());
}

TEST_F(Reference, HoldsEveryInteractionsLevel)
{
    std::map<std::string, Record> reference;
    for (const Record& record : readRecords(folder / "interactions.csv"))
        reference[record.at("id")] = record;
    const std::vector<Row>& rows = realRegistry().rows("interactions", "Standards");
    EXPECT_EQ(rows.size(), reference.size());
    for (const Row& row : rows)
    {
        EXPECT_EQ(row.text("level"), reference.at(row.id()).at("severity")) << row.id();
        EXPECT_EQ(row.text("confidence"), reference.at(row.id()).at("confidence")) << row.id();
        EXPECT_EQ(row.text("place"), reference.at(row.id()).at("doi")) << row.id();
    }
}

TEST_F(Reference, HoldsEveryClassOfCalciumScores)
{
    const Words systems{ { "agatston-rumberger", "agatston" },
                         { "cac-drs (SCCT 2018)", "cac-drs" } };
    for (const Record& record : readRecords(folder / "cac_scores.csv"))
    {
        const auto system = systems.find(record.at("system"));
        for (const char* const edge : { "lower_au", "upper_au" })
        {
            const auto score = number(record.at(edge));
            if (!score)
                continue;
            EXPECT_EQ(shown(realRegistry().standards().calciumScores.category(
                          *score, system == systems.end() ? record.at("system") : system->second)),
                      record.at("category"));
        }
    }
}

TEST_F(Reference, HoldsTheFactorsOfConversion)
{
    const std::map<std::string, std::pair<const char*, const char*>> units{
        { "25(OH)D", { "ng/mL", "nmol/L" } }, { "vitamin D (D2/D3)", { "µg", "IU" } }
    };
    std::size_t compared = 0;
    for (const Record& record : readRecords(folder / "unit_conversions.csv"))
    {
        const auto found = units.find(record.at("quantity"));
        if (found == units.end())
            continue;
        const auto converted = realRegistry().standards().conversions.convert(
            1, found->second.first, found->second.second);
        ASSERT_TRUE(converted);
        EXPECT_EQ(*converted, number(record.at("factor")));
        ++compared;
    }
    EXPECT_EQ(compared, units.size());
}

} // namespace quartet
