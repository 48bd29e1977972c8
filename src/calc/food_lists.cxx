/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions that list and find foods.

#include "addin.hxx"
#include "arguments.hxx"
#include "fold.hxx"
#include "ranking.hxx"
#include "results.hxx"
#include "search.hxx"

#include <algorithm>
#include <cmath>
#include <set>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;
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
Result<std::string> groupArgument(const Any& argument, const Data& data)
{
    const auto name = optionalText(argument);
    if (!name)
        return name.error();
    std::string group = fold(name->value_or(""));
    const auto& foods = data.foods.foods();
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

} // namespace

Range SAL_CALL Nutrition::foods(const Any& group)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto wanted = groupArgument(group, *data);
        if (!wanted)
            return column({ cell(wanted.error()) });
        std::vector<Any> cells;
        for (const Food& food : data->foods.foods())
            if (wanted->empty() || fold(food.group) == *wanted)
                cells.push_back(cell(food.name));
        return column(cells);
    });
}

Range SAL_CALL Nutrition::foodGroups()
{
    return guarded([&] {
        const auto data = m_registry->data();
        std::set<std::string> groups;
        for (const Food& food : data->foods.foods())
            groups.insert(food.group);
        std::vector<Any> cells;
        cells.reserve(groups.size());
        for (const std::string& group : groups)
            cells.push_back(cell(group));
        return column(cells);
    });
}

Any SAL_CALL Nutrition::foodFind(const rtl::OUString& text, const Any& rank)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const std::string typed = toUtf8(text);
        if (trim(typed).empty())
            return emptyCell();
        return cell(atRank(searchFoods(data->foods, typed), rank));
    });
}

Any SAL_CALL Nutrition::topFoods(const rtl::OUString& nutrient, const Any& rank, const Any& group,
                                 const Any& per)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        const auto wanted = groupArgument(group, *data);
        const auto basisName = optionalText(per);
        if (!index || !wanted || !basisName)
            return cell(Problem::InvalidArgument);
        const auto basis = parseBasis(basisName->value_or("100 g"));
        if (!basis || !rank.hasValue())
            return cell(Problem::InvalidArgument);
        return cell(atRank(
            rankFoods(data->foods, *index, *wanted, *basis, data->nutrients.energy()), rank));
    });
}

} // namespace quartet
