/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reference intakes: what an authority says a person needs in a day, and how
// much is too much.

#pragma once

#include "nutrition/confidence.hxx"
#include "nutrition/nutrients.hxx"
#include "nutrition/person.hxx"
#include "nutrition/row_file.hxx"
#include "nutrition/standard_names.hxx"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

enum class IntakeKind
{
    Target,         ///< RDA, AI, PRI, ...: what to aim at
    HighTarget,     ///< what others than the standard itself aim at
    Average,        ///< EAR: what half of the people need
    UpperLimit,     ///< UL of the total intake, food and supplements together
    SupplementLimit ///< UL of supplements alone, food not counted
};

/// "target", "target high", "ear", "ul" or "ul supplement", whatever the case.
std::optional<IntakeKind> parseIntakeKind(std::string_view text);

/// Whether less of it is stricter.
bool isLimit(IntakeKind kind);

struct Authority
{
    std::string shortName; ///< "NAM"
    std::string name;
    std::string remark; ///< what a reader of its values should know; may be empty
    double adultFrom;   ///< months of age
};

/** What a standard sets in a day, in the nutrient's unit. */
struct Intake
{
    std::optional<double> value; ///< nothing where the standard gives words instead
    std::optional<double> low;   ///< where it prints a range
    std::optional<double> high;
    std::string said; ///< in place of a value: "no value set"
    std::string term; ///< the authority's word: "RDA"
    std::string year;
    std::string caveat; ///< how it was read; may be empty
    std::string remark; ///< what it holds for, as "preformed vitamin A alone"; may be empty
    const Authority* authority = nullptr;
    /// Whether bands with other values fit too, of which this is the stricter.
    bool stricter = false;
    /// Whether it is one of those, and the person's stage doesn't say.
    bool byMenstruation = false;
};

class IntakeTable
{
public:
    /// Gives the rows of registry/standards/intakes_more.csv.
    using ReadMore = std::function<RowFile()>;

    /** Reads rows of registry/standards/authorities.csv (standard as id; short,
        name, remark, adult: the month from which a person is one) and of
        registry/standards/intakes.csv (standard, nutrient, kind, term, sex,
        stage, from and to: months of age, both inclusive, value, low, high,
        said, year, confidence, remark). The tables must outlive this one.
        @param names what the standards are called beside their codes and short names
        @param readMore the same of further nutrients; these rows are read when
               one of their nutrients is first asked for */
    IntakeTable(const std::vector<Row>& authorities, StandardNames names,
                const std::vector<Row>& intakes, const NutrientTable& nutrients,
                const ConfidenceTable& confidence, std::vector<Damage>& damages,
                ReadMore readMore = {});

    const StandardNames& names() const { return m_names; }

    /** @param standard its code or one of its names
        @returns nullptr for an unknown standard */
    const Authority* authority(std::string_view standard) const;

    /** What a standard says of a person, be it only that it sets no value.
        Where several bands fit, because age or sex isn't given, the stricter:
        the highest target, the lowest limit.
        @returns nothing where the standard says nothing */
    std::optional<Intake> find(std::string_view standard, NutrientIndex nutrient, IntakeKind kind,
                               const Person& person) const;

    /// As find(). @returns nothing also where no value is set
    std::optional<Intake> findValue(std::string_view standard, NutrientIndex nutrient,
                                    IntakeKind kind, const Person& person) const;

private:
    struct Band
    {
        IntakeKind kind;
        std::optional<Sex> sex;
        Stage stage;
        double from;              ///< months of age,
        std::optional<double> to; ///< both inclusive
        Intake intake;

        bool fits(const Person& person) const;
    };
    using Bands = std::map<std::pair<const Authority*, NutrientIndex>, std::vector<Band>>;

    void read(const Row& row, Bands& bands) const;
    /// nullptr where there are none.
    const std::vector<Band>* bands(const Authority* authority, NutrientIndex nutrient) const;

    // Intakes point at authorities: a map that never moves its elements.
    std::map<std::string, Authority, std::less<>> m_authorities; ///< by folded code
    StandardNames m_names;
    const NutrientTable& m_nutrients;
    const ConfidenceTable& m_confidence;
    Bands m_bands;
    const ReadMore m_readMore;
    mutable std::once_flag m_moreIsRead;
    mutable Bands m_more;
};

} // namespace quartet
