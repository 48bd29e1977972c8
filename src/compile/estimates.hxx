/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The estimates of vitamin K2: made while building, from the rules of
// registry/estimates.csv and the figures that they lean on, and held against
// each of these figures as if it had not been measured.

#pragma once

#include "nutrition/data.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// How far a rule is from the figures that it leans on, each left out in turn.
struct LeaveOneOut
{
    std::size_t figures = 0;
    std::size_t inside = 0;  ///< how many lie in the range that the rule would have given
    double mean = 0;         ///< of the figures, µg per 100 g
    double meanError = 0;    ///< absolute
    double medianFactor = 1; ///< by which figure and estimate differ: 1 where by next to nothing
    double factor90 = 1;     ///< nine of ten differ by no more
};

class Estimates
{
public:
    /** Reads the tables estimate_basis (rule, words, value, of, source) and estimated_foods
        (rule, from) and makes the estimates. A food there whose total is known has one figure
        alone: its rule says how far off another could be.
        @param data the foods, without estimates
        @param damages takes what is wrong: an unknown rule, food or source, foods that are
               estimated from each other, a rule whose range holds less than nine of ten
               of its figures */
    Estimates(const Tables& tables, const Data& data, std::vector<Damage>& damages);

    /// The rows of foods with what the rules say of each.
    std::vector<Row> appliedTo(const std::vector<Row>& foods) const;

    /// A Markdown table: a row a rule, and how good it is.
    std::vector<std::string> table() const;

private:
    /// A figure that a rule leans on, and what the rule multiplies to come near it.
    struct Figure
    {
        double value;
        double of;
    };
    /// How a food is estimated.
    struct Way
    {
        const EstimateRule* rule;
        std::string ruleId;
        std::string from;
    };
    /// An amount per 100 g that may be an estimate, and its ends.
    struct Amount
    {
        double value;
        double low;
        double high;
    };

    void readBasis(const std::vector<Row>& rows, std::vector<Damage>& damages);
    void readWays(const std::vector<Row>& rows, std::vector<Damage>& damages);
    void test(std::vector<Damage>& damages);

    /// @throws BadRow for a food that isn't there, or has neither total nor estimate
    const Food& food(const std::string& id) const;
    Amount amount(const std::string& id, bool mk4 = false);
    const Estimate& make(const std::string& id);
    double mixed(std::string_view recipe, bool mk4 = false);
    Estimate estimate(const Food& food, const Way& way);
    Estimate spread(const Food& food, const Way& way) const;
    double factor(const std::string& ruleId, std::size_t without) const;

    const Data& m_data;
    std::map<std::string, std::vector<Figure>, std::less<>> m_basis; ///< by rule
    std::map<std::string, Way, std::less<>> m_ways;                  ///< by food
    std::map<std::string, Estimate, std::less<>> m_estimates;        ///< by food
    std::vector<std::string> m_asked;                        ///< foods whose estimate is being made
    std::map<std::string, LeaveOneOut, std::less<>> m_tests; ///< by rule
};

} // namespace quartet
