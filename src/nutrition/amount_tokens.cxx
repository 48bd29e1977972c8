/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_tokens.hxx"

#include "nutrition/fold.hxx"

#include <boost/algorithm/string/replace.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>

namespace quartet
{

namespace
{

// Folding would turn "1½" into "11⁄2".
constexpr std::array<std::pair<const char*, const char*>, 15> vulgarFractions{ { { "½", " 1/2 " },
                                                                                 { "⅓", " 1/3 " },
                                                                                 { "⅔", " 2/3 " },
                                                                                 { "¼", " 1/4 " },
                                                                                 { "¾", " 3/4 " },
                                                                                 { "⅕", " 1/5 " },
                                                                                 { "⅖", " 2/5 " },
                                                                                 { "⅗", " 3/5 " },
                                                                                 { "⅘", " 4/5 " },
                                                                                 { "⅙", " 1/6 " },
                                                                                 { "⅚", " 5/6 " },
                                                                                 { "⅛", " 1/8 " },
                                                                                 { "⅜", " 3/8 " },
                                                                                 { "⅝", " 5/8 " },
                                                                                 { "⅞",
                                                                                   " 7/8 " } } };

/// Between groups of three digits in print.
constexpr std::array<const char*, 5> thinSpaces{ "\u00a0", "\u202f", "\u2009", "\u2019", "'" };

/// The dashes and waves of a range.
constexpr std::array<const char*, 9> dashes{ "-",      "\u2010", "\u2011", "\u2012", "\u2013",
                                             "\u2014", "\u2212", "~",      "\u301c" };

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

/// The signs between two groups of three digits at a place, or 0.
std::size_t groupSignAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t group = 3;
    const auto divides = [&](std::string_view sign, bool mustBeZero) {
        return text.substr(at).starts_with(sign) && digitsAt(text, at + sign.size()) == group
               && (!mustBeZero || text[at + sign.size()] == '0');
    };
    for (const char* const sign : thinSpaces)
        if (divides(sign, false))
            return std::string_view(sign).size();
    return divides(" ", true) ? 1 : 0;
}

/// "1'000" as "1000".
std::string withoutGroupSigns(std::string_view text)
{
    constexpr std::size_t group = 3;
    std::string plain;
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t digits = digitsAt(text, at);
        if (digits == 0)
        {
            plain += text[at++];
            continue;
        }
        plain += text.substr(at, digits);
        const bool canBegin = digits <= group && text[at] != '0';
        at += digits;
        const bool afterSign = plain.size() > digits
                               && std::string_view(".,/").find(plain[plain.size() - digits - 1])
                                      != std::string_view::npos;
        for (std::size_t sign; canBegin && !afterSign && (sign = groupSignAt(text, at)) > 0;)
        {
            plain += text.substr(at + sign, group);
            at += sign + group;
        }
    }
    return plain;
}

/// The sign at a place and its bytes; 0 bytes where there is no UTF-8.
std::pair<char32_t, std::size_t> signAt(std::string_view text, std::size_t at)
{
    const auto byte = [text](std::size_t place) {
        return place < text.size() ? static_cast<unsigned char>(text[place]) : 0u;
    };
    const unsigned first = byte(at);
    if (first < 0x80)
        return { first, 1 };
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (bytes == 0 || at + bytes > text.size())
        return { 0, 0 };
    char32_t sign = first & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i)
        sign = (sign << 6) | (byte(at + i) & 0x3Fu);
    return { sign, bytes };
}

bool isAsciiLetter(char32_t sign) { return sign >= 'a' && sign <= 'z'; }

bool isLetter(char32_t sign)
{
    const bool isPunctuation = sign >= 0x2000 && sign < 0x2E80;
    return isAsciiLetter(sign)
           || (sign >= 0xAA && sign != 0xD7 && sign != 0xF7 && !isPunctuation && sign < 0x2E80);
}

/// A voiced or semi-voiced mark, which folding sets apart from its kana.
bool isKanaMark(char32_t sign) { return sign == 0x3099 || sign == 0x309A; }

std::size_t countDigits(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
}

/// Full-width digits and signs as ASCII; other digits stay what they are.
std::string withAsciiDigits(std::string_view text)
{
    constexpr char32_t first = 0xFF01;
    constexpr char32_t last = 0xFF5E;
    constexpr char32_t offset = 0xFEE0;
    std::string plain;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto [sign, bytes] = signAt(text, at);
        if (sign >= first && sign <= last)
            plain += static_cast<char>(sign - offset);
        else
            plain += text.substr(at, std::max<std::size_t>(bytes, 1));
        at += std::max<std::size_t>(bytes, 1);
    }
    return plain;
}

/// "3分の1" as "1／3": folded, the denominator comes first. No typed slash is wide any more.
std::string withJapaneseRatios(std::string_view text)
{
    constexpr std::string_view sign = "分ノ";
    std::string plain;
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t below = digitsAt(text, at);
        const std::size_t behind = at + below + sign.size();
        const std::size_t above =
            below > 0 && text.substr(at + below).starts_with(sign) ? digitsAt(text, behind) : 0;
        const std::size_t next = above > 0 ? behind + above : at + std::max<std::size_t>(below, 1);
        if (above > 0)
            plain.append(text.substr(behind, above)).append("／").append(text.substr(at, below));
        else
            plain += text.substr(at, next - at);
        at = next;
    }
    return plain;
}

