/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/intakes.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

using KindName = std::pair<std::string_view, IntakeKind>;
constexpr std::array kinds{ KindName("target", IntakeKind::Target),
                            KindName("target high", IntakeKind::HighTarget),
                            KindName("ear", IntakeKind::Average),
                            KindName("ul", IntakeKind::UpperLimit),
                            KindName("ul supplement", IntakeKind::SupplementLimit) };

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

bool isTrimester(Stage stage)
{
    return stage == Stage::FirstTrimester || stage == Stage::SecondTrimester
           || stage == Stage::ThirdTrimester;
}

bool isStricter(const Intake& one, const Intake& other, IntakeKind kind)
{
    if (!one.value || !other.value)
        return one.value.has_value();
    return isLimit(kind) ? *one.value < *other.value : *one.value > *other.value;
}

bool isOfMenstruation(Stage stage)
{
    return stage == Stage::Menstruating || stage == Stage::NotMenstruating;
}

/// Whether what is said of one stage holds for a person in another.
bool covers(Stage said, Stage person)
{
    return said == person || (said == Stage::Pregnant && isTrimester(person))
           || (isTrimester(said) && person == Stage::Pregnant)
           || (isOfMenstruation(said) && person == Stage::None)
           || (said == Stage::None && isOfMenstruation(person));
}

} // namespace

std::optional<IntakeKind> parseIntakeKind(std::string_view text)
{
    const std::string folded = fold(text);
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&folded](const KindName& kind) {
        return kind.first == folded;
    });
    if (found == kinds.end())
        return std::nullopt;
    return found->second;
}

bool isLimit(IntakeKind kind)
{
    return kind == IntakeKind::UpperLimit || kind == IntakeKind::SupplementLimit;
}

IntakeTable::IntakeTable(const std::vector<Row>& authorities, StandardNames names,
                         const std::vector<Row>& intakes, const NutrientTable& nutrients,
                         const ConfidenceTable& confidence, std::vector<Damage>& damages,
                         ReadMore readMore)
    : m_names(std::move(names))
    , m_nutrients(nutrients)
    , m_confidence(confidence)
    , m_readMore(std::move(readMore))
{
    readRows("authorities", { "short", "name", "adult", "remark", "source", "place" }, authorities,
             damages, [this](const Row& row) {
                 m_names.add("short", row.requiredText("short"), row.id());
                 m_authorities.emplace(fold(row.id()),
                                       Authority{ std::string(row.requiredText("short")),
                                                  std::string(row.requiredText("name")),
                                                  std::string(row.text("remark")),
                                                  row.requiredNumber("adult") });
             });
    readRows("intakes",
             { "standard", "nutrient", "kind", "term", "sex", "stage", "from", "to", "value", "low",
               "high", "said", "year", "confidence", "remark" },
             intakes, damages, [this](const Row& row) { read(row, m_bands); });
}

void IntakeTable::read(const Row& row, Bands& bands) const
{
    const std::string_view standard = row.requiredText("standard");
    const Authority* const whose = authority(standard);
    if (!whose)
        throw BadRow("standard", "\"" + std::string(standard) + "\" is no authority");
    const auto nutrient = required(m_nutrients.find(row.requiredText("nutrient")), row, "nutrient");
    const std::string_view sex = row.text("sex");
    Band band{ required(parseIntakeKind(row.text("kind")), row, "kind"),
               sex.empty() ? std::nullopt : std::optional<Sex>(required(parseSex(sex), row, "sex")),
               required(parseStage(row.text("stage")), row, "stage"),
               row.requiredNumber("from"),
               row.number("to"),
               { row.number("value"), row.number("low"), row.number("high"),
                 std::string(row.text("said")), std::string(row.text("term")),
                 std::string(row.requiredText("year")), m_confidence.caveat(row),
                 std::string(row.text("remark")), whose } };
    if (band.intake.value)
        row.requiredText("term");
    else
        row.requiredText("said");
    bands[{ whose, nutrient }].push_back(std::move(band));
}

const std::vector<IntakeTable::Band>* IntakeTable::bands(const Authority* authority,
                                                         NutrientIndex nutrient) const
{
    const auto here = m_bands.find({ authority, nutrient });
    if (here != m_bands.end())
        return &here->second;
    if (!m_readMore)
        return nullptr;
    std::call_once(m_moreIsRead, [this] {
        const RowFile rows = m_readMore();
        Bands more;
        for (std::size_t i = 0; i < rows.size(); ++i)
            read(rows[i], more);
        m_more = std::move(more);
    });
    const auto there = m_more.find({ authority, nutrient });
    return there == m_more.end() ? nullptr : &there->second;
}

const Authority* IntakeTable::authority(std::string_view standard) const
{
    const auto found = m_authorities.find(m_names.code(standard));
    return found == m_authorities.end() ? nullptr : &found->second;
}

bool IntakeTable::Band::fits(const Person& person) const
{
    if (sex && person.sex && *sex != *person.sex)
        return false;
    // Of a man nobody says whether he menstruates.
    if (isOfMenstruation(stage) && person.sex == Sex::Male)
        return false;
    if (!covers(stage, person.stage))
        return false;
    if (!person.years)
        return !to || *to >= intake.authority->adultFrom;
    const double months = wholeMonths(*person.years);
    return months >= from && (!to || months <= *to);
}

std::optional<Intake> IntakeTable::find(std::string_view standard, NutrientIndex nutrient,
                                        IntakeKind kind, const Person& person) const
{
    const std::vector<Band>* const all = bands(authority(standard), nutrient);
    if (!all)
        return std::nullopt;
    std::vector<const Band*> fitting;
    for (const Band& band : *all)
        if (band.kind == kind && band.fits(person))
            fitting.push_back(&band);
    // What is said of one who menstruates goes before what is said of all.
    if (std::any_of(fitting.begin(), fitting.end(),
                    [](const Band* band) { return isOfMenstruation(band->stage); }))
        std::erase_if(fitting, [](const Band* band) { return !isOfMenstruation(band->stage); });
    const Band* strictest = nullptr;
    bool differ = false;
    for (const Band* const band : fitting)
    {
        differ = differ || (strictest && strictest->intake.value != band->intake.value);
        if (!strictest || isStricter(band->intake, strictest->intake, kind))
            strictest = band;
    }
    if (!strictest)
        return std::nullopt;
    Intake intake = strictest->intake;
    intake.stricter = differ;
    intake.byMenstruation = isOfMenstruation(strictest->stage) && person.stage == Stage::None;
    return intake;
}

std::optional<Intake> IntakeTable::findValue(std::string_view standard, NutrientIndex nutrient,
                                             IntakeKind kind, const Person& person) const
{
    auto found = find(standard, nutrient, kind, person);
    return found && found->value ? found : std::nullopt;
}

} // namespace quartet
