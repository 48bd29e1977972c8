/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/dishes.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

constexpr std::string_view recipeSource = "household-recipe";

/// As many digits as a kitchen's scales deserve.
std::string asWeighed(double number)
{
    constexpr int digits = 3;
    if (number <= 0)
        return "0";
    const int decimals = digits - 1 - static_cast<int>(std::floor(std::log10(number)));
    const double step = std::pow(10, -decimals);
    return formatNumber(std::round(number / step) * step, std::max(decimals, 0));
}

Row::Fields fieldsOf(const Row& row)
{
    Row::Fields fields;
    for (const auto& [field, text] : row.fields())
        fields.emplace(field, text);
    return fields;
}

} // namespace

Dishes::Dishes(const std::vector<Row>& rows, const RetentionTable& retention, const Data& data,
               std::vector<Damage>& damages)
    : m_data(data)
    , m_retained(retention.nutrients())
{
    std::map<std::string_view, const Retention*> ways;
    for (const Retention& way : retention.rows())
        ways.emplace(way.id, &way);
    readRows("dishes", { "ingredients", "weight" }, rows, damages,
             [&](const Row& row) { m_dishes.emplace(row.id(), read(row, ways)); });
    const Source* const own = data.sources.find(recipeSource);
    for (const Food& food : data.foods.foods())
        if (own && food.accounts.general.source.source == own && !m_dishes.contains(food.id))
            damages.push_back({ "foods", food.id, {}, "source", "has no recipe in dishes.csv" });
}

Dishes::Dish Dishes::read(const Row& row,
                          const std::map<std::string_view, const Retention*>& ways) const
{
    const Source* const own = m_data.sources.find(recipeSource);
    const auto isDish = [own](const Food& food) {
        return own && food.accounts.general.source.source == own;
    };
    const auto find = [this](const std::string& field, std::string_view id) -> const Food& {
        const Food* const food = m_data.foods.find(id);
        if (!food || food->id != id)
            throw BadRow(field, "\"" + std::string(id) + "\" is no food");
        return *food;
    };
    const Food& food = find("id", row.id());
    if (!isDish(food))
        throw BadRow("id", "isn't a food with the source household-recipe");
    if (std::any_of(food.values.begin(), food.values.end(),
                    [](const auto& value) { return value.has_value(); }))
        throw BadRow("id", "has figures of its own");
    Dish dish{ {}, row.requiredNumber("weight") };
    double solids = 0;
    const auto water = m_data.nutrients.findTag("WATER");
    for (const std::string_view part : split(row.requiredText("ingredients"), ";"))
    {
        const std::size_t sign = part.find('=');
        if (sign == std::string_view::npos)
            throw BadRow("ingredients", "\"" + std::string(part) + "\" has no grams");
        const Food& ingredient = find("ingredients", trim(part.substr(0, sign)));
        if (isDish(ingredient))
            throw BadRow("ingredients", ingredient.id + " is a dish itself");
        const std::string_view amount = trim(part.substr(sign + 1));
        const std::size_t space = std::min(amount.find(' '), amount.size());
        const double grams = readNumber("ingredients", amount.substr(0, space));
        const std::string_view way = trim(amount.substr(space));
        const auto found = ways.find(way);
        if (grams <= 0 || (!way.empty() && found == ways.end()))
            throw BadRow("ingredients", "\"" + std::string(part) + "\" has no weight or way");
        dish.ingredients.push_back({ &ingredient, grams, way.empty() ? nullptr : found->second });
        const auto wet = water ? ingredient.value(*water) : std::nullopt;
        solids += grams * (1 - std::min(wet.value_or(100), 100.0) / 100);
    }
    if (dish.weight <= 0 || solids > dish.weight)
        throw BadRow("weight", "is less than what the ingredients hold beside water");
    return dish;
}

std::optional<double> Dishes::per100g(const Dish& dish, NutrientIndex nutrient) const
{
    double sum = 0;
    double in = 0;
    for (const Ingredient& each : dish.ingredients)
    {
        const auto value = each.food->value(nutrient);
        if (!value || m_data.isDoubtful(*each.food, nutrient))
            return std::nullopt;
        const auto place = std::find(m_retained.begin(), m_retained.end(), nutrient);
        const auto kept =
            each.way && place != m_retained.end()
                ? each.way->percent[static_cast<std::size_t>(place - m_retained.begin())]
                : std::nullopt;
        sum += *value / 100 * each.grams * kept.value_or(100) / 100;
        in += each.grams;
    }
    if (m_data.nutrients[nutrient].tag == "WATER")
        sum += dish.weight - in;
    return sum / dish.weight * 100;
}

void Dishes::add(const Dish& dish, NutrientIndex first, NutrientIndex end,
                 Row::Fields& fields) const
{
    for (NutrientIndex i = first; i < end; ++i)
        if (!m_data.nutrients.k2().contains(i))
            if (const auto value = per100g(dish, i))
                fields[m_data.nutrients[i].tag] = asWeighed(*value);
}

std::vector<Row> Dishes::foods(const std::vector<Row>& rows) const
{
    std::vector<Row> result;
    result.reserve(rows.size());
    for (const Row& row : rows)
    {
        const auto dish = m_dishes.find(row.id());
        if (dish == m_dishes.end())
        {
            result.push_back(row);
            continue;
        }
        Row::Fields fields = fieldsOf(row);
        add(dish->second, 0, m_data.nutrients.coreSize(), fields);
        const auto& ingredients = dish->second.ingredients;
        if (std::any_of(ingredients.begin(), ingredients.end(),
                        [](const Ingredient& each) { return each.food->ofAnimals; }))
            fields["animals"] = "yes";
        result.emplace_back(row.id(), fields);
    }
    return result;
}

std::vector<Row> Dishes::block(const std::string& name, const std::vector<Row>& rows) const
{
    NutrientIndex first = m_data.nutrients.coreSize();
    while (first < m_data.nutrients.size() && m_data.nutrients[first].block != name)
        ++first;
    NutrientIndex end = first;
    while (end < m_data.nutrients.size() && m_data.nutrients[end].block == name)
        ++end;
    std::vector<Row> result = rows;
    for (const auto& [id, dish] : m_dishes)
    {
        Row::Fields fields;
        add(dish, first, end, fields);
        if (fields.empty())
            continue;
        fields["source"] = recipeSource;
        result.emplace_back(id, fields);
    }
    std::sort(result.begin(), result.end(),
              [](const Row& left, const Row& right) { return left.id() < right.id(); });
    return result;
}

std::vector<Row> Dishes::estimated(const std::vector<Row>& rows) const
{
    std::vector<Row> result = rows;
    const NutrientIndex total = m_data.nutrients.k2().total;
    for (const auto& [id, dish] : m_dishes)
    {
        const auto isThis = [&wanted = id](const Row& row) { return row.id() == wanted; };
        if (std::any_of(rows.begin(), rows.end(), isThis))
            continue;
        std::string from;
        for (const Ingredient& each : dish.ingredients)
            if (each.food->value(total) != 0)
                from.append(from.empty() ? "" : "; ")
                    .append(each.food->id + "=" + asWeighed(each.grams / dish.weight * 100));
        if (from.empty())
            from = dish.ingredients.front().food->id + "=100";
        result.emplace_back(id, Row::Fields{ { "rule", "recipe" }, { "from", from } });
    }
    return result;
}

} // namespace quartet