/// A folded text without the sign before it that says "about".
std::string withoutAbout(const std::string& folded)
{
    for (const std::string_view about : { "~", "\u301c", "\u2248" })
        if (folded.starts_with(about))
            return folded.substr(about.size());
    return folded;
}

class Tokeniser
{
public:
    explicit Tokeniser(std::string folded) { m_result.folded = std::move(folded); }

    AmountTokens run()
    {
        const std::string_view text = m_result.folded;
        std::size_t at = 0;
        while (at < text.size() && !m_result.fault)
            at = isNumberAt(at) ? number(at) : other(at);
        return std::move(m_result);
    }

private:
    bool isNumberAt(std::size_t at) const
    {
        const std::string_view text = m_result.folded;
        const bool sign = text[at] == '.' || text[at] == ',';
        return isDigit(text[at]) || (sign && digitsAt(text, at + 1) > 0);
    }

    std::size_t number(std::size_t begin)
    {
        const std::string_view text = m_result.folded;
        std::size_t end = begin;
        while (end < text.size() && isNumberAt(end))
            ++end;
        std::string digits(text.substr(begin, end - begin));
        if (hasTwoReadings(digits))
            return fail(AmountFault::TwoReadings, begin);
        const auto isSign = [](char c) { return c == '.' || c == ','; };
        const auto signs = std::count_if(digits.begin(), digits.end(), isSign);
        std::replace(digits.begin(), digits.end(), ',', '.');
        if (digits.front() == '.')
            digits.insert(0, 1, '0');
        double value = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (signs > 1 || error != std::errc() || !std::isfinite(value))
            return fail(AmountFault::NotUnderstood, begin);
        add({ digits, value, signs == 0, begin, end });
        return end;
    }

    std::size_t other(std::size_t begin)
    {
        const std::string_view text = m_result.folded;
        const auto [sign, bytes] = signAt(text, begin);
        if (bytes == 0)
            return fail(AmountFault::NotUnderstood, begin);
        const std::size_t next = begin + bytes;
        if (text[begin] == ' ')
            return next;
        if (isKanaMark(sign) && !m_result.tokens.empty())
        {
            m_result.tokens.back().text += text.substr(begin, bytes);
            m_result.tokens.back().end = next;
            return next;
        }
        if (isLetter(sign))
            return word(begin);
        if (isBetweenLetters(begin, next))
            return next;
        if (text.substr(begin, bytes) == "／")
            add({ "/", std::nullopt, false, begin, next, true });
        else
            add({ std::string(text.substr(begin, bytes)), std::nullopt, false, begin, next });
        return next;
    }

    std::size_t word(std::size_t begin)
    {
        const std::string_view text = m_result.folded;
        std::size_t end = begin;
        for (auto [sign, bytes] = signAt(text, end); end < text.size() && isLetter(sign);
             std::tie(sign, bytes) = signAt(text, end))
            end += bytes;
        add({ std::string(text.substr(begin, end - begin)), std::nullopt, false, begin, end });
        return end;
    }

    /// A sign that says nothing where it stands: "c. à s.", "demi-litre", "d'ail", "Ei, groß".
    bool isBetweenLetters(std::size_t begin, std::size_t next) const
    {
        const std::string_view text = m_result.folded;
        if (m_result.tokens.empty() || m_result.tokens.back().number)
            return false;
        const bool follows = m_result.tokens.back().end == begin;
        if (text[begin] == '.' || text[begin] == ',')
            return follows;
        const bool letterNext = next < text.size() && isLetter(signAt(text, next).first);
        const std::string_view sign = text.substr(begin, next - begin);
        return follows && letterNext && (sign == "-" || sign == "'" || sign == "’");
    }

    void add(AmountToken token) { m_result.tokens.push_back(std::move(token)); }

    std::size_t fail(AmountFault fault, std::size_t at)
    {
        m_result.fault = fault;
        return at;
    }

    AmountTokens m_result;
};

} // namespace

bool hasTwoReadings(std::string_view digits)
{
    constexpr std::size_t group = 3;
    const auto sign = digits.find_first_of(".,");
    return sign != std::string_view::npos && sign > 0 && sign <= group && digits.front() != '0'
           && digits.size() - sign - 1 == group
           && digits.find_first_of(".,", sign + 1) == std::string_view::npos;
}

AmountTokens tokeniseAmount(std::string_view typed)
{
    std::string text = withoutGroupSigns(withAsciiDigits(typed));
    for (const auto& [sign, ascii] : vulgarFractions)
        if (text.find(sign) != std::string::npos)
            boost::replace_all(text, sign, ascii);
    std::string folded = withJapaneseRatios(withoutAbout(fold(text)));
    boost::replace_all(folded, "⁄", "/");
    for (const char* const dash : dashes)
        boost::replace_all(folded, dash, "-");
    // "12¹" and "②" are no digits of a number.
    if (countDigits(folded) != countDigits(text) || folded.find('\0') != std::string::npos)
        return { {}, {}, AmountFault::NotUnderstood };
    return Tokeniser(std::move(folded)).run();
}

std::string joinTokens(const std::vector<AmountToken>& tokens, std::size_t begin, std::size_t end)
{
    std::string joined;
    for (std::size_t i = begin; i < end; ++i)
        joined += (i == begin ? "" : " ") + tokens[i].text;
    return joined;
}

std::string amountWord(std::string_view word)
{
    const AmountTokens cut = tokeniseAmount(word);
    return joinTokens(cut.tokens, 0, cut.tokens.size());
}

} // namespace quartet
