/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/calcium_scores.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

CalciumScores::CalciumScores(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("cac", { "system", "category", "from", "to", "source", "place", "confidence" }, rows,
             damages, [this](const Row& row) {
                 m_classes.push_back({ fold(row.requiredText("system")),
                                       std::string(row.requiredText("category")),
                                       row.requiredNumber("from"), row.number("to"),
                                       std::string(row.text("source")) });
             });
    std::stable_sort(m_classes.begin(), m_classes.end(),
                     [](const CalciumScoreClass& left, const CalciumScoreClass& right) {
                         return left.from < right.from;
                     });
}

std::vector<CalciumScoreClass> CalciumScores::classes(std::string_view system) const
{
    const std::string wanted = fold(system);
    std::vector<CalciumScoreClass> classes;
    std::copy_if(m_classes.begin(), m_classes.end(), std::back_inserter(classes),
                 [&wanted](const CalciumScoreClass& each) { return each.system == wanted; });
    return classes;
}

Result<std::string> CalciumScores::category(double score, std::string_view system) const
{
    if (!(score >= 0))
        return Problem::InvalidArgument;
    const std::string wanted = fold(system);
    bool known = false;
    for (const CalciumScoreClass& each : m_classes)
    {
        if (each.system != wanted)
            continue;
        const bool first = !known;
        known = true;
        if (first && score == 0 && each.from > 0)
            return Problem::NotAvailable;
        if (!each.to || score <= *each.to)
            return each.category;
    }
    return known ? Problem::NotAvailable : Problem::InvalidArgument;
}

} // namespace quartet
