/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What numbers mean: all tables of registry/standards, read once.

#pragma once

#include "nutrition/balance.hxx"
#include "nutrition/calcium_magnesium.hxx"
#include "nutrition/calcium_scores.hxx"
#include "nutrition/confidence.hxx"
#include "nutrition/conversions.hxx"
#include "nutrition/data.hxx"
#include "nutrition/intake_answers.hxx"
#include "nutrition/intakes.hxx"
#include "nutrition/interactions.hxx"
#include "nutrition/medicines.hxx"
#include "nutrition/texts.hxx"
#include "nutrition/vitamin_d.hxx"

#include <memory>
#include <vector>

namespace quartet
{

/** The data behind the functions that judge. Immutable: any number of threads
    may read it. */
class Standards
{
public:
    /** @param damages the rows that could not even be parsed; the rows left
               out while reading are added to them
        @param moreIntakes the intakes of further nutrients, where the tables
               don't hold them */
    Standards(const Tables& tables, std::shared_ptr<const Data> data, std::vector<Damage> damages,
              IntakeTable::ReadMore moreIntakes = {});

    // The tables point at each other.
    Standards(const Standards&) = delete;
    Standards& operator=(const Standards&) = delete;

    /// The rows that were left out, and why.
    const std::vector<Damage>& damages() const { return m_damages; }

private:
    std::vector<Damage> m_damages;

public:
    const std::shared_ptr<const Data> data; ///< whose nutrients they speak of
    const Texts texts;
    const ConfidenceTable confidence;
    const Conversions conversions;
    const LevelUnits levelUnits;
    const IntakeTable intakes;
    const VitaminDStandards vitaminD;
    const IntakeAnswers intakeAnswers;
    const MedicineTable medicines;
    const InteractionTable interactions;
    const Balance balance;
    const CalciumMagnesium calciumMagnesium;
    const CalciumScores calciumScores;
};

} // namespace quartet
