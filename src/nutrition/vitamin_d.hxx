/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Vitamin D status: what each standard calls a level of 25-hydroxyvitamin D.

#pragma once

#include "nutrition/confidence.hxx"
#include "nutrition/problem.hxx"
#include "nutrition/row.hxx"
#include "nutrition/standard_names.hxx"
#include "nutrition/vitamin_d_level.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

enum class Edge
{
    Lower,
    Upper
};

/// "lower" or "upper", whatever the case.
std::optional<Edge> parseEdge(std::string_view text);

/** What one standard calls a level. */
struct VitaminDVerdict
{
    std::string standard; ///< its name in words
    std::string year;
    Result<std::string> words; ///< Problem::NotAvailable where the level leaves it open
    std::string caveat;        ///< how its figures were read; may be empty
};

/** Where a category begins. */
struct VitaminDEdge
{
    std::string standard; ///< its name in words
    std::string words;    ///< the category
    std::string said;     ///< of a level in it
    double level;
    bool belongs; ///< whether the edge itself is in the category
};

/** The standards by which a 25(OH)D level is judged. Each prints its cut-offs in both units,
    rounded. An edge that belongs to the higher category is reached where it is reached in either
    unit, one that belongs to the lower is passed where it is passed in both: so that converting
    a level never changes its words.

    A level such as "<4" has those words alone that every level below 4 has. */
class VitaminDStandards
{
public:
    /** Reads rows of registry/standards/vitamin_d_standards.csv (standard as
        id; order, name, year, standing: "overlay" for the safety levels that
        hold beside every other, confidence, authority: whose names mean
        this standard too) and of registry/standards/vitamin_d.csv: standard, category, ng/mL,
       nmol/L (the lower edges), edge ("at" where the edge belongs to the category, "above" where it
       doesn't), to ng/mL, to nmol/L (the upper edges), overrules ("yes" where these words hold
       under every standard), caution. A row without edges is what its standard answers at every
       level.
        @param names what the standards are called beside their codes
        @param authorities what the authorities are called that set intakes */
    VitaminDStandards(const std::vector<Row>& standards, const std::vector<Row>& categories,
                      const ConfidenceTable& confidence, double nmolPerNg, StandardNames names,
                      const StandardNames& authorities, std::vector<Damage>& damages);

    /** The category's words. Those of a safety level that overrules hold under
        every standard.
        @param level 0 or more
        @returns Problem::InvalidArgument for a negative level or an unknown
                 standard, Problem::NotAvailable where the level leaves it open */
    Result<std::string> status(const VitaminDLevel& level, std::string_view standard) const;

    /** The safety note for a level; empty where there is none to give. Above a bound the
        bound's own holds.
        @returns Problem::InvalidArgument for a negative level, Problem::NotAvailable where the
                 level leaves it open */
    Result<std::string> caution(const VitaminDLevel& level) const;

    /** The verdicts of all standards, in the order of their table.
        @returns Problem::InvalidArgument for a negative level */
    Result<std::vector<VitaminDVerdict>> compare(const VitaminDLevel& level) const;

    /** A category's edge as the standard prints it in this unit; the safety
        levels are asked for as the standard "safety".
        @returns Problem::NotAvailable where the category has no such edge,
                 Problem::InvalidArgument for an unknown standard or category */
    Result<double> cutoff(std::string_view standard, std::string_view category, LevelUnit unit,
                          Edge edge) const;

    /** The edges behind status(), from the highest: the first that holds decides.
        @returns Problem::InvalidArgument for an unknown standard */
    Result<std::vector<VitaminDEdge>> edges(std::string_view standard, LevelUnit unit) const;

    /// Those behind caution(); below the lowest nothing is said.
    std::vector<VitaminDEdge> cautionEdges(LevelUnit unit) const;

private:
    /// A figure as it is printed in each unit.
    struct Level
    {
        std::optional<double> ngPerMl;
        std::optional<double> nmolPerL;

        std::optional<double> in(LevelUnit unit) const
        {
            return unit == LevelUnit::NgPerMl ? ngPerMl : nmolPerL;
        }
    };

    struct Category
    {
        std::string words;
        Level lower;
        Level upper;
        bool edgeBelongs;
        bool overrules;
        std::string caution;
        double nmolPerNg;

        /// Where it begins for a level in this unit.
        double begin(LevelUnit unit) const;
        bool holds(double level, LevelUnit unit) const;
    };

    struct Standard
    {
        std::string id; ///< folded
        double order;
        std::string name;
        std::string year;
        std::string caveat;
        bool overlay;
        std::vector<Category> categories{}; ///< from the lowest edge to the highest

        /// The last category that holds a level, or nullptr.
        const Category* find(double level, LevelUnit unit) const;
    };

    const Standard* find(std::string_view standard) const;
    Result<std::string> words(const Standard& standard, const VitaminDLevel& level) const;
    Result<std::string> wordsAt(const Standard& standard, double level, LevelUnit unit) const;
    /// The safety level that holds at a level, or nullptr.
    const Category* safety(double level, LevelUnit unit) const;

    StandardNames m_names;
    std::vector<Standard> m_standards; ///< in their order
};

} // namespace quartet
