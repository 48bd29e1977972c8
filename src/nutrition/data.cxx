/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/data.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/search_index.hxx"
#include "nutrition/search_words.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>
#include <map>

namespace quartet
{

namespace
{

std::string readVersion(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    std::string date;
    // Ours stands first, and stays the one.
    readRows("version", { "date" }, rows, damages, [&date](const Row& row) {
        if (date.empty())
            date = row.requiredText("date");
    });
    return date;
}

std::set<std::string> readAmbiguous(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    std::set<std::string> words;
    readRows("ambiguous_words", {}, rows, damages,
             [&words](const Row& row) { words.insert(fold(row.id())); });
    return words;
}

std::vector<Row> textRows(const Tables& tables)
{
    std::vector<Row> rows = tableRows(tables, "texts");
    for (const char* const name : { "amount_texts", "own_texts" })
    {
        const auto& more = tableRows(tables, name);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

std::ptrdiff_t countDigits(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The blocks among some tables, which nobody has put in order yet.
NutrientBlocks::Read blocksIn(const Tables& tables, const NutrientTable& nutrients)
{
    std::map<std::string, RowFile> files;
    for (NutrientIndex i = nutrients.coreSize(); i < nutrients.size(); ++i)
    {
        std::vector<Row> rows = tableRows(tables, nutrients[i].block);
        std::sort(rows.begin(), rows.end(),
                  [](const Row& left, const Row& right) { return left.id() < right.id(); });
        files.emplace(nutrients[i].block, RowFile::of(rows));
    }
    return [files = std::move(files)](const std::string& block) { return files.at(block); };
}

} // namespace

Data::Data(const Tables& tables, std::vector<Damage> damages, std::optional<CheckedTables> checked)
    : m_damages(std::move(damages))
    , m_ambiguous(readAmbiguous(tableRows(tables, "ambiguous_words"), m_damages))
    , m_measureRows(tableRows(tables, "measures"))
    , m_numberRows(tableRows(tables, "numbers"))
    , nutrients(tableRows(tables, "nutrients"), m_damages)
    , sources(tableRows(tables, "grades"), tableRows(tables, "sources"), m_damages)
    , units(readUnits(tableRows(tables, "units"), m_damages))
    , estimateRules(tableRows(tables, "estimates"), m_damages)
    , blocks(nutrients, sources, checked ? checked->block : blocksIn(tables, nutrients))
    , foods(checked ? FoodTable(std::move(checked->foods), tableRows(tables, "foods"), nutrients,
                                sources, m_damages, &blocks)
                    : FoodTable(tableRows(tables, "foods"), nutrients, sources, m_damages, &blocks))
    , texts(textRows(tables), tableRows(tables, "phrases"), m_damages)
    , version(readVersion(tableRows(tables, "version"), m_damages))
{
    if (!checked)
        blocks.check(m_damages);
}

std::string Data::rangeWords(std::optional<double> low, std::optional<double> high,
                             const std::string& unit, std::string_view language) const
{
    const char* const text = !high ? "source.low" : !low ? "source.high" : "source.range";
    return texts.text(text,
                      { { "low", texts.numeral(formatNumber(low.value_or(0)), language) },
                        { "high", texts.numeral(formatNumber(high.value_or(0)), language) },
                        { "unit", unit } },
                      language);
}

std::string Data::estimateWords(const Food& food, std::string_view language) const
{
    const Estimate& estimate = food.k2Estimate;
    const EstimateRule* const rule = estimateRules.find(estimate.rule);
    const std::string& unit = nutrients[nutrients.k2().total].unit;
    const std::string range = rangeWords(estimate.low, estimate.high, unit, language);
    const std::string words = rule ? texts.said(rule->words, language) : estimate.rule;
    if (!estimate.value)
        return texts.text("source.noEstimate", { { "rule", words }, { "range", range } }, language);
    return texts.text(estimate.basis.empty() ? "source.estimate" : "source.estimate.basis",
                      { { "value", texts.numeral(formatNumber(*estimate.value), language) },
                        { "unit", unit },
                        { "rule", words },
                        { "basis", estimate.basis },
                        { "range", range } },
                      language);
}

FoundFoods Data::search(const FoodTable& table, std::string_view text,
                        std::string_view language) const
{
    FoundFoods found = searchFoods(table, text, language);
    if (m_ambiguous.contains(fold(text)))
        found.likely = 0;
    else if (found.likely == 0 || (!table.find(text) && (!found.isWhole || countDigits(text) > 0)))
        for (const std::string& shorter : withoutAmount(text, measures()))
        {
            // "cup of milk" is no tea with milk, though "cup of tea with milk" holds its words;
            // nor is "milk 2 l" milk with 2 % of fat.
            const bool isAmount = countDigits(shorter) < countDigits(text);
            if (found.likely > 0 && !((isAmount || !found.isWhole) && table.find(shorter)))
                continue;
            FoundFoods less = searchFoods(table, shorter, language);
            if (m_ambiguous.contains(shorter) || isWrongForm(text, shorter, less))
                less.likely = 0;
            if (less.likely > 0 || found.foods.empty())
                found = std::move(less);
            if (found.likely > 0 && found.isWhole)
                break;
        }
    return found;
}

bool Data::isWrongForm(std::string_view text, std::string_view shorter,
                       const FoundFoods& found) const
{
    if (found.foods.empty() || !saysFresh(text, measures()) || saysFresh(shorter, measures()))
        return false;
    const std::string name = fold(found.foods.front()->name);
    const std::vector<Word> words = splitWords(name);
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& word) { return measures().isPreserved(word.text); });
}

const Measures& Data::measures(std::vector<Damage>* damages) const
{
    std::call_once(m_measuresOnce, [&] {
        std::vector<Damage> leftOut;
        m_measures = std::make_unique<const Measures>(m_measureRows, m_numberRows,
                                                      damages ? *damages : leftOut);
    });
    return *m_measures;
}

WeightOrFault Data::amount(const Food& food, std::string_view text) const
{
    // Grams and the food's own portions in English need no words.
    if (const auto quantity = parseQuantity(text))
        if (const auto plain = weigh(*quantity, food.portions, units))
            return *plain;
    // A weight of whatever it may be: nothing is its name.
    if (food.name.empty())
        return readAmount(text, { {}, food.portions, {}, {} }, measures(), units);
    const std::string own = fold(food.name);
    const auto isItsName = [&](std::string_view name) {
        const Food* const named = food.ownSource ? nullptr : foods.find(name);
        return named ? named->id == food.id : fold(name) == own;
    };
    const auto isInItsNames = [&](std::string_view word) {
        if (food.ownSource)
            return false;
        const auto& names = foods.shownNames(food);
        return std::any_of(names.begin(), names.end(), [word](std::string_view name) {
            return hasWord(name, word) || endsJapanese(name, word);
        });
    };
    return readAmount(
        text, { food.name, food.portions, isItsName, isInItsNames, food.ownSource.has_value() },
        measures(), units);
}

Result<double> Data::grams(const Food& food, std::string_view text) const
{
    const auto weight = amount(food, text);
    return weight ? Result<double>(*weight) : Problem::InvalidArgument;
}

Result<std::string> Data::source(const Food& food, NutrientIndex nutrient,
                                 std::string_view language) const
{
    const bool known = food.value(nutrient).has_value();
    if (food.ownSource)
        return known ? Result<std::string>(*food.ownSource) : Problem::NotAvailable;
    const Account& account = food.account(nutrient, nutrients.k2());
    const bool total = nutrient == nutrients.k2().total;
    const bool range = total && (account.low || account.high);
    const bool estimated = total && !known && !food.k2Estimate.rule.empty();
    if (!known && !(total && (account.source || range)) && !estimated)
        return Problem::NotAvailable;

    std::vector<std::string> parts;
    if (!known && (account.source || range))
        parts.push_back(texts.text("source.unknown", {}, language));
    if (account.source)
        parts.push_back(texts.said(account.source.words(), language));
    // That nothing was measured the estimate says itself.
    if (const std::string* const grade = sources.gradeWords(account.grade);
        grade && (account.source || !estimated))
        parts.push_back(texts.said(*grade, language));
    if (range)
        parts.push_back(rangeWords(account.low, account.high, nutrients[nutrient].unit, language));
    if (estimated)
        parts.push_back(texts.text(account.source ? "source.total" : "source.unmeasured",
                                   { { "estimate", estimateWords(food, language) } }, language));
    return boost::algorithm::join(parts, "; ");
}

std::string Data::grade(const Food& food, NutrientIndex nutrient) const
{
    if (!food.value(nutrient))
        return texts.text(nutrient == nutrients.k2().total && food.k2Estimate.value
                              ? "grade.estimated"
                              : "grade.unknown");
    if (food.ownSource)
        return texts.text("grade.own");
    const std::string* const word = sources.gradeWord(food.account(nutrient, nutrients.k2()).grade);
    return word ? *word : texts.text("grade.unknown");
}

bool Data::isDoubtful(const Food& food, NutrientIndex nutrient) const
{
    return food.ofAnimals && nutrients[nutrient].ofAnimals && food.value(nutrient) == 0.0
           && sources.isAssumed(food.account(nutrient, nutrients.k2()).grade);
}

Result<std::string> Data::whyLeftOut(std::string_view food) const
{
    const std::string key = fold(food);
    const auto damage =
        std::find_if(m_damages.begin(), m_damages.end(), [&key](const Damage& each) {
            return each.table == "foods" && (fold(each.id) == key || fold(each.name) == key);
        });
    if (damage == m_damages.end())
        return Problem::NotAvailable;
    return texts.text(
        "source.damaged",
        { { "id", damage->id }, { "field", damage->field }, { "reason", damage->reason } });
}

} // namespace quartet
