/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/food_table.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "nutrition/search_index.hxx"

#include <algorithm>
#include <numeric>

namespace quartet
{

namespace
{

constexpr std::string_view english = "en";

} // namespace

FoodTable::Checked::Checked(CheckedFoods foods, const NutrientTable& nutrients,
                            const SourceTable& sources, const NutrientBlocks* blocks)
    : m_foods(std::move(foods))
    , m_nutrients(nutrients)
    , m_sources(sources)
    , m_blocks(blocks)
    , m_read(m_foods.rows.size())
{
}

FoodTable::Checked::~Checked()
{
    for (const auto& food : m_read)
        delete food.load();
}

const Food& FoodTable::Checked::operator[](std::size_t place) const
{
    auto& read = m_read[place];
    if (const Food* const food = read.load(std::memory_order_acquire))
        return *food;
    auto food = std::make_unique<Food>(readFood(m_foods.rows[place], m_nutrients, m_sources));
    food->blocks = m_blocks;
    const Food* before = nullptr;
    // Another thread may have read it meanwhile: the first stays.
    return read.compare_exchange_strong(before, food.get(), std::memory_order_acq_rel)
               ? *food.release()
               : *before;
}

FoodTable::FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const SourceTable& sources, std::vector<Damage>& damages,
                     const NutrientBlocks* blocks)
{
    read(rows, nutrients, sources, damages, blocks);
    sort({});
}

FoodTable::FoodTable(CheckedFoods checked, const std::vector<Row>& rows,
                     const NutrientTable& nutrients, const SourceTable& sources,
                     std::vector<Damage>& damages, const NutrientBlocks* blocks)
    : m_checked(std::make_unique<const Checked>(std::move(checked), nutrients, sources, blocks))
{
    read(rows, nutrients, sources, damages, blocks);
    sort({});
}

FoodTable::FoodTable(std::vector<Food> own, const FoodTable& others,
                     const std::function<bool(const std::string& folded)>& isHidden)
    : m_others(&others)
    , m_foods(std::move(own))
{
    for (std::size_t i = 0; i < m_foods.size(); ++i)
    {
        m_names.push_back({ fold(m_foods[i].name), i, false });
        for (const std::string& alias : m_foods[i].aliases)
            m_names.push_back({ fold(alias), i, true });
    }
    for (const OwnName& name : m_names)
        m_byName.emplace(name.folded, name.food);
    std::vector<bool> foodIsHidden(others.size());
    for (const FoodName& name : others.names())
        if (isHidden(std::string(name.folded)))
        {
            m_hidden.insert(name.folded);
            if (name.alias || name.language != english)
                continue;
            foodIsHidden[name.food] = true;
            m_hiddenFoods.insert(&others.at(name.food));
        }
    sort(foodIsHidden);
}

void FoodTable::read(const std::vector<Row>& rows, const NutrientTable& nutrients,
                     const SourceTable& sources, std::vector<Damage>& damages,
                     const NutrientBlocks* blocks)
{
    m_foods.reserve(rows.size());
    readRows("foods", {}, rows, damages, [&](const Row& row) {
        Food food = readFood(row, nutrients, sources);
        food.blocks = blocks;
        const std::size_t before = m_names.size();
        const auto take = [&](const std::string& field, std::string_view name, bool alias,
                              std::string_view language = "en") {
            m_names.push_back({ fold(name), m_foods.size(), alias, language });
            claim(field, name, m_names.back().folded);
        };
        m_ids.push_back(fold(food.id));
        try
        {
            take("name", food.name, false);
            for (const std::string& alias : food.aliases)
                take("aliases", alias, true);
            claim("id", food.id, m_ids.back());
            for (const std::string& language : otherLanguageIds())
            {
                const std::string field = "names " + language;
                bool alias = false;
                for (const std::string_view name : split(row.text(field), ";"))
                {
                    take(field, name, alias, language);
                    alias = true;
                }
            }
        }
        catch (const BadRow&)
        {
            forgetClaims(before);
            throw;
        }
        m_foods.push_back(std::move(food));
    });
}

void FoodTable::claim(const std::string& field, std::string_view name, std::string_view folded)
{
    if (folded.empty())
        throw BadRow(field, "is empty");
    if (findBelow(folded)
        || m_byName.emplace(folded, m_foods.size()).first->second != m_foods.size())
        throw BadRow(field, "\"" + std::string(name) + "\" is the name of another food");
}

void FoodTable::forgetClaims(std::size_t names)
{
    const auto forget = [this](std::string_view folded) {
        const auto claimed = m_byName.find(folded);
        if (claimed != m_byName.end() && claimed->second == m_foods.size())
            m_byName.erase(claimed);
    };
    forget(m_ids.back());
    m_ids.pop_back();
    for (; m_names.size() > names; m_names.pop_back())
        forget(m_names.back().folded);
}

