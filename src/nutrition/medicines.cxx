/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "medicines.hxx"

#include "fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

/// Both as foldWords gives them.
bool containsWords(const std::string& text, const std::string& words)
{
    return (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

/// The entries of a list. The comma in "2,5 mg" divides none.
std::vector<std::string_view> entries(std::string_view list)
{
    const auto isDigit = [list](std::size_t at) {
        return at < list.size() && list[at] >= '0' && list[at] <= '9';
    };
    std::vector<std::string_view> entries;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= list.size(); ++at)
    {
        const bool end = at == list.size();
        const bool decimal =
            !end && list[at] == ',' && at > 0 && isDigit(at - 1) && isDigit(at + 1);
        if (!end && (decimal || std::string_view(",;+&\n").find(list[at]) == std::string::npos))
            continue;
        if (const auto entry = trim(list.substr(begin, at - begin)); !entry.empty())
            entries.push_back(entry);
        begin = at + 1;
    }
    return entries;
}

} // namespace

bool MedicineFindings::unjudged(NutrientIndex nutrient) const
{
    return std::any_of(known.begin(), known.end(), [nutrient](const auto& finding) {
        return finding.second->unjudged == nutrient;
    });
}

MedicineTable::MedicineTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                             std::vector<Damage>& damages)
{
    readRows("medicines",
             { "class", "names", "unjudged", "caution", "source", "place", "confidence" }, rows,
             damages, [&](const Row& row) {
                 const auto unjudged = nutrients.find(row.requiredText("unjudged"));
                 if (!unjudged)
                     throw BadRow("unjudged", "is no nutrient");
                 MedicineClass medicine{ std::string(row.requiredText("class")),
                                         {},
                                         std::string(row.requiredText("caution")),
                                         *unjudged };
                 medicine.names.push_back(foldWords(medicine.name));
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     medicine.names.push_back(foldWords(name));
                 m_classes.push_back(std::move(medicine));
             });
}

MedicineFindings MedicineTable::find(std::string_view list) const
{
    MedicineFindings findings;
    for (const std::string_view entry : entries(list))
    {
        const std::string folded = foldWords(entry);
        bool listed = false;
        for (const MedicineClass& medicine : m_classes)
        {
            const auto named =
                std::any_of(medicine.names.begin(), medicine.names.end(),
                            [&](const std::string& name) { return containsWords(folded, name); });
            if (!named)
                continue;
            findings.known.emplace_back(entry, &medicine);
            listed = true;
        }
        if (!listed)
            findings.unlisted.emplace_back(entry);
    }
    return findings;
}

} // namespace quartet
