/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Answers made of reference intakes: how an amount stands against them, and
// where they are from.

#pragma once

#include "nutrition/intakes.hxx"
#include "nutrition/problem.hxx"
#include "nutrition/texts.hxx"

#include <string>

namespace quartet
{

/// Where an amount comes from.
enum class IntakeOf
{
    Total,      ///< food and supplements together
    Supplements ///< supplements alone
};

/// "total" or "supplement", whatever the case.
std::optional<IntakeOf> parseIntakeOf(std::string_view text);

/// What sums of a sheet may be off by, as a share of them.
inline constexpr double roundingNoise = 1e-9;

/// Whether an amount is at least this, and whether it is more.
bool reaches(double amount, double target);
bool exceeds(double amount, double limit);

class IntakeAnswers
{
public:
    /// The tables must outlive this object.
    IntakeAnswers(const NutrientTable& nutrients, const IntakeTable& intakes, const Texts& texts)
        : m_nutrients(nutrients)
        , m_intakes(intakes)
        , m_texts(texts)
    {
    }

    /** "below target", "on target" or "above limit".

        The limit of supplements holds for these alone. In pregnancy and lactation
        the limit outside them holds where none is set.
        @returns Problem::NotAvailable where the standard sets neither a target
                 nor a limit that the amount is above */
    Result<std::string> status(double amount, NutrientIndex nutrient, const Person& person,
                               std::string_view standard, IntakeOf of) const;

    /** A value, its native term, whose it is, of which year, and what else a
        reader should know of it; "no upper limit set" where that is so.
        @returns Problem::NotAvailable where the standard says nothing */
    Result<std::string> source(NutrientIndex nutrient, const Person& person,
                               std::string_view standard, IntakeKind kind,
                               std::string_view language = "en") const;

private:
    std::string describe(const Intake& intake, NutrientIndex nutrient, const Person& person,
                         IntakeKind kind, std::string_view language) const;
    std::string noLimit(NutrientIndex nutrient, const Person& person, std::string_view standard,
                        std::string_view language) const;

    const NutrientTable& m_nutrients;
    const IntakeTable& m_intakes;
    const Texts& m_texts;
};

} // namespace quartet
