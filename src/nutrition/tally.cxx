/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/tally.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

/// What a word means, whatever its case.
template <typename Meaning, std::size_t count>
std::optional<Meaning>
parseWord(const std::array<std::pair<std::string_view, Meaning>, count>& words,
          std::string_view text)
{
    const std::string folded = fold(text);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&folded](const auto& each) { return each.first == folded; });
    if (found == words.end())
        return std::nullopt;
    return found->second;
}

} // namespace

std::optional<Total> parseTotal(std::string_view text)
{
    using Name = std::pair<std::string_view, Total>;
    static constexpr std::array totals{ Name("known", Total::Known), Name("strict", Total::Strict),
                                        Name("estimate", Total::Estimate), Name("low", Total::Low),
                                        Name("high", Total::High) };
    return parseWord(totals, text);
}

std::optional<Share> parseShare(std::string_view text)
{
    using Name = std::pair<std::string_view, Share>;
    static constexpr std::array shares{ Name("grams", Share::Grams),
                                        Name("amount", Share::Amount) };
    return parseWord(shares, text);
}

std::optional<Rows> parseRows(std::string_view text)
{
    using Name = std::pair<std::string_view, Rows>;
    static constexpr std::array all{ Name("all", Rows::All), Name("readable", Rows::Readable) };
    return parseWord(all, text);
}

void Tally::Sum::add(std::optional<double> per100g, double grams)
{
    if (per100g)
        amount += *per100g * grams / 100;
    else
        missing += grams;
}

void Tally::add(const Food& food, double grams, bool isDoubtful)
{
    if (grams == 0)
        return;
    m_grams += grams;
    const auto value = food.value(m_nutrient);
    const bool isK2 = m_nutrient == m_k2.total;
    const auto form = [&](K2Form which) { return isK2 ? k2Per100g(food, m_k2, which) : value; };
    const auto known = form(K2Form::Known);
    m_values.add(value, grams);
    m_known.add(known, grams);
    if (value && isDoubtful)
        m_doubtful += grams;
    if (!m_withEstimates)
        return;
    const auto estimate = form(K2Form::Estimate);
    m_estimates.add(estimate ? estimate : known, grams);
    m_low.add(form(K2Form::Low), grams);
    m_high.add(form(K2Form::High), grams);
    if (!estimate)
        m_unestimated += grams;
}

std::optional<double> Tally::unlessNothing(const Sum& sum) const
{
    if (m_grams > 0 && sum.missing == m_grams)
        return std::nullopt;
    return sum.amount;
}

std::optional<double> Tally::known() const { return unlessNothing(m_known); }

std::optional<double> Tally::complete() const
{
    if (m_values.missing > 0)
        return std::nullopt;
    return m_values.amount;
}

std::optional<double> Tally::total(Total which) const
{
    const bool isKnown = which == Total::Known || which == Total::Strict;
    if (!isKnown && !m_withEstimates)
        return std::nullopt;
    switch (which)
    {
        case Total::Known:
            return known();
        case Total::Strict:
            return complete();
        case Total::Estimate:
            return unlessNothing(m_estimates);
        case Total::Low:
            return unlessNothing(m_low);
        case Total::High:
            // What may be in a food that nobody can say anything of has no upper end.
            if (m_high.missing == 0)
                return m_high.amount;
            break;
    }
    return std::nullopt;
}

std::optional<double> Tally::coverage(Share of) const
{
    if (m_grams == 0)
        return std::nullopt;
    const double grams = (m_grams - m_values.missing - m_doubtful) / m_grams;
    if (of == Share::Grams)
        return grams;
    const auto estimate = total(Total::Estimate);
    if (!estimate)
        return std::nullopt;
    // Of nothing at all nothing but the grams can be shared out.
    return *estimate == 0 ? grams : std::min(1.0, m_known.amount / *estimate);
}

std::optional<double> Tally::estimatedCoverage() const
{
    if (m_grams == 0 || !m_withEstimates)
        return std::nullopt;
    return (m_grams - m_unestimated) / m_grams;
}

} // namespace quartet
