/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/standard_names.hxx"

#include "nutrition/fold.hxx"

namespace quartet
{

StandardNames::StandardNames(std::string_view table, const std::vector<Row>& rows,
                             std::vector<Damage>& damages)
{
    readRows(table, {}, rows, damages, [this](const Row& row) {
        for (const auto& [language, name] : row.fields())
            if (language != "note")
                add(language, name, row.id());
    });
}

void StandardNames::add(std::string_view field, std::string_view name, std::string_view code)
{
    const auto [known, isNew] = m_codes.emplace(fold(name), fold(code));
    if (!isNew && known->second != fold(code))
        throw BadRow(std::string(field),
                     "\"" + std::string(name) + "\" is " + known->second + " already");
}

void StandardNames::addAll(std::string_view field, const StandardNames& others,
                           std::string_view theirs, std::string_view code)
{
    add(field, theirs, code);
    for (const auto& [name, each] : others.m_codes)
        if (each == fold(theirs))
            add(field, name, code);
}

std::string StandardNames::code(std::string_view said) const
{
    std::string folded = fold(said);
    const auto known = m_codes.find(folded);
    return known == m_codes.end() ? folded : known->second;
}

} // namespace quartet
