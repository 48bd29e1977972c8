/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/person_arguments.hxx"

#include "workbook/arguments.hxx"

namespace quartet
{

Result<Person> personArguments(const css::uno::Any& age, const css::uno::Any& sex,
                               const css::uno::Any& stage, AgeZero zero)
{
    const auto years = optionalNumber(age);
    const auto sexName = optionalText(sex);
    const auto stageName = optionalText(stage);
    if (!years || !sexName || !stageName)
        return Problem::InvalidArgument;
    return readPerson(*years, *sexName, *stageName, zero);
}

} // namespace quartet
