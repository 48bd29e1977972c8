/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The published figures of foods' vitamin K2, one by one: those that are used
// and those that are not, and why.

#pragma once

#include "nutrition/sources.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// A row of registry/k2_figures.csv.
struct K2Figure
{
    std::string food; ///< an id
    std::string
        form;   ///< a tagname, "VITK2" for the total; "K1+MK4" and the like where more was counted
    double low; ///< µg per 100 g; the figure, or the ends of a published range
    double high;
    std::string words;  ///< the food as the source names it
    std::string method; ///< may be empty
    std::string n;      ///< how many samples; may be empty
    std::string source; ///< "NEVO-online 2025/9.0, NEVO code 513"
    bool used;
    std::string why;
};

class K2Figures
{
public:
    /// Reads rows of registry/k2_figures.csv: id; food, form, value, high, words, method, n,
    /// source, used, why.
    K2Figures(const std::vector<Row>& rows, const SourceTable& sources,
              std::vector<Damage>& damages);

    const std::vector<K2Figure>& all() const { return m_figures; }

    /// Those of one food, the used ones first.
    std::vector<K2Figure> of(std::string_view food) const;

private:
    std::vector<K2Figure> m_figures;
};

} // namespace quartet
