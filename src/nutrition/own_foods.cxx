/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/own_foods.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"

#include <boost/container_hash/hash.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

/// What is wrong with a row: the id of a text and what it is filled in with.
struct Wrong
{
    std::string text;
    std::string column = {};
    std::string value = {};
    std::optional<int> error = {};
};

bool isBlank(const OwnCell& cell)
{
    const std::string* const text = std::get_if<std::string>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text && trim(*text).empty());
}

/// The text of a cell, whose number may be a name too.
std::string textOf(const OwnColumn& column, const OwnCell& cell)
{
    if (const auto* const failure = std::get_if<CellFailure>(&cell))
        throw Wrong{ "own.error", column.header, {}, failure->error };
    if (const double* const number = std::get_if<double>(&cell))
        return formatNumber(*number, 6);
    const std::string* const text = std::get_if<std::string>(&cell);
    return text ? std::string(trim(*text)) : std::string();
}

std::optional<double> figureOf(const OwnColumn& column, const OwnCell& cell,
                               const Nutrient& nutrient)
{
    if (isBlank(cell) || std::holds_alternative<Uncomputed>(cell))
        return std::nullopt;
    if (!column.fault.empty())
        throw Wrong{ column.fault, column.header, nutrient.unit };
    if (const auto* const failure = std::get_if<CellFailure>(&cell))
        throw Wrong{ "own.error", column.header, {}, failure->error };
    if (const std::string* const text = std::get_if<std::string>(&cell))
        throw Wrong{ "own.notANumber", column.header, *text };
    const double number = std::get<double>(cell);
    if (number < 0)
        throw Wrong{ "own.negative", column.header, formatNumber(number, 6) };
    const auto most = mostPer100g(nutrient.unit);
    if (most && number > *most)
        throw Wrong{ "own.tooMuch", column.header, formatNumber(number, 6) };
    return number;
}

/// @throws Wrong where the parts of a figure are more than it
void checkParts(const Food& food, const NutrientTable& nutrients)
{
    std::vector<double> parts(nutrients.size());
    for (NutrientIndex i = 0; i < food.values.size(); ++i)
        if (const auto whole = nutrients.findTag(nutrients[i].of))
            parts[*whole] += food.value(i).value_or(0);
    for (NutrientIndex i = 0; i < food.values.size(); ++i)
        if (food.value(i) && parts[i] > *food.value(i) + partsRounding)
            throw Wrong{ "own.parts", nutrients[i].name };
}

void combine(std::size_t& hash, const OwnCell& cell)
{
    boost::hash_combine(hash, cell.index());
    if (const double* const number = std::get_if<double>(&cell))
        boost::hash_combine(hash, *number);
    else if (const std::string* const text = std::get_if<std::string>(&cell))
        boost::hash_combine(hash, *text);
    else if (const auto* const failure = std::get_if<CellFailure>(&cell))
        boost::hash_combine(hash, failure->error);
}

std::string words(const Texts& texts, const Wrong& wrong)
{
    return texts.text(wrong.text, { { "column", wrong.column }, { "value", wrong.value } });
}

bool isRead(const OwnColumn& column)
{
    return column.field != OwnField::Check && column.field != OwnField::Other;
}

} // namespace

OwnFoods::OwnFoods(std::shared_ptr<const Data> data, OwnColumns columns,
                   const std::vector<OwnCells>& rows)
    : m_data(std::move(data))
    , m_columns(std::move(columns))
{
    std::size_t hash = quartet::fingerprint(rows);
    for (const OwnColumn& column : m_columns.all())
        boost::hash_combine(hash, column.header);
    m_fingerprint = hash;

    std::vector<std::vector<std::string>> names; // by entry
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        const OwnCells& cells = rows[i];
        OwnEntry entry{ i + 1, readRow(cells), false, {} };
        if (!entry.reading.food && entry.reading.problem.empty())
            continue;
        entry.computed = std::any_of(cells.begin(), cells.end(), [](const OwnCell& cell) {
            return std::holds_alternative<Uncomputed>(cell);
        });
        if (entry.computed)
            entry.cells = cells;
        m_anyComputed = m_anyComputed || entry.computed;
        std::vector<std::string>& own = names.emplace_back();
        for (const OwnField field : { OwnField::Name, OwnField::Aliases })
        {
            const auto column = m_columns.find(field);
            if (!column || *column >= cells.size())
                continue;
            const double* const number = std::get_if<double>(&cells[*column]);
            const std::string* const typed = std::get_if<std::string>(&cells[*column]);
            const std::string text = number  ? formatNumber(*number, 6)
                                     : typed ? std::string(trim(*typed))
                                             : "";
            if (field == OwnField::Name)
                own.push_back(text);
            else
                for (const std::string_view alias : split(text, ";"))
                    own.emplace_back(alias);
        }
        std::erase_if(own, [](const std::string& name) { return fold(name).empty(); });
        m_entries.push_back(std::move(entry));
    }
    claimNames(names);
}

