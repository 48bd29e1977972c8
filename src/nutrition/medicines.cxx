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

/// Both folded.
bool containsWords(const std::string& text, const std::string& words)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c & '\x80'); };
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    {
        const auto end = at + words.size();
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end])))
            return true;
    }
    return false;
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
    readRows("medicines", rows, damages, [&](const Row& row) {
        const auto unjudged = nutrients.find(row.requiredText("unjudged"));
        if (!unjudged)
            throw BadRow("unjudged", "is no nutrient");
        MedicineClass medicine{ std::string(row.requiredText("class")),
                                {},
                                std::string(row.requiredText("caution")),
                                *unjudged };
        medicine.names.push_back(fold(medicine.name));
        for (const std::string_view name : split(row.requiredText("names"), ";"))
            medicine.names.push_back(fold(name));
        m_classes.push_back(std::move(medicine));
    });
}

MedicineFindings MedicineTable::find(std::string_view list) const
{
    MedicineFindings findings;
    for (const std::string_view entry : split(list, ",;\n"))
    {
        const std::string folded = fold(entry);
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
