/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The texts that the templates show, a column a language.

#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A table "id,en,de,...", every text in every language. */
class TemplateTexts
{
public:
    /** Reads CSV.
        @throws std::runtime_error for an id that is there twice, an id without a
                text in one of the languages, a text with a straight quote (which
                would end a text in a formula) */
    explicit TemplateTexts(std::string_view csv);

    /** Adds the names of another table, each as "prefix.id". They stand in cells alone, so
        they may hold any sign.
        @throws std::runtime_error for a language that has no column, an id that is there twice */
    void add(const std::string& prefix, std::string_view csv);

    const std::vector<std::string>& languages() const { return m_languages; }

    /// @throws std::runtime_error for an unknown id
    const std::string& text(std::string_view id, std::string_view language) const;

    /** Replaces each {{id}} in a tree by its text.
        @throws std::runtime_error for an unknown id */
    void fill(pugi::xml_node tree, std::string_view language) const;

private:
    std::vector<std::string> m_languages;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_texts;
};

} // namespace quartet
