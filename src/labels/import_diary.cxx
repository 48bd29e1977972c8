/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_diary.hxx"

#include "labels/import_columns.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

DiaryPlan planOfDiary(const ImportReading& reading, const ImportRules& rules,
                      const std::function<const Food*(const std::string&)>& find,
                      const std::function<std::string(const std::string&)>& guess)
{
    DiaryPlan plan;
    const ImportTable& table = reading.table;
    const ImportLayout layout(table.headers.size(), reading.mappings);
    const auto date = roleOf(reading.mappings, "date");
    const auto meal = roleOf(reading.mappings, "meal");
    if (!layout.name || !date)
        return plan;
    // A number without a unit may be grams or pieces: it is shown, and no amount.
    const auto amountOf = [&](const std::vector<ImportCell>& row) -> std::pair<std::string, bool> {
        if (!layout.serving)
            return {};
        const ImportCell& cell = row[*layout.serving];
        std::string amount = cellText(cell);
        const ImportValue value = readImportValue(cell, DecimalSign::Point, rules);
        if (value.kind == ImportValue::Kind::Number && value.unit.empty())
        {
            const ColumnMapping& mapping = reading.mappings[*layout.serving];
            if (layout.servingUnit)
                amount += " " + cellText(row[*layout.servingUnit]);
            else if (!mapping.unit.empty() && !mapping.assumed)
                amount += " " + mapping.unit;
            else if (saysGrams(mapping, rules))
                amount += " g";
            else
                return { amount, false };
        }
        else if (const auto grams = rules.grams(amount))
            amount = formatNumber(*grams) + " g"; // "158.00 g"
        return { std::string(trim(amount)), !amount.empty() };
    };
    for (const auto& row : table.rows)
    {
        const auto [amount, isAmount] = amountOf(row);
        DiaryEntry entry{ unquoted(cellText(row[*date])),
                          meal ? cellText(row[*meal]) : std::string(), cellText(row[*layout.name]),
                          amount };
        if (fold(entry.food).empty())
            continue;
        const Food* const food = find(entry.food);
        if (!food)
        {
            std::string perhaps = guess(entry.food);
            plan.missed.push_back({ std::move(entry), "food", std::move(perhaps) });
        }
        else if (!isAmount || !rules.data().grams(*food, entry.amount))
            plan.missed.push_back({ std::move(entry), "amount", {} });
        else
            plan.entries.push_back(std::move(entry));
    }
    return plan;
}

} // namespace quartet
