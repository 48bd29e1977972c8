/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_scanner.hxx"

namespace quartet
{

std::optional<double> AmountScanner::number()
{
    while (take(WordKind::Ignored))
        continue;
    if (m_at == m_tokens.size())
        return std::nullopt;
    m_dozen = 1;
    const auto value = m_tokens[m_at].number ? digits() : words();
    if (!value)
        return std::nullopt;
    return *value + fractionBehind() * m_dozen;
}

std::optional<double> AmountScanner::digits()
{
    if (const auto fraction = ratio())
    {
        if (skipTo(WordKind::Of, WordKind::Article))
            take(WordKind::Article);
        return fraction;
    }
    const AmountToken& token = m_tokens[m_at++];
    double value = *token.number;
    if (token.isWhole)
        if (const auto fraction = ratio())
            value += *fraction;
    while (const Match part = isOwnPortion() ? Match() : match(WordKind::Part))
    {
        value *= part.meaning->value;
        m_dozen = std::max(1.0, part.meaning->value);
        m_at += part.tokens;
        m_isWordNumber = true;
    }
    return value;
}

bool AmountScanner::isOwnPortion() const
{
    return m_at < m_tokens.size() && isPortion(m_tokens[m_at].text);
}

/// "1/2", "1/3rd", "3分の1"
std::optional<double> AmountScanner::ratio()
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
    m_isWordNumber = m_isWordNumber || m_tokens[m_at + 1].isSpoken;
    m_at += 3;
    if (m_at < m_tokens.size() && m_tokens[m_at].begin == m_tokens[m_at - 1].end
        && (m_tokens[m_at].text == "rd" || m_tokens[m_at].text == "th"))
        ++m_at;
    return value;
}

/// Skips a word before another: "of" in "3/4 of a cup".
bool AmountScanner::skipTo(WordKind skipped, WordKind next)
{
    const std::size_t before = m_at;
    if (m_at < m_tokens.size() && take(skipped) && m_at < m_tokens.size() && match(next))
        return true;
    m_at = before;
    return false;
}

/// "two", "half a", "ein halber", "three quarters", "half a dozen", "la mitad de una"
std::optional<double> AmountScanner::words()
{
    std::optional<double> value;
    WordKind before = WordKind::Number;
    for (Match word = numberWord(); word; word = numberWord())
    {
        const WordKind kind = word.meaning->kind;
        const bool fits = !value || (kind == WordKind::Part && !isOwnPortion())
                          || (before == WordKind::Part && kind == WordKind::Article);
        if (!fits)
            break;
        value = value.value_or(1) * word.meaning->value;
        before = kind;
        if (kind == WordKind::Part)
            m_dozen = std::max(1.0, word.meaning->value);
        m_at += word.tokens;
        m_isWordNumber = true;
        if (m_at == m_tokens.size())
            break;
        if (kind == WordKind::Part)
            skipTo(WordKind::Of, WordKind::Article);
    }
    return value;
}

/// "one and a half", "1 と 1/2", "1 et demi", "a dozen and a half"
double AmountScanner::fractionBehind()
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
std::optional<double> AmountScanner::partHere()
{
    const std::size_t before = m_at;
    Match part = match(WordKind::Part); // "un quart"
    if (!part && take(WordKind::Article))
        part = match(WordKind::Part);
    if (part && part.meaning->value < 1)
    {
        m_at += part.tokens;
        return part.meaning->value;
    }
    m_at = before;
    return std::nullopt;
}

} // namespace quartet
