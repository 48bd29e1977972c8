/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/tables.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "portable/amount_words.hxx"

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

/// Begins a mark: a sign that Unicode keeps for private use.
constexpr const char* markSign = "\xEE\x80\x81";

std::string mark(const std::string& name) { return markSign + name; }

/// What most foods have a weight for, as registry/measures.csv names it.
constexpr std::array measures{ "cup", "tbsp", "tsp", "ml", "litre", "piece", "slice", "serving" };

/// What makes many of one in languages that don't do it with an s alone.
constexpr std::array pluralEndings{ "n", "en", "e", "er", "se", "s" };

/// Whether an amount is the same for each of two.
bool isTwice(double one, double two)
{
    constexpr double close = 1e-9;
    return std::abs(two - 2 * one) <= close * two;
}

} // namespace

DataTables::DataTables(const Standards& standards, const FoodTable& foods, std::string language,
                       NamesOfFoods names)
    : m_standards(standards)
    , m_table(foods)
    , m_language(std::move(language))
    , m_names(std::move(names))
{
}

std::string DataTables::foods() { return mark("foods"); }
std::string DataTables::foodColumn(int number) { return mark("food " + std::to_string(number)); }
std::string DataTables::numbers() { return mark("numbers"); }
std::string DataTables::numberKeys() { return mark("numbers 1"); }
std::string DataTables::numberValues() { return mark("numbers 2"); }
std::string DataTables::portions() { return mark("portions"); }
std::string DataTables::portionKeys() { return mark("portions 1"); }
std::string DataTables::portionGrams() { return mark("portions 2"); }
std::string DataTables::foodNames() { return mark("names"); }

std::optional<std::string> DataTables::marked(const std::string& text)
{
    if (!text.starts_with(markSign))
        return std::nullopt;
    return text.substr(std::string(markSign).size());
}

int DataTables::column(FoodColumn column, const std::string& nutrient)
{
    m_usesFoods = true;
    const std::string key = std::to_string(static_cast<int>(column)) + nutrient;
    const auto [found, isNew] = m_fieldOf.emplace(key, static_cast<int>(m_fields.size()));
    if (isNew)
        m_fields.push_back({ column, nutrient });
    return fixedColumns + found->second + 1;
}

std::string DataTables::figure(FixedFigure figure)
{
    std::string key = figure.label + '\n' + figure.source;
    if (const auto* const number = std::get_if<double>(&figure.value))
        key += "\nn" + std::to_string(*number) + ' ' + formatNumber(*number, 15);
    else if (const auto* const text = std::get_if<std::string>(&figure.value))
        key += "\nt" + *text;
    const auto [found, isNew] = m_figureOf.emplace(key, m_figures.size());
    if (isNew)
    {
        figure.serves = m_serves;
        m_figures.push_back(std::move(figure));
    }
    return mark("figure " + std::to_string(found->second));
}

std::string DataTables::block(const std::string& key, std::size_t rows,
                              const std::function<ValueBlock()>& make)
{
    auto found = m_blockOf.find(key);
    if (found == m_blockOf.end())
    {
        // Where it can't be made there is none.
        m_blocks.push_back(make());
        found = m_blockOf.emplace(key, m_blocks.size() - 1).first;
    }
    else if (ValueBlock& block = m_blocks[found->second]; block.rows.size() < rows)
        block = make();
    return mark("block " + std::to_string(found->second) + " " + std::to_string(rows));
}

void DataTables::addFood(const Food& food, const std::string& written)
{
    m_foods[food.name] = &food;
    if (!written.empty())
        m_written[written] = &food;
}

void DataTables::addFood(const std::string& written)
{
    if (const Food* const food = trim(written).empty() ? nullptr : m_table.find(trim(written)))
        addFood(*food, written);
}

void DataTables::addAllFoods()
{
    m_usesFoods = m_allFoods = true;
    for (const Food& food : m_table.foods())
        addFood(food, {});
}

void DataTables::addAmount(const std::string& written) { m_amounts.insert(written); }

std::vector<DataTables::FoodRow> DataTables::foodRows() const
{
    std::vector<FoodRow> rows;
    std::set<std::string> taken;
    const auto add = [&](const std::string& key, const Food& food, int number, bool isName) {
        // Excel looks no longer text up: one would spoil every total.
        constexpr std::size_t longest = 250;
        if (!key.empty() && key.size() <= longest && taken.insert(inSmallLetters(key)).second)
            rows.push_back({ key, &food, number, isName });
    };
    // A name comes before another food's other spelling.
    int number = 0;
    std::map<const Food*, int> numbers;
    for (const auto& [name, food] : m_foods)
    {
        numbers[food] = ++number;
        add(name, *food, number, true);
    }
    for (const auto& [name, food] : m_foods)
    {
        std::vector<std::string> others = food->aliases;
        others.push_back(food->id);
        std::set<std::string> foldedOnes{ foldKeepingKana(name) };
        std::vector<std::string> all{ name };
        for (const std::string& other : others)
            if (foldedOnes.insert(foldKeepingKana(other)).second)
                all.push_back(other);
        for (const std::string& other : all)
        {
            // Another food may have the word as its name: then that one is meant.
            if (m_table.find(other) != food)
                continue;
            add(other, *food, numbers[food], false);
            const std::string plain = foldKeepingKana(other);
            if (!isAscii(other))
                add(plain, *food, numbers[food], false);
        }
    }
    // As formulas trim a name, and as a sum over cells compares it.
    for (const auto& [written, food] : m_written)
        for (const std::string& key : { singleSpaced(written), written })
            add(key, *food, numbers[food], false);
    return rows;
}

