/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/k2_figures.hxx"

#include <algorithm>
#include <iterator>

namespace quartet
{

K2Figures::K2Figures(const std::vector<Row>& rows, const SourceTable& sources,
                     std::vector<Damage>& damages)
{
    readRows("k2_figures",
             { "food", "form", "value", "high", "words", "method", "n", "source", "used", "why" },
             rows, damages, [&](const Row& row) {
                 const double value = row.requiredNumber("value");
                 const double high = row.number("high").value_or(value);
                 if (high < value)
                     throw BadRow("high", "is below the value");
                 row.requiredText("source");
                 const std::string_view used = row.requiredText("used");
                 if (used != "yes" && used != "no")
                     throw BadRow("used", "is neither yes nor no");
                 if (used == "no")
                     row.requiredText("why");
                 m_figures.push_back(
                     { std::string(row.requiredText("food")), std::string(row.requiredText("form")),
                       value, high, std::string(row.text("words")), std::string(row.text("method")),
                       std::string(row.text("n")), sources.citation(row, "source").words(),
                       used == "yes", std::string(row.text("why")) });
             });
}

std::vector<K2Figure> K2Figures::of(std::string_view food) const
{
    std::vector<K2Figure> figures;
    std::copy_if(m_figures.begin(), m_figures.end(), std::back_inserter(figures),
                 [food](const K2Figure& each) { return each.food == food; });
    std::stable_partition(figures.begin(), figures.end(),
                          [](const K2Figure& each) { return each.used; });
    return figures;
}

} // namespace quartet
