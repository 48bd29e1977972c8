/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/balance.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/intake_answers.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

std::string joined(const std::vector<std::string>& parts, const char* separator)
{
    return boost::algorithm::join(parts, separator);
}

} // namespace

Balance::Balance(const std::vector<Row>& items, const std::vector<Row>& pairs,
                 const std::vector<Row>& notes, const NutrientTable& nutrients,
                 const IntakeTable& intakes, const MedicineTable& medicines,
                 const InteractionTable& interactions, const Texts& texts,
                 std::vector<Damage>& damages)
    : m_nutrients(nutrients)
    , m_intakes(intakes)
    , m_medicines(medicines)
    , m_interactions(interactions)
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
            if (!row.text(field).empty() && !intakes.authority(row.text(field)))
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
    readRows("balance_notes", { "above", "text", "source", "confidence" }, notes, damages,
             [&](const Row& row) {
                 Note note{ {}, std::string(row.requiredText("text")) };
                 for (const std::string_view tag : split(row.requiredText("above"), ";"))
                     note.above.push_back(nutrient(tag, "above"));
                 m_notes.push_back(std::move(note));
             });
}

const Balance::Item* Balance::find(NutrientIndex nutrient) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [nutrient](const Item& item) {
        return item.nutrient == nutrient;
    });
    return found == m_items.end() ? nullptr : &*found;
}

std::string_view Balance::standardOf(NutrientIndex nutrient) const
{
    const Item* const item = find(nutrient);
    return item ? std::string_view(item->standard) : std::string_view();
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
        if (auto found = m_intakes.findValue(whose, item.nutrient, IntakeKind::UpperLimit, who))
            return found;
    return std::nullopt;
}

Balance::Finding Balance::judge(const Item& item, std::optional<double> amount,
                                const Person& person, std::string_view standard) const
{
    const std::string_view whose =
        item.standard.empty() ? standard : std::string_view(item.standard);
    Finding finding{ &item, amount,
                     m_intakes.findValue(whose, item.nutrient, IntakeKind::Target, person),
                     limit(item, person, whose), Verdict::Unknown };
    if (!amount)
        return finding;
    if (finding.limit && exceeds(*amount, *finding.limit->value))
        finding.verdict = Verdict::AboveLimit;
    else if (!finding.target)
        finding.verdict = Verdict::Unjudged;
    else
        finding.verdict =
            reaches(*amount, *finding.target->value) ? Verdict::OnTarget : Verdict::Low;
    return finding;
}

Balance::Bounds Balance::bounds(NutrientIndex nutrient, const Person& person,
                                std::string_view standard) const
{
    const Item* const item = find(nutrient);
    if (!item)
        return {};
    const Finding finding = judge(*item, std::nullopt, person, standard);
    return { finding.target, finding.limit };
}

Result<std::string> Balance::verdict(NutrientIndex nutrient, std::optional<double> amount,
                                     const Person& person, std::string_view standard) const
{
    const Item* const item = find(nutrient);
    if (!item || !m_intakes.authority(standard))
        return Problem::InvalidArgument;
    using Words = std::pair<Verdict, const char*>;
    static constexpr std::array words{ Words(Verdict::Unknown, "status.unknown"),
                                       Words(Verdict::Unjudged, "status.no target"),
                                       Words(Verdict::Low, "status.below"),
                                       Words(Verdict::OnTarget, "status.on"),
                                       Words(Verdict::AboveLimit, "status.above") };
    const Verdict verdict = judge(*item, amount, person, standard).verdict;
    const auto found = std::find_if(words.begin(), words.end(),
                                    [verdict](const Words& each) { return each.first == verdict; });
    return m_texts.text(found->second);
}

