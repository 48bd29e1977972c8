/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The rules by which vitamin K2 is estimated where no one has measured it.
// The build applies them (compile/estimates); what is shipped is their result.

#pragma once

#include "nutrition/row.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// A row of registry/estimates.csv.
struct EstimateRule
{
    /// What a rule makes its estimate of.
    enum class Of
    {
        Kind,   ///< nothing: foods of one kind hold about the same
        Fat,    ///< the food's fat
        Food,   ///< another food, such as the raw one
        MK4,    ///< the food's MK-4, which was measured
        Recipe, ///< its ingredients
        Range   ///< nothing: there is no estimate, only a range
    };

    std::string words; ///< for people: "milk, cream, butter and yogurt by their fat"
    Of of = Of::Kind;
    std::optional<double> times; ///< a factor that is given and not fitted to the basis
    std::optional<double>
        within; ///< the factor within which the truth lies; nothing with low and high
    std::optional<double> low; ///< µg per 100 g, where the ends don't follow the estimate
    std::optional<double> high;
};

class EstimateRules
{
public:
    /// Reads rows of registry/estimates.csv: id; words, of, times, within, low, high, leans on.
    EstimateRules(const std::vector<Row>& rows, std::vector<Damage>& damages);

    const EstimateRule* find(std::string_view id) const;

    const std::map<std::string, EstimateRule, std::less<>>& all() const { return m_rules; }

private:
    std::map<std::string, EstimateRule, std::less<>> m_rules;
};

} // namespace quartet
