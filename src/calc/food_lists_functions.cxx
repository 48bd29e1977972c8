/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions that list and find foods.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/amount_advice.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/food_names.hxx"
#include "nutrition/ranking.hxx"
#include "workbook/arguments.hxx"

#include <algorithm>
#include <cmath>
#include <set>

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

/** What foods and groups are called in one language. English needs no table. */
class Shown
{
public:
    Shown(Registry& registry, std::string language)
        : m_names(language == "en" ? nullptr : registry.foodNames())
        , m_language(std::move(language))
    {
    }

    std::string name(const Food& food) const
    {
        return m_names && !food.ownSource ? m_names->food(food.id, food.name, m_language)
                                          : food.name;
    }
    std::string group(const std::string& group) const
    {
        return m_names ? m_names->group(group, m_language) : group;
    }

private:
    std::shared_ptr<const FoodNames> m_names;
    std::string m_language;
};

/** A food group, in any language, as foods are compared with it: folded, empty for all.
    @returns Problem::InvalidArgument for a group that no food is in */
Result<std::string> groupArgument(const Any& argument, const FoodTable& table, Registry& registry)
{
    const auto name = optionalText(argument);
    if (!name)
        return name.error();
    std::string group = fold(name->value_or(""));
    const auto isKnown = [&table](const std::string& folded) {
        const auto& foods = table.foods();
        return std::any_of(foods.begin(), foods.end(),
                           [&folded](const Food& food) { return fold(food.group) == folded; });
    };
    if (group.empty() || isKnown(group))
        return group;
    group = fold(registry.foodNames()->englishGroup(group));
    return isKnown(group) ? Result<std::string>(std::move(group)) : Problem::InvalidArgument;
}

/** The food at a rank, counted from 1, which is the default.
    @returns Problem::NotAvailable past the last,
             Problem::InvalidArgument for a rank that is no whole number above 0 */
Result<const Food*> atRank(const std::vector<const Food*>& foods, const Any& rank)
{
    const auto number = optionalNumber(rank);
    if (!number)
        return number.error();
    const double place = number->value_or(1);
    if (place < 1 || place != std::floor(place))
        return Problem::InvalidArgument;
    if (place > static_cast<double>(foods.size()))
        return Problem::NotAvailable;
    return foods[static_cast<std::size_t>(place) - 1];
}

Any nameAtRank(const std::vector<const Food*>& foods, const Any& rank, const Shown& shown)
{
    const auto food = atRank(foods, rank);
    return food ? cell(shown.name(**food)) : cell(food.error());
}

/// A column of texts in the order in which people look for them.
Range sortedColumn(std::vector<std::string> texts)
{
    std::vector<std::pair<std::string, std::string>> byKey;
    byKey.reserve(texts.size());
    for (std::string& text : texts)
    {
        std::string key = fold(text);
        byKey.emplace_back(std::move(key), std::move(text));
    }
    std::sort(byKey.begin(), byKey.end());
    std::vector<Any> cells;
    cells.reserve(byKey.size());
    for (const auto& [key, text] : byKey)
        cells.push_back(cell(text));
    return column(cells);
}

/// What a function shows that is asked for a food while foods are being read.
Any circular() { return Any(errorValue(CellError::CircularReference)); }

} // namespace

Range SAL_CALL Nutrition::foods(const Document& document, const Any& group, const Any& language)
{
    return guarded([&] {
        const auto table = m_workbooks->foodsForFormula(document).table();
        if (!table)
            return column({ circular() });
        const auto wanted = groupArgument(group, *table, *m_registry);
        const auto shownIn = languageArgument(language);
        if (!wanted || !shownIn)
            return column({ cell(Problem::InvalidArgument) });
        const Shown shown(*m_registry, *shownIn);
        std::vector<std::string> names;
        for (const Food& food : table->foods())
            if (wanted->empty() || fold(food.group) == *wanted)
                names.push_back(shown.name(food));
        return sortedColumn(std::move(names));
    });
}

