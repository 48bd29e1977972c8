/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search_words.hxx"

#include "nutrition/amount_tokens.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

constexpr std::size_t longestText = 200; ///< in bytes; no one types a longer one
constexpr std::size_t mostTexts = 6;     ///< each of them is a search

/// Of Japanese each sign is a token.
bool isJapanese(const AmountToken& token) { return startsInJapanese(token.text); }

/// A food's words among the tokens of a text.
class FoodWords
{
public:
    FoodWords(const AmountTokens& cut, const Measures& measures)
        : m_folded(cut.folded)
        , m_tokens(cut.tokens)
        , m_measures(measures)
        , m_end(cut.tokens.size())
    {
    }

    bool saysFresh() const
    {
        for (std::size_t at = 0; at < m_end; ++at)
            if (behindLeftOut(at, LeftOut::Fresh) > at)
                return true;
        return false;
    }

    std::vector<std::string> texts()
    {
        cutBehind();
        std::size_t at = 0;
        add(at);
        for (std::size_t next = behindUnit(at);
             next > at && next < m_end && m_texts.size() < mostTexts; next = behindUnit(at))
        {
            at = next;
            if (mayBegin(at))
                add(at);
        }
        for (std::string& text : m_less)
            addText(std::move(text), m_texts);
        return std::move(m_texts);
    }

private:
    /// The place behind the longest run of tokens that pleases; the place itself where there is
    /// none.
    template <typename Pleases> std::size_t behind(std::size_t at, const Pleases& pleases) const
    {
        for (std::size_t end = std::min(at + m_measures.longest(), m_end); end > at; --end)
            if (pleases(joinTokens(m_tokens, at, end)))
                return end;
        return at;
    }

    std::size_t behindKind(std::size_t at, std::initializer_list<WordKind> kinds) const
    {
        return behind(at, [&](const std::string& words) {
            const auto& meanings = m_measures.find(words);
            return std::any_of(meanings.begin(), meanings.end(), [&](const WordMeaning& meaning) {
                return std::find(kinds.begin(), kinds.end(), meaning.kind) != kinds.end();
            });
        });
    }

    /// Behind a measure, or what may be left out like one.
    std::size_t behindMeasure(std::size_t at) const
    {
        return std::max(behindKind(at, { WordKind::Mass, WordKind::Volume, WordKind::Portion,
                                         WordKind::Piece, WordKind::Size }),
                        behindLeftOut(at, LeftOut::Before));
    }

    std::size_t behindNumber(std::size_t at) const
    {
        const bool isShare = at + 1 < m_end && m_tokens[at + 1].text == "%";
        if (at < m_end && m_tokens[at].number)
            return isShare ? at : at + 1;
        if (at < m_end && at > 0 && m_tokens[at].text == "/" && m_tokens[at - 1].number)
            return at + 1;
        return behindKind(at, { WordKind::Number, WordKind::Article, WordKind::Part,
                                WordKind::Times, WordKind::Ignored });
    }

    std::size_t behindLeftOut(std::size_t at, LeftOut least) const
    {
        return behind(at,
                      [&](const std::string& words) { return m_measures.leftOut(words) >= least; });
    }

    /// All numbers from a place on, or a word before a food; with the "of" behind it.
    std::size_t behindUnit(std::size_t begin) const
    {
        std::size_t at = begin;
        for (std::size_t next = behindNumber(at); next > at; next = behindNumber(at))
            at = next;
        if (at == begin)
            at = behindMeasure(at);
        for (std::size_t next = behindKind(at, { WordKind::Of }); next > at;
             next = behindKind(at, { WordKind::Of }))
            at = next;
        return at;
    }

    /** Whether a food's name may begin at a place: a Japanese measure is a part of many names,
        unless "の" stands behind it. */
    bool mayBegin(std::size_t at) const
    {
        const AmountToken& before = m_tokens[at - 1];
        return !isJapanese(before) || behindKind(at - 1, { WordKind::Of }) == at;
    }

