/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_values.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

/// A text's number, not yet understood, and what stands around it.
struct Figure
{
    bool negative = false;
    std::string digits; ///< with "." and ","
    std::string_view rest;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool takeAny(std::string_view& text, std::initializer_list<std::string_view> signs)
{
    for (const std::string_view sign : signs)
        if (text.starts_with(sign))
        {
            text = trim(text.substr(sign.size()));
            return true;
        }
    return false;
}

/// @param folded: digits of any width are ASCII in it, spaces are plain
std::optional<Figure> findFigure(std::string_view folded)
{
    Figure figure;
    figure.negative = takeAny(folded, { "-", "−", "–" });
    std::size_t at = 0;
    const auto isDigitAt = [&folded](std::size_t place) {
        return place < folded.size() && isDigit(folded[place]);
    };
    // Of a sign between thousands that three digits follow, its bytes; else 0.
    const auto groupSign = [&](std::size_t place) -> std::size_t {
        for (const std::string_view sign : { " ", "'", "’" })
        {
            const std::size_t next = place + sign.size();
            if (folded.substr(place).starts_with(sign) && isDigitAt(next) && isDigitAt(next + 1)
                && isDigitAt(next + 2) && !isDigitAt(next + 3))
                return sign.size();
        }
        return 0;
    };
    while (at < folded.size())
    {
        const char sign = folded[at];
        const bool separates = (sign == '.' || sign == ',') && isDigitAt(at + 1);
        const std::size_t group = figure.digits.empty() ? 0 : groupSign(at);
        if (isDigit(sign) || separates)
            figure.digits += sign;
        else if (group == 0)
            break;
        at += std::max<std::size_t>(group, 1);
    }
    if (figure.digits.empty())
        return std::nullopt;
    figure.rest = trim(folded.substr(at));
    return figure;
}

constexpr char noSign = '\0';
constexpr char eitherSign = '?';

/// The decimal sign that the digits themselves prove: eitherSign where one
/// stands before three digits.
char provenSign(std::string_view digits)
{
    const auto last = digits.find_last_of(".,");
    if (last == std::string_view::npos)
        return noSign;
    const char sign = digits[last];
    const char other = sign == '.' ? ',' : '.';
    if (digits.find(other) != std::string_view::npos)
        return digits.find(sign) == last ? sign : noSign;
    const auto first = digits.find(sign);
    if (first != last)
        return other; // "1.234.567" groups with it
    constexpr std::size_t group = 3;
    const bool couldGroup =
        digits.size() - last - 1 == group && first >= 1 && first <= group && digits.front() != '0';
    return couldGroup ? eitherSign : sign;
}

/// Whether what stands before the decimal sign is grouped by threes, if at all.
bool isGrouped(std::string_view whole)
{
    constexpr std::size_t group = 3;
    const auto first = whole.find_first_of(".,");
    if (first == std::string_view::npos)
        return true;
    if (first == 0 || first > group)
        return false;
    for (std::size_t at = first; at < whole.size(); at += group + 1)
    {
        const auto next = whole.find_first_of(".,", at + 1);
        const auto end = next == std::string_view::npos ? whole.size() : next;
        if (whole[at] != whole[first] || end - at - 1 != group)
            return false;
    }
    return true;
}

std::optional<double> readDigits(std::string_view digits, DecimalSign sign)
{
    char decimal = provenSign(digits);
    if (decimal == eitherSign && sign == DecimalSign::Unclear)
        return std::nullopt;
    if (decimal == eitherSign)
        decimal = sign == DecimalSign::Point ? '.' : ',';
    const auto place = decimal != noSign ? digits.find(decimal) : std::string_view::npos;
    const std::string_view whole = digits.substr(0, place);
    if (!isGrouped(whole))
        return std::nullopt;
    std::string plain;
    std::copy_if(whole.begin(), whole.end(), std::back_inserter(plain), isDigit);
    if (place != std::string_view::npos)
        plain.append(".").append(digits.substr(place + 1));
    if (plain.starts_with("."))
        plain.insert(0, "0");
    return parseNumber(plain);
}

/// The whole of what stands in brackets: "11.3" of "(11.3)"; else empty.
std::string_view bracketed(std::string_view folded)
{
    const bool round = folded.starts_with('(') && folded.ends_with(')');
    const bool square = folded.starts_with('[') && folded.ends_with(']');
    if (folded.size() < 3 || (!round && !square))
        return {};
    return trim(folded.substr(1, folded.size() - 2));
}

/// Takes the power of ten from what follows a number's digits: "e-07".
std::optional<double> takePower(std::string_view& rest)
{
    constexpr std::size_t mostDigits = 2;
    const bool isNegative = rest.starts_with("e-");
    std::size_t at = isNegative || rest.starts_with("e+") ? 2 : 1;
    const std::size_t first = at;
    int power = 0;
    while (at < rest.size() && isDigit(rest[at]))
        power = std::min(power * 10 + (rest[at++] - '0'), 1000);
    if (!rest.starts_with('e') || at == first || at - first > mostDigits)
        return std::nullopt;
    rest = trim(rest.substr(at));
    return std::pow(10.0, isNegative ? -power : power);
}

} // namespace

void DecimalEvidence::add(std::string_view text)
{
    std::string folded = fold(text);
    std::string_view view = folded;
    takeAny(view, { "<", "≤", ">" });
    const auto figure = findFigure(view);
    const char sign = figure ? provenSign(figure->digits) : noSign;
    m_point = m_point || sign == '.';
    m_comma = m_comma || sign == ',';
}

DecimalSign DecimalEvidence::sign() const
{
    if (m_point == m_comma)
        return DecimalSign::Unclear;
    return m_point ? DecimalSign::Point : DecimalSign::Comma;
}

ImportValue readImportValue(const ImportCell& cell, DecimalSign sign, const ImportRules& rules)
{
    using Kind = ImportValue::Kind;
    if (const double* const number = std::get_if<double>(&cell))
        return { std::isfinite(*number) ? Kind::Number : Kind::Unreadable, *number, {} };
    const std::string* const text = std::get_if<std::string>(&cell);
    if (!text || trim(*text).empty())
        return {};
    const std::string folded = fold(*text);
    if (folded.empty())
        return {};
    if (withoutSuperscripts(*text) != *text)
        return { Kind::Unreadable, 0, {} };
    if (const auto word = rules.findWord(folded))
        return { *word == "trace" ? Kind::Trace : Kind::Nothing, 0, {} };

    std::string_view rest = folded;
    if (const std::string_view inner = bracketed(folded); !inner.empty())
    {
        const auto word = rules.findWord(inner);
        if (word && *word == "trace")
            return { Kind::Trace, 0, {} };
        const auto figure = findFigure(inner);
        const bool isFigure = figure && figure->rest.empty();
        return { isFigure ? Kind::Estimate : Kind::Unreadable, 0, {} };
    }
    if (takeAny(rest, { "<", "≤" }))
        return { findFigure(rest) ? Kind::Trace : Kind::Unreadable, 0, {} };
    auto figure = findFigure(rest);
    const auto number = figure ? readDigits(figure->digits, sign) : std::nullopt;
    if (!number)
        return { Kind::Unreadable, 0, {} };
    ImportValue value{ Kind::Number, figure->negative ? -*number : *number, {} };
    if (const auto power = takePower(figure->rest))
        value.number *= *power;
    if (figure->rest.empty())
        return value;
    const auto unit = rules.findUnit(figure->rest);
    if (!unit)
        return { Kind::Unreadable, 0, {} };
    value.unit = *unit;
    return value;
}

} // namespace quartet
