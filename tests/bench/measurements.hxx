/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Times that were taken of one thing.

#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iterator>
#include <vector>

namespace quartet::bench
{

/// How long some work takes, in seconds.
template <typename Work> double seconds(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/** The same measurement, taken in several rounds. */
class Measurements
{
public:
    void add(double value) { m_values.push_back(value); }

    bool empty() const { return m_values.empty(); }
    double median() const { return quantile(0.5); }

    /** How far on each side of the median, as a share of all, the values lie between
        which the median of endless rounds would be, 95 times in 100. */
    double medianError() const
    {
        return std::min(0.98 / std::sqrt(static_cast<double>(m_values.size())), 0.5);
    }

    /// @param share 0 for the lowest, 1 for the highest
    double quantile(double share) const
    {
        std::vector<double> sorted = m_values;
        std::ranges::sort(sorted);
        const double place = share * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, sorted.size() - 1);
        const double rest = place - static_cast<double>(below);
        return sorted[below] * (1 - rest) + sorted[above] * rest;
    }

    /** The ratio in each round. A machine is slower in one round than in
        another: what was measured side by side is compared, not the medians. */
    Measurements operator/(const Measurements& other) const
    {
        return combined(other, std::divides());
    }

    /// The difference in each round.
    Measurements operator-(const Measurements& other) const
    {
        return combined(other, std::minus());
    }

    /// In another unit.
    Measurements operator*(double factor) const
    {
        Measurements result = *this;
        for (double& value : result.m_values)
            value *= factor;
        return result;
    }

private:
    template <typename Operation>
    Measurements combined(const Measurements& other, const Operation& operation) const
    {
        Measurements result;
        std::ranges::transform(m_values, other.m_values, std::back_inserter(result.m_values),
                               operation);
        return result;
    }

    std::vector<double> m_values; ///< in the order of the rounds
};

} // namespace quartet::bench
