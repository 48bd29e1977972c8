/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/accounts.hxx"

#include "nutrition/fold.hxx"

namespace quartet
{

namespace
{

constexpr std::string_view sourceField = " source"; ///< in "CA source"

/// The nutrient in "CA source".
std::optional<NutrientIndex> nutrientOfSource(std::string_view field,
                                              const NutrientTable& nutrients)
{
    if (!field.ends_with(sourceField))
        return std::nullopt;
    return nutrients.findTag(field.substr(0, field.size() - sourceField.size()));
}

/** Calls take with the head and each nutrient of "head: CA MG; other head: P".
    @throws BadRow for an unknown nutrient */
template <typename Take>
void readList(const Row& row, const char* field, const NutrientTable& nutrients, const Take& take)
{
    for (const std::string_view part : split(row.text(field), ";"))
    {
        const std::size_t sign = part.find(": ");
        if (sign == std::string_view::npos)
            throw BadRow(field, "\"" + std::string(part) + "\" has no \": \"");
        for (const std::string_view tag : split(part.substr(sign + 1), " "))
        {
            const auto nutrient = nutrients.findTag(tag);
            if (!nutrient)
                throw BadRow(field, "\"" + std::string(tag) + "\" is no nutrient");
            take(part.substr(0, sign), *nutrient);
        }
    }
}

const std::string& gradeOf(std::string_view word, const char* field, const SourceTable& sources)
{
    const std::string* const grade = sources.gradeOfWord(word);
    if (!grade)
        throw BadRow(field, "\"" + std::string(word) + "\" is no grade");
    return *grade;
}

Account accountOf(Citation source)
{
    Account account{ std::move(source), {}, {}, {} };
    if (account.source)
        account.grade = account.source.source->grade;
    return account;
}

} // namespace

bool isSourceField(std::string_view field, const NutrientTable& nutrients)
{
    return nutrientOfSource(field, nutrients).has_value();
}

Accounts readAccounts(const Row& row, const NutrientTable& nutrients, const SourceTable& sources)
{
    Accounts accounts{ accountOf(sources.citation(row, "source")), {} };
    for (const auto& [field, text] : row.fields())
        if (const auto nutrient = nutrientOfSource(field, nutrients))
        {
            const auto source = sources.citation(row, field);
            if (!source)
                throw BadRow(std::string(field), "is missing");
            accounts.exceptions.emplace(*nutrient, accountOf(source));
        }
    readList(row, "other sources", nutrients, [&](std::string_view source, NutrientIndex nutrient) {
        const Citation citation = sources.citation(source, "other sources");
        if (!accounts.exceptions.emplace(nutrient, accountOf(citation)).second)
            throw BadRow("other sources", nutrients[nutrient].tag + " has two sources");
    });
    if (const std::string_view word = row.text("grade"); !word.empty())
        accounts.general.grade = gradeOf(word, "grade", sources);
    std::vector<bool> graded(nutrients.size());
    readList(row, "other grades", nutrients, [&](std::string_view word, NutrientIndex nutrient) {
        if (graded[nutrient])
            throw BadRow("other grades", nutrients[nutrient].tag + " has two grades");
        graded[nutrient] = true;
        accounts.exceptions.emplace(nutrient, accounts.general).first->second.grade =
            gradeOf(word, "other grades", sources);
    });
    return accounts;
}

} // namespace quartet
