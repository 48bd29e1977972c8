/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions over the food data.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/tally.hxx"
#include "workbook/arguments.hxx"

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;
using Document = css::uno::Reference<css::beans::XPropertySet>;
using Range = Sequence<Sequence<Any>>;

bool isBlank(const std::string& text) { return trim(text).empty(); }

/** What a function of one food gives: an empty cell for no food, else what
    answer says of the food. */
template <typename Answer>
Any ofFood(WorkbookFoods& foods, const rtl::OUString& name, const Answer& answer)
{
    const std::string utf8 = toUtf8(name);
    const FoundFood found = foods.find(utf8);
    if (found.food)
        return answer(*found.food);
    return isBlank(utf8) ? emptyCell() : Any(errorValue(found.error));
}

/// The amount of something in some food.
Result<double> inAmount(std::optional<double> per100g, const Result<double>& grams)
{
    if (!grams)
        return grams;
    if (!per100g)
        return Problem::NotAvailable;
    return *per100g * *grams / 100;
}

bool sameShape(const Range& left, const Range& right)
{
    if (left.getLength() != right.getLength())
        return false;
    for (sal_Int32 row = 0; row < left.getLength(); ++row)
        if (left.getConstArray()[row].getLength() != right.getConstArray()[row].getLength())
            return false;
    return true;
}

/// What a cell shows that can't be computed; nothing where it can.
using Failure = std::optional<Any>;

/** Calls visit with each food of a range and its row and column, until one call
    answers with a failure. Blank cells are left out.
    @param onlyReadable goes on after a failure
    @returns the first failure: a food that isn't available, or visit's; nothing after a
             food without one that onlyReadable has come to */
template <typename Visit>
Failure forEachFood(WorkbookFoods& all, const Range& foods, bool onlyReadable, const Visit& visit)
{
    Failure first;
    bool isAnyRead = false;
    for (sal_Int32 row = 0; row < foods.getLength(); ++row)
    {
        const Sequence<Any>& cells = foods.getConstArray()[row];
        for (sal_Int32 column = 0; column < cells.getLength(); ++column)
        {
            const Any& name = cells.getConstArray()[column];
            // Of a whole column most cells are blank.
            if (isEmptyText(name))
                continue;
            const auto text = foodNameOf(name);
            if (text && !*text)
                continue;
            const FoundFood found = text ? all.find(**text) : FoundFood();
            Failure failure;
            if (!text)
                failure = cell(text.error());
            else if (!found.food)
                failure = Any(errorValue(found.error));
            else
                failure = visit(*found.food, row, column);
            if (failure && !onlyReadable)
                return failure;
            isAnyRead = isAnyRead || !failure;
            if (!first)
                first = failure;
        }
    }
    return isAnyRead ? std::nullopt : first;
}

/** Adds up two ranges and answers with the total. Blank rows count as nothing.
    @param rows which of them: "all" or "readable"
    @param estimates as Tally
    @returns answer's, or the failure of the first row that has one */
template <typename Answer>
Any tally(WorkbookFoods& all, const Range& foods, const Range& amounts,
          const rtl::OUString& nutrientName, const Any& rows, bool estimates, const Answer& answer)
{
    const Data& data = all.data();
    const auto nutrient = data.nutrients.find(toUtf8(nutrientName));
    const auto which = wordOf(rows, Rows::All, parseRows);
    if (!nutrient || !sameShape(foods, amounts) || !which)
        return cell(Problem::InvalidArgument);
    Tally total(*nutrient, data.nutrients.k2(), estimates);
    const Failure failure =
        forEachFood(all, foods, *which == Rows::Readable,
                    [&](const Food& food, sal_Int32 row, sal_Int32 column) -> Failure {
                        const Any& amount = amounts.getConstArray()[row].getConstArray()[column];
                        const auto weight = grams(amount, food, data);
                        if (!weight)
                            return cell(weight.error());
                        total.add(food, *weight, data.isDoubtful(food, *nutrient));
                        return std::nullopt;
                    });
    return failure ? *failure : answer(total);
}

} // namespace

Any SAL_CALL Nutrition::k2mcg(const Document& document, const rtl::OUString& food,
                              const Any& amount, const Any& form)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const Data& data = foods.data();
        const auto k2Form = wordOf(form, K2Form::All, parseK2Form);
        if (!k2Form)
            return cell(k2Form.error());
        return ofFood(foods, food, [&](const Food& found) {
            return cell(inAmount(k2Per100g(found, data.nutrients.k2(), *k2Form),
                                 grams(amount, found, data)));
        });
    });
}

Any SAL_CALL Nutrition::nutrient(const Document& document, const rtl::OUString& food,
                                 const Any& amount, const rtl::OUString& nutrient)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const Data& data = foods.data();
        const auto index = data.nutrients.find(toUtf8(nutrient));
        if (!index)
            return cell(Problem::InvalidArgument);
        return ofFood(foods, food, [&](const Food& found) {
            return cell(inAmount(found.value(*index), grams(amount, found, data)));
        });
    });
}

