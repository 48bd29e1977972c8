/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_reader.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

using Outcome = boost::system::result<double, AmountFault>;

constexpr double millilitresOfCup = 236.5882365; ///< those of the tables' household measures
constexpr double millilitresOfTbsp = 14.78676478125;
constexpr double millilitresOfTsp = 4.92892159375;

/// Two weights of one word are one where they differ by less than this share.
constexpr double sameWeight = 0.02;
/// A weight in brackets is the amount's where it differs by no more than this share.
constexpr double weightBehind = 0.2;

bool areClose(double left, double right, double share)
{
    return std::abs(left - right) <= share * std::max(left, right);
}

std::optional<double> portion(const Weights& portions, const std::string& name)
{
    if (const auto grams = portions.grams(name))
        return grams;
    // "bite-size", "half a pack": cut as the amount is.
    for (const auto& [each, grams] : portions.all())
        if (amountWord(each) == name)
            return grams;
    return std::nullopt;
}

bool hasWord(std::string_view name, std::string_view word)
{
    const std::string folded = fold(name);
    for (const std::string_view each : split(folded, " ,()"))
    {
        if (each == word)
            return true;
        const auto forms = singulars(each);
        if (std::find(forms.begin(), forms.end(), word) != forms.end())
            return true;
    }
    return false;
}

/** Reads the tokens of one amount from the left. Each function takes what it can use and
    leaves the place behind it; the first fault ends all. */
class Reader
{
public:
    Reader(const AmountTokens& cut, const MeasuredFood& food, const Measures& measures,
           const Weights& units)
        : m_cut(cut)
        , m_tokens(cut.tokens)
        , m_food(food)
        , m_measures(measures)
        , m_units(units)
    {
    }

