/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Calcium and magnesium: the ratio of a day's intakes.

#pragma once

#include "nutrition/intakes.hxx"
#include "nutrition/problem.hxx"
#include "nutrition/texts.hxx"

#include <string>
#include <vector>

namespace quartet
{

class CalciumMagnesium
{
public:
    /** Reads rows of registry/standards/calcium_magnesium.csv: id; from, to
        (the band of ratios by mass, both inclusive), short (whose it is).

        The tables must outlive this object. */
    CalciumMagnesium(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const IntakeTable& intakes, const Texts& texts, std::vector<Damage>& damages);

    /** Calcium by magnesium, by mass.
        @param calcium mg, @param magnesium mg
        @returns Problem::DivisionByZero without magnesium */
    static Result<double> ratio(double calcium, double magnesium);

    /** Where the ratio is in the research band, that no authority set this
        band, and what a person's own targets give.
        @returns Problem::DivisionByZero without magnesium */
    Result<std::string> status(double calcium, double magnesium, const Person& person,
                               std::string_view standard) const;

private:
    struct Band
    {
        double from;
        double to;
        std::string whose;
    };

    std::string ownTargets(const Person& person, std::string_view standard) const;

    const NutrientTable& m_nutrients;
    const IntakeTable& m_intakes;
    const Texts& m_texts;
    std::vector<Band> m_bands;
};

} // namespace quartet
