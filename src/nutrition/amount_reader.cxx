/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_reader.hxx"

#include "nutrition/amount_scanner.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

using Outcome = WeightOrFault;

/// A weight in brackets is the amount's where it differs by no more than this share.
constexpr double weightBehind = 0.2;

bool areClose(double left, double right, double share)
{
    return std::abs(left - right) <= share * std::max(left, right);
}

/** Reads the tokens of one amount from the left. Each function takes what it can use and
    leaves the place behind it; the first fault ends all. */
class Reader final : private AmountScanner
{
public:
    Reader(const AmountTokens& cut, const MeasuredFood& food, const Measures& measures,
           const Weights& units)
        : AmountScanner(cut.tokens, measures)
        , m_cut(cut)
        , m_food(food)
        , m_units(units)
    {
    }

    Outcome amount()
    {
        skipName();
        if (m_at < m_tokens.size() && match(WordKind::Plus))
            m_at = 0; // "manzana y media"
        const bool isNamed = m_at > 0;
        Term first = term();
        if (isNamed && !m_fault && !first.hasMeasure)
            countPieces(first);
        if (m_fault)
            if (const auto said = onlyWeightInBrackets())
                return *said;
        double total = first.grams;
        Term last = first;
        while (!m_fault && m_at < m_tokens.size())
        {
            if (skipRemark())
                continue;
            if (m_tokens[m_at].text == "(")
            {
                total = weightInBrackets(first, total);
                break;
            }
            const bool isSum = take(WordKind::Plus);
            const Term next = term();
            // "1 kg 200 g", "1 lb 4 oz"
            const bool continues =
                next.kind == last.kind && next.unitGrams < last.unitGrams
                && (next.kind == WordKind::Mass || next.kind == WordKind::Volume);
            if (!last.hasMeasure || !next.hasMeasure || !(isSum || continues))
                return m_fault.value_or(AmountFault::NotUnderstood);
            total += next.grams;
            last = next;
        }
        if (m_at < m_tokens.size())
            fail(AmountFault::NotUnderstood);
        if (!m_fault && !std::isfinite(total))
            fail(AmountFault::NotUnderstood);
        return m_fault ? Outcome(*m_fault) : Outcome(total);
    }

private:
    bool isPortion(const std::string& name) const override
    {
        return portionGrams(m_food.portions, name).has_value();
    }

    struct Term
    {
        double grams = 0;
        double number = 0;
        double unitGrams = 0;
        WordKind kind = WordKind::Number;
        bool hasMeasure = false;
    };

    /// A unit and what stands beside it.
    struct Unit
    {
        double grams = 1;
        WordKind kind = WordKind::Number;
        bool isThere = false;
    };

    // ---- What stands at the place

    /// The longest run of tokens that is the food's own name. A size behind it is none of it, in
    /// "manzana pequeña".
    std::size_t nameHere() const
    {
        constexpr std::size_t longestName = 12;
        // "Milk, low fat, 1 %"
        if (m_tokens[m_at].number)
            return 0;
        const std::size_t most = std::min(longestName, m_tokens.size() - m_at);
        for (std::size_t length = most; length > 0; --length)
        {
            if (length > 1 && isSize(m_tokens[m_at + length - 1].text))
                continue;
            const auto begin = m_tokens[m_at].begin;
            const auto end = m_tokens[m_at + length - 1].end;
            if (isName(std::string_view(m_cut.folded).substr(begin, end - begin)))
                return length;
        }
        return 0;
    }

    bool isSize(const std::string& word) const
    {
        const auto& meanings = m_measures.find(word);
        return std::any_of(meanings.begin(), meanings.end(), [](const WordMeaning& meaning) {
            return meaning.kind == WordKind::Size;
        });
    }

    bool isName(std::string_view text) const
    {
        if (m_food.isItsName && m_food.isItsName(text))
            return true;
        for (const std::string& one : singulars(text))
            if (m_food.isItsName && m_food.isItsName(one))
                return true;
        return hasWord(m_food.name, text) || (m_food.isInItsNames && m_food.isInItsNames(text));
    }