    Outcome amount()
    {
        skipName();
        const Term first = term();
        double total = first.grams;
        Term last = first;
        while (!m_fault && m_at < m_tokens.size())
        {
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
                return fault(AmountFault::NotUnderstood);
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

    struct Match
    {
        const WordMeaning* meaning = nullptr;
        const std::vector<WordMeaning>* all = nullptr;
        std::size_t tokens = 0;

        explicit operator bool() const { return meaning != nullptr; }
    };

    // ---- What stands at the place

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

    /// The longest run of tokens that is the food's own name.
    std::size_t nameHere() const
    {
        constexpr std::size_t longestName = 12;
        const std::size_t most = std::min(longestName, m_tokens.size() - m_at);
        for (std::size_t length = most; length > 0; --length)
        {
            const auto begin = m_tokens[m_at].begin;
            const auto end = m_tokens[m_at + length - 1].end;
            if (isName(std::string_view(m_cut.folded).substr(begin, end - begin)))
                return length;
        }
        return 0;
    }

    bool isName(std::string_view text) const
    {
        if (m_food.isItsName && m_food.isItsName(text))
            return true;
        for (const std::string& one : singulars(text))
            if (m_food.isItsName && m_food.isItsName(one))
                return true;
        return hasWord(m_food.name, text);
    }

    void skipName()
    {
        // "卵2個", "eggs 2": not a name that is a measure too, as in "egg".
        const std::size_t length = m_tokens.empty() ? 0 : nameHere();
        if (length > 0 && length < m_tokens.size())
            m_at += length;
    }

    // ---- Numbers

    std::optional<double> number()
    {
        while (take(WordKind::Ignored))
            continue;
        if (m_at == m_tokens.size())
            return std::nullopt;
        const auto value = m_tokens[m_at].number ? digits() : words();
        if (!value)
            return std::nullopt;
        return *value + fractionBehind();
    }

    std::optional<double> digits()
    {
        if (const auto fraction = ratio())
            return fraction;
        const AmountToken& token = m_tokens[m_at++];
        double value = *token.number;
        if (token.isWhole)
            if (const auto fraction = ratio())
                value += *fraction;
        while (const Match part = match(WordKind::Part))
        {
            value *= part.meaning->value;
            m_at += part.tokens;
            isWordNumber = true;
        }
        return value;
    }

    /// "1/2", "1/3rd"
    std::optional<double> ratio()
    {
        constexpr std::size_t mostDigits = 6;
        const auto isShort = [this](std::size_t at) {
            return at < m_tokens.size() && m_tokens[at].number && m_tokens[at].isWhole
                   && m_tokens[at].text.size() <= mostDigits;
        };
        if (m_at + 2 >= m_tokens.size() || !isShort(m_at) || m_tokens[m_at + 1].text != "/"
            || !isShort(m_at + 2) || *m_tokens[m_at + 2].number == 0)
            return std::nullopt;
        const double value = *m_tokens[m_at].number / *m_tokens[m_at + 2].number;
        m_at += 3;
        if (m_at < m_tokens.size() && m_tokens[m_at].begin == m_tokens[m_at - 1].end
            && (m_tokens[m_at].text == "rd" || m_tokens[m_at].text == "th"))
            ++m_at;
        return value;
    }

    /// "two", "half a", "ein halber", "three quarters", "half a dozen"
    std::optional<double> words()
    {
        std::optional<double> value;
        WordKind before = WordKind::Number;
        for (Match word = numberWord(); word; word = numberWord())
        {
            const WordKind kind = word.meaning->kind;
            const bool fits = !value || kind == WordKind::Part
                              || (before == WordKind::Part && kind == WordKind::Article);
            if (!fits)
                break;
            value = value.value_or(1) * word.meaning->value;
            before = kind;
            m_at += word.tokens;
            isWordNumber = true;
            if (m_at == m_tokens.size())
                break;
        }
        return value;
    }

    /// "one and a half", "1 と 1/2", "1 et demi"
    double fractionBehind()
    {
        const std::size_t before = m_at;
        if (m_at < m_tokens.size() && take(WordKind::Plus) && m_at < m_tokens.size())
        {
            if (const auto fraction = ratio(); fraction && *fraction < 1)
                return *fraction;
            if (const auto part = partHere())
                return *part;
        }
        m_at = before;
        return 0;
    }

    /// "a half", "half": less than one.
    std::optional<double> partHere()
    {
        const std::size_t before = m_at;
        take(WordKind::Article);
        if (const Match part = m_at < m_tokens.size() ? match(WordKind::Part) : Match();
            part && part.meaning->value < 1)
        {
            m_at += part.tokens;
            return part.meaning->value;
        }
        m_at = before;
        return std::nullopt;
    }

    // ---- Units

    /// A number and its unit, or several of what follows.
    Term term()
    {
        isWordNumber = false;
        if (m_fault || m_at == m_tokens.size())
            return failed(AmountFault::NotUnderstood);
        if (const auto first = unitBeforeNumber())
            return *first;
        const auto count = number();
        if (!count)
            return failed(AmountFault::NotUnderstood);
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
        if (!m_fault && !unit.isThere && isWordNumber)
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

    /// "大さじ1", "カップ1杯"
    std::optional<Term> unitBeforeNumber()
    {
        const std::size_t before = m_at;
        Unit unit;
        if (static_cast<unsigned char>(m_tokens[m_at].text.front()) < 0x80)
        {
            // "M1個": a size alone may stand before its number.
            const Match size = match(WordKind::Size);
            if (!size || m_at + size.tokens >= m_tokens.size()
                || !m_tokens[m_at + size.tokens].number)
                return std::nullopt;
            m_at += size.tokens;
            const auto count = number();
            Unit sized = count ? phrase(size.meaning->measure) : Unit();
            if (!count || m_fault)
                return std::nullopt;
            return Term{ *count * sized.grams, *count, sized.grams, WordKind::Portion, true };
        }
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
        const auto weight = measured(*found.all, nullptr);
        if (!weight)
            return failed(weight.error());
        const double all = (*count + halfBehind()) * *weight;
        return Term{ all, *count, *weight, found.meaning->kind, true };
    }

    /// "1 kilo y medio", "1カップ半"
    double halfBehind()
    {
        if (m_at == m_tokens.size())
            return 0;
        const std::size_t before = m_at;
        const bool isJapanese = static_cast<unsigned char>(m_tokens[m_at].text.front()) >= 0xE3;
        if (isJapanese || take(WordKind::Plus))
            if (const auto part = m_at < m_tokens.size() ? partHere() : std::nullopt)
            {
                const bool ends = m_at == m_tokens.size() || m_tokens[m_at].text == "(";
                if (ends)
                    return *part;
            }
        m_at = before;
        return 0;
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
                       && (meaning.kind == WordKind::Size ? !size && !own && !mass : isFree);
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
        if (own)
            return { *own, WordKind::Portion, true };
        if (unit)
        {
            const auto weight = measured(*unit, size);
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
            grams = portion(m_food.portions, joinTokens(m_tokens, m_at, m_at + length));
            if (grams)
                return length;
        }
        return 0;
    }

    /// Grams of a piece, of a size where one is said.
    Unit piece(const Measure* size)
    {
        const auto grams = size ? sized(*size, {}) : pieceGrams(m_food);
        if (!grams)
            fail(AmountFault::NoWeight);
        return { grams.value_or(0), WordKind::Piece, true };
    }

    std::optional<double> sized(const Measure& size, const std::string& of) const
    {
        for (const std::string& name : size.portions)
            if (const auto grams = portion(m_food.portions, of.empty() ? name : name + " " + of))
                return grams;
        return std::nullopt;
    }

    /** Grams of a word's measure; where it has several, of those that this food has a
        weight for. */
    Outcome measured(const std::vector<WordMeaning>& meanings, const Measure* size) const
    {
        std::optional<double> weight;
        for (const WordMeaning& meaning : meanings)
        {
            const auto grams = meaning.measure ? weightOf(*meaning.measure, size) : std::nullopt;
            if (!grams)
                continue;
            if (weight && !areClose(*weight, *grams, sameWeight))
                return AmountFault::TwoReadings;
            weight = weight.value_or(*grams);
        }
        return weight ? Outcome(*weight) : AmountFault::NoWeight;
    }

    std::optional<double> weightOf(const Measure& measure, const Measure* size) const
    {
        if (measure.kind == WordKind::Mass)
            return size ? std::nullopt : m_units.grams(measure.portions.front());
        if (size)
        {
            for (const std::string& name : measure.portions)
                if (const auto grams = sized(*size, name))
                    return grams;
            return measure.kind == WordKind::Piece ? sized(*size, {}) : std::nullopt;
        }
        for (const std::string& name : measure.portions)
            if (const auto grams = portion(m_food.portions, name))
                return grams;
        if (measure.kind == WordKind::Piece)
            return pieceGrams(m_food);
        if (const auto density = measure.ml ? gramsPerMl(m_food.portions) : std::nullopt)
            return *density * *measure.ml;
        return std::nullopt;
    }

    // ---- "1 cup (234 g)"

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

    Outcome fault(AmountFault why)
    {
        fail(why);
        return *m_fault;
    }

    Term failed(AmountFault why)
    {
        fail(why);
        return {};
    }

    const AmountTokens& m_cut;
    const std::vector<AmountToken>& m_tokens;
    const MeasuredFood& m_food;
    const Measures& m_measures;
    const Weights& m_units;
    std::size_t m_at = 0;
    bool isWordNumber = false; ///< the number that was read last holds a word
    std::optional<AmountFault> m_fault;
};

} // namespace

std::optional<double> pieceGrams(const MeasuredFood& food)
{
    for (const char* const name : { "piece", "whole", "each", "unit" })
        if (const auto grams = food.portions.grams(name))
            return grams;
    for (const auto& [name, grams] : food.portions.all())
        if (hasWord(food.name, name) || (food.isItsName && food.isItsName(name)))
            return grams;
    return std::nullopt;
}

std::optional<double> gramsPerMl(const Weights& portions)
{
    constexpr std::array<std::pair<const char*, double>, 4> measures{
        { { "ml", 1 },
          { "cup", millilitresOfCup },
          { "tbsp", millilitresOfTbsp },
          { "tsp", millilitresOfTsp } }
    };
    for (const auto& [name, millilitres] : measures)
        if (const auto grams = portions.grams(name))
            return *grams / millilitres;
    return std::nullopt;
}

Outcome readAmount(std::string_view text, const MeasuredFood& food, const Measures& measures,
                   const Weights& units)
{
    const AmountTokens cut = tokeniseAmount(text);
    if (cut.fault || cut.tokens.empty())
        return cut.fault.value_or(AmountFault::NotUnderstood);
    return Reader(cut, food, measures, units).amount();
}

} // namespace quartet
