/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/changes.hxx"

#include "portable/cell_name.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <rtl/character.hxx>

#include <algorithm>
#include <array>
#include <cmath>

namespace quartet
{

namespace
{

using css::frame::XModel;
using css::sheet::XSpreadsheetDocument;
using css::table::XCellRange;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// Files keep fewer digits than cells.
constexpr double tolerance = 1e-9;

bool isPartOfName(sal_Unicode sign)
{
    return rtl::isAsciiAlphanumeric(sign) || sign == '.' || sign == '_' || sign > 127;
}

bool calls(const rtl::OUString& upper, const char* function)
{
    const rtl::OUString call = rtl::OUString::createFromAscii(function) + "(";
    for (sal_Int32 at = upper.indexOf(call); at >= 0; at = upper.indexOf(call, at + 1))
        if (at == 0 || !isPartOfName(upper[at - 1]))
            return true;
    return false;
}

/** Whether a formula may give something else whenever it is asked: by one of
    Calc's functions, or with a cell of another file in it. */
bool changesByItself(const rtl::OUString& formula)
{
    constexpr std::array functions{ "NOW",         "TODAY",          "RAND",      "RAND.NV",
                                    "RANDBETWEEN", "RANDBETWEEN.NV", "RANDARRAY", "INDIRECT",
                                    "OFFSET",      "INFO",           "CELL",      "DDE",
                                    "WEBSERVICE",  "FILTERXML" };
    const rtl::OUString upper = formula.toAsciiUpperCase();
    return upper.indexOf("'#$") >= 0
           || std::any_of(functions.begin(), functions.end(),
                          [&upper](const char* function) { return calls(upper, function); });
}

/// Not counted as a change of the document.
void calculate(const Reference<XSpreadsheetDocument>& document)
{
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY_THROW);
    const bool modified = modifiable->isModified();
    Reference<css::sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculateAll();
    if (!modified)
        modifiable->setModified(false);
}

bool isSame(const CellValue& before, const CellValue& now)
{
    const auto* const old = std::get_if<double>(&before.content);
    const auto* const present = std::get_if<double>(&now.content);
    if (old && present)
        return std::abs(*old - *present)
               <= tolerance * std::max(std::abs(*old), std::abs(*present));
    return (before.error && now.error) || before.content == now.content;
}

/// The sheets of a document, and how their cells are called.
class Sheets
{
public:
    explicit Sheets(const Reference<XSpreadsheetDocument>& document)
        : m_sheets(document->getSheets(), UNO_QUERY_THROW)
    {
    }

    CellValue value(const CellPlace& place) const
    {
        const Reference<XCellRange> sheet(m_sheets->getByIndex(place.sheet), UNO_QUERY_THROW);
        return presentValue(sheet->getCellByPosition(place.column, place.row));
    }

    std::string name(const CellPlace& place) const
    {
        std::string name = cellName(place.column, place.row);
        if (m_sheets->getCount() == 1)
            return name;
        const Reference<css::container::XNamed> sheet(m_sheets->getByIndex(place.sheet),
                                                      UNO_QUERY_THROW);
        return toUtf8(sheet->getName()) + "." + name;
    }

private:
    const Reference<css::container::XIndexAccess> m_sheets;
};

} // namespace

std::vector<Change> changesSinceSaved(const Reference<css::uno::XComponentContext>& context,
                                      const Reference<XModel>& model,
                                      const std::string& notAvailable)
{
    const Reference<XSpreadsheetDocument> document(model, UNO_QUERY_THROW);
    // Who calculates by hand says when.
    if (!Reference<css::sheet::XCalculatable>(document, UNO_QUERY_THROW)
             ->isAutomaticCalculationEnabled())
        return {};
    std::set<CellPlace> ours;
    std::set<CellPlace> unsteady;
    visitFormulas(document, [&](const CellPlace& place, const rtl::OUString& formula) {
        if (callsUs(formula))
            ours.insert(place);
        if (changesByItself(formula))
            unsteady.insert(place);
        return true;
    });
    if (ours.empty())
        return {};
    unsteady = dependents(document, unsteady);
    CellValues saved;
    for (const CellPlace& place : dependents(document, ours))
        if (!unsteady.contains(place))
            saved[place];
    readSavedValues(context, model, saved);

    calculate(document);
    const Sheets sheets(document);
    std::vector<Change> changes;
    bool oursChanged = false;
    for (const auto& [place, before] : saved)
    {
        if (!before
            || (before->error && before->content != CellValue{ "#N/A" }.content
                && before->content != CellValue{ notAvailable }.content))
            continue;
        const CellValue now = sheets.value(place);
        if (isSame(*before, now))
            continue;
        oursChanged = oursChanged || ours.contains(place);
        changes.push_back({ sheets.name(place), place, *before, now });
    }
    if (!oursChanged)
        changes.clear();
    return changes;
}

} // namespace quartet
