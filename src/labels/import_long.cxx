/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_long.hxx"

#include "labels/import_columns.hxx"
#include "labels/import_tokens.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using Mappings = std::vector<ColumnMapping>;
using Place = std::optional<std::size_t>;

template <typename Matches> Place findColumn(const Mappings& mappings, const Matches& matches)
{
    const auto found = std::find_if(mappings.begin(), mappings.end(), matches);
    if (found == mappings.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - mappings.begin());
}

Place textOf(const Mappings& mappings, std::string_view column)
{
    return findColumn(mappings,
                      [column](const ColumnMapping& each) { return each.column == column; });
}

/// The columns that a table of another sheet may lend.
bool isLent(const ColumnMapping& mapping)
{
    return mapping.column == "Name" || mapping.column == "Group" || mapping.column == "Aliases"
           || mapping.why == "nutrientName" || mapping.why == "unitColumn";
}

/// Rows by what stands in a column; nothing where something stands there twice.
std::optional<boost::unordered_flat_map<std::string, std::size_t>>
rowsByCode(const ImportTable& table, std::size_t column)
{
    boost::unordered_flat_map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (const std::string code = cellText(table.rows[row][column]);
            !code.empty() && !rows.emplace(code, row).second)
            return std::nullopt;
    return rows;
}

} // namespace

std::optional<JoinedTable> joinNutrientRows(const ImportTable& table, const Mappings& mappings)
{
    const Place name = textOf(mappings, "Name");
    const Place nutrient = roleOf(mappings, "nutrientName");
    Place figure = roleOf(mappings, "figure");
    if (!figure)
        figure = roleOf(mappings, "amount");
    const Place unit = roleOf(mappings, "unitColumn");
    const Place group = textOf(mappings, "Group");
    const Place code = roleOf(mappings, "foodCode");
    if (!name || !nutrient || !figure)
        return std::nullopt;

    JoinedTable joined;
    ImportGrid& grid = joined.grid;
    grid.push_back({ table.headers[*name], group ? table.headers[*group] : std::string() });
    boost::unordered_flat_map<std::string, std::size_t> foods;
    boost::unordered_flat_map<std::string, std::size_t> columns;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
    {
        const auto& cells = table.rows[row];
        const std::string food = cellText(cells[*name]);
        std::string header = cellText(cells[*nutrient]);
        if (food.empty() || header.empty())
            continue;
        if (const std::string text = unit ? cellText(cells[*unit]) : std::string(); !text.empty())
            header += " (" + text + ")";
        const auto [column, isNewColumn] = columns.emplace(header, grid.front().size());
        if (isNewColumn)
            grid.front().emplace_back(header);
        const std::string key = code ? cellText(cells[*code]) + "\n" + food : food;
        const auto [place, isNewFood] = foods.emplace(key, grid.size());
        if (isNewFood)
        {
            grid.push_back({ food, group ? cells[*group] : ImportCell() });
            joined.places.push_back(row);
        }
        auto& line = grid[place->second];
        if (line.size() <= column->second)
            line.resize(column->second + 1);
        ImportCell& cell = line[column->second];
        if (cellText(cell).empty())
            cell = cells[*figure];
        else
            cell = cellText(cell) + "; " + cellText(cells[*figure]);
    }
    for (auto& line : grid)
        line.resize(grid.front().size());
    return joined;
}

std::optional<ImportGrid> joinByCode(const ImportReading& reading,
                                     const std::vector<ImportReading>& others)
{
    ImportGrid grid;
    grid.emplace_back(reading.table.headers.begin(), reading.table.headers.end());
    grid.insert(grid.end(), reading.table.rows.begin(), reading.table.rows.end());
    bool helps = false;
    for (const char* const code : { "foodCode", "nutrientCode" })
    {
        const Place own = roleOf(reading.mappings, code);
        if (!own)
            continue;
        const std::string key = headerKey(reading.table.headers[*own]);
        for (const ImportReading& other : others)
        {
            const Place theirs = findColumn(other.mappings, [&](const ColumnMapping& each) {
                return each.why == code && headerKey(each.header) == key;
            });
            const auto rows = theirs ? rowsByCode(other.table, *theirs) : std::nullopt;
            for (std::size_t column = 0; rows && column < other.mappings.size(); ++column)
            {
                const ColumnMapping& lent = other.mappings[column];
                const auto isThere = [&](const ColumnMapping& each) {
                    return lent.column.empty() ? each.why == lent.why : each.column == lent.column;
                };
                if (!isLent(lent) || findColumn(reading.mappings, isThere))
                    continue;
                helps = true;
                grid.front().emplace_back(other.table.headers[column]);
                for (std::size_t row = 1; row < grid.size(); ++row)
                {
                    const auto found = rows->find(cellText(grid[row][*own]));
                    grid[row].push_back(found == rows->end()
                                            ? ImportCell()
                                            : other.table.rows[found->second][column]);
                }
            }
        }
    }
    return helps ? std::optional(std::move(grid)) : std::nullopt;
}

} // namespace quartet
