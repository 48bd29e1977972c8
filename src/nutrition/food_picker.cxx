/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_picker.hxx"

#include "nutrition/amount_advice.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"

#include <algorithm>
#include <set>

namespace quartet
{

namespace
{

/// Things in the order of what they are called.
template <typename Thing, typename Name>
void sortByName(std::vector<Thing>& things, const Name& name)
{
    std::vector<std::pair<std::string, Thing>> byKey;
    byKey.reserve(things.size());
    for (Thing& thing : things)
    {
        std::string key = fold(name(thing));
        byKey.emplace_back(std::move(key), std::move(thing));
    }
    std::stable_sort(byKey.begin(), byKey.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    for (std::size_t i = 0; i < things.size(); ++i)
        things[i] = std::move(byKey[i].second);
}

} // namespace

namespace
{

/// Whether a person who goes on typing comes to a name: more than half of its first word is there.
bool isHalfTyped(std::string_view typed, std::string_view name)
{
    return name.starts_with(typed)
           && typed.size() * 2 > std::min(name.find_first_of(" ,"), name.size());
}

} // namespace

FoodPicker::FoodPicker(const std::shared_ptr<const Data>& data)
    : FoodPicker(data, { data, &data->foods })
{
}

FoodPicker::FoodPicker(std::shared_ptr<const Data> data, std::shared_ptr<const FoodTable> table,
                       std::shared_ptr<const FoodNames> names, std::string language)
    : m_data(std::move(data))
    , m_table(std::move(table))
    , m_names(std::move(names))
    , m_language(std::move(language))
{
    std::set<std::string> groups;
    for (const Food& food : m_table->foods())
    {
        groups.insert(food.group);
        m_all.push_back(&food);
    }
    m_groups.assign(groups.begin(), groups.end());
    if (m_names)
    {
        sortByName(m_groups, [this](const std::string& group) { return groupName(group); });
        sortByName(m_all, [this](const Food* food) { return name(*food); });
    }
    search({}, {});
}

std::string FoodPicker::name(const Food& food) const
{
    return m_names && !food.ownSource ? m_names->food(food.id, food.name, m_language) : food.name;
}

std::string FoodPicker::groupName(const std::string& group) const
{
    return m_names ? m_names->group(group, m_language) : group;
}

void FoodPicker::search(std::string_view text, std::string_view group)
{
    if (trim(text).empty())
    {
        m_foods = m_all;
        m_likely = 0;
        raiseRecent(0, m_foods.size(), {});
    }
    else
    {
        FoundFoods found = m_data->search(*m_table, text, m_language);
        m_foods = std::move(found.foods);
        m_likely = found.likely;
        if (m_likely == 0)
        {
            const std::string folded = fold(text);
            while (m_likely < m_foods.size() && isHalfTyped(folded, fold(name(*m_foods[m_likely]))))
                ++m_likely;
        }
        const bool isName = !m_foods.empty() && m_table->find(text) == m_foods.front();
        raiseRecent(isName ? 1 : 0, m_likely, fold(text));
    }
    if (group.empty())
        return;
    const auto isOther = [group](const Food* food) { return food->group != group; };
    m_likely -= static_cast<std::size_t>(std::count_if(
        m_foods.begin(), m_foods.begin() + static_cast<std::ptrdiff_t>(m_likely), isOther));
    std::erase_if(m_foods, isOther);
}

void FoodPicker::raiseRecent(std::size_t first, std::size_t few, std::string_view folded)
{
    if (few <= first)
        return;
    const auto end = m_foods.begin() + static_cast<std::ptrdiff_t>(few);
    auto place = m_foods.begin() + static_cast<std::ptrdiff_t>(first);
    for (const Food* const food : m_recent)
        if (const auto found = std::find(place, end, food);
            found != end && fold(name(*food)).starts_with(folded))
            place = std::rotate(place, found, found + 1);
}

std::vector<std::string> FoodPicker::amounts(const Food& food) const
{
    auto amounts = portionTexts(*m_data, food, m_language);
    const auto serving = food.portions.grams("serving");
    const double times = m_data->measures().limit("usual");
    const auto isUsual = [&](const std::string& amount) {
        const auto weight = grams(food, amount);
        return serving && weight && *weight * times >= *serving && *weight <= *serving * times;
    };
    const auto usual = std::find_if(amounts.begin(), amounts.end() - 1, isUsual);
    if (usual != amounts.end() - 1)
        std::rotate(amounts.begin(), usual, usual + 1);
    return amounts;
}

Result<double> FoodPicker::grams(const Food& food, std::string_view amount) const
{
    return m_data->grams(food, amount);
}

std::vector<Figure> FoodPicker::figures(const Food& food, const Result<double>& grams) const
{
    const Menaquinones& k2 = m_data->nutrients.k2();
    std::vector<Figure> figures;
    for (const NutrientIndex nutrient : m_data->nutrients.shown())
    {
        const auto& [tag, unit, name, of, block, ofAnimals] = m_data->nutrients[nutrient];
        Figure figure{ tag, unit, food.value(nutrient), {} };
        if (nutrient == k2.total && !figure.per100g)
        {
            figure.per100g = k2Per100g(food, k2, K2Form::Known);
            figure.lowerBound = figure.per100g.has_value();
        }
        if (figure.per100g && grams)
            figure.inPortion = *figure.per100g * *grams / 100;
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::optional<std::string> FoodPicker::source(const Food& food, std::string_view tag) const
{
    const auto nutrient = m_data->nutrients.findTag(tag);
    if (!nutrient)
        return std::nullopt;
    const auto source = m_data->source(food, *nutrient, m_language);
    return source ? std::optional(*source) : std::nullopt;
}

Result<Entry> FoodPicker::entry(const Food& food, std::string_view amount) const
{
    const auto weight = grams(food, amount);
    if (!weight)
        return weight.error();
    const auto quantity = parseQuantity(amount);
    if (quantity && (quantity->unit.empty() || m_data->units.grams(quantity->unit) == 1.0))
        return Entry{ name(food), quantity->number };
    std::string text(trim(amount));
    const auto offered = amounts(food);
    if (std::find(offered.begin(), offered.end(), text) != offered.end())
    {
        std::string words = text.substr(0, text.rfind(" ("));
        // Two portions may have one word in a language.
        if (const auto again = grams(food, words); again && *again == *weight)
            text = std::move(words);
    }
    return Entry{ name(food), std::move(text) };
}

} // namespace quartet