    void skipName()
    {
        // "卵2個", "eggs 2": not a name that is a measure too, as in "egg".
        const std::size_t length = m_tokens.empty() ? 0 : nameHere();
        if (length > 0 && length < m_tokens.size())
            m_at += length;
    }

    /// "eggs 2", but "milk 200"
    void countPieces(Term& bare) const
    {
        const auto one = pieceGrams(m_food);
        if (one && bare.number <= m_measures.limit("pieces"))
            bare = { bare.number * *one, bare.number, *one, WordKind::Piece, true };
    }

    // ---- Units

    /// A number and its unit, or several of what follows.
    Term term()
    {
        m_isWordNumber = false;
        if (m_fault || m_at == m_tokens.size())
            return failed(AmountFault::NotUnderstood);
        if (const auto first = unitBeforeNumber())
            return *first;
        const auto count = number();
        if (!count)
            return oneAndAHalf();
        Term result;
        result.number = *count;
        const bool isMultiple = m_at < m_tokens.size() && take(WordKind::Times);
        if (isMultiple)
        {
            if (*count == 0)
                return failed(AmountFault::NotUnderstood);
            const bool again = m_at < m_tokens.size() && (m_tokens[m_at].number || numberWord());
            if (again)
            {
                result = term();
                if (!result.hasMeasure)
                    return failed(AmountFault::NotUnderstood);
                result.grams *= *count;
                result.kind = WordKind::Times;
                return result;
            }
        }
        Unit unit = phrase();
        // "half" an apple, "two" eggs: no grams.
        if (!m_fault && !unit.isThere && m_isWordNumber)
            unit = piece({});
        if (isMultiple && !unit.isThere)
            fail(AmountFault::NotUnderstood);
        if (m_fault)
            return {};
        result.unitGrams = unit.grams;
        result.kind = unit.kind;
        result.hasMeasure = unit.isThere;
        result.grams = (*count + (unit.isThere ? halfBehind() : 0)) * unit.grams;
        return result;
    }

    /// "kilo y medio", "slice and a half"
    Term oneAndAHalf()
    {
        const bool isWord = m_at < m_tokens.size() && !m_tokens[m_at].number;
        const Unit unit = isWord ? phrase() : Unit();
        const double half = unit.isThere ? halfBehind() : 0;
        if (half <= 0)
            m_fault = AmountFault::NotUnderstood;
        if (m_fault)
            return {};
        return { (1 + half) * unit.grams, 1 + half, unit.grams, unit.kind, true };
    }

    /// "大さじ1", "カップ1杯"
    std::optional<Term> unitBeforeNumber()
    {
        const std::size_t before = m_at;
        // "M1個", "中1個": a size alone may stand before its number.
        const Match size = match(WordKind::Size);
        if (size && m_at + size.tokens < m_tokens.size() && m_tokens[m_at + size.tokens].number)
        {
            m_at += size.tokens;
            const auto count = number();
            Unit sized = count ? phrase(size.meaning->measure) : Unit();
            if (!count || m_fault)
                return std::nullopt;
            return Term{ *count * sized.grams, *count, sized.grams, WordKind::Portion, true };
        }
        if (static_cast<unsigned char>(m_tokens[m_at].text.front()) < 0x80)
            return std::nullopt;
        const Match found = match([](const WordMeaning& meaning) {
            return meaning.measure && meaning.kind != WordKind::Size;
        });
        if (!found)
            return std::nullopt;
        m_at += found.tokens;
        const auto count = m_at < m_tokens.size() ? number() : std::nullopt;
        if (!count)
        {
            m_at = before;
            return std::nullopt;
        }
        take(WordKind::Ignored);
        skipCounterOf(*found.all);
        const auto weight = measuredGrams(m_food, m_units, m_measures, *found.all, nullptr);
        if (!weight)
            return failed(weight.error());
        const double all = (*count + halfBehind()) * *weight;
        return Term{ all, *count, *weight, found.meaning->kind, true };
    }

