/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions that hold a day's intake against reference intakes.

#include "addin.hxx"
#include "arguments.hxx"
#include "results.hxx"

#include <array>

namespace quartet
{

namespace
{

using css::uno::Any;

/** Whose intake it is. A blank cell arrives as the age 0: it counts as left
    out. */
Result<Person> person(const Any& age, const Any& sex, const Any& stage)
{
    const auto years = optionalNumber(age);
    const auto sexName = optionalText(sex);
    const auto stageName = optionalText(stage);
    if (!years || !sexName || !stageName)
        return Problem::InvalidArgument;
    Person person;
    if (*years && **years > 0)
        person.years = *years;
    if (*sexName)
    {
        person.sex = parseSex(**sexName);
        if (!person.sex)
            return Problem::InvalidArgument;
    }
    const auto stageOfLife = parseStage(stageName->value_or(""));
    if (!stageOfLife || (*stageOfLife != Stage::None && person.sex == Sex::Male))
        return Problem::InvalidArgument;
    person.stage = *stageOfLife;
    return person;
}

} // namespace

Any SAL_CALL Nutrition::balanceCheck(const Any& vitaminD, const Any& vitaminK2, const Any& calcium,
                                     const Any& magnesium, const Any& age, const Any& sex,
                                     const Any& stage, const Any& standard, const Any& medicines)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const std::array amounts{ std::pair("VITD", &vitaminD), std::pair("VITK2", &vitaminK2),
                                  std::pair("CA", &calcium), std::pair("MG", &magnesium) };
        DayIntake day;
        for (const auto& [tag, argument] : amounts)
        {
            const auto amount = optionalNumber(*argument);
            const auto nutrient = data->nutrients.find(tag);
            if (!amount || !nutrient)
                return cell(Problem::InvalidArgument);
            if (*amount)
                day[*nutrient] = **amount;
        }
        const auto whose = person(age, sex, stage);
        const auto standardName = optionalText(standard);
        const auto medicineNames = optionalText(medicines);
        if (!whose || !standardName || !medicineNames)
            return cell(Problem::InvalidArgument);
        return cell(data->balance.check(day, *whose, standardName->value_or("nam"),
                                        medicineNames->value_or("")));
    });
}

} // namespace quartet
