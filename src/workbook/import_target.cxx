/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/import_target.hxx"

#include "workbook/filter_name.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/read_only.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XTitle.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::frame::XModel;
using css::sheet::XSpreadsheetDocument;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// Filters of files with one sheet and no formulas.
constexpr std::array<const char*, 4> oneSheetFilters{ "Text - txt - csv (StarCalc)", "dBase", "DIF",
                                                      "SYLK" };

bool holdsOneSheet(const Reference<XModel>& document)
{
    const rtl::OUString filter = filterName(document);
    return std::any_of(oneSheetFilters.begin(), oneSheetFilters.end(),
                       [&filter](const char* each) { return filter.equalsAscii(each); });
}

bool canTakeFoods(const Reference<XModel>& document)
{
    const Reference<XSpreadsheetDocument> sheets(document, UNO_QUERY);
    if (!sheets.is() || !document->getCurrentController().is() || holdsOneSheet(document))
        return false;
    return !isReadOnly(document);
}

} // namespace

std::string titleOf(const Reference<css::uno::XInterface>& document)
{
    const Reference<css::frame::XTitle> title(document, UNO_QUERY);
    return title.is() ? toUtf8(title->getTitle()) : std::string();
}

std::vector<ImportTarget> importTargets(const Reference<XComponentContext>& context,
                                        const Reference<XModel>& source)
{
    std::vector<ImportTarget> targets;
    const auto components =
        css::frame::Desktop::create(context)->getComponents()->createEnumeration();
    while (components->hasMoreElements())
    {
        const Reference<XModel> model(components->nextElement(), UNO_QUERY);
        if (!model.is() || !canTakeFoods(model))
            continue;
        const auto place = model == source ? targets.begin() : targets.end();
        targets.insert(place,
                       { Reference<XSpreadsheetDocument>(model, UNO_QUERY_THROW), titleOf(model) });
    }
    targets.push_back({});
    return targets;
}

std::size_t preferredTarget(const std::vector<ImportTarget>& targets,
                            const Reference<XModel>& source)
{
    if (Reference<XModel>(targets.front().document, UNO_QUERY) == source)
        return 0;
    const auto found = std::find_if(targets.begin(), targets.end(), [](const ImportTarget& each) {
        return each.document.is() && findOwnFoodsSheet(each.document).is();
    });
    return found == targets.end() ? 0 : static_cast<std::size_t>(found - targets.begin());
}

} // namespace quartet
