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

/// Japanese puts no space between a name and what follows it.
bool isJapanese(const std::string& name)
{
    constexpr unsigned char hiragana = 0xE3; // the first byte of all that follow
    return !name.empty() && static_cast<unsigned char>(name.front()) >= hiragana;
}

bool names(const std::string& entry, const std::string& name)
{
    return isJapanese(name) ? entry.find(name) != std::string::npos : containsWords(entry, name);
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

MedicineTable::MedicineTable(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("medicines", { "class", "names" }, rows, damages, [this](const Row& row) {
        MedicineClass medicine{ row.id(), std::string(row.requiredText("class")), {} };
        medicine.names.push_back(foldWords(medicine.name));
        for (const std::string_view name : split(row.requiredText("names"), ";"))
            medicine.names.push_back(foldWords(name));
        m_classes.emplace(row.id(), std::move(medicine));
    });
}

std::vector<Medicine> MedicineTable::find(std::string_view list) const
{
    std::vector<Medicine> medicines;
    for (const std::string_view entry : entries(list))
    {
        const std::string folded = foldWords(entry);
        Medicine medicine{ std::string(entry), {} };
        std::vector<std::pair<const MedicineClass*, const std::string*>> matches;
        for (const auto& [id, each] : m_classes)
            for (const std::string& name : each.names)
                if (names(folded, name))
                    matches.emplace_back(&each, &name);
        for (const auto& [each, name] : matches)
        {
            // A "non-vitamin K antagonist anticoagulant" is no vitamin K antagonist.
            const bool partOfAnother =
                std::any_of(matches.begin(), matches.end(), [&, name = name](const auto& other) {
                    return other.second->size() > name->size() && names(*other.second, *name);
                });
            if (!partOfAnother
                && std::find(medicine.classes.begin(), medicine.classes.end(), each)
                       == medicine.classes.end())
                medicine.classes.push_back(each);
        }
        medicines.push_back(std::move(medicine));
    }
    return medicines;
}

const MedicineClass* MedicineTable::findClass(std::string_view id) const
{
    const auto found = m_classes.find(id);
    return found == m_classes.end() ? nullptr : &found->second;
}

} // namespace quartet
