/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions that list and find foods.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/ranking.hxx"
#include "nutrition/search.hxx"
#include "workbook/arguments.hxx"

#include <algorithm>
#include <cmath>
#include <map>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;
using Document = css::uno::Reference<css::beans::XPropertySet>;
using Range = Sequence<Sequence<Any>>;

Range column(const std::vector<Any>& cells)
{
    std::vector<std::vector<Any>> rows;
    rows.reserve(cells.size());
    for (const Any& cell : cells)
        rows.push_back({ cell });
    return table(rows);
}

/** A food group as foods are compared with it: folded, empty for all.
    @returns Problem::InvalidArgument for a group that no food is in */
Result<std::string> groupArgument(const Any& argument, const FoodTable& table)
{
    const auto name = optionalText(argument);
    if (!name)
        return name.error();
    std::string group = fold(name->value_or(""));
    const auto& foods = table.foods();
    const bool known =
        group.empty() || std::any_of(foods.begin(), foods.end(), [&group](const Food& food) {
            return fold(food.group) == group;
        });
    return known ? Result<std::string>(std::move(group)) : Problem::InvalidArgument;
}

/** The food at a rank, counted from 1, which is the default.
    @returns Problem::NotAvailable past the last,
             Problem::InvalidArgument for a rank that is no whole number above 0 */
Result<std::string> atRank(const std::vector<const Food*>& foods, const Any& rank)
{
    const auto number = optionalNumber(rank);
    if (!number)
        return number.error();
    const double place = number->value_or(1);
    if (place < 1 || place != std::floor(place))
        return Problem::InvalidArgument;
    if (place > static_cast<double>(foods.size()))
        return Problem::NotAvailable;
    return foods[static_cast<std::size_t>(place) - 1]->name;
}

/// What a function shows that is asked for a food while foods are being read.
Any circular() { return Any(errorValue(CellError::CircularReference)); }

} // namespace

Range SAL_CALL Nutrition::foods(const Document& document, const Any& group)
{
    return guarded([&] {
        const auto table = m_workbooks->foodsForFormula(document).table();
        if (!table)
            return column({ circular() });
        const auto wanted = groupArgument(group, *table);
        if (!wanted)
            return column({ cell(wanted.error()) });
        std::vector<Any> cells;
        for (const Food& food : table->foods())
            if (wanted->empty() || fold(food.group) == *wanted)
                cells.push_back(cell(food.name));
        return column(cells);
    });
}

Range SAL_CALL Nutrition::foodGroups(const Document& document)
{
    return guarded([&] {
        const auto table = m_workbooks->foodsForFormula(document).table();
        if (!table)
            return column({ circular() });
        std::map<std::string, const std::string*> groups; // by their folded names
        for (const Food& food : table->foods())
            groups.emplace(fold(food.group), &food.group);
        std::vector<Any> cells;
        cells.reserve(groups.size());
        for (const auto& [folded, group] : groups)
            cells.push_back(cell(*group));
        return column(cells);
    });
}

Any SAL_CALL Nutrition::foodFind(const Document& document, const rtl::OUString& text,
                                 const Any& rank)
{
    return guarded([&] {
        const std::string typed = toUtf8(text);
        if (trim(typed).empty())
            return emptyCell();
        const auto table = m_workbooks->foodsForFormula(document).table();
        if (!table)
            return circular();
        FoundFoods found = searchFoods(*table, typed);
        found.foods.resize(found.likely);
        return cell(atRank(found.foods, rank));
    });
}

Any SAL_CALL Nutrition::topFoods(const Document& document, const rtl::OUString& nutrient,
                                 const Any& rank, const Any& group, const Any& per)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const NutrientTable& nutrients = foods.data().nutrients;
        const auto table = foods.table();
        if (!table)
            return circular();
        const auto index = nutrients.find(toUtf8(nutrient));
        const auto wanted = groupArgument(group, *table);
        const auto basisName = optionalText(per);
        if (!index || !wanted || !basisName)
            return cell(Problem::InvalidArgument);
        const auto basis = parseBasis(basisName->value_or("100 g"));
        if (!basis || !rank.hasValue())
            return cell(Problem::InvalidArgument);
        return cell(atRank(rankFoods(*table, *index, *wanted, *basis, nutrients.energy()), rank));
    });
}

} // namespace quartet
