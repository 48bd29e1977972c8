/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "balance.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

/// Sums of a sheet carry rounding noise; a target is reached within it.
bool reaches(double amount, double target) { return amount >= target * (1 - 1e-9); }
bool exceeds(double amount, double limit) { return amount > limit * (1 + 1e-9); }

std::string joined(const std::vector<std::string>& parts, const char* separator)
{
    return boost::algorithm::join(parts, separator);
}

} // namespace

Balance::Balance(const std::vector<Row>& items, const std::vector<Row>& pairs,
                 const NutrientTable& nutrients, const IntakeTable& intakes,
                 const MedicineTable& medicines, const Texts& texts, std::vector<Damage>& damages)
    : m_nutrients(nutrients)
    , m_intakes(intakes)
    , m_medicines(medicines)
    , m_texts(texts)
{
    const auto nutrient = [&nutrients](std::string_view name, const char* field) {
        const auto index = nutrients.find(name);
        if (!index)
            throw BadRow(field, "\"" + std::string(name) + "\" is no nutrient");
        return *index;
    };
    readRows("balance", { "order", "standard", "limit" }, items, damages, [&](const Row& row) {
        for (const char* const field : { "standard", "limit" })
            if (!row.text(field).empty() && !intakes.knows(row.text(field)))
                throw BadRow(field, "is no authority");
        m_items.push_back({ nutrient(row.id(), "id"), std::string(row.text("standard")),
                            std::string(row.text("limit")), row.requiredNumber("order") });
    });
    std::sort(m_items.begin(), m_items.end(),
              [](const Item& left, const Item& right) { return left.order < right.order; });
    readRows("balance_pairs", { "present", "short", "text" }, pairs, damages, [&](const Row& row) {
        m_pairs.push_back({ nutrient(row.requiredText("present"), "present"),
                            nutrient(row.requiredText("short"), "short"),
                            std::string(row.requiredText("text")) });
    });
}

std::vector<NutrientIndex> Balance::nutrients() const
{
    std::vector<NutrientIndex> nutrients;
    for (const Item& item : m_items)
        nutrients.push_back(item.nutrient);
    return nutrients;
}

std::optional<Intake> Balance::limit(const Item& item, const Person& person,
                                     std::string_view standard) const
{
    // Nobody is without a limit because a table has no row for them.
    Person anyStage = person;
    anyStage.stage = Stage::None;
    const std::array<std::pair<std::string_view, Person>, 4> attempts{
        { { standard, person },
          { item.limitStandard, person },
          { item.limitStandard, anyStage },
          { item.limitStandard, Person() } }
    };
    for (const auto& [whose, who] : attempts)
        if (auto found = m_intakes.find(whose, item.nutrient, IntakeKind::UpperLimit, who))
            return found;
    return std::nullopt;
}

Balance::Finding Balance::judge(const Item& item, const DayIntake& day, const Person& person,
                                std::string_view standard, const MedicineFindings& medicines) const
{
    const std::string_view whose =
        item.standard.empty() ? standard : std::string_view(item.standard);
    Finding finding{ &item, std::nullopt, std::nullopt, limit(item, person, whose),
                     Verdict::Unknown };
    if (!medicines.unjudged(item.nutrient))
        finding.target = m_intakes.find(whose, item.nutrient, IntakeKind::Target, person);
    const auto amount = day.find(item.nutrient);
    if (amount == day.end())
        return finding;
    finding.amount = amount->second;
    if (finding.limit && exceeds(*finding.amount, finding.limit->value))
        finding.verdict = Verdict::AboveLimit;
    else if (!finding.target)
        finding.verdict = Verdict::Unjudged;
    else
        finding.verdict =
            reaches(*finding.amount, finding.target->value) ? Verdict::OnTarget : Verdict::Low;
    return finding;
}

std::string Balance::describe(std::string_view text, const Finding& finding) const
{
    const Nutrient& nutrient = m_nutrients[finding.item->nutrient];
    const Intake target = finding.target.value_or(Intake());
    const Intake limit = finding.limit.value_or(Intake());
    const Intake& nearer = finding.verdict == Verdict::AboveLimit ? limit : target;
    return m_texts.text(text,
                        { { "name", nutrient.name },
                          { "unit", nutrient.unit },
                          { "amount", formatBeside(finding.amount.value_or(0), nearer.value) },
                          { "target", formatNumber(target.value) },
                          { "target term", target.term },
                          { "target authority", target.authority },
                          { "target year", target.year },
                          { "limit", formatNumber(limit.value) },
                          { "limit term", limit.term },
                          { "limit authority", limit.authority },
                          { "limit year", limit.year } });
}

