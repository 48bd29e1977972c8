/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/vitamin_d_level.hxx"

#include "nutrition/amount.hxx"
#include "nutrition/fold.hxx"

#include <array>

namespace quartet
{

namespace
{

// The longer sign before the one that it begins with.
constexpr std::array<std::pair<std::string_view, LevelBound>, 11> signs{
    { { "<=", LevelBound::UpTo },
      { ">=", LevelBound::From },
      { "=<", LevelBound::UpTo },
      { "=>", LevelBound::From },
      { "≤", LevelBound::UpTo },
      { "≥", LevelBound::From },
      { "<", LevelBound::Below },
      { ">", LevelBound::Above },
      { "＜", LevelBound::Below },
      { "＞", LevelBound::Above },
      { "=", LevelBound::Exact } }
};

} // namespace

LevelUnits::LevelUnits(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("level_units", { "unit", "factor", "names" }, rows, damages, [this](const Row& row) {
        const std::string_view name = row.requiredText("unit");
        if (name != "ng/mL" && name != "nmol/L")
            throw BadRow("unit", "is neither ng/mL nor nmol/L");
        const Unit unit{ name == "ng/mL" ? LevelUnit::NgPerMl : LevelUnit::NmolPerL,
                         row.requiredNumber("factor") };
        if (unit.factor == 0)
            throw BadRow("factor", "is 0");
        m_units.emplace(fold(row.id()), unit);
        for (const std::string_view also : split(row.text("names"), ";"))
            m_units.emplace(fold(also), unit);
    });
}

std::optional<LevelUnits::Unit> LevelUnits::find(std::string_view name) const
{
    const auto found = m_units.find(fold(name));
    return found == m_units.end() ? std::nullopt : std::optional(found->second);
}

VitaminDLevel LevelUnits::level(double value, std::string_view unit) const
{
    const auto known = find(unit);
    return { value * (known ? known->factor : 1), known ? known->unit : LevelUnit::NgPerMl };
}

Result<VitaminDLevel> LevelUnits::parse(std::string_view text,
                                        const std::optional<std::string>& unit) const
{
    std::string_view rest = trim(text);
    LevelBound bound = LevelBound::Exact;
    for (const auto& [sign, meaning] : signs)
        if (rest.starts_with(sign))
        {
            bound = meaning;
            rest = trim(rest.substr(sign.size()));
            break;
        }
    const auto quantity = parseReading(rest);
    if (!quantity)
        return Problem::InvalidArgument;
    const auto said = quantity->unit.empty() ? std::nullopt : find(quantity->unit);
    const auto asked = unit ? find(*unit) : std::nullopt;
    const bool differs =
        said && asked && (said->unit != asked->unit || said->factor != asked->factor);
    if ((!quantity->unit.empty() && !said) || (unit && !asked) || differs)
        return Problem::InvalidArgument;
    const auto used = said ? said : asked ? asked : find(defaultLevelUnit);
    if (!used)
        return Problem::InvalidArgument;
    return VitaminDLevel{ quantity->number * used->factor, used->unit, bound };
}

} // namespace quartet
