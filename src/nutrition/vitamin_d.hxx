/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Vitamin D status: what each standard calls a level of 25-hydroxyvitamin D.

#pragma once

#include "problem.hxx"
#include "row.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

enum class LevelUnit
{
    NgPerMl,
    NmolPerL
};

/// "ng/mL" or "nmol/L", whatever the case.
std::optional<LevelUnit> parseLevelUnit(std::string_view text);

/** The standards by which a 25(OH)D level is judged. Each prints its cut-offs
    in both units; a level is held against the one in its own unit, never
    converted. */
class VitaminDStandards
{
public:
    /** Reads rows of registry/standards/vitamin_d.csv: standard,
        category, ng/mL, nmol/L (the lower edges), edge ("at" where the edge
        belongs to the category, "above" where it doesn't). A row without
        edges is what its standard answers at every level. */
    VitaminDStandards(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** The category's words.

        From the lower edge of the standard "safety" on, its words hold under
        every standard.
        @param level 0 or more
        @returns Problem::InvalidArgument for a negative level or an unknown
                 standard */
    Result<std::string> status(double level, LevelUnit unit, std::string_view standard) const;

private:
    struct Category
    {
        std::string words;
        double ngPerMl = 0;
        double nmolPerL = 0;
        bool edgeBelongs = true;

        bool holds(double level, LevelUnit unit) const;
    };

    /// The last category that holds a level, or nullptr.
    static const Category* find(const std::vector<Category>& categories, double level,
                                LevelUnit unit);

    /// From the lowest edge to the highest.
    std::map<std::string, std::vector<Category>, std::less<>> m_standards;
    std::vector<Category> m_safety;
};

} // namespace quartet
