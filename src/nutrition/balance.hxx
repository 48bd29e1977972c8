/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The balance of the four: vitamin D, vitamin K2, calcium and magnesium held
// against a day's targets and limits, each by itself and in the pairs that
// matter. Never one score.

#pragma once

#include "nutrition/intakes.hxx"
#include "nutrition/interactions.hxx"
#include "nutrition/problem.hxx"
#include "nutrition/texts.hxx"

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
        limit holds where the chosen standard sets none),
        registry/standards/balance_pairs.csv (id; present, short, text) and
        registry/standards/balance_notes.csv (id; above: what it is said with,
        text).

        The tables must outlive this object. */
    Balance(const std::vector<Row>& items, const std::vector<Row>& pairs,
            const std::vector<Row>& notes, const NutrientTable& nutrients,
            const IntakeTable& intakes, const MedicineTable& medicines,
            const InteractionTable& interactions, const Texts& texts, std::vector<Damage>& damages);

    /** One line on a day: "balanced ...", "not balanced: ...",
        "incomplete: ..." or "caution: ...", then each nutrient that is off,
        with amount and target, the pairs that matter, and whose targets these
        are.

        A caution comes before all else: an amount above its limit, or a
        medicine. No amount of one nutrient changes another's limit.
        @returns Problem::InvalidArgument for an unknown standard */
    Result<std::string> check(const DayIntake& day, const Person& person, std::string_view standard,
                              std::string_view medicines, std::string_view language = "en") const;

    /** One nutrient's verdict: "below target", "on target", "above limit",
        "no target" or "not known".
        @returns Problem::InvalidArgument for an unknown standard and for a
                 nutrient that the balance doesn't look at */
    Result<std::string> verdict(NutrientIndex nutrient, std::optional<double> amount,
                                const Person& person, std::string_view standard) const;

    /// What an amount is held against.
    struct Bounds
    {
        std::optional<Intake> target;
        std::optional<Intake> limit;
    };

    /// Those behind verdict(); none for a nutrient that the balance doesn't look at.
    Bounds bounds(NutrientIndex nutrient, const Person& person, std::string_view standard) const;

    /// The standard whose target holds for a nutrient whichever is chosen; empty
    /// where there is none.
    std::string_view standardOf(NutrientIndex nutrient) const;

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

    struct Note
    {
        std::vector<NutrientIndex> above;
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

    const Item* find(NutrientIndex nutrient) const;
    std::optional<Intake> limit(const Item& item, const Person& person,
                                std::string_view standard) const;
    Finding judge(const Item& item, std::optional<double> amount, const Person& person,
                  std::string_view standard) const;
    std::string describe(std::string_view text, const Finding& finding,
                         std::string_view language) const;
    std::string list(std::string_view text, const std::vector<Finding>& findings, Verdict verdict,
                     std::string_view language) const;
    /// What is to be said of the medicines in a list, the most serious first.
    std::vector<InteractionFinding> interactions(const std::vector<Medicine>& medicines) const;
    std::string describe(const InteractionFinding& finding, std::string_view language) const;
    std::vector<std::string> shortPairs(const std::vector<Finding>& findings) const;
    std::vector<std::string> notes(const std::vector<Finding>& findings) const;
    std::string whoseTargets(const std::vector<Finding>& findings, const Person& person,
                             std::string_view language) const;

    const NutrientTable& m_nutrients;
    const IntakeTable& m_intakes;
    const MedicineTable& m_medicines;
    const InteractionTable& m_interactions;
    const Texts& m_texts;
    std::vector<Item> m_items;
    std::vector<Pair> m_pairs;
    std::vector<Note> m_notes;
};

} // namespace quartet
