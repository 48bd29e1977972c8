/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/measured_food.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

constexpr double millilitresOfCup = 236.5882365; ///< those of the tables' household measures
constexpr double millilitresOfTbsp = 14.78676478125;
constexpr double millilitresOfTsp = 4.92892159375;

/// Two weights of one word are one where they differ by less than this share.
constexpr double sameWeight = 0.02;

/// Of a person's own portion: "2 Tassen" where a workbook says "Tasse=150".
std::optional<double> ownGrams(const MeasuredFood& food, const Measures& measures,
                               const Measure& measure)
{
    if (food.isOwn)
        for (const auto& [name, grams] : food.portions.all())
            for (const WordMeaning& meaning : measures.find(amountWord(name)))
                if (meaning.measure == &measure)
                    return grams;
    return std::nullopt;
}

std::optional<double> weightOf(const MeasuredFood& food, const Weights& units,
                               const Measures& measures, const Measure& measure,
                               const Measure* size)
{
    if (measure.kind == WordKind::Mass)
        return size ? std::nullopt : units.grams(measure.portions.front());
    if (size)
    {
        for (const std::string& name : measure.portions)
            if (const auto grams = sizedGrams(food, *size, name))
                return grams;
        return measure.kind == WordKind::Piece ? sizedGrams(food, *size) : std::nullopt;
    }
    if (const auto grams = ownGrams(food, measures, measure))
        return grams;
    for (const std::string& name : measure.portions)
        if (const auto grams = portionGrams(food.portions, name))
            return grams;
    if (measure.kind == WordKind::Piece)
        return pieceGrams(food);
    if (const auto density = measure.ml ? gramsPerMl(food.portions) : std::nullopt)
        return *density * *measure.ml;
    return std::nullopt;
}

} // namespace

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

bool endsJapanese(std::string_view name, std::string_view word)
{
    constexpr std::size_t shortest = 6; // two signs
    const std::string_view head =
        name.substr(0, std::min({ name.find(','), name.find('('), name.find("、") }));
    return word.size() >= shortest && startsInJapanese(word) && head.ends_with(word);
}

std::optional<double> portionGrams(const Weights& portions, const std::string& name)
{
    if (const auto grams = portions.grams(name))
        return grams;
    // "bite-size", "half a pack": cut as the amount is.
    for (const auto& [each, grams] : portions.all())
        if (amountWord(each) == name)
            return grams;
    return std::nullopt;
}

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

std::optional<double> sizedGrams(const MeasuredFood& food, const Measure& size,
                                 const std::string& of)
{
    for (const std::string& name : size.portions)
        if (const auto grams = portionGrams(food.portions, of.empty() ? name : name + " " + of))
            return grams;
    return std::nullopt;
}

WeightOrFault measuredGrams(const MeasuredFood& food, const Weights& units,
                            const Measures& measures, const std::vector<WordMeaning>& meanings,
                            const Measure* size)
{
    std::optional<double> weight;
    for (const WordMeaning& meaning : meanings)
    {
        const auto grams = meaning.measure ? weightOf(food, units, measures, *meaning.measure, size)
                                           : std::nullopt;
        if (!grams)
            continue;
        if (weight && std::abs(*weight - *grams) > sameWeight * std::max(*weight, *grams))
            return AmountFault::TwoReadings;
        weight = weight.value_or(*grams);
    }
    return weight ? WeightOrFault(*weight) : AmountFault::NoWeight;
}

} // namespace quartet
