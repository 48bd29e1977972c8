/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Units of one quantity, converted into each other.

#pragma once

#include "nutrition/problem.hxx"
#include "nutrition/row.hxx"

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

class Conversions
{
public:
    /** Reads rows of registry/standards/conversions.csv: id; from, from also,
        to, to also (names of the units), factor. */
    Conversions(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** A value in another unit of the same quantity.
        @returns Problem::InvalidArgument for an unknown unit and for two units
                 of different quantities */
    Result<double> convert(double value, std::string_view from, std::string_view to) const;

    /// Where the factor of a unit is from; empty for an unknown one.
    std::string source(std::string_view unit) const;

private:
    struct Conversion
    {
        std::vector<std::string> from; ///< folded names
        std::vector<std::string> to;
        double factor;
        std::string source;
    };

    std::vector<Conversion> m_conversions;
};

} // namespace quartet
