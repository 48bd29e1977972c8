/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The place in an amount that is being read: the words and numbers there.

#pragma once

#include "nutrition/amount_tokens.hxx"
#include "nutrition/measures.hxx"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/** Reads the words and numbers of an amount from the left. Each function takes what it can
    use and leaves the place behind it. */
class AmountScanner
{
public:
    AmountScanner(const AmountScanner&) = delete;
    AmountScanner& operator=(const AmountScanner&) = delete;

protected:
    AmountScanner(const std::vector<AmountToken>& tokens, const Measures& measures)
        : m_tokens(tokens)
        , m_measures(measures)
    {
    }
    ~AmountScanner() = default;

    /// Whether the food has a portion of this name: "half" an apricot.
    virtual bool isPortion(const std::string& name) const = 0;

    struct Match
    {
        const WordMeaning* meaning = nullptr;
        const std::vector<WordMeaning>* all = nullptr;
        std::size_t tokens = 0;

        explicit operator bool() const { return meaning != nullptr; }
    };

    /// The longest run of tokens with a meaning that pleases.
    template <typename Pleases> Match match(const Pleases& pleases) const
    {
        const std::size_t most = std::min(m_measures.longest(), m_tokens.size() - m_at);
        for (std::size_t length = most; length > 0; --length)
        {
            const auto& meanings = m_measures.find(joinTokens(m_tokens, m_at, m_at + length));
            for (const WordMeaning& meaning : meanings)
                if (pleases(meaning))
                    return { &meaning, &meanings, length };
        }
        return {};
    }

    Match match(WordKind kind) const
    {
        return match([kind](const WordMeaning& meaning) { return meaning.kind == kind; });
    }

    bool take(WordKind kind)
    {
        const Match found = match(kind);
        m_at += found.tokens;
        return found.meaning != nullptr;
    }

    Match numberWord() const
    {
        return match([](const WordMeaning& meaning) {
            return meaning.kind == WordKind::Number || meaning.kind == WordKind::Article
                   || meaning.kind == WordKind::Part;
        });
    }

    /// "2", "1 1/2", "two", "half a", "one and a half"; nothing where there is no number
    std::optional<double> number();

    /// "a half", "half": less than one.
    std::optional<double> partHere();

    const std::vector<AmountToken>& m_tokens;
    const Measures& m_measures;
    std::size_t m_at = 0;
    bool m_isWordNumber = false; ///< the number that was read last holds a word

private:
    std::optional<double> digits();
    std::optional<double> ratio();
    std::optional<double> words();
    bool skipTo(WordKind skipped, WordKind next);
    double fractionBehind();
    bool isOwnPortion() const;

    double m_dozen = 1; ///< what a half behind the number is half of
};

} // namespace quartet
