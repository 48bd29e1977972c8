/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/intake_answers.hxx"

#include "nutrition/fold.hxx"

#include <boost/algorithm/string/join.hpp>

namespace quartet
{

std::optional<IntakeOf> parseIntakeOf(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded == "total")
        return IntakeOf::Total;
    if (folded == "supplement")
        return IntakeOf::Supplements;
    return std::nullopt;
}

namespace
{

/// The limit of one who is pregnant or lactating where none is set for her: that of others.
std::optional<Intake> othersLimit(const IntakeTable& intakes, std::string_view standard,
                                  NutrientIndex nutrient, IntakeKind kind, Person person)
{
    if (intakes.find(standard, nutrient, kind, person))
        return std::nullopt;
    person.stage = Stage::None;
    return intakes.findValue(standard, nutrient, kind, person);
}

} // namespace

bool reaches(double amount, double target) { return amount >= target * (1 - roundingNoise); }
bool exceeds(double amount, double limit) { return amount > limit * (1 + roundingNoise); }

Result<std::string> IntakeAnswers::status(double amount, NutrientIndex nutrient,
                                          const Person& person, std::string_view standard,
                                          IntakeOf of) const
{
    const auto isAbove = [&](IntakeKind kind) {
        auto limit = m_intakes.findValue(standard, nutrient, kind, person);
        if (!limit)
            limit = othersLimit(m_intakes, standard, nutrient, kind, person);
        return limit && exceeds(amount, *limit->value);
    };
    if (isAbove(IntakeKind::UpperLimit)
        || (of == IntakeOf::Supplements && isAbove(IntakeKind::SupplementLimit)))
        return m_texts.text("status.above");
    const auto target = m_intakes.findValue(standard, nutrient, IntakeKind::Target, person);
    if (!target)
        return Problem::NotAvailable;
    return m_texts.text(reaches(amount, *target->value) ? "status.on" : "status.below");
}

std::string IntakeAnswers::describe(const Intake& intake, NutrientIndex nutrient,
                                    const Person& person, IntakeKind kind,
                                    std::string_view language) const
{
    const std::string& unit = m_nutrients[nutrient].unit;
    const auto number = [this, language](const std::optional<double>& value) {
        return m_texts.numeral(formatNumber(value.value_or(0)), language);
    };
    const auto said = [this, language](const std::string& english) {
        return m_texts.said(english, language);
    };
    const auto text = [&](std::string_view id) {
        return m_texts.text(id,
                            { { "value", number(intake.value) },
                              { "unit", unit },
                              { "low", number(intake.low) },
                              { "high", number(intake.high) },
                              { "said", said(intake.said) },
                              { "term", intake.term },
                              { "authority", said(intake.authority->name) },
                              { "year", said(intake.year) } },
                            language);
    };
    std::vector<std::string> parts{ text(intake.value          ? "intake.value"
                                         : intake.term.empty() ? "intake.said"
                                                               : "intake.said.term") };
    if (intake.low && intake.high)
        parts.push_back(text("intake.range"));
    if (kind == IntakeKind::SupplementLimit)
        parts.push_back(text("intake.supplements"));
    const bool isTrimesterOpen = person.stage == Stage::Pregnant;
    if (intake.stricter)
        parts.push_back(text(!person.years && !person.sex ? "intake.stricter"
                             : !person.years              ? "intake.stricter.age"
                             : !person.sex                ? "intake.stricter.sex"
                             : intake.byMenstruation      ? "intake.stricter.menstruation"
                             : isTrimesterOpen            ? "intake.stricter.trimester"
                                                          : "intake.stricter.stage"));
    for (const std::string& each : { intake.remark, intake.authority->remark, intake.caveat })
        parts.push_back(said(each));
    std::erase(parts, std::string());
    return boost::algorithm::join(parts, "; ");
}

std::string IntakeAnswers::noLimit(NutrientIndex nutrient, const Person& person,
                                   std::string_view standard, std::string_view language) const
{
    std::string none = m_texts.text(
        "intake.no limit",
        { { "authority", m_texts.said(m_intakes.authority(standard)->name, language) } }, language);
    const auto add = [&](const std::optional<Intake>& limit, const char* id) {
        if (limit)
            none += "; "
                    + m_texts.text(
                        id,
                        { { "value", m_texts.numeral(formatNumber(*limit->value), language) },
                          { "unit", m_nutrients[nutrient].unit },
                          { "term", limit->term },
                          { "year", m_texts.said(limit->year, language) } },
                        language);
    };
    add(othersLimit(m_intakes, standard, nutrient, IntakeKind::UpperLimit, person),
        "intake.limit.others");
    auto supplements = m_intakes.findValue(standard, nutrient, IntakeKind::SupplementLimit, person);
    if (!supplements)
        supplements =
            othersLimit(m_intakes, standard, nutrient, IntakeKind::SupplementLimit, person);
    add(supplements, "intake.supplements.limit");
    return none;
}

Result<std::string> IntakeAnswers::source(NutrientIndex nutrient, const Person& person,
                                          std::string_view standard, IntakeKind kind,
                                          std::string_view language) const
{
    if (const auto found = m_intakes.find(standard, nutrient, kind, person))
        return describe(*found, nutrient, person, kind, language);
    // A limit of all that is taken holds for supplements too.
    if (kind == IntakeKind::SupplementLimit)
        return source(nutrient, person, standard, IntakeKind::UpperLimit, language);
    if (isLimit(kind) && m_intakes.authority(standard))
        return noLimit(nutrient, person, standard, language);
    return Problem::NotAvailable;
}

} // namespace quartet
