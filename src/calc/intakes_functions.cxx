/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions over reference intakes.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/default_standards.hxx"
#include "workbook/arguments.hxx"
#include "workbook/person_arguments.hxx"

namespace quartet
{

namespace
{

using css::uno::Any;

/// What a reference intake is asked for.
struct IntakeArguments
{
    NutrientIndex nutrient;
    Person person;
    std::string standard;
    IntakeKind kind = IntakeKind::Target;
};

/** @returns Problem::InvalidArgument for an unknown word and a negative age,
             Problem::NotAvailable for a blank age */
Result<IntakeArguments> intakeArguments(const Standards& standards, const rtl::OUString& nutrient,
                                        const Any& age, const Any& sex, const Any& stage,
                                        const Any& standard)
{
    const auto index = standards.data->nutrients.find(toUtf8(nutrient));
    const auto person = personArguments(age, sex, stage, AgeZero::Blank);
    const auto standardName = optionalText(standard);
    const bool isPerson = person || person.error() == Problem::NotAvailable;
    if (!index || !isPerson || !standardName)
        return Problem::InvalidArgument;
    const std::string_view own = standards.balance.standardOf(*index);
    std::string authority =
        standardName->value_or(own.empty() ? defaultIntakeStandard : std::string(own));
    if (!standards.intakes.authority(authority))
        return Problem::InvalidArgument;
    if (!person)
        return person.error();
    return IntakeArguments{ *index, *person, std::move(authority) };
}

Result<IntakeArguments> withKind(Result<IntakeArguments> arguments, const Any& kind)
{
    const auto parsed = wordOf(kind, IntakeKind::Target, parseIntakeKind);
    if (!parsed)
        return parsed.error();
    if (arguments)
        arguments->kind = *parsed;
    return arguments;
}

} // namespace

Any SAL_CALL Nutrition::intakeTarget(const rtl::OUString& nutrient, const Any& age, const Any& sex,
                                     const Any& stage, const Any& standard, const Any& kind)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto asked =
            withKind(intakeArguments(*standards, nutrient, age, sex, stage, standard), kind);
        if (!asked)
            return cell(asked.error());
        const auto found = standards->intakes.findValue(asked->standard, asked->nutrient,
                                                        asked->kind, asked->person);
        return found ? cell(*found->value) : cell(Problem::NotAvailable);
    });
}

Any SAL_CALL Nutrition::intakeStatus(const Any& amount, const rtl::OUString& nutrient,
                                     const Any& age, const Any& sex, const Any& stage,
                                     const Any& standard, const Any& intake)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto asked = intakeArguments(*standards, nutrient, age, sex, stage, standard);
        const auto number = optionalNumber(amount);
        const auto of = wordOf(intake, IntakeOf::Total, parseIntakeOf);
        if (!number || !of || !amount.hasValue())
            return cell(Problem::InvalidArgument);
        if (!asked && (*number || asked.error() == Problem::InvalidArgument))
            return cell(asked.error());
        if (!*number)
            return emptyCell();
        return cell(standards->intakeAnswers.status(**number, asked->nutrient, asked->person,
                                                    asked->standard, *of));
    });
}

Any SAL_CALL Nutrition::intakeSource(const rtl::OUString& nutrient, const Any& age, const Any& sex,
                                     const Any& stage, const Any& standard, const Any& kind,
                                     const Any& language)
{
    return guarded([&] {
        const auto standards = m_registry->standards();
        const auto asked =
            withKind(intakeArguments(*standards, nutrient, age, sex, stage, standard), kind);
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return cell(shownIn.error());
        if (!asked && asked.error() == Problem::NotAvailable)
            return cell(standards->texts.text("intake.blank age", {}, *shownIn));
        if (!asked)
            return cell(asked.error());
        return cell(standards->intakeAnswers.source(asked->nutrient, asked->person, asked->standard,
                                                    asked->kind, *shownIn));
    });
}

} // namespace quartet
