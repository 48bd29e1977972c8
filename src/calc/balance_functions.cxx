/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions that hold the four nutrients of the balance against targets.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/default_standards.hxx"
#include "workbook/arguments.hxx"
#include "workbook/person_arguments.hxx"

#include <array>

namespace quartet
{

namespace
{

using css::uno::Any;

/** Calcium and magnesium in mg; nothing where one is blank.
    @returns Problem::InvalidArgument where one is left out or no amount */
Result<std::optional<std::pair<double, double>>> calciumAndMagnesium(const Any& calcium,
                                                                     const Any& magnesium)
{
    const auto ca = optionalNumber(calcium);
    const auto mg = optionalNumber(magnesium);
    if (!ca || !mg || !calcium.hasValue() || !magnesium.hasValue())
        return Problem::InvalidArgument;
    using Pair = std::optional<std::pair<double, double>>;
    return *ca && *mg ? Pair(std::pair(**ca, **mg)) : Pair();
}

} // namespace

Any SAL_CALL Nutrition::balanceCheck(const Any& vitaminD, const Any& vitaminK2, const Any& calcium,
                                     const Any& magnesium, const Any& age, const Any& sex,
                                     const Any& stage, const Any& standard, const Any& medicines,
                                     const Any& language)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const std::array amounts{ std::pair("VITD", &vitaminD), std::pair("VITK2", &vitaminK2),
                                  std::pair("CA", &calcium), std::pair("MG", &magnesium) };
        DayIntake day;
        for (const auto& [tag, argument] : amounts)
        {
            const auto amount = optionalNumber(*argument);
            const auto nutrient = standards->data->nutrients.find(tag);
            if (!amount || !nutrient)
                return cell(Problem::InvalidArgument);
            if (*amount)
                day[*nutrient] = **amount;
        }
        const auto whose = personArguments(age, sex, stage, AgeZero::LeftOut);
        const auto standardName = optionalText(standard);
        const auto medicineNames = optionalText(medicines);
        const auto shownIn = languageArgument(language);
        if (!whose || !standardName || !medicineNames || !shownIn)
            return cell(Problem::InvalidArgument);
        return cell(standards->balance.check(day, *whose,
                                             standardName->value_or(defaultIntakeStandard),
                                             medicineNames->value_or(""), *shownIn));
    });
}

Any SAL_CALL Nutrition::balanceItem(const rtl::OUString& item, const Any& amount, const Any& age,
                                    const Any& sex, const Any& stage, const Any& standard)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto nutrient = standards->data->nutrients.find(toUtf8(item));
        const auto number = optionalNumber(amount);
        const auto whose = personArguments(age, sex, stage, AgeZero::LeftOut);
        const auto standardName = optionalText(standard);
        if (!nutrient || !number || !whose || !standardName)
            return cell(Problem::InvalidArgument);
        return cell(standards->balance.verdict(*nutrient, *number, *whose,
                                               standardName->value_or(defaultIntakeStandard)));
    });
}

Any SAL_CALL Nutrition::camgRatio(const Any& calcium, const Any& magnesium)
{
    return guarded([&] {
        const auto amounts = calciumAndMagnesium(calcium, magnesium);
        if (!amounts)
            return cell(amounts.error());
        if (!*amounts)
            return emptyCell();
        return cell(CalciumMagnesium::ratio((*amounts)->first, (*amounts)->second));
    });
}

Any SAL_CALL Nutrition::camgStatus(const Any& calcium, const Any& magnesium, const Any& age,
                                   const Any& sex)
{
    return guarded([&] {
        const auto amounts = calciumAndMagnesium(calcium, magnesium);
        const auto whose = personArguments(age, sex, Any(), AgeZero::LeftOut);
        if (!amounts || !whose)
            return cell(Problem::InvalidArgument);
        if (!*amounts)
            return emptyCell();
        return cell(m_registry->standards()->calciumMagnesium.status(
            (*amounts)->first, (*amounts)->second, *whose, defaultIntakeStandard));
    });
}

} // namespace quartet
