/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/sources.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

std::string Citation::words() const
{
    std::string words = source->name;
    if (!place.empty())
        words += ", " + (source->locator.empty() ? place : source->locator + " " + place);
    return words;
}

SourceTable::SourceTable(const std::vector<Row>& grades, const std::vector<Row>& sources,
                         std::vector<Damage>& damages)
{
    readRows("grades", { "word", "words", "assumed" }, grades, damages, [this](const Row& row) {
        m_grades.emplace(row.id(), Grade{ std::string(row.requiredText("word")),
                                          std::string(row.requiredText("words")),
                                          !row.text("assumed").empty() });
    });
    readRows("sources",
             { "short", "locator", "grade", "citation", "place", "read in", "licence", "year" },
             sources, damages, [this](const Row& row) {
                 const std::string_view grade = row.requiredText("grade");
                 if (!gradeWords(grade))
                     throw BadRow("grade", "\"" + std::string(grade) + "\" is no grade");
                 m_sources.emplace(fold(row.id()),
                                   Source{ std::string(row.requiredText("short")),
                                           std::string(row.text("locator")), std::string(grade),
                                           std::string(row.requiredText("citation")),
                                           std::string(row.text("place")),
                                           std::string(row.requiredText("licence")) });
             });
}

Citation SourceTable::citation(const Row& row, std::string_view field) const
{
    return citation(row.text(field), field);
}

Citation SourceTable::citation(std::string_view text, std::string_view field) const
{
    if (text.empty())
        return {};
    const auto space = text.find(' ');
    const std::string_view id = text.substr(0, space);
    const auto found = m_sources.find(id);
    if (found == m_sources.end())
        throw BadRow(std::string(field), "\"" + std::string(id) + "\" is no source");
    const std::string_view place =
        space == std::string_view::npos ? std::string_view() : trim(text.substr(space));
    return { &found->second, std::string(place) };
}

const Source* SourceTable::find(std::string_view id) const
{
    const auto found = m_sources.find(fold(id));
    return found == m_sources.end() ? nullptr : &found->second;
}

const std::string* SourceTable::gradeWords(std::string_view grade) const
{
    const auto found = m_grades.find(grade);
    return found == m_grades.end() ? nullptr : &found->second.words;
}

const std::string* SourceTable::gradeWord(std::string_view grade) const
{
    const auto found = m_grades.find(grade);
    return found == m_grades.end() ? nullptr : &found->second.word;
}

const std::string* SourceTable::gradeOfWord(std::string_view word) const
{
    const auto found = std::find_if(m_grades.begin(), m_grades.end(),
                                    [word](const auto& each) { return each.second.word == word; });
    return found == m_grades.end() ? nullptr : &found->first;
}

bool SourceTable::isAssumed(std::string_view grade) const
{
    const auto found = m_grades.find(grade);
    return found != m_grades.end() && found->second.assumed;
}

} // namespace quartet