std::size_t FoodTable::foodsBelow() const
{
    if (m_checked)
        return m_checked->size();
    return m_others ? m_others->size() : 0;
}

const Food* FoodTable::findBelow(std::string_view folded) const
{
    if (m_checked)
    {
        const auto place = m_checked->names().find(folded);
        return place ? &(*m_checked)[*place] : nullptr;
    }
    return m_others ? m_others->findFolded(folded) : nullptr;
}

std::vector<FoodName> FoodTable::namesBelow() const
{
    if (m_others)
        return m_others->names();
    std::vector<FoodName> names;
    if (!m_checked)
        return names;
    for (const IndexedName& name : m_checked->names().names())
        if (name.usage != NameUsage::id)
        {
            const auto [language, alias] = NameUsage::parse(name.usage);
            names.push_back({ name.folded, name.food, alias, language });
        }
    return names;
}

void FoodTable::sort(const std::vector<bool>& isHidden)
{
    const std::size_t below = foodsBelow();
    const auto all = static_cast<std::uint32_t>(below + m_foods.size());
    for (std::uint32_t i = 0; i < all; ++i)
        if (i >= isHidden.size() || !isHidden[i])
            m_order.push_back(i);
    // What is below is in order already.
    if (m_foods.empty())
        return;
    std::vector<std::string_view> keys(all);
    const std::vector<FoodName> namesOfOthers = namesBelow();
    for (const FoodName& name : namesOfOthers)
        if (!name.alias && name.language == english)
            keys[name.food] = name.folded;
    for (const OwnName& name : m_names)
        if (!name.alias && name.language == english)
            keys[below + name.food] = name.folded;
    std::sort(m_order.begin(), m_order.end(), [&keys](std::uint32_t left, std::uint32_t right) {
        return keys[left] < keys[right];
    });
}

const Food& FoodTable::at(std::size_t place) const
{
    const std::size_t number = m_order[place];
    const std::size_t below = foodsBelow();
    if (number >= below)
        return m_foods[number - below];
    return m_checked ? (*m_checked)[number] : m_others->at(number);
}

std::vector<FoodName> FoodTable::allNames() const
{
    const std::size_t below = foodsBelow();
    constexpr std::size_t none = std::string::npos;
    std::vector<std::size_t> places(below + m_foods.size(), none);
    for (std::size_t place = 0; place < m_order.size(); ++place)
        places[m_order[place]] = place;
    std::vector<FoodName> names = namesBelow();
    std::erase_if(names, [&](const FoodName& name) {
        return places[name.food] == none || m_hidden.contains(name.folded);
    });
    for (FoodName& name : names)
        name.food = places[name.food];
    for (const OwnName& name : m_names)
        names.push_back({ name.folded, places[below + name.food], name.alias, name.language });
    return names;
}

FoodTable::ShownNames FoodTable::allShownNames() const
{
    std::vector<std::vector<std::string_view>> byFood(size());
    std::vector<std::string_view> inEnglish(size());
    for (const FoodName& name : names())
    {
        if (name.alias)
            continue;
        byFood[name.food].push_back(name.folded);
        if (name.language == english)
            inEnglish[name.food] = name.folded;
    }
    ShownNames shown;
    for (std::size_t food = 0; food < byFood.size(); ++food)
        shown.emplace(inEnglish[food], std::move(byFood[food]));
    return shown;
}

const std::vector<std::string_view>& FoodTable::shownNames(const Food& food) const
{
    std::call_once(m_late->shownMade, [this] { m_late->shown = allShownNames(); });
    static const std::vector<std::string_view> none;
    const auto found = m_late->shown.find(fold(food.name));
    return found == m_late->shown.end() ? none : found->second;
}

const std::vector<FoodName>& FoodTable::names() const
{
    std::call_once(m_late->namesMade, [this] { m_late->names = allNames(); });
    return m_late->names;
}

const SearchIndex& FoodTable::searchIndex() const
{
    std::call_once(m_late->indexMade,
                   [this] { m_late->index = std::make_shared<const SearchIndex>(*this); });
    return *m_late->index;
}

const Food* FoodTable::find(std::string_view name) const { return findFolded(fold(name)); }

const Food* FoodTable::findFolded(std::string_view folded) const
{
    // Mostly there are none of these, and each look would take a hash.
    if (!m_byName.empty())
        if (const auto found = m_byName.find(folded); found != m_byName.end())
            return &m_foods[found->second];
    if (!m_hidden.empty() && m_hidden.contains(folded))
        return nullptr;
    const Food* const below = findBelow(folded);
    return !m_hiddenFoods.empty() && m_hiddenFoods.contains(below) ? nullptr : below;
}

} // namespace quartet