Range SAL_CALL Nutrition::foodGroups(const Document& document, const Any& language)
{
    return guarded([&] {
        const auto table = m_workbooks->foodsForFormula(document).table();
        if (!table)
            return column({ circular() });
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return column({ cell(shownIn.error()) });
        const Shown shown(*m_registry, *shownIn);
        std::set<std::string> groups;
        for (const Food& food : table->foods())
            groups.insert(shown.group(food.group));
        return sortedColumn({ groups.begin(), groups.end() });
    });
}

Any SAL_CALL Nutrition::foodFind(const Document& document, const rtl::OUString& text,
                                 const Any& rank, const Any& language)
{
    return guarded([&] {
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return cell(shownIn.error());
        const std::string typed = toUtf8(text);
        if (trim(typed).empty())
            return emptyCell();
        auto foods = m_workbooks->foodsForFormula(document);
        const auto table = foods.table();
        if (!table)
            return circular();
        FoundFoods found = foods.data().search(*table, typed, *shownIn);
        found.foods.resize(found.likely);
        return nameAtRank(found.foods, rank, Shown(*m_registry, *shownIn));
    });
}

Any SAL_CALL Nutrition::topFoods(const Document& document, const rtl::OUString& nutrient,
                                 const Any& rank, const Any& group, const Any& per,
                                 const Any& language)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const NutrientTable& nutrients = foods.data().nutrients;
        const auto table = foods.table();
        if (!table)
            return circular();
        const auto index = nutrients.find(toUtf8(nutrient));
        const auto wanted = groupArgument(group, *table, *m_registry);
        const auto basisName = optionalText(per);
        const auto shownIn = languageArgument(language);
        if (!index || !wanted || !basisName || !shownIn)
            return cell(Problem::InvalidArgument);
        const auto basis = parseBasis(basisName->value_or("100 g"));
        if (!basis || !rank.hasValue())
            return cell(Problem::InvalidArgument);
        return nameAtRank(rankFoods(*table, *index, *wanted, *basis, nutrients.energy()), rank,
                          Shown(*m_registry, *shownIn));
    });
}

Any SAL_CALL Nutrition::foodName(const Document& document, const rtl::OUString& food,
                                 const Any& language)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return cell(shownIn.error());
        const std::string name = toUtf8(food);
        const FoundFood found = foods.find(name);
        if (found.food)
            return cell(Shown(*m_registry, *shownIn).name(*found.food));
        return trim(name).empty() ? emptyCell() : Any(errorValue(found.error));
    });
}

Range SAL_CALL Nutrition::portions(const Document& document, const rtl::OUString& food,
                                   const Any& language)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const auto shownIn = languageArgument(language);
        if (!shownIn)
            return column({ cell(shownIn.error()) });
        const std::string name = toUtf8(food);
        const FoundFood found = foods.find(name);
        if (!found.food)
            return column({ trim(name).empty() ? emptyCell() : Any(errorValue(found.error)) });
        std::vector<Any> cells;
        for (const std::string& text : portionTexts(foods.data(), *found.food, *shownIn))
            cells.push_back(cell(text));
        return column(cells);
    });
}

Any SAL_CALL Nutrition::amountCheck(const Document& document, const rtl::OUString& food,
                                    const Any& amount, const Any& language)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const auto shownIn = languageArgument(language);
        double number = 0;
        rtl::OUString text;
        const bool isText = amount.getValueTypeClass() == css::uno::TypeClass_STRING;
        if (!shownIn || !(isText ? amount >>= text : amount >>= number))
            return cell(Problem::InvalidArgument);
        const std::string name = toUtf8(food);
        const FoundFood found = foods.find(name);
        if (!found.food)
            return trim(name).empty() ? emptyCell() : Any(errorValue(found.error));
        return cell(adviseAmount(foods.data(), *found.food,
                                 isText ? TypedAmount(toUtf8(text)) : TypedAmount(number),
                                 *shownIn));
    });
}

} // namespace quartet
