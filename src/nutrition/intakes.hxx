/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reference intakes: what an authority says a person needs in a day, and how
// much is too much.

#pragma once

#include "nutrients.hxx"
#include "row.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

enum class Sex
{
    Female,
    Male
};

enum class Stage
{
    None,
    Pregnant,
    Lactating
};

/// "F" or "M", whatever the case.
std::optional<Sex> parseSex(std::string_view text);

/// "", "pregnant" or "lactating", whatever the case.
std::optional<Stage> parseStage(std::string_view text);

/** Whose intake is looked at. What isn't given is any adult's. */
struct Person
{
    std::optional<double> years;
    std::optional<Sex> sex;
    Stage stage = Stage::None;
};

enum class IntakeKind
{
    Target,    ///< RDA, AI, PRI, ...: what to aim at
    UpperLimit ///< UL of the total intake, food and supplements together
};

struct Intake
{
    double value;          ///< a day, in the nutrient's unit
    std::string term;      ///< the authority's word: "RDA"
    std::string authority; ///< "NAM"
    std::string year;
};

class IntakeTable
{
public:
    /** Reads rows of registry/standards/authorities.csv (standard as id; short,
        adult: the month from which a person is one) and of
        registry/standards/intakes.csv (standard, nutrient, kind, term, sex,
        stage, from and to: months of age, both inclusive, value, year). */
    IntakeTable(const std::vector<Row>& authorities, const std::vector<Row>& intakes,
                const NutrientTable& nutrients, std::vector<Damage>& damages);

    bool knows(std::string_view standard) const;

    /** What a standard sets for a person. Where several bands fit, because age
        or sex isn't given, the stricter: the highest target, the lowest limit.
        @returns nothing where the standard sets none */
    std::optional<Intake> find(std::string_view standard, NutrientIndex nutrient, IntakeKind kind,
                               const Person& person) const;

private:
    struct Authority
    {
        std::string name;
        double adultFrom;
    };

    struct Band
    {
        IntakeKind kind;
        std::optional<Sex> sex;
        Stage stage;
        double from;              ///< months of age,
        std::optional<double> to; ///< both inclusive
        double value;
        std::string term;
        std::string year;

        bool fits(const Person& person, double adultFrom) const;
    };

    std::map<std::string, Authority, std::less<>> m_authorities;
    std::map<std::pair<std::string, NutrientIndex>, std::vector<Band>> m_bands;
};

} // namespace quartet