Any SAL_CALL Nutrition::nutrientSum(const Document& document, const Range& foods,
                                    const Range& amounts, const rtl::OUString& nutrient,
                                    const Any& mode, const Any& rows)
{
    return guarded([&] {
        const auto which = wordOf(mode, Total::Known, parseTotal);
        if (!which)
            return cell(which.error());
        auto all = m_workbooks->foodsForFormula(document);
        const bool isKnown = *which == Total::Known || *which == Total::Strict;
        return tally(all, foods, amounts, nutrient, rows, !isKnown, [&which](const Tally& tallied) {
            const auto sum = tallied.total(*which);
            return sum ? cell(*sum) : cell(Problem::NotAvailable);
        });
    });
}

Any SAL_CALL Nutrition::nutrientCoverage(const Document& document, const Range& foods,
                                         const Range& amounts, const rtl::OUString& nutrient,
                                         const Any& of, const Any& rows)
{
    return guarded([&] {
        const auto share = wordOf(of, Share::Grams, parseShare);
        if (!share)
            return cell(share.error());
        auto all = m_workbooks->foodsForFormula(document);
        return tally(all, foods, amounts, nutrient, rows, *share == Share::Amount,
                     [&share](const Tally& total) {
                         // No grams, no share; an amount that no one can say anything of is
                         // unknown.
                         if (!total.coverage())
                             return emptyCell();
                         const auto coverage = total.coverage(*share);
                         return coverage ? cell(*coverage) : cell(Problem::NotAvailable);
                     });
    });
}

Any SAL_CALL Nutrition::nutrientSource(const Document& document, const rtl::OUString& food,
                                       const rtl::OUString& nutrient, const Any& language)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const Data& data = foods.data();
        const auto index = data.nutrients.find(toUtf8(nutrient));
        const auto shownIn = languageArgument(language);
        if (!index || !shownIn)
            return cell(Problem::InvalidArgument);
        const std::string name = toUtf8(food);
        const FoundFood found = foods.find(name);
        if (found.food)
            return cell(data.source(*found.food, *index, *shownIn));
        if (isBlank(name))
            return emptyCell();
        // The error of a formula in its row is shown as everywhere.
        const bool isLeftOut = found.error == static_cast<std::uint32_t>(CellError::NotAvailable);
        return isLeftOut ? cell(foods.whyLeftOut(name)) : Any(errorValue(found.error));
    });
}

Any SAL_CALL Nutrition::foodGrams(const Document& document, const rtl::OUString& food,
                                  const Any& amount)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const Data& data = foods.data();
        return ofFood(foods, food,
                      [&](const Food& found) { return cell(grams(amount, found, data)); });
    });
}

Any SAL_CALL Nutrition::nutrientMissing(const Document& document, const Range& foods,
                                        const rtl::OUString& nutrient, const Any& rows,
                                        const Any& language)
{
    return guarded([&] {
        auto all = m_workbooks->foodsForFormula(document);
        const Data& data = all.data();
        const auto index = data.nutrients.find(toUtf8(nutrient));
        const auto which = wordOf(rows, Rows::All, parseRows);
        const auto shownIn = languageArgument(language);
        if (!index || !which || !shownIn)
            return cell(Problem::InvalidArgument);
        const auto translated = *shownIn == "en" ? nullptr : m_registry->foodNames();
        std::vector<std::string> names;
        const Failure failure =
            forEachFood(all, foods, *which == Rows::Readable,
                        [&](const Food& food, sal_Int32, sal_Int32) -> Failure {
                            if (food.value(*index))
                                return std::nullopt;
                            const std::string name =
                                translated && !food.ownSource
                                    ? translated->food(food.id, food.name, *shownIn)
                                    : food.name;
                            if (std::find(names.begin(), names.end(), name) == names.end())
                                names.push_back(name);
                            return std::nullopt;
                        });
        return failure ? *failure : cell(boost::algorithm::join(names, "; "));
    });
}

Any SAL_CALL Nutrition::nutrientUnit(const rtl::OUString& nutrient)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const auto index = data->nutrients.find(toUtf8(nutrient));
        return index ? cell(data->nutrients[*index].unit) : cell(Problem::InvalidArgument);
    });
}

Any SAL_CALL Nutrition::nutrientGrade(const Document& document, const rtl::OUString& food,
                                      const rtl::OUString& nutrient)
{
    return guarded([&] {
        auto foods = m_workbooks->foodsForFormula(document);
        const Data& data = foods.data();
        const auto index = data.nutrients.find(toUtf8(nutrient));
        if (!index)
            return cell(Problem::InvalidArgument);
        return ofFood(foods, food,
                      [&](const Food& found) { return cell(data.grade(found, *index)); });
    });
}

} // namespace quartet