std::string DataTables::bound(const std::string& nutrient) const
{
    const auto& nutrients = m_standards.data->nutrients;
    return nutrient == nutrients[nutrients.k2().total].tag ? knownK2 : nutrient;
}

std::optional<double> DataTables::value(const std::string& nutrient, const Food& food) const
{
    const auto& nutrients = m_standards.data->nutrients;
    if (nutrient == knownK2)
        return k2Per100g(food, nutrients.k2(), K2Form::Known);
    return food.value(*nutrients.findTag(nutrient));
}

DataValue DataTables::field(const FoodField& field, const Food& food) const
{
    if (field.column == FoodColumn::Name)
    {
        const std::string& language = field.nutrient;
        return food.ownSource || language == "en" ? food.name
                                                  : m_names()->food(food.id, food.name, language);
    }
    const auto& nutrients = m_standards.data->nutrients;
    const auto known = value(field.nutrient, food);
    switch (field.column)
    {
        case FoodColumn::Value:
            return known ? DataValue(*known) : DataValue();
        case FoodColumn::Known:
            return value(bound(field.nutrient), food).value_or(0);
        case FoodColumn::IsKnown:
            return known ? 1.0 : 0.0;
        case FoodColumn::IsCovered:
            return known && !m_standards.data->isDoubtful(food, *nutrients.findTag(field.nutrient))
                       ? 1.0
                       : 0.0;
        case FoodColumn::IsBound:
            return value(bound(field.nutrient), food) ? 1.0 : 0.0;
        case FoodColumn::Source:
        case FoodColumn::Grade:
        case FoodColumn::Name:
            break;
    }
    const auto index =
        field.nutrient == knownK2 ? nutrients.k2().total : *nutrients.findTag(field.nutrient);
    if (field.column == FoodColumn::Grade)
        return m_standards.data->grade(food, index);
    const auto source = m_standards.data->source(food, index);
    return source ? DataValue(*source) : DataValue();
}

std::vector<std::pair<std::string, double>> DataTables::numberRows() const
{
    std::vector<std::string> words = commonNumbers();
    for (const std::string& amount : m_amounts)
        words.push_back(splitAmount(amount).number);
    std::vector<std::pair<std::string, double>> rows;
    std::set<std::string> taken;
    for (const std::string& word : words)
    {
        const auto quantity = parseQuantity(word);
        if (quantity && quantity->unit.empty() && taken.insert(word).second)
            rows.emplace_back("#" + word, quantity->number);
    }
    return rows;
}

std::set<std::string> DataTables::unitWords(const Food& food) const
{
    std::set<std::string> words{ "" };
    const auto add = [&words](const std::string& word) {
        for (const std::string& form : unitForms(word))
            words.insert(form);
    };
    for (const Weights* const weights : { &m_standards.data->units, &food.portions })
        for (const auto& [unit, grams] : weights->all())
            add(unit);
    for (const std::string& amount : m_amounts)
        words.insert(splitAmount(amount).unit);
    // A copy with all foods would be too long with all words.
    if (m_allFoods)
        return words;
    for (const std::string& word : m_standards.data->measures().unitsIn(m_language))
        words.insert(word);
    // "Scheiben", "tazas": a word that is none in any language isn't understood, and goes.
    const auto addSpoken = [&](const std::string& word) {
        add(word);
        if (m_language != "en")
            for (const char* const ending : pluralEndings)
                words.insert(word + ending);
    };
    for (const char* const measure : measures)
        for (const std::string_view language :
             { std::string_view("en"), std::string_view(m_language) })
            addSpoken(m_standards.data->measures().portionName(measure, language));
    for (const auto& [portion, grams] : food.portions.all())
        addSpoken(m_standards.data->measures().portionName(portion, m_language));
    const auto isSize = [this](const std::string& portion) {
        const auto& meanings = m_standards.data->measures().find(portion);
        return !meanings.empty() && meanings.front().kind == WordKind::Size;
    };
    // "2 eggs", "2 large eggs"
    const std::string name = inSmallLetters(food.name.substr(0, food.name.find_first_of(",(")));
    for (const std::string& form : unitForms(std::string(trim(name))))
    {
        words.insert(form);
        for (const auto& [portion, grams] : food.portions.all())
            if (isSize(portion))
                words.insert(portion + " " + form);
    }
    return words;
}

std::vector<std::tuple<std::string, double, std::string>> DataTables::portionRows() const
{
    std::vector<std::tuple<std::string, double, std::string>> rows;
    int number = 0;
    for (const auto& [name, food] : m_foods)
    {
        const std::string begin = std::to_string(++number) + "|";
        std::set<std::string> taken;
        for (const std::string& word : unitWords(*food))
        {
            const auto one = m_standards.data->amount(*food, "1 " + word);
            const auto two = m_standards.data->amount(*food, "2 " + word);
            const std::string key = unitKey(word);
            // Only what any number can stand before.
            if (one && two && isTwice(*one, *two) && taken.insert(inSmallLetters(key)).second)
                rows.emplace_back(begin + key, *one, name);
        }
        for (const std::string& amount : m_amounts)
        {
            const AmountWords split = splitAmount(amount);
            const auto quantity = parseQuantity(split.number);
            const bool isSplit =
                quantity && quantity->unit.empty() && taken.contains(inSmallLetters(split.unit));
            const auto grams = isSplit ? WeightOrFault(AmountFault::NotUnderstood)
                                       : m_standards.data->amount(*food, amount);
            if (grams)
                rows.emplace_back(begin + "=" + singleSpaced(amount), *grams, name);
        }
    }
    return rows;
}

} // namespace quartet
