/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount.hxx"

#include "nutrition/amount_tokens.hxx"
#include "nutrition/fold.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

namespace x3 = boost::spirit::x3;

/** Digits with "." or "," between; no sign, exponent or name. */
struct DecimalPolicies : x3::ureal_policies<double>
{
    static constexpr bool allow_leading_dot = true;
    static constexpr bool allow_trailing_dot = false;

    template <typename Iterator> static bool parse_dot(Iterator& first, const Iterator& last)
    {
        if (first == last || (*first != '.' && *first != ','))
            return false;
        ++first;
        return true;
    }
    template <typename Iterator> static bool parse_exp(Iterator&, const Iterator&) { return false; }
    template <typename Iterator, typename Attribute>
    static bool parse_nan(Iterator&, const Iterator&, Attribute&)
    {
        return false;
    }
    template <typename Iterator, typename Attribute>
    static bool parse_inf(Iterator&, const Iterator&, Attribute&)
    {
        return false;
    }
};

constexpr x3::real_parser<double, DecimalPolicies> decimal;
constexpr x3::uint_parser<unsigned, 10, 1, 6> whole;

// Folding has turned "½" into "1⁄2" and "1½" into "11⁄2": vulgar fractions are
// read before it, from the text as it was typed.
const struct VulgarFractions : x3::symbols<double>
{
    VulgarFractions()
    {
        add("½", 1.0 / 2)("⅓", 1.0 / 3)("⅔", 2.0 / 3)("¼", 1.0 / 4)("¾", 3.0 / 4)("⅕", 1.0 / 5)(
            "⅖", 2.0 / 5)("⅗", 3.0 / 5)("⅘", 4.0 / 5)("⅙", 1.0 / 6)("⅚", 5.0 / 6)("⅛", 1.0 / 8)(
            "⅜", 3.0 / 8)("⅝", 5.0 / 8)("⅞", 7.0 / 8);
    }
} vulgarFraction;

const auto ratio = x3::rule<struct RatioRule, double>("ratio") = [] {
    const auto divide = [](auto& context) {
        const auto& parts = x3::_attr(context);
        const unsigned denominator = boost::fusion::at_c<1>(parts);
        x3::_pass(context) = denominator != 0;
        x3::_val(context) = denominator ? double(boost::fusion::at_c<0>(parts)) / denominator : 0;
    };
    return (whole >> *x3::lit(' ') >> (x3::lit('/') | "⁄") >> *x3::lit(' ') >> whole)[divide];
}();

constexpr auto set = [](auto& context) { x3::_val(context) = x3::_attr(context); };

const auto number = x3::rule<struct NumberRule, double>("number") = [] {
    const auto sum = [](auto& context) {
        const auto& parts = x3::_attr(context);
        x3::_val(context) = boost::fusion::at_c<0>(parts) + boost::fusion::at_c<1>(parts);
    };
    return (whole >> *x3::lit(' ') >> vulgarFraction)[sum] | (whole >> +x3::lit(' ') >> ratio)[sum]
           | ratio[set] | vulgarFraction[set] | decimal[set];
}();

const auto oneNumber = x3::rule<struct OneNumberRule, double>("one number") =
    vulgarFraction[set] | decimal[set];

using Plural = std::pair<std::string_view, std::string_view>; ///< its ending, the singular's
constexpr std::array plurals{ Plural("s", ""), Plural("es", ""), Plural("ies", "y"),
                              Plural("ves", "f"), Plural("ves", "fe") };

std::optional<double> find(const std::vector<std::pair<std::string, double>>& weights,
                           std::string_view name)
{
    const auto found = std::find_if(weights.begin(), weights.end(),
                                    [name](const auto& each) { return each.first == name; });
    return found == weights.end() ? std::nullopt : std::optional(found->second);
}

/// Whether a unit begins with a sign that belongs to the number before it.
bool beginsLikeNumber(std::string_view unit)
{
    return !unit.empty()
           && std::string_view("0123456789.,/-+").find(unit.front()) != std::string_view::npos;
}