    /// "缶1本", "スライス2枚": a counter of pieces, or of the measure that stands before.
    void skipCounterOf(const std::vector<WordMeaning>& measures)
    {
        if (m_at == m_tokens.size())
            return;
        m_at += match([&measures](const WordMeaning& meaning) {
                    const auto isSame = [&meaning](const WordMeaning& each) {
                        return each.measure == meaning.measure;
                    };
                    return meaning.kind == WordKind::Piece
                           || (meaning.measure
                               && std::any_of(measures.begin(), measures.end(), isSame));
                }).tokens;
    }

    /// "1 kilo y medio", "1 kilo y medio de tomates", "1カップ半"
    double halfBehind()
    {
        if (m_at == m_tokens.size())
            return 0;
        const std::size_t before = m_at;
        const bool isJapanese = startsInJapanese(m_tokens[m_at].text);
        std::optional<double> part;
        if (isJapanese || match(WordKind::Plus))
            part = partHere(); // "半", "et quart"
        if (!part && take(WordKind::Plus))
            part = partHere();
        skipOfName();
        if (part && (m_at == m_tokens.size() || m_tokens[m_at].text == "("))
            return *part;
        m_at = before;
        return 0;
    }

    /// "of potatoes". Without "of" the name is a piece: "1 Tasse und eine halbe Banane".
    void skipOfName()
    {
        bool isOf = false;
        while (m_at < m_tokens.size())
            if (take(WordKind::Of))
                isOf = true;
            else if (const std::size_t length = isOf ? nameHere() : 0)
                m_at += length;
            else
                return;
    }

    /** The words behind a number: a measure, a size, the food's name, in any order. */
    Unit phrase(const Measure* size = nullptr)
    {
        const std::vector<WordMeaning>* unit = nullptr;
        std::optional<double> own;
        std::optional<double> mass;
        bool isNamed = false;
        while (m_at < m_tokens.size() && !m_tokens[m_at].number && m_tokens[m_at].text != "("
               && !match(WordKind::Plus))
        {
            const bool isFree = !own && !unit && !mass;
            if (isFree && !size && (mass = m_units.grams(m_tokens[m_at].text)))
            {
                ++m_at;
                continue;
            }
            if (isFree && !size)
                if (const std::size_t length = ownPortionHere(own))
                {
                    m_at += length;
                    continue;
                }
            const Match word = match([&](const WordMeaning& meaning) {
                return meaning.measure
                       && (meaning.kind == WordKind::Size ? !size && !mass : isFree);
            });
            const std::size_t name = word ? 0 : nameHere();
            if (word && word.meaning->kind == WordKind::Size)
                size = word.meaning->measure;
            else if (word)
                unit = word.all;
            else if (name > 0)
                isNamed = true;
            else if (take(WordKind::Of) || take(WordKind::Ignored))
                continue;
            else
                break;
            m_at += word ? word.tokens : name;
        }
        if (mass)
            return { *mass, WordKind::Mass, true };
        // "una banana grande": of what is no piece there are no sizes.
        if (own && size && own != pieceGrams(m_food))
            fail(AmountFault::NoWeight);
        if (own)
            return size ? piece(size) : Unit{ *own, WordKind::Portion, true };
        if (unit)
        {
            const auto weight = measuredGrams(m_food, m_units, m_measures, *unit, size);
            if (!weight)
                fail(weight.error());
            return weight ? Unit{ *weight, kindOf(*unit), true } : Unit();
        }
        if (size || isNamed)
            return piece(size);
        if (m_at < m_tokens.size() && !m_tokens[m_at].number && m_tokens[m_at].text != "("
            && !match(WordKind::Plus))
            fail(isRange() ? AmountFault::Range : AmountFault::NoWeight);
        return {};
    }

