/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions over a vitamin D level.

#include "addin.hxx"
#include "arguments.hxx"
#include "results.hxx"

namespace quartet
{

using css::uno::Any;

Any SAL_CALL Nutrition::vitdStatus(const Any& level, const Any& unit, const Any& standard)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto number = optionalNumber(level);
        const auto unitName = optionalText(unit);
        const auto standardName = optionalText(standard);
        if (!number || !unitName || !standardName || !level.hasValue())
            return cell(Problem::InvalidArgument);
        const auto levelUnit = parseLevelUnit(unitName->value_or("ng/mL"));
        if (!levelUnit)
            return cell(Problem::InvalidArgument);
        if (!*number)
            return emptyCell();
        return cell(data->vitaminD.status(**number, *levelUnit, standardName->value_or("article")));
    });
}

} // namespace quartet
