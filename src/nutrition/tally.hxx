/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Totals over the foods of a meal, a day, a week.

#pragma once

#include "nutrition/food.hxx"

#include <optional>
#include <string_view>

namespace quartet
{

/// Which total of a tally.
enum class Total
{
    Known,    ///< what is unknown is left out
    Strict,   ///< unknown where one value is unknown
    Estimate, ///< values and estimates; what has neither counts as far as it is known
    Low,      ///< the lower ends
    High      ///< the upper ends; unknown where one is
};

/// "known", "strict", "estimate", "low" or "high", whatever the case.
std::optional<Total> parseTotal(std::string_view text);

/// What a coverage is a share of.
enum class Share
{
    Grams, ///< the grams whose value is known, of all
    Amount ///< what is known of the amount, of the estimated total
};

/// "grams" or "amount", whatever the case.
std::optional<Share> parseShare(std::string_view text);

/// Which rows of a tally.
enum class Rows
{
    All,     ///< one that can't be read spoils the total
    Readable ///< what can't be read is left out
};

/// "all" or "readable", whatever the case.
std::optional<Rows> parseRows(std::string_view text);

/** Adds up one nutrient over foods and keeps what is unknown apart from what
    is zero. 0 g of a food counts as nothing. */
class Tally
{
public:
    /// @param estimates whether they and the ranges are added, too: else there are no totals
    ///                  of them and no share of the amount
    Tally(NutrientIndex nutrient, const Menaquinones& k2, bool estimates = true)
        : m_nutrient(nutrient)
        , m_k2(k2)
        , m_withEstimates(estimates)
    {
    }

    /// @param isDoubtful whether the food's value is known too badly to cover its grams
    void add(const Food& food, double grams, bool isDoubtful = false);

    /// @returns nothing where there is no such total
    std::optional<double> total(Total which) const;

    /** The sum of what is known, in the nutrient's unit; for VITK2 also the
        forms that were measured of a food whose total is unknown.
        @returns nothing where there is food and nothing of it is known */
    std::optional<double> known() const;

    /// The total; nothing where one food's value is unknown.
    std::optional<double> complete() const;

    /** How much is known, 0 to 1. What has neither value nor estimate counts in no
        amount, so the share of the grams stands beside it.
        @returns nothing where there are no grams; of the amount also where nothing
                 of it is known or estimated */
    std::optional<double> coverage(Share of = Share::Grams) const;

    /// The same of the grams whose value is known or estimated.
    std::optional<double> estimatedCoverage() const;

private:
    /// A sum, and the grams of which nothing could be added.
    struct Sum
    {
        double amount = 0;
        double missing = 0;

        void add(std::optional<double> per100g, double grams);
    };

    std::optional<double> unlessNothing(const Sum& sum) const;

    NutrientIndex m_nutrient;
    Menaquinones m_k2;
    bool m_withEstimates;
    double m_grams = 0;
    Sum m_values;    ///< of the foods whose value is known
    Sum m_known;     ///< of these and, for VITK2, of the forms that are known of others
    Sum m_estimates; ///< with what is known where there is no estimate
    Sum m_low;
    Sum m_high;
    double m_doubtful = 0;    ///< grams whose value is known too badly
    double m_unestimated = 0; ///< grams with neither value nor estimate
};

} // namespace quartet
