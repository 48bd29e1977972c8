/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions on medicines and on coronary calcium.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/default_standards.hxx"
#include "nutrition/fold.hxx"
#include "workbook/arguments.hxx"

namespace quartet
{

namespace
{

using css::uno::Any;
using MaybeNutrient = std::optional<NutrientIndex>;

/** Nothing where it is left out or blank.
    @returns Problem::InvalidArgument for an unknown nutrient */
Result<MaybeNutrient> optionalNutrient(const Any& argument, const NutrientTable& nutrients)
{
    const auto name = optionalText(argument);
    if (!name)
        return name.error();
    if (!*name)
        return MaybeNutrient();
    const auto found = nutrients.find(**name);
    return found ? Result<MaybeNutrient>(found) : Problem::InvalidArgument;
}

} // namespace

Any SAL_CALL Nutrition::interaction(const rtl::OUString& medicine, const Any& nutrient,
                                    const Any& language)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto about = optionalNutrient(nutrient, standards->data->nutrients);
        if (!about)
            return cell(about.error());
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return cell(shownIn.error());
        return cell(standards->interactions.describe(toUtf8(medicine), *about, *shownIn));
    });
}

Any SAL_CALL Nutrition::interactionLevel(const rtl::OUString& medicine, const Any& nutrient)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto about = optionalNutrient(nutrient, standards->data->nutrients);
        if (!about)
            return cell(about.error());
        const std::string medicines = toUtf8(medicine);
        if (trim(medicines).empty())
            return emptyCell();
        return cell(standards->interactions.level(medicines, *about));
    });
}

Any SAL_CALL Nutrition::cacCategory(const Any& score, const Any& system)
{
    return guarded([&] {
        const auto number = optionalNumber(score);
        const auto systemName = optionalText(system);
        if (!number || !systemName || !score.hasValue())
            return cell(Problem::InvalidArgument);
        const auto category = m_registry->standards()->calciumScores.category(
            number->value_or(0), systemName->value_or(defaultCalciumScoreSystem));
        const bool isRefused = !category && category.error() == Problem::InvalidArgument;
        return *number || isRefused ? cell(category) : emptyCell();
    });
}

} // namespace quartet
