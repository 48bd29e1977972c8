/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The balance of the four: vitamin D, vitamin K2, calcium and magnesium held
// against a day's targets and limits, each by itself and in the pairs that
// matter. Never one score.

#pragma once

#include "intakes.hxx"
#include "medicines.hxx"
#include "problem.hxx"
#include "texts.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A day's intake by nutrient, each in its own unit; what isn't in it is
    unknown. */
using DayIntake = std::map<NutrientIndex, double>;

class Balance
{
public:
    /** Reads rows of registry/standards/balance.csv (nutrient as id; order,
        standard: whose target holds whichever standard is chosen, limit: whose
        limit holds where the chosen standard sets none) and
        registry/standards/balance_pairs.csv (id; present, short, text).

        The tables must outlive this object. */
    Balance(const std::vector<Row>& items, const std::vector<Row>& pairs,
            const NutrientTable& nutrients, const IntakeTable& intakes,
            const MedicineTable& medicines, const Texts& texts, std::vector<Damage>& damages);

    /** One line on a day: "balanced ...", "not balanced: ...",
        "incomplete: ..." or "caution: ...", then each nutrient that is off,
        with amount and target, the pairs that matter, and whose targets these
        are.

        A caution comes before all else: an amount above its limit, or a
        medicine. No amount of one nutrient changes another's limit.
        @returns Problem::InvalidArgument for an unknown standard */
    Result<std::string> check(const DayIntake& day, const Person& person, std::string_view standard,
                              std::string_view medicines) const;

    /// The nutrients of the balance, in the order of the table.
    std::vector<NutrientIndex> nutrients() const;

private:
    struct Item
    {
        NutrientIndex nutrient;
        std::string standard;      ///< whose target; empty: the chosen one's
        std::string limitStandard; ///< whose limit holds where the chosen one sets none
        double order;
    };

    struct Pair
    {
        NutrientIndex present; ///< reaches its target
        NutrientIndex lacking; ///< doesn't
        std::string text;
    };

    enum class Verdict
    {
        Unknown,  ///< nobody gave the amount
        Unjudged, ///< no target to hold it against
        Low,
        OnTarget,
        AboveLimit
    };

    struct Finding
    {
        const Item* item;
        std::optional<double> amount;
        std::optional<Intake> target;
        std::optional<Intake> limit;
        Verdict verdict;
    };

    std::optional<Intake> limit(const Item& item, const Person& person,
                                std::string_view standard) const;
    Finding judge(const Item& item, const DayIntake& day, const Person& person,
                  std::string_view standard, const MedicineFindings& medicines) const;
    std::string describe(std::string_view text, const Finding& finding) const;
    std::string list(std::string_view text, const std::vector<Finding>& findings,
                     Verdict verdict) const;
    std::vector<std::string> cautions(const std::vector<Finding>& findings,
                                      const MedicineFindings& medicines) const;
    std::vector<std::string> shortPairs(const std::vector<Finding>& findings) const;
    std::string whoseTargets(const std::vector<Finding>& findings, const Person& person) const;

    const NutrientTable& m_nutrients;
    const IntakeTable& m_intakes;
    const MedicineTable& m_medicines;
    const Texts& m_texts;
    std::vector<Item> m_items;
    std::vector<Pair> m_pairs;
};

} // namespace quartet
