/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions over a vitamin D level.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/default_standards.hxx"
#include "workbook/arguments.hxx"

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;

/** A level and the unit in which it was typed; no number for a blank one.
    @returns Problem::InvalidArgument for a level that is left out or negative,
             and for an unknown unit */
Result<std::pair<std::optional<double>, LevelUnit>> levelArguments(const Any& level,
                                                                   const Any& unit)
{
    const auto number = optionalNumber(level);
    const auto unitName = optionalText(unit);
    if (!number || !unitName || !level.hasValue())
        return Problem::InvalidArgument;
    const auto levelUnit = parseLevelUnit(unitName->value_or("ng/mL"));
    if (!levelUnit)
        return Problem::InvalidArgument;
    return std::pair(*number, *levelUnit);
}

} // namespace

Any SAL_CALL Nutrition::vitdStatus(const Any& level, const Any& unit, const Any& standard)
{
    return guarded([&] {
        const auto typed = levelArguments(level, unit);
        const auto standardName = optionalText(standard);
        if (!typed || !standardName)
            return cell(Problem::InvalidArgument);
        const auto standards = m_registry->standards();
        // An unknown standard is said beside a blank level too.
        const auto words =
            standards->vitaminD.status(typed->first.value_or(0), typed->second,
                                       standardName->value_or(defaultVitaminDStandard));
        return words && !typed->first ? emptyCell() : cell(words);
    });
}

Any SAL_CALL Nutrition::vitdCaution(const Any& level, const Any& unit)
{
    return guarded([&] {
        const auto typed = levelArguments(level, unit);
        if (!typed)
            return cell(Problem::InvalidArgument);
        return cell(
            m_registry->standards()->vitaminD.caution(typed->first.value_or(0), typed->second));
    });
}

Sequence<Sequence<Any>> SAL_CALL Nutrition::vitdCompare(const Any& level, const Any& unit)
{
    return guarded([&] {
        const auto typed = levelArguments(level, unit);
        if (!typed)
            return table({ { cell(typed.error()) } });
        if (!typed->first)
            return table({ { emptyCell() } });
        const auto standards = m_registry->standards();
        const auto verdicts = standards->vitaminD.compare(*typed->first, typed->second);
        if (!verdicts)
            return table({ { cell(verdicts.error()) } });
        std::vector<std::vector<Any>> rows;
        for (const VitaminDVerdict& verdict : *verdicts)
        {
            const std::string name = standards->texts.text(
                verdict.caveat.empty() ? "vitd.standard" : "vitd.standard.caveat",
                { { "name", verdict.standard }, { "caveat", verdict.caveat } });
            rows.push_back({ cell(name), cell(verdict.year), cell(verdict.words) });
        }
        return table(rows);
    });
}

Any SAL_CALL Nutrition::vitdCutoff(const rtl::OUString& standard, const rtl::OUString& category,
                                   const Any& unit, const Any& edge)
{
    return guarded([&] {
        const auto unitName = optionalText(unit);
        const auto edgeName = optionalText(edge);
        if (!unitName || !edgeName)
            return cell(Problem::InvalidArgument);
        const auto levelUnit = parseLevelUnit(unitName->value_or("ng/mL"));
        const auto whichEdge = parseEdge(edgeName->value_or("lower"));
        if (!levelUnit || !whichEdge)
            return cell(Problem::InvalidArgument);
        return cell(m_registry->standards()->vitaminD.cutoff(toUtf8(standard), toUtf8(category),
                                                             *levelUnit, *whichEdge));
    });
}

Any SAL_CALL Nutrition::vitdConvert(const Any& value, const rtl::OUString& from,
                                    const rtl::OUString& to)
{
    return guarded([&] {
        const auto number = optionalNumber(value);
        if (!number || !value.hasValue())
            return cell(Problem::InvalidArgument);
        const auto converted = m_registry->standards()->conversions.convert(
            number->value_or(0), toUtf8(from), toUtf8(to));
        return converted && !*number ? emptyCell() : cell(converted);
    });
}

} // namespace quartet
