/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/own_food_row.hxx"

#include "nutrition/fold.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/sheet_look.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/utf8.hxx"

#include <algorithm>

namespace quartet
{

using css::sheet::XSpreadsheet;
using css::uno::Reference;
using css::uno::XComponentContext;

namespace
{

/// Where a column of a new sheet has its like in another sheet.
bool isLike(const OwnColumn& own, const OwnColumn& wanted)
{
    return own.field == wanted.field
           && (own.field != OwnField::Nutrient
               || (own.nutrient == wanted.nutrient && own.unit == wanted.unit
                   && own.factor == wanted.factor && own.perPortion == wanted.perPortion
                   && own.per100g == wanted.per100g));
}

/// @param cells whose headers a new sheet needn't have
OwnColumns columnsOfNewSheet(const rtl::Reference<Registry>& registry,
                             const std::vector<OwnFoodCell>& cells = {})
{
    const auto data = registry->data();
    auto rules = registry->labelRules();
    auto headers = ownHeaders(data->nutrients, rules.get());
    for (const OwnFoodCell& cell : cells)
        if (std::find(headers.begin(), headers.end(), cell.header) == headers.end())
            headers.push_back(cell.header);
    return { headers, data->nutrients, data->units, [rules] { return rules; } };
}

/// Adds those of a new sheet's columns of figures that the sheet lacks.
void complete(const Reference<XComponentContext>& context, const Reference<XSpreadsheet>& sheet,
              const OwnColumns& ofNewSheet)
{
    const OwnColumns columns = ownColumnsOf(context, sheet);
    auto place = static_cast<sal_Int32>(columns.all().size());
    for (const OwnColumn& wanted : ofNewSheet.all())
    {
        const bool isNeeded = wanted.field == OwnField::Per || wanted.field == OwnField::Weight
                              || wanted.field == OwnField::Nutrient;
        const bool isThere =
            std::any_of(columns.all().begin(), columns.all().end(),
                        [&wanted](const OwnColumn& own) { return isLike(own, wanted); });
        if (!isNeeded || isThere)
            continue;
        setText(sheet, place, 0, wanted.header);
        lookAsHead(sheet, place, 0, place, 0);
        ++place;
    }
}

} // namespace

void completeOwnColumns(const Reference<XComponentContext>& context,
                        const Reference<XSpreadsheet>& sheet)
{
    complete(context, sheet, columnsOfNewSheet(Registry::shared(context)));
}

Reference<XSpreadsheet> addOwnFood(const Reference<XComponentContext>& context,
                                   const Reference<css::sheet::XSpreadsheetDocument>& document,
                                   const std::vector<OwnFoodCell>& cells)
{
    const UndoStep step(document, fromUtf8(officeWords(context).text("own.form.undo")));
    const auto sheet = ownFoodsSheetOf(context, document);
    const OwnColumns wanted = columnsOfNewSheet(Registry::shared(context), cells);
    complete(context, sheet, wanted);
    const OwnColumns columns = ownColumnsOf(context, sheet);
    const sal_Int32 row = firstFreeRow(sheet, columns);
    for (const OwnFoodCell& cell : cells)
    {
        const auto like =
            std::find_if(wanted.all().begin(), wanted.all().end(),
                         [&cell](const OwnColumn& each) { return each.header == cell.header; });
        if (like == wanted.all().end() || trim(cell.text).empty())
            continue;
        const auto own =
            std::find_if(columns.all().begin(), columns.all().end(),
                         [&like](const OwnColumn& each) { return isLike(each, *like); });
        if (own == columns.all().end())
            continue;
        const auto column = static_cast<sal_Int32>(own - columns.all().begin());
        const auto number = parseNumber(trim(cell.text));
        const bool isFigure = own->field == OwnField::Nutrient || own->field == OwnField::Weight;
        if (number && isFigure)
            sheet->getCellByPosition(column, row)->setValue(*number);
        else
            setText(sheet, column, row, std::string(trim(cell.text)));
    }
    fillOwnFoodsCheck(context, sheet, row, row);
    return sheet;
}

} // namespace quartet