std::string Balance::describe(std::string_view text, const Finding& finding,
                              std::string_view language) const
{
    const Nutrient& nutrient = m_nutrients[finding.item->nutrient];
    const Intake target = finding.target.value_or(Intake());
    const Intake limit = finding.limit.value_or(Intake());
    const Intake& nearer = finding.verdict == Verdict::AboveLimit ? limit : target;
    const auto value = [](const Intake& intake) { return intake.value.value_or(0); };
    const auto whose = [this, language](const Intake& intake) {
        return intake.authority ? m_texts.said(intake.authority->shortName, language)
                                : std::string();
    };
    const auto number = [this, language](std::string digits) {
        return m_texts.numeral(std::move(digits), language);
    };
    return m_texts.text(
        text,
        { { "name", m_texts.said(nutrient.name, language) },
          { "unit", nutrient.unit },
          { "amount", number(formatBeside(finding.amount.value_or(0), value(nearer))) },
          { "target", number(formatNumber(value(target))) },
          { "target term", target.term },
          { "target authority", whose(target) },
          { "target year", m_texts.said(target.year, language) },
          { "limit", number(formatNumber(value(limit))) },
          { "limit term", limit.term },
          { "limit authority", whose(limit) },
          { "limit year", m_texts.said(limit.year, language) } },
        language);
}

std::string Balance::list(std::string_view text, const std::vector<Finding>& findings,
                          Verdict verdict, std::string_view language) const
{
    std::vector<std::string> parts;
    for (const Finding& finding : findings)
        if (finding.verdict == verdict)
            parts.push_back(describe(text, finding, language));
    return joined(parts, ", ");
}

std::vector<InteractionFinding> Balance::interactions(const std::vector<Medicine>& medicines) const
{
    std::vector<InteractionFinding> findings;
    for (const InteractionFinding& finding : m_interactions.find(medicines, std::nullopt))
    {
        const Interaction& interaction = *finding.interaction;
        const bool concerned = std::any_of(m_items.begin(), m_items.end(), [&](const Item& item) {
            return std::any_of(interaction.nutrients.begin(), interaction.nutrients.end(),
                               [&](NutrientIndex nutrient) {
                                   return m_nutrients.areRelated(nutrient, item.nutrient);
                               });
        });
        // One mention of a class at each level says enough in a line.
        const bool said = std::any_of(findings.begin(), findings.end(), [&](const auto& each) {
            return each.medicine == finding.medicine
                   && each.interaction->level == interaction.level;
        });
        if (concerned && !said)
            findings.push_back(finding);
    }
    return findings;
}

