/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions over the food data.

#include "addin.hxx"
#include "arguments.hxx"
#include "fold.hxx"
#include "k2.hxx"
#include "results.hxx"
#include "tally.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;
using Range = Sequence<Sequence<Any>>;

bool isBlank(const std::string& text) { return trim(text).empty(); }

/** What a function of one food gives: an empty cell for no food, else what
    answer says of the food. */
template <typename Answer>
Any ofFood(const Data& data, const rtl::OUString& name, const Answer& answer)
{
    const std::string utf8 = toUtf8(name);
    if (const Food* const food = data.foods.find(utf8))
        return answer(*food);
    return isBlank(utf8) ? emptyCell() : cell(Problem::NotAvailable);
}

/// The amount of something in some food.
Result<double> inAmount(std::optional<double> per100g, const Result<double>& grams)
{
    if (!grams)
        return grams;
    if (!per100g)
        return Problem::NotAvailable;
    return *per100g * *grams / 100;
}

bool sameShape(const Range& left, const Range& right)
{
    if (left.getLength() != right.getLength())
        return false;
    for (sal_Int32 row = 0; row < left.getLength(); ++row)
        if (left.getConstArray()[row].getLength() != right.getConstArray()[row].getLength())
            return false;
    return true;
}

/** Calls visit with each food of a range and its row and column, until one call
    answers with a problem. Blank cells are left out.
    @returns the first problem: a food that isn't in the data, or visit's */
template <typename Visit>
std::optional<Problem> forEachFood(const Data& data, const Range& foods, const Visit& visit)
{
    for (sal_Int32 row = 0; row < foods.getLength(); ++row)
    {
        const Sequence<Any>& cells = foods.getConstArray()[row];
        for (sal_Int32 column = 0; column < cells.getLength(); ++column)
        {
            const Any& name = cells.getConstArray()[column];
            // A single blank cell arrives as 0; any other number is no food.
            const auto text = optionalText(name);
            if (!text)
                return Problem::NotAvailable;
            if (!*text)
                continue;
            const Food* const food = data.foods.find(**text);
            if (!food)
                return Problem::NotAvailable;
            if (const std::optional<Problem> problem = visit(*food, row, column))
                return problem;
        }
    }
    return std::nullopt;
}

/** Adds up two ranges. Blank rows count as nothing.
    @returns the problem of the first row that has one */
Result<Tally> tally(const Data& data, const Range& foods, const Range& amounts,
                    const rtl::OUString& nutrientName)
{
    const auto nutrient = data.nutrients.find(toUtf8(nutrientName));
    if (!nutrient || !sameShape(foods, amounts))
        return Problem::InvalidArgument;
    Tally total(*nutrient, data.nutrients.k2());
    const auto problem = forEachFood(
        data, foods,
        [&](const Food& food, sal_Int32 row, sal_Int32 column) -> std::optional<Problem> {
            const Any& amount = amounts.getConstArray()[row].getConstArray()[column];
            const auto weight = grams(amount, food, data.units);
            if (!weight)
                return weight.error();
            total.add(food, *weight);
            return std::nullopt;
        });
    if (problem)
        return *problem;
    return total;
}

} // namespace

Any SAL_CALL Nutrition::k2mcg(const rtl::OUString& food, const Any& amount, const Any& form)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto formName = optionalText(form);
        if (!formName)
            return cell(formName.error());
        const auto k2Form = *formName ? parseK2Form(**formName) : K2Form::All;
        if (!k2Form)
            return cell(Problem::InvalidArgument);
        return ofFood(*data, food, [&](const Food& found) {
            return cell(inAmount(k2Per100g(found, data->nutrients.k2(), *k2Form),
                                 grams(amount, found, data->units)));
        });
    });
}

Any SAL_CALL Nutrition::nutrient(const rtl::OUString& food, const Any& amount,
                                 const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        if (!index)
            return cell(Problem::InvalidArgument);
        return ofFood(*data, food, [&](const Food& found) {
            return cell(inAmount(found.value(*index), grams(amount, found, data->units)));
        });
    });
}

Any SAL_CALL Nutrition::nutrientSum(const Range& foods, const Range& amounts,
                                    const rtl::OUString& nutrient, const Any& mode)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto text = optionalText(mode);
        if (!text)
            return cell(text.error());
        const std::string modeName = fold(text->value_or("known"));
        if (modeName != "known" && modeName != "strict")
            return cell(Problem::InvalidArgument);
        const auto total = tally(*data, foods, amounts, nutrient);
        if (!total)
            return cell(total.error());
        const auto sum = modeName == "known" ? total->known() : total->complete();
        return sum ? cell(*sum) : cell(Problem::NotAvailable);
    });
}

Any SAL_CALL Nutrition::nutrientCoverage(const Range& foods, const Range& amounts,
                                         const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto total = tally(*m_registry->data(), foods, amounts, nutrient);
        if (!total)
            return cell(total.error());
        const auto coverage = total->coverage();
        return coverage ? cell(*coverage) : emptyCell();
    });
}

Any SAL_CALL Nutrition::nutrientSource(const rtl::OUString& food, const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        if (!index)
            return cell(Problem::InvalidArgument);
        const std::string name = toUtf8(food);
        if (const Food* const found = data->foods.find(name))
            return cell(data->source(*found, *index));
        return isBlank(name) ? emptyCell() : cell(data->whyLeftOut(name));
    });
}

Any SAL_CALL Nutrition::foodGrams(const rtl::OUString& food, const Any& amount)
{
    return guarded([&] {
        const auto data = m_registry->data();
        return ofFood(*data, food,
                      [&](const Food& found) { return cell(grams(amount, found, data->units)); });
    });
}

Any SAL_CALL Nutrition::nutrientMissing(const Range& foods, const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        if (!index)
            return cell(Problem::InvalidArgument);
        std::vector<std::string> names;
        const auto problem = forEachFood(
            *data, foods, [&](const Food& food, sal_Int32, sal_Int32) -> std::optional<Problem> {
                const bool said = std::find(names.begin(), names.end(), food.name) != names.end();
                if (!food.value(*index) && !said)
                    names.push_back(food.name);
                return std::nullopt;
            });
        return problem ? cell(*problem) : cell(boost::algorithm::join(names, "; "));
    });
}

Any SAL_CALL Nutrition::nutrientUnit(const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        return index ? cell(data->nutrients[*index].unit) : cell(Problem::InvalidArgument);
    });
}

} // namespace quartet
