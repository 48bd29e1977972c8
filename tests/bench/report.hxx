/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the bench prints.

#pragma once

#include "measurements.hxx"

#include <string>
#include <vector>

namespace quartet::bench
{

/// A number with so many digits behind the point.
std::string number(double value, int digits);

/// The range between two quantiles of measurements, in their unit times scale.
std::string range(const Measurements& measurements, double from, double to, double scale,
                  int digits);

/// The range in which the median of endless rounds would be, 95 times in 100.
std::string medianRange(const Measurements& measurements, int digits);

/** A table in plain text: a first column of names, then columns of figures. */
class Table
{
public:
    explicit Table(std::vector<std::string> headings) { m_rows.push_back(std::move(headings)); }

    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/** A promise and what was measured. */
struct Bar
{
    enum class Kind
    {
        AtMost,
        AtLeast
    };

    std::string promise;
    Kind kind;
    double limit;
    Measurements measured; ///< the median counts
    std::string unit;

    bool holds() const
    {
        return kind == Kind::AtMost ? measured.median() <= limit : measured.median() >= limit;
    }
};

void print(const std::vector<Bar>& bars);

} // namespace quartet::bench