std::string Balance::describe(const InteractionFinding& finding, std::string_view language) const
{
    return m_texts.text("balance.medicine",
                        { { "medicine", m_interactions.nameOf(finding, language) },
                          { "caution", m_texts.said(finding.interaction->clause, language) } },
                        language);
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

std::vector<std::string> Balance::notes(const std::vector<Finding>& findings) const
{
    std::vector<std::string> texts;
    for (const Note& note : m_notes)
        if (std::any_of(findings.begin(), findings.end(), [&note](const Finding& finding) {
                return finding.verdict == Verdict::AboveLimit
                       && std::find(note.above.begin(), note.above.end(), finding.item->nutrient)
                              != note.above.end();
            }))
            texts.push_back(note.text);
    return texts;
}

std::string Balance::whoseTargets(const std::vector<Finding>& findings, const Person& person,
                                  std::string_view language) const
{
    // One mention for each authority, whatever number of nutrients it speaks for.
    std::vector<std::pair<std::string, std::vector<std::string>>> byAuthority;
    for (const Finding& finding : findings)
    {
        if (!finding.target)
            continue;
        std::string authority = describe("balance.authority", finding, language);
        const auto same =
            std::find_if(byAuthority.begin(), byAuthority.end(),
                         [&authority](const auto& each) { return each.first == authority; });
        auto& names = same == byAuthority.end()
                          ? byAuthority.emplace_back(authority, std::vector<std::string>()).second
                          : same->second;
        names.push_back(m_texts.said(m_nutrients[finding.item->nutrient].name, language));
    }
    if (byAuthority.empty())
        return {};
    std::vector<std::string> mentions;
    mentions.reserve(byAuthority.size());
    for (const auto& [authority, names] : byAuthority)
        mentions.push_back(joined(names, ", ") + " " + authority);
    const bool stricter = !person.years || !person.sex;
    return m_texts.text(stricter ? "balance.targets.adult" : "balance.targets",
                        { { "targets", joined(mentions, "; ") } }, language);
}

Result<std::string> Balance::check(const DayIntake& day, const Person& person,
                                   std::string_view standard, std::string_view medicines,
                                   std::string_view language) const
{
    if (!m_intakes.authority(standard) || MedicineTable::isTooLong(medicines))
        return Problem::InvalidArgument;
    const std::vector<Medicine> named = m_medicines.find(medicines);
    const std::vector<InteractionFinding> known = interactions(named);
    // Beside a name that may be a misspelt warfarin nothing is called too little K2 either.
    std::vector<Medicine> meant = named;
    for (const Medicine& medicine : named)
        if (medicine.classes.empty())
            for (Medicine& similar : m_medicines.find(m_medicines.similar(medicine.entry)))
                meant.push_back(std::move(similar));
    const std::vector<InteractionFinding> likely = interactions(meant);
    std::vector<Finding> findings;
    for (const Item& item : m_items)
    {
        const auto amount = day.find(item.nutrient);
        findings.push_back(judge(item,
                                 amount == day.end() ? std::nullopt : std::optional(amount->second),
                                 person, standard));
        Finding& finding = findings.back();
        if (std::none_of(likely.begin(), likely.end(), [&item](const auto& each) {
                return each.interaction->unjudged == item.nutrient;
            }))
            continue;
        finding.target.reset();
        if (finding.verdict == Verdict::Low || finding.verdict == Verdict::OnTarget)
            finding.verdict = Verdict::Unjudged;
    }

    const auto sentence = [this, language](std::string_view id, const std::string& items) {
        return items.empty() ? std::string() : m_texts.text(id, { { "items", items } }, language);
    };
    std::vector<std::string> cautions;
    std::vector<std::string> remarks;
    for (const InteractionFinding& finding : known)
        (finding.interaction->level->caution ? cautions : remarks)
            .push_back(describe(finding, language));
    for (const Finding& finding : findings)
        if (finding.verdict == Verdict::AboveLimit)
            cautions.push_back(describe("balance.above", finding, language));
    std::vector<std::string> unlisted;
    for (const Medicine& medicine : named)
        if (medicine.classes.empty())
            unlisted.push_back(m_interactions.unlisted(medicine.entry, language));

    const std::string caution = joined(cautions, "; ");
    const std::string unknown = list("balance.name", findings, Verdict::Unknown, language);
    const std::string unjudged = list("balance.amount", findings, Verdict::Unjudged, language);
    const std::string low = list("balance.of", findings, Verdict::Low, language);
    const std::string onTarget = list("balance.of", findings, Verdict::OnTarget, language);
    // What only one author has a target for doesn't keep the others from being judged.
    const bool isOpen = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::Unjudged && finding.item->standard.empty();
    });

    std::vector<std::string> line;
    if (!caution.empty())
        line = { sentence("balance.caution", caution), sentence("balance.unknown", unknown),
                 sentence("balance.unjudged", unjudged), sentence("balance.low", low) };
    else if (!unknown.empty())
        line = { sentence("balance.incomplete.unknown", unknown),
                 sentence("balance.unjudged", unjudged), sentence("balance.low", low) };
    else if (isOpen)
        line = { sentence("balance.incomplete.unjudged", unjudged), sentence("balance.low", low) };
    else if (!low.empty())
        line = { sentence("balance.not", low), sentence("balance.unjudged", unjudged) };
    else
        line = { sentence("balance.balanced", onTarget), sentence("balance.unjudged", unjudged) };
    for (const std::string& text : shortPairs(findings))
        line.push_back(m_texts.said(text, language));
    for (const std::string& text : notes(findings))
        line.push_back(m_texts.said(text, language));
    line.push_back(sentence("balance.remarks", joined(remarks, "; ")));
    line.push_back(sentence("balance.unlisted", joined(unlisted, ", ")));
    line.push_back(whoseTargets(findings, person, language));
    std::erase(line, std::string());
    return joined(line, " ");
}

} // namespace quartet