/// The signs of a number as Japanese keyboards type them, and those of ASCII.
constexpr std::array<std::pair<const char*, const char*>, 13> wideSigns{ { { "０", "0" },
                                                                           { "１", "1" },
                                                                           { "２", "2" },
                                                                           { "３", "3" },
                                                                           { "４", "4" },
                                                                           { "５", "5" },
                                                                           { "６", "6" },
                                                                           { "７", "7" },
                                                                           { "８", "8" },
                                                                           { "９", "9" },
                                                                           { "．", "." },
                                                                           { "，", "," },
                                                                           { "／", "/" } } };

std::string withAsciiSigns(std::string_view text)
{
    std::string plain(text);
    constexpr char firstByte = '\xEF';
    for (const auto& [wide, sign] : wideSigns)
        if (plain.find(firstByte) != std::string::npos)
            boost::replace_all(plain, wide, sign);
    return plain;
}

template <typename Number>
std::optional<Quantity> parseAs(const Number& number, std::string_view typed)
{
    const std::string plain = withAsciiSigns(trim(typed));
    const std::string_view text = plain;
    double value = 0;
    auto rest = text.begin();
    if (!x3::parse(rest, text.end(), number, value) || !std::isfinite(value))
        return std::nullopt;
    std::string unit = fold({ rest, text.end() });
    // "1.500,5 g" and "1/2/3 g" are no amounts, and "1,500 g" is two.
    if (beginsLikeNumber(unit) || hasTwoReadings(trim({ text.begin(), rest })))
        return std::nullopt;
    return Quantity{ value, std::move(unit) };
}

} // namespace

std::optional<Quantity> parseQuantity(std::string_view text) { return parseAs(number, text); }

std::optional<Quantity> parseReading(std::string_view text) { return parseAs(oneNumber, text); }

void Weights::add(std::string_view name, double grams)
{
    if (!(grams > 0))
        throw BadRow({}, "\"" + std::string(name) + "\" weighs nothing");
    std::string folded = fold(name);
    if (beginsLikeNumber(folded))
        throw BadRow({}, "\"" + std::string(name) + "\" can't stand behind a number");
    if (find(m_grams, folded))
        throw BadRow({}, "\"" + std::string(name) + "\" is given twice");
    m_grams.emplace_back(std::move(folded), grams);
}

std::optional<double> Weights::grams(std::string_view unit) const
{
    if (const auto exact = find(m_grams, unit))
        return exact;
    for (const std::string& one : singulars(unit))
        if (const auto grams = find(m_grams, one))
            return grams;
    return std::nullopt;
}

std::vector<std::string> singulars(std::string_view word)
{
    std::vector<std::string> forms;
    for (const auto& [plural, singular] : plurals)
        if (word.size() > plural.size() && word.ends_with(plural))
            forms.push_back(std::string(word.substr(0, word.size() - plural.size())) += singular);
    return forms;
}

std::optional<double> Weights::first() const
{
    return m_grams.empty() ? std::nullopt : std::optional(m_grams.front().second);
}

Weights readPortions(const Row& row, std::string_view field)
{
    Weights portions;
    for (const std::string_view portion : split(row.text(field), ";"))
    {
        const auto equals = portion.find('=');
        const auto grams = equals == std::string_view::npos
                               ? std::nullopt
                               : parseNumber(trim(portion.substr(equals + 1)));
        if (!grams || equals == 0)
            throw BadRow(std::string(field), "\"" + std::string(portion) + "\" has no grams");
        try
        {
            portions.add(portion.substr(0, equals), *grams);
        }
        catch (const BadRow& bad)
        {
            throw BadRow(std::string(field), bad.what());
        }
    }
    return portions;
}

Weights readUnits(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    Weights units;
    readRows("units", { "also", "grams" }, rows, damages, [&units](const Row& row) {
        const double grams = row.requiredNumber("grams");
        units.add(row.id(), grams);
        for (const std::string_view alias : split(row.text("also"), ";"))
            units.add(alias, grams);
    });
    return units;
}

Result<double> weigh(const Quantity& quantity, const Weights& portions, const Weights& units)
{
    if (quantity.unit.empty())
        return quantity.number;
    auto grams = units.grams(quantity.unit);
    if (!grams)
        grams = portions.grams(quantity.unit);
    const double weight = quantity.number * grams.value_or(0);
    if (!grams || !std::isfinite(weight))
        return Problem::InvalidArgument;
    return weight;
}

} // namespace quartet
