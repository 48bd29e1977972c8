/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/conversions.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

std::vector<std::string> names(const Row& row, const char* unit, const char* also)
{
    std::vector<std::string> names{ fold(row.requiredText(unit)) };
    for (const std::string_view name : split(row.text(also), ";"))
        names.push_back(fold(name));
    return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Conversions::Conversions(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows(
        "conversions", { "from", "from also", "to", "to also", "factor", "source", "confidence" },
        rows, damages, [this](const Row& row) {
            Conversion conversion{ names(row, "from", "from also"), names(row, "to", "to also"),
                                   row.requiredNumber("factor"), std::string(row.text("source")) };
            if (conversion.factor == 0)
                throw BadRow("factor", "is 0");
            m_conversions.push_back(std::move(conversion));
        });
}

Result<double> Conversions::convert(double value, std::string_view from, std::string_view to) const
{
    const std::string source = fold(from);
    const std::string wanted = fold(to);
    for (const Conversion& each : m_conversions)
    {
        const bool forth = contains(each.from, source);
        const bool back = contains(each.to, source);
        if (forth && contains(each.to, wanted))
            return value * each.factor;
        if (back && contains(each.from, wanted))
            return value / each.factor;
        if ((forth && contains(each.from, wanted)) || (back && contains(each.to, wanted)))
            return value;
    }
    return Problem::InvalidArgument;
}

std::string Conversions::source(std::string_view unit) const
{
    const std::string name = fold(unit);
    for (const Conversion& each : m_conversions)
        if (contains(each.from, name) || contains(each.to, name))
            return each.source;
    return {};
}

} // namespace quartet