void OwnFoods::claimNames(const std::vector<std::vector<std::string>>& names)
{
    const auto refuse = [&](std::size_t entry, const std::string& folded) {
        const auto name = std::find_if(names[entry].begin(), names[entry].end(),
                                       [&](const auto& each) { return fold(each) == folded; });
        m_entries[entry].reading = { std::nullopt,
                                     m_data->texts.text("own.twice", { { "value", *name } }),
                                     std::nullopt };
    };
    m_byName.reserve(m_entries.size() * 2);
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        for (const std::string& name : names[i])
        {
            const std::string folded = fold(name);
            const auto [taken, isNew] = m_byName.emplace(folded, i);
            if (isNew || taken->second == i)
                continue;
            refuse(taken->second, folded);
            refuse(i, folded);
        }
}

OwnReading OwnFoods::readRow(const OwnCells& cells) const
{
    static const OwnCell blank;
    const auto& columns = m_columns.all();
    const auto cellAt = [&cells](std::size_t place) -> const OwnCell& {
        return place < cells.size() ? cells[place] : blank;
    };
    bool anything = false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        anything = anything || (isRead(columns[i]) && !isBlank(cellAt(i)));
    if (!anything)
        return {};

    const NutrientTable& nutrients = m_data->nutrients;
    Food food;
    food.values.resize(nutrients.coreSize());
    std::string source;
    try
    {
        if (!m_columns.find(OwnField::Name))
            throw Wrong{ "own.noNameColumn" };
        for (std::size_t i = 0; i < columns.size(); ++i)
        {
            const OwnColumn& column = columns[i];
            const OwnCell& cell = cellAt(i);
            switch (column.field)
            {
                case OwnField::Name:
                    food.name = food.id = textOf(column, cell);
                    break;
                case OwnField::Aliases:
                {
                    const std::string aliases = textOf(column, cell);
                    for (const std::string_view alias : split(aliases, ";"))
                        food.aliases.emplace_back(alias);
                    break;
                }
                case OwnField::Group:
                    food.group = textOf(column, cell);
                    break;
                case OwnField::Portions:
                {
                    const std::string portions = textOf(column, cell);
                    try
                    {
                        food.portions = readOwnPortions(portions, m_data->units);
                    }
                    catch (const BadRow& bad)
                    {
                        throw Wrong{ "own.portion", column.header, bad.what() };
                    }
                    break;
                }
                case OwnField::Nutrient:
                    if (const auto figure = figureOf(column, cell, nutrients[column.nutrient]))
                    {
                        if (column.nutrient >= food.values.size())
                            food.values.resize(nutrients.size());
                        food.values[column.nutrient] = figure;
                    }
                    break;
                case OwnField::Source:
                    source = textOf(column, cell);
                    break;
                case OwnField::Check:
                case OwnField::Other:
                    break;
            }
        }
        if (fold(food.name).empty())
            throw Wrong{ "own.noName" };
        checkParts(food, nutrients);
        completeK2(food, nutrients.k2());
    }
    catch (const Wrong& wrong)
    {
        return { std::nullopt, words(m_data->texts, wrong), wrong.error };
    }
    catch (const BadRow&)
    {
        return { std::nullopt,
                 words(m_data->texts, { "own.parts", nutrients[nutrients.k2().total].name }),
                 std::nullopt };
    }
    if (food.group.empty())
        food.group = ownFoodsSheet;
    food.ownSource = source.empty() ? m_data->texts.text("own.noSource")
                                    : m_data->texts.text("own.source", { { "source", source } });
    return { std::move(food), {}, std::nullopt };
}

OwnReading OwnFoods::read(const OwnEntry& entry, const OwnCells& cells) const
{
    return entry.reading.problem.empty() ? readRow(cells) : entry.reading;
}

const OwnEntry* OwnFoods::find(const std::string& folded) const
{
    const auto found = m_byName.find(folded);
    return found == m_byName.end() ? nullptr : &m_entries[found->second];
}

const OwnEntry* OwnFoods::atRow(std::size_t row) const
{
    const auto found = std::lower_bound(
        m_entries.begin(), m_entries.end(), row,
        [](const OwnEntry& entry, std::size_t wanted) { return entry.row < wanted; });
    return found == m_entries.end() || found->row != row ? nullptr : &*found;
}

FoodTable OwnFoods::together(std::vector<Food> computed) const
{
    std::vector<Food> own = std::move(computed);
    own.reserve(own.size() + m_entries.size());
    for (const OwnEntry& entry : m_entries)
        if (!entry.computed && entry.reading.food)
            own.push_back(*entry.reading.food);
    return FoodTable(std::move(own), m_data->foods,
                     [this](const std::string& folded) { return find(folded) != nullptr; });
}

Weights readOwnPortions(std::string_view text, const Weights& units)
{
    Weights portions;
    for (const std::string_view portion : split(text, ";"))
    {
        const auto equals = portion.find('=');
        const auto quantity = equals == std::string_view::npos
                                  ? std::nullopt
                                  : parseQuantity(portion.substr(equals + 1));
        const auto grams = quantity ? weigh(*quantity, {}, units) : Problem::InvalidArgument;
        const std::string_view name = trim(portion.substr(0, equals));
        try
        {
            if (!grams || name.empty())
                throw BadRow({}, {});
            portions.add(name, *grams);
        }
        catch (const BadRow&)
        {
            throw BadRow("Portions", std::string(portion));
        }
    }
    return portions;
}

std::uint64_t fingerprint(const std::vector<OwnCells>& rows)
{
    std::size_t hash = rows.size();
    for (const OwnCells& row : rows)
        for (const OwnCell& cell : row)
            combine(hash, cell);
    return hash;
}

} // namespace quartet
