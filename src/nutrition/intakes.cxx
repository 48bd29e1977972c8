/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "intakes.hxx"

#include "fold.hxx"

#include <cmath>

namespace quartet
{

namespace
{

/// Years such as 1.5 or 11/12 stand for whole months; this takes care of the
/// binary fraction.
double wholeMonths(double years) { return std::floor(years * 12 + 1e-6); }

template <typename Value>
Value required(std::optional<Value> value, const Row& row, const char* field)
{
    if (!value)
        throw BadRow(field, "\"" + std::string(row.text(field)) + "\" is unknown");
    return *value;
}

std::optional<IntakeKind> parseKind(std::string_view text)
{
    if (text == "target")
        return IntakeKind::Target;
    if (text == "ul")
        return IntakeKind::UpperLimit;
    return std::nullopt;
}

} // namespace

std::optional<Sex> parseSex(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded == "f")
        return Sex::Female;
    if (folded == "m")
        return Sex::Male;
    return std::nullopt;
}

std::optional<Stage> parseStage(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded.empty())
        return Stage::None;
    if (folded == "pregnant")
        return Stage::Pregnant;
    if (folded == "lactating")
        return Stage::Lactating;
    return std::nullopt;
}

IntakeTable::IntakeTable(const std::vector<Row>& authorities, const std::vector<Row>& intakes,
                         const NutrientTable& nutrients, std::vector<Damage>& damages)
{
    readRows("authorities", { "short", "name", "adult", "source", "place" }, authorities, damages,
             [this](const Row& row) {
                 m_authorities.emplace(fold(row.id()),
                                       Authority{ std::string(row.requiredText("short")),
                                                  row.requiredNumber("adult") });
             });
    readRows("intakes",
             { "standard", "nutrient", "kind", "term", "sex", "stage", "from", "to", "value",
               "year", "confidence" },
             intakes, damages, [&](const Row& row) {
                 const std::string standard = fold(row.requiredText("standard"));
                 if (!m_authorities.contains(standard))
                     throw BadRow("standard", "\"" + standard + "\" is no authority");
                 const auto nutrient =
                     required(nutrients.find(row.requiredText("nutrient")), row, "nutrient");
                 const std::string_view sex = row.text("sex");
                 Band band{ required(parseKind(row.text("kind")), row, "kind"),
                            sex.empty() ? std::nullopt
                                        : std::optional<Sex>(required(parseSex(sex), row, "sex")),
                            required(parseStage(row.text("stage")), row, "stage"),
                            row.requiredNumber("from"),
                            row.number("to"),
                            row.requiredNumber("value"),
                            std::string(row.requiredText("term")),
                            std::string(row.requiredText("year")) };
                 m_bands[{ standard, nutrient }].push_back(std::move(band));
             });
}

bool IntakeTable::knows(std::string_view standard) const
{
    return m_authorities.find(fold(standard)) != m_authorities.end();
}

bool IntakeTable::Band::fits(const Person& person, double adultFrom) const
{
    if (sex && person.sex && *sex != *person.sex)
        return false;
    if (stage != person.stage)
        return false;
    if (!person.years)
        return from >= adultFrom;
    const double months = wholeMonths(*person.years);
    return months >= from && (!to || months <= *to);
}

std::optional<Intake> IntakeTable::find(std::string_view standard, NutrientIndex nutrient,
                                        IntakeKind kind, const Person& person) const
{
    const auto authority = m_authorities.find(fold(standard));
    if (authority == m_authorities.end())
        return std::nullopt;
    const auto bands = m_bands.find({ authority->first, nutrient });
    if (bands == m_bands.end())
        return std::nullopt;
    const Band* strictest = nullptr;
    for (const Band& band : bands->second)
    {
        if (band.kind != kind || !band.fits(person, authority->second.adultFrom))
            continue;
        const bool stricter = !strictest
                              || (kind == IntakeKind::UpperLimit ? band.value < strictest->value
                                                                 : band.value > strictest->value);
        if (stricter)
            strictest = &band;
    }
    if (!strictest)
        return std::nullopt;
    return Intake{ strictest->value, strictest->term, authority->second.name, strictest->year };
}

} // namespace quartet
