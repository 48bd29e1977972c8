/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/k2.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

std::optional<K2Form> parseK2Form(std::string_view text)
{
    using Name = std::pair<std::string_view, K2Form>;
    static constexpr std::array forms{
        Name("all", K2Form::All),     Name("mk4", K2Form::MK4),
        Name("mk7", K2Form::MK7),     Name("other", K2Form::Other),
        Name("known", K2Form::Known), Name("estimate", K2Form::Estimate),
        Name("low", K2Form::Low),     Name("high", K2Form::High)
    };
    const std::string folded = fold(text);
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&folded](const Name& form) { return form.first == folded; });
    if (found == forms.end())
        return std::nullopt;
    return found->second;
}

namespace
{

/// The total, else the sum of the forms that are known.
std::optional<double> known(const Food& food, const Menaquinones& k2)
{
    if (const auto total = food.value(k2.total))
        return total;
    std::optional<double> sum;
    for (const NutrientIndex part : { k2.mk4, k2.mk7, k2.other })
        if (const auto value = food.value(part))
            sum = sum.value_or(0) + *value;
    return sum;
}

/// The lower end of what was seen of the total, of the estimate, or what is known.
std::optional<double> low(const Food& food, const Menaquinones& k2)
{
    if (food.k2.low)
        return food.k2.low;
    return food.k2Estimate.low ? food.k2Estimate.low : known(food, k2);
}

/// The upper end; the total itself where no other figure of it was seen.
std::optional<double> high(const Food& food, const Menaquinones& k2)
{
    if (food.k2.high)
        return food.k2.high;
    return food.k2Estimate.high ? food.k2Estimate.high : food.value(k2.total);
}

} // namespace

std::optional<double> k2Per100g(const Food& food, const Menaquinones& k2, K2Form form)
{
    switch (form)
    {
        case K2Form::All:
            return food.value(k2.total);
        case K2Form::MK4:
            return food.value(k2.mk4);
        case K2Form::MK7:
            return food.value(k2.mk7);
        case K2Form::Other:
            return food.value(k2.other);
        case K2Form::Known:
            return known(food, k2);
        case K2Form::Estimate:
            return food.value(k2.total) ? food.value(k2.total) : food.k2Estimate.value;
        case K2Form::Low:
            return low(food, k2);
        case K2Form::High:
            return high(food, k2);
    }
    return std::nullopt;
}

void completeK2(Food& food, const Menaquinones& k2)
{
    auto& total = food.values[k2.total];
    auto& mk4 = food.values[k2.mk4];
    auto& mk7 = food.values[k2.mk7];
    auto& other = food.values[k2.other];
    const double parts = mk4.value_or(0) + mk7.value_or(0) + other.value_or(0);
    if (total && parts > *total + partsRounding)
        throw BadRow("VITK2", "is less than its parts");
    if (total
        && (*total + partsRounding < food.k2.low.value_or(0)
            || *total > food.k2.high.value_or(*total) + partsRounding))
        throw BadRow("VITK2", "is outside its range");
    if (total && *total == 0)
        mk4 = mk7 = other = 0;
    else if (total && mk4 && mk7 && !other)
        other = std::max(0.0, *total - *mk4 - *mk7);
    else if (!total && mk4 && mk7 && other)
        total = parts;
}

} // namespace quartet