    /// Behind a run of words of some kinds.
    std::size_t behindAll(std::size_t at, std::initializer_list<WordKind> kinds) const
    {
        for (std::size_t next = behindKind(at, kinds); next > at; next = behindKind(at, kinds))
            at = next;
        return at;
    }

    /** Behind what stands before a number: "x" of "x6", "大さじ" of "大さじ2", "Mサイズ", "約". Of
        Japanese measures only those of several signs: many names end in ケ or ツ. */
    std::size_t behindHead(std::size_t begin) const
    {
        std::size_t at = behindKind(begin, { WordKind::Times, WordKind::Size });
        const std::size_t measure = isJapanese(m_tokens[begin]) ? behindMeasure(begin) : begin;
        if (measure > begin + 1)
            at = std::max(at, measure);
        return behindAll(at, { WordKind::Ignored });
    }

    /** Behind an amount in digits, or Japanese words for one, that begins at a place: "1 kg",
       "2個", "三個", "半分", "2〜3本". The place itself where there is none. */
    std::size_t behindAmount(std::size_t begin) const
    {
        std::size_t at = behindHead(begin);
        if (at == m_end)
            return begin;
        if (!m_tokens[at].number)
        {
            if (!isJapanese(m_tokens[at]))
                return begin;
            const std::size_t number = behindAll(at, { WordKind::Number, WordKind::Article });
            if (behindMeasure(number) == number && behindKind(at, { WordKind::Part }) == at)
                return begin;
        }
        for (std::size_t next = behindNumber(at); next > at;
             next = std::max({ behindNumber(at), behindMeasure(at), behindRange(at) }))
            at = next;
        return at;
    }

    /// Behind the sign of a range between two numbers.
    std::size_t behindRange(std::size_t at) const
    {
        const bool isBetween =
            at > 0 && at + 1 < m_end && m_tokens[at - 1].number && m_tokens[at + 1].number;
        const bool isSign = isBetween && m_tokens[at].text == "-";
        return isSign ? at + 1 : isBetween ? behindKind(at, { WordKind::Range }) : at;
    }

    /// Leaves out an amount at the end.
    void cutBehind()
    {
        for (std::size_t begin = 1; begin < m_end; ++begin)
            if (behindAmount(begin) == m_end)
                m_end = begin;
    }

    /// The text from a place on, and what it is without "fresh".
    void add(std::size_t begin)
    {
        std::string all;
        std::string less;
        for (std::size_t at = begin; at < m_end;)
        {
            const std::size_t next = behindLeftOut(at, LeftOut::Anywhere);
            const bool isInside = isJapanese(m_tokens[at]) && at > begin && next < m_end;
            const std::size_t end = std::max(next, at + 1);
            const std::size_t until = end < m_end ? m_tokens[end].begin : m_tokens[end - 1].end;
            const std::string_view words =
                std::string_view(m_folded).substr(m_tokens[at].begin, until - m_tokens[at].begin);
            all += words;
            if (next == at || isInside)
                less += words;
            at = end;
        }
        addText(std::move(all), m_texts);
        addText(std::move(less), m_less);
    }

    void addText(std::string text, std::vector<std::string>& texts)
    {
        while (text.ends_with(' ') || text.ends_with(','))
            text.pop_back();
        if (!text.empty() && text != m_folded
            && std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }

    const std::string& m_folded;
    const std::vector<AmountToken>& m_tokens;
    const Measures& m_measures;
    std::size_t m_end;
    std::vector<std::string> m_texts;
    std::vector<std::string> m_less; ///< without "fresh"
};

} // namespace

std::vector<std::string> withoutAmount(std::string_view text, const Measures& measures)
{
    if (text.size() > longestText)
        return {};
    const AmountTokens cut = tokeniseAmount(text);
    if (cut.fault || cut.tokens.empty())
        return {};
    return FoodWords(cut, measures).texts();
}

bool saysFresh(std::string_view text, const Measures& measures)
{
    const AmountTokens cut = tokeniseAmount(text);
    return FoodWords(cut, measures).saysFresh();
}

} // namespace quartet
