/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The sentences that results are made of. They stand in the tables texts.csv of
// registry and registry/standards, not in the code.

#pragma once

#include "nutrition/row.hxx"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

class Texts
{
public:
    /// Reads rows of texts.csv: id; text; a column a language where the text has others.
    Texts(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** The same with what other tables say in English: rows of registry/standards/phrases.csv,
        en, where "#" stands for a number, and a column a language. */
    Texts(const std::vector<Row>& rows, const std::vector<Row>& phrases,
          std::vector<Damage>& damages);

    using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

    /** The text with each {name} replaced by its value; the id itself where
        the registry lacks the text, so that the gap can be seen. */
    std::string text(std::string_view id, Values values = {},
                     std::string_view language = "en") const;

    /// What a table says in English, in another language; itself where nobody has translated it.
    std::string said(const std::string& english, std::string_view language) const;

    /// A number as formatNumber writes it, with the language's sign before its decimals.
    std::string numeral(std::string number, std::string_view language) const;

    bool has(std::string_view id) const { return m_texts.find(id) != m_texts.end(); }

private:
    std::map<std::string, std::string, std::less<>> m_texts;   ///< of other languages "de:id"
    std::map<std::string, std::string, std::less<>> m_phrases; ///< by "de:english"
};

/// A number for a sentence: no more decimals than these, "." before them.
std::string formatNumber(double number, int decimals = 2);

/// The decimals that leave a figure four digits: 2 for 12.34, no more than 4.
int decimalsOf(double number);

/** A number for a sentence that holds it against another: with more decimals
    than these where only more tell the two apart. */
std::string formatBeside(double number, double other, int decimals = 2);

} // namespace quartet
