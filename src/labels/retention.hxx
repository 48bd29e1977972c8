/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What cooking leaves of the nutrients of a food: registry/labels/retention.csv.

#pragma once

#include "nutrition/data.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A way to cook a kind of food. */
struct Retention
{
    std::string id;                                        ///< the source's code
    std::map<std::string, std::string, std::less<>> names; ///< by language
    /// Percent, in the order of RetentionTable::nutrients; nothing where the source has none.
    std::vector<std::optional<double>> percent;

    /// In a language, in English where it lacks one.
    const std::string& name(std::string_view language) const;
};

/** The factors of the USDA Table of Nutrient Retention Factors, release 6: percent of
    what a raw food holds that is left in the cooked one, its weight apart. Immutable. */
class RetentionTable
{
public:
    /// @param damages the rows that had to be left out are added
    RetentionTable(const std::vector<Row>& rows, const Data& data, std::vector<Damage>& damages);

    /// Those with a column of factors, in the order of the nutrient table.
    const std::vector<NutrientIndex>& nutrients() const { return m_nutrients; }
    const std::vector<Retention>& rows() const { return m_rows; }

private:
    std::vector<NutrientIndex> m_nutrients;
    std::vector<Retention> m_rows;
};

} // namespace quartet
