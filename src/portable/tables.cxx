/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/tables.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "portable/amount_words.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

/// Begins a mark: a sign that Unicode keeps for private use.
constexpr const char* markSign = "\xEE\x80\x81";

std::string mark(const std::string& name) { return markSign + name; }

} // namespace

DataTables::DataTables(const Standards& standards, const FoodTable& foods)
    : m_standards(standards)
    , m_table(foods)
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
    const auto [found, isNew] = m_blockOf.emplace(key, m_blocks.size());
    if (isNew)
        m_blocks.emplace_back();
    ValueBlock& block = m_blocks[found->second];
    if (block.rows.size() < rows)
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
    const std::string name(trim(written));
    if (const Food* const food = name.empty() ? nullptr : m_table.find(name))
        addFood(*food, name);
}

void DataTables::addAllFoods()
{
    m_usesFoods = true;
    for (const Food& food : m_table.foods())
        addFood(food, {});
}

void DataTables::addAmount(const std::string& written) { m_amounts.insert(written); }

std::vector<DataTables::FoodRow> DataTables::foodRows() const
{
    std::vector<FoodRow> rows;
    std::set<std::string> taken;
    const auto add = [&](const std::string& key, const Food& food, int number, bool isName) {
        if (!key.empty() && taken.insert(lowerAscii(key)).second)
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
    for (const auto& [written, food] : m_written)
    {
        const bool known = std::any_of(rows.begin(), rows.end(), [&](const FoodRow& row) {
            return lowerAscii(row.key) == lowerAscii(singleSpaced(written))
                   || (!isAscii(written) && row.key == foldKeepingKana(written));
        });
        if (!known)
            add(singleSpaced(written), *food, numbers[food], false);
    }
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
        case FoodColumn::IsBound:
            return value(bound(field.nutrient), food) ? 1.0 : 0.0;
        case FoodColumn::Source:
            break;
    }
    const auto index =
        field.nutrient == knownK2 ? nutrients.k2().total : *nutrients.findTag(field.nutrient);
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
        if (quantity && quantity->unit.empty() && quantity->number > 0 && taken.insert(word).second)
            rows.emplace_back("#" + word, quantity->number);
    }
    return rows;
}

std::vector<std::tuple<std::string, double, std::string>> DataTables::portionRows() const
{
    const Weights& units = m_standards.data->units;
    std::set<std::string> words;
    for (const auto& [unit, grams] : units.all())
        for (const std::string& form : unitForms(unit))
            words.insert(form);
    for (const std::string& amount : m_amounts)
        words.insert(splitAmount(amount).unit);
    words.insert("");
    std::vector<std::tuple<std::string, double, std::string>> rows;
    int number = 0;
    for (const auto& [name, food] : m_foods)
    {
        ++number;
        std::set<std::string> all = words;
        for (const auto& [unit, grams] : food->portions.all())
            for (const std::string& form : unitForms(unit))
                all.insert(form);
        std::set<std::string> taken;
        for (const std::string& word : all)
        {
            const auto grams = weigh({ 1, fold(word) }, food->portions, units);
            const std::string key = std::to_string(number) + "|" + unitKey(word);
            if (grams && taken.insert(key).second)
                rows.emplace_back(key, *grams, name);
        }
    }
    return rows;
}

} // namespace quartet