std::string Balance::list(std::string_view text, const std::vector<Finding>& findings,
                          Verdict verdict) const
{
    std::vector<std::string> parts;
    for (const Finding& finding : findings)
        if (finding.verdict == verdict)
            parts.push_back(describe(text, finding));
    return joined(parts, ", ");
}

std::vector<std::string> Balance::cautions(const std::vector<Finding>& findings,
                                           const MedicineFindings& medicines) const
{
    std::vector<std::string> cautions;
    std::vector<const MedicineClass*> said;
    for (const auto& [entry, medicine] : medicines.known)
    {
        if (std::find(said.begin(), said.end(), medicine) != said.end())
            continue;
        said.push_back(medicine);
        cautions.push_back(m_texts.text("balance.medicine", { { "medicine", entry },
                                                              { "class", medicine->name },
                                                              { "caution", medicine->caution } }));
    }
    for (const Finding& finding : findings)
        if (finding.verdict == Verdict::AboveLimit)
            cautions.push_back(describe("balance.above", finding));
    return cautions;
}

std::vector<std::string> Balance::shortPairs(const std::vector<Finding>& findings) const
{
    const auto is = [&findings](NutrientIndex nutrient, std::initializer_list<Verdict> verdicts) {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.item->nutrient == nutrient
                   && std::find(verdicts.begin(), verdicts.end(), finding.verdict)
                          != verdicts.end();
        });
    };
    std::vector<std::string> texts;
    for (const Pair& pair : m_pairs)
        if (is(pair.present, { Verdict::OnTarget, Verdict::AboveLimit })
            && is(pair.lacking, { Verdict::Low }))
            texts.push_back(pair.text);
    return texts;
}

std::string Balance::whoseTargets(const std::vector<Finding>& findings, const Person& person) const
{
    // One mention for each authority, whatever number of nutrients it speaks for.
    std::vector<std::pair<std::string, std::vector<std::string>>> byAuthority;
    for (const Finding& finding : findings)
    {
        if (!finding.target)
            continue;
        std::string authority = describe("balance.authority", finding);
        const auto same =
            std::find_if(byAuthority.begin(), byAuthority.end(),
                         [&authority](const auto& each) { return each.first == authority; });
        auto& names = same == byAuthority.end()
                          ? byAuthority.emplace_back(authority, std::vector<std::string>()).second
                          : same->second;
        names.push_back(m_nutrients[finding.item->nutrient].name);
    }
    if (byAuthority.empty())
        return {};
    std::vector<std::string> mentions;
    mentions.reserve(byAuthority.size());
    for (const auto& [authority, names] : byAuthority)
        mentions.push_back(joined(names, ", ") + " " + authority);
    const bool stricter = !person.years || !person.sex;
    return m_texts.text(stricter ? "balance.targets.adult" : "balance.targets",
                        { { "targets", joined(mentions, "; ") } });
}

Result<std::string> Balance::check(const DayIntake& day, const Person& person,
                                   std::string_view standard, std::string_view medicines) const
{
    if (!m_intakes.knows(standard))
        return Problem::InvalidArgument;
    const MedicineFindings known = m_medicines.find(medicines);
    std::vector<Finding> findings;
    for (const Item& item : m_items)
        findings.push_back(judge(item, day, person, standard, known));

    const auto sentence = [this](std::string_view id, const std::string& items) {
        return items.empty() ? std::string() : m_texts.text(id, { { "items", items } });
    };
    const std::string caution = joined(cautions(findings, known), "; ");
    const std::string unknown = list("balance.name", findings, Verdict::Unknown);
    const std::string unjudged = list("balance.amount", findings, Verdict::Unjudged);
    const std::string low = list("balance.of", findings, Verdict::Low);
    const std::string onTarget = list("balance.of", findings, Verdict::OnTarget);

    std::vector<std::string> line;
    if (!caution.empty())
        line = { sentence("balance.caution", caution), sentence("balance.unknown", unknown),
                 sentence("balance.unjudged", unjudged), sentence("balance.low", low) };
    else if (!unknown.empty())
        line = { sentence("balance.incomplete.unknown", unknown),
                 sentence("balance.unjudged", unjudged), sentence("balance.low", low) };
    else if (!unjudged.empty())
        line = { sentence("balance.incomplete.unjudged", unjudged), sentence("balance.low", low) };
    else if (!low.empty())
        line = { sentence("balance.not", low) };
    else
        line = { sentence("balance.balanced", onTarget) };
    for (std::string& text : shortPairs(findings))
        line.push_back(std::move(text));
    line.push_back(sentence("balance.unlisted", joined(known.unlisted, ", ")));
    line.push_back(whoseTargets(findings, person));
    std::erase(line, std::string());
    return joined(line, " ");
}

} // namespace quartet
