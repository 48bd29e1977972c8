/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The values that a copy leaves out, and whether a text mentions one. No office here.

#pragma once

#include "portable/roles.hxx"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

class Secrets
{
public:
    bool empty() const { return m_numbers.empty() && m_phrases.empty(); }

    /// A number that is one of the person's data. Nothing is learned of 0.
    void add(double number);
    /// A text that is one: all of it, in whole words.
    void add(std::string_view text, Role role);
    /// A text that may stay, though it mentions one.
    void allow(const std::string& text);
    bool isAllowed(const std::string& text) const { return m_allowed.contains(text); }

    /** Whether a text has one of the words, or one of the numbers.
        @returns the secret as it was added */
    std::optional<std::string> mentionedIn(std::string_view text) const;
    /// The same of words alone.
    std::optional<std::string> wordIn(std::string_view text) const;
    bool isNumber(double number) const;
    /// The same of a number that seldom stands somewhere by chance: "43.7", a date, no "43".
    bool isTelling(double number) const;
    bool isTelling(const std::string& number) const;
    /// Whether one of those is among a text's words.
    bool isTellingIn(std::string_view text) const;

    /** Texts that are long enough to be told from the bytes of a picture.
        @param numbers whether those that tell are among them */
    std::vector<std::string> tellingTexts(bool numbers) const;

private:
    struct Phrase
    {
        std::vector<std::string> words; ///< folded
        std::string text;
    };

    std::set<double> m_numbers;
    std::vector<Phrase> m_phrases;
    std::set<std::string> m_allowed;
};

} // namespace quartet
