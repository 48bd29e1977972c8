/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where figures are from and how sure they are.

#pragma once

#include "nutrition/row.hxx"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct Source
{
    std::string name;     ///< a few words: "NEVO-online 2025/9.0"
    std::string locator;  ///< what a place in it is called: "NDB"; may be empty
    std::string grade;    ///< how sure its figures are unless a food says otherwise
    std::string citation; ///< the full reference
    std::string place;    ///< DOI or publisher; may be empty
    std::string licence;
};

/** A source and the place in it, as a food's field names them:
    "usda-sr-legacy 01022". */
struct Citation
{
    const Source* source = nullptr;
    std::string place;

    explicit operator bool() const { return source != nullptr; }

    /// "USDA SR Legacy 2018, NDB 01022"
    std::string words() const;
};

class SourceTable
{
public:
    /** Reads rows of registry/grades.csv (grade as id; word, words, assumed) and
        registry/sources.csv (id; short, locator, grade, citation, place, read
        in, licence, year). */
    SourceTable(const std::vector<Row>& grades, const std::vector<Row>& sources,
                std::vector<Damage>& damages);

    /** The reference in a row's field; an empty one where the row has none.
        @throws BadRow for a source that isn't in the table */
    Citation citation(const Row& row, std::string_view field) const;

    /// The same of a text, "usda-sr-legacy 01022", that stands in a field.
    Citation citation(std::string_view text, std::string_view field) const;

    /** The source with this id, whatever the case.
        @returns nullptr where there is none */
    const Source* find(std::string_view id) const;

    using Sources = std::map<std::string, Source, std::less<>>;

    /// All of them by id, folded.
    const Sources& all() const { return m_sources; }

    /** The grade's words, such as "measured".
        @returns nullptr for an unknown grade */
    const std::string* gradeWords(std::string_view grade) const;

    /** The grade in one word, such as "assumed zero".
        @returns nullptr for an unknown grade */
    const std::string* gradeWord(std::string_view grade) const;

    /** The grade with this word, as the tables of figures name it; the first where
        several have it.
        @returns nullptr where none has */
    const std::string* gradeOfWord(std::string_view word) const;

    /// Whether figures of this grade follow from a rule and from no analysis.
    bool isAssumed(std::string_view grade) const;

private:
    // Foods point at sources: a map that never moves its elements.
    Sources m_sources;
    struct Grade
    {
        std::string word;
        std::string words;
        bool assumed;
    };
    std::map<std::string, Grade, std::less<>> m_grades;
};

} // namespace quartet
