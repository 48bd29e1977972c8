/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/recent_foods.hxx"

#include "workbook/plan.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include <algorithm>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::vector<const Food*> recentFoods(const Reference<css::frame::XController>& controller,
                                     const FoodTable& table,
                                     const std::vector<std::string>& inserted)
{
    std::vector<const Food*> recent;
    const auto add = [&](const std::string& name) {
        const Food* const food = table.find(name);
        if (food && std::find(recent.begin(), recent.end(), food) == recent.end())
            recent.push_back(food);
    };
    std::for_each(inserted.rbegin(), inserted.rend(), add);
    const Reference<css::sheet::XSpreadsheetView> view(controller, UNO_QUERY);
    if (!view.is())
        return recent;
    const auto plan = Plan::around(
        Reference<css::sheet::XSpreadsheetDocument>(controller->getModel(), UNO_QUERY_THROW),
        view->getActiveSheet());
    const auto foods = plan ? plan->foods() : std::vector<rtl::OUString>();
    std::for_each(foods.rbegin(), foods.rend(),
                  [&add](const rtl::OUString& food) { add(toUtf8(food)); });
    return recent;
}

} // namespace quartet
