/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The classes of a coronary calcium score.

#pragma once

#include "nutrition/problem.hxx"
#include "nutrition/row.hxx"

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A class of coronary calcium scores. */
struct CalciumScoreClass
{
    std::string system; ///< folded
    std::string category;
    double from;
    std::optional<double> to;
    std::string source;
};

class CalciumScores
{
public:
    /** Reads rows of registry/standards/cac.csv: id; system, category, from and
        to: Agatston units, both inclusive. */
    CalciumScores(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** The class of an Agatston score. A score between two classes, such as
        10.5, is in the higher one.
        @returns Problem::InvalidArgument for a negative score or an unknown
                 system, Problem::NotAvailable for 0 where its classes begin above */
    Result<std::string> category(double score, std::string_view system) const;

    /// A system's classes, from the lowest; none for an unknown one.
    std::vector<CalciumScoreClass> classes(std::string_view system) const;

private:
    std::vector<CalciumScoreClass> m_classes; ///< from the lowest to the highest
};

} // namespace quartet
