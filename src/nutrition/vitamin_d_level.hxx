/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A vitamin D level as laboratories print it: "38,2 ng/mL", "95.5 nmol/L", "<4".

#pragma once

#include "nutrition/problem.hxx"
#include "nutrition/row.hxx"

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

enum class LevelBound
{
    Exact,
    Below, ///< "<4"
    UpTo,  ///< "≤4"
    From,  ///< "≥150"
    Above  ///< ">150"
};

struct VitaminDLevel
{
    double value;
    LevelUnit unit;
    LevelBound bound = LevelBound::Exact;
};

/// The unit of a level that names none.
inline constexpr const char* defaultLevelUnit = "ng/mL";

class LevelUnits
{
public:
    struct Unit
    {
        LevelUnit unit;
        double factor; ///< to it: 1000 of µmol/L
    };

    /// Reads rows of registry/standards/level_units.csv: unit; factor; names.
    LevelUnits(const std::vector<Row>& rows, std::vector<Damage>& damages);

    std::optional<Unit> find(std::string_view name) const;

    /// @param unit one that find knows
    VitaminDLevel level(double value, std::string_view unit) const;

    /** A printed level.
        @param unit of a level that names none
        @returns Problem::InvalidArgument for a text that is none, an unknown unit, a number
                 with two readings ("1,234") and a text with another unit than the argument */
    Result<VitaminDLevel> parse(std::string_view text,
                                const std::optional<std::string>& unit) const;

private:
    std::map<std::string, Unit, std::less<>> m_units; ///< by folded name
};

} // namespace quartet
