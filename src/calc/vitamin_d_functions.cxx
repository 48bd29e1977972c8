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

/** A level as it was typed, a number or a laboratory's text; nothing for a blank one.
    @returns Problem::InvalidArgument for a level that is left out or negative,
             an unknown unit, and a text in another unit than the argument's */
Result<std::optional<VitaminDLevel>> levelArguments(const Any& level, const Any& unit,
                                                    const LevelUnits& units)
{
    using Level = std::optional<VitaminDLevel>;
    const auto unitName = optionalText(unit);
    if (!unitName || !level.hasValue() || (*unitName && !units.find(**unitName)))
        return Problem::InvalidArgument;
    if (level.getValueTypeClass() == css::uno::TypeClass_STRING)
    {
        const auto text = optionalText(level);
        if (!text || !*text)
            return text ? Result<Level>(Level()) : Problem::InvalidArgument;
        const auto typed = units.parse(**text, *unitName);
        return typed ? Result<Level>(*typed) : typed.error();
    }
    const auto number = optionalNumber(level);
    if (!number)
        return number.error();
    if (!*number)
        return Level();
    return Level(units.level(**number, unitName->value_or(defaultLevelUnit)));
}

/// A level that gets no verdict but lets the other arguments be checked.
constexpr VitaminDLevel noLevel{ 0, LevelUnit::NgPerMl };

} // namespace

Any SAL_CALL Nutrition::vitdStatus(const Any& level, const Any& unit, const Any& standard)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto typed = levelArguments(level, unit, standards->levelUnits);
        const auto standardName = optionalText(standard);
        if (!typed || !standardName)
            return cell(Problem::InvalidArgument);
        // An unknown standard is said beside a blank level too.
        const auto words = standards->vitaminD.status(
            typed->value_or(noLevel), standardName->value_or(defaultVitaminDStandard));
        return words && !*typed ? emptyCell() : cell(words);
    });
}

Any SAL_CALL Nutrition::vitdCaution(const Any& level, const Any& unit, const Any& language)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto typed = levelArguments(level, unit, standards->levelUnits);
        if (!typed)
            return cell(Problem::InvalidArgument);
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return cell(shownIn.error());
        const auto caution = standards->vitaminD.caution(typed->value_or(noLevel));
        return caution ? cell(standards->texts.said(*caution, *shownIn)) : cell(caution.error());
    });
}

Sequence<Sequence<Any>> SAL_CALL Nutrition::vitdCompare(const Any& level, const Any& unit)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto typed = levelArguments(level, unit, standards->levelUnits);
        if (!typed)
            return table({ { cell(typed.error()) } });
        if (!*typed)
            return table({ { emptyCell() } });
        const auto verdicts = standards->vitaminD.compare(**typed);
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
        const auto standards = m_registry->standards();
        const auto levelUnit = standards->levelUnits.find(unitName->value_or(defaultLevelUnit));
        const auto whichEdge = parseEdge(edgeName->value_or("lower"));
        if (!levelUnit || !whichEdge)
            return cell(Problem::InvalidArgument);
        const auto cutoff = standards->vitaminD.cutoff(toUtf8(standard), toUtf8(category),
                                                       levelUnit->unit, *whichEdge);
        return cutoff ? cell(*cutoff / levelUnit->factor) : cell(cutoff);
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