    bool isRange() const
    {
        const bool number = m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].number;
        return number && (m_tokens[m_at].text == "-" || match(WordKind::Range));
    }

    static WordKind kindOf(const std::vector<WordMeaning>& meanings)
    {
        return meanings.size() == 1 ? meanings.front().kind : WordKind::Portion;
    }

    /// The longest run of tokens that is one of the food's own portions.
    std::size_t ownPortionHere(std::optional<double>& grams) const
    {
        constexpr std::size_t longestPortion = 4;
        for (std::size_t length = std::min(longestPortion, m_tokens.size() - m_at); length > 0;
             --length)
        {
            grams = portionGrams(m_food.portions, joinTokens(m_tokens, m_at, m_at + length));
            if (grams)
                return length;
        }
        return 0;
    }

    /// Grams of a piece, of a size where one is said.
    Unit piece(const Measure* size)
    {
        const auto grams = size ? sizedGrams(m_food, *size) : pieceGrams(m_food);
        if (!grams)
            fail(AmountFault::NoWeight);
        return { grams.value_or(0), WordKind::Piece, true };
    }

    // ---- "1 cup (234 g)"

    /// "1 tsp (level)"
    bool skipRemark()
    {
        const std::size_t before = m_at;
        const bool isOpen = m_tokens[m_at].text == "(";
        m_at += isOpen ? 1 : 0;
        while (isOpen && m_at < m_tokens.size() && take(WordKind::Ignored))
            continue;
        const bool isRemark =
            m_at > before + 1 && m_at < m_tokens.size() && m_tokens[m_at].text == ")";
        m_at = isRemark ? m_at + 1 : before;
        return isRemark;
    }

    /// The weight behind one of something that this food has no weight for: "1 can (400 g)".
    std::optional<double> onlyWeightInBrackets()
    {
        const auto isBracket = [](const AmountToken& token) { return token.text == "("; };
        const auto open = std::find_if(m_tokens.begin(), m_tokens.end(), isBracket);
        const auto isNumber = [](const AmountToken& token) { return token.number.has_value(); };
        if (open == m_tokens.end() || m_tokens.front().number != 1.0
            || std::any_of(m_tokens.begin() + 1, open, isNumber))
            return std::nullopt;
        const auto why = m_fault;
        m_fault.reset();
        m_at = static_cast<std::size_t>(open - m_tokens.begin()) + 1;
        const Term said = term();
        const bool closed = m_at + 1 == m_tokens.size() && m_tokens[m_at].text == ")";
        if (!m_fault && closed && said.kind == WordKind::Mass)
            return said.grams;
        m_fault = why;
        return std::nullopt;
    }

    double weightInBrackets(const Term& first, double total)
    {
        ++m_at;
        const Term said = term();
        const bool closed = m_at + 1 == m_tokens.size() && m_tokens[m_at].text == ")";
        const bool isWeight = said.kind == WordKind::Mass || said.kind == WordKind::Volume;
        if (m_fault || !closed || !isWeight)
        {
            fail(AmountFault::NotUnderstood);
            return 0;
        }
        ++m_at;
        const bool isOne = first.number == 1 && first.kind != WordKind::Mass
                           && first.kind != WordKind::Volume && total == first.grams;
        // "2 cups (234 g)": of one, or of both?
        if (!isOne && !areClose(total, said.grams, weightBehind))
            fail(AmountFault::TwoReadings);
        return said.grams;
    }

    // ----

    void fail(AmountFault why)
    {
        if (!m_fault)
            m_fault = why;
    }

    Term failed(AmountFault why)
    {
        fail(why);
        return {};
    }

    const AmountTokens& m_cut;
    const MeasuredFood& m_food;
    const Weights& m_units;
    std::optional<AmountFault> m_fault;
};

} // namespace

Outcome readAmount(std::string_view text, const MeasuredFood& food, const Measures& measures,
                   const Weights& units)
{
    constexpr std::size_t longest = 200; // no one writes a longer amount
    if (text.size() > longest)
        return AmountFault::NotUnderstood;
    const AmountTokens cut = tokeniseAmount(text);
    if (cut.fault || cut.tokens.empty())
        return cut.fault.value_or(AmountFault::NotUnderstood);
    return Reader(cut, food, measures, units).amount();
}

} // namespace quartet
