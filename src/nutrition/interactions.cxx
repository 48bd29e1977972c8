/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/interactions.hxx"

#include "nutrition/fold.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

namespace quartet
{

InteractionTable::InteractionTable(const std::vector<Row>& levels,
                                   const std::vector<Row>& interactions,
                                   const MedicineTable& medicines, const NutrientTable& nutrients,
                                   const ConfidenceTable& confidence, const Texts& texts,
                                   std::vector<Damage>& damages)
    : m_medicines(medicines)
    , m_nutrients(nutrients)
    , m_texts(texts)
{
    readRows("levels", { "order", "caution" }, levels, damages, [this](const Row& row) {
        m_levels.emplace(row.id(), InteractionLevel{ row.id(), row.requiredNumber("order"),
                                                     row.text("caution") == "yes" });
    });
    const auto nutrient = [&nutrients](std::string_view name, const char* field) {
        const auto found = nutrients.find(name);
        if (!found)
            throw BadRow(field, "\"" + std::string(name) + "\" is no nutrient");
        return *found;
    };
    readRows("interactions",
             { "medicine", "nutrients", "level", "text", "short", "unjudged", "source", "place",
               "confidence" },
             interactions, damages, [&](const Row& row) {
                 Interaction interaction{ {},
                                          {},
                                          nullptr,
                                          std::string(row.requiredText("text")),
                                          std::string(row.requiredText("short")),
                                          std::string(row.requiredText("source")),
                                          confidence.caveat(row),
                                          std::nullopt };
                 for (const std::string_view id : split(row.requiredText("medicine"), ";"))
                 {
                     interaction.medicines.push_back(medicines.findClass(id));
                     if (!interaction.medicines.back())
                         throw BadRow("medicine", "\"" + std::string(id) + "\" is no class");
                 }
                 for (const std::string_view tag : split(row.requiredText("nutrients"), ";"))
                     interaction.nutrients.push_back(nutrient(tag, "nutrients"));
                 const auto level = m_levels.find(row.requiredText("level"));
                 if (level == m_levels.end())
                     throw BadRow("level", "is unknown");
                 interaction.level = &level->second;
                 if (const auto unjudged = row.text("unjudged"); !unjudged.empty())
                     interaction.unjudged = nutrient(unjudged, "unjudged");
                 m_interactions.push_back(std::move(interaction));
             });
    std::stable_sort(m_interactions.begin(), m_interactions.end(),
                     [](const Interaction& left, const Interaction& right) {
                         return left.level->order < right.level->order;
                     });
}

std::vector<InteractionFinding> InteractionTable::find(const std::vector<Medicine>& medicines,
                                                       std::optional<NutrientIndex> nutrient) const
{
    const auto concerns = [&](const Interaction& interaction) {
        return !nutrient
               || std::any_of(
                   interaction.nutrients.begin(), interaction.nutrients.end(),
                   [&](NutrientIndex each) { return m_nutrients.areRelated(each, *nutrient); });
    };
    std::vector<InteractionFinding> findings;
    for (const Interaction& interaction : m_interactions)
    {
        if (!concerns(interaction))
            continue;
        for (const Medicine& medicine : medicines)
            for (const MedicineClass* const named : medicine.classes)
                if (std::find(interaction.medicines.begin(), interaction.medicines.end(), named)
                    != interaction.medicines.end())
                    findings.push_back({ medicine.entry, named, &interaction });
    }
    return findings;
}

std::string InteractionTable::describe(std::string_view list, std::optional<NutrientIndex> nutrient,
                                       std::string_view language) const
{
    const std::vector<Medicine> medicines = m_medicines.find(list);
    const auto text = [this, language](std::string_view id, Texts::Values values) {
        return m_texts.text(id, values, language);
    };
    std::vector<std::string> sentences;
    std::vector<const Interaction*> said;
    for (const InteractionFinding& finding : find(medicines, nutrient))
    {
        const Interaction& interaction = *finding.interaction;
        if (std::find(said.begin(), said.end(), &interaction) != said.end())
            continue;
        said.push_back(&interaction);
        const bool plain = interaction.caveat.empty();
        sentences.push_back(text(plain ? "interaction" : "interaction.caveat",
                                 { { "medicine", nameOf(finding, language) },
                                   { "text", m_texts.said(interaction.text, language) },
                                   { "source", m_texts.said(interaction.source, language) },
                                   { "caveat", m_texts.said(interaction.caveat, language) } }));
    }
    for (const Medicine& medicine : medicines)
    {
        if (medicine.classes.empty())
        {
            const std::string similar = m_medicines.similar(medicine.entry);
            const std::string id =
                medicines.size() == 1 ? "interaction.unlisted" : "interaction.unlisted.of";
            sentences.push_back(text(similar.empty() ? id : id + ".similar",
                                     { { "medicine", medicine.entry }, { "similar", similar } }));
        }
        else if (nutrient && find({ medicine }, nutrient).empty())
            sentences.push_back(
                text("interaction.silent",
                     { { "medicine", medicine.entry },
                       { "nutrient", m_texts.said(m_nutrients[*nutrient].name, language) } }));
    }
    if (MedicineTable::isTooLong(list))
        sentences.push_back(text("interaction.tooLong",
                                 { { "count", std::to_string(MedicineTable::mostEntries) } }));
    return boost::algorithm::join(sentences, " ");
}

std::string InteractionTable::unlisted(const std::string& entry, std::string_view language) const
{
    const std::string similar = m_medicines.similar(entry);
    return similar.empty()
               ? entry
               : m_texts.text("interaction.similar",
                              { { "medicine", entry }, { "similar", similar } }, language);
}

std::string InteractionTable::nameOf(const InteractionFinding& finding,
                                     std::string_view language) const
{
    const std::string& english = finding.medicine->name;
    std::string name = m_texts.said(english, language);
    const std::string entry = foldWords(finding.entry);
    if (entry == foldWords(name) || entry == foldWords(english))
        return name;
    return m_texts.text("interaction.medicine",
                        { { "medicine", finding.entry }, { "class", name } }, language);
}

Result<std::string> InteractionTable::level(std::string_view list,
                                            std::optional<NutrientIndex> nutrient) const
{
    // Never a milder answer than the whole list would get.
    if (MedicineTable::isTooLong(list))
        return Problem::InvalidArgument;
    const auto findings = find(m_medicines.find(list), nutrient);
    return findings.empty() ? m_texts.text("interaction.level.none")
                            : findings.front().interaction->level->name;
}

} // namespace quartet
