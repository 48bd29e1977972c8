/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "private_ways.hxx"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/DataPilotFieldOrientation.hpp>
#include <com/sun/star/sheet/FilterOperator.hpp>
#include <com/sun/star/sheet/TableFilterField.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XDataPilotTablesSupplier.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XScenariosSupplier.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetFilterable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::table::CellRangeAddress;

CellRangeAddress addressOf(const Reference<css::table::XCellRange>& range)
{
    return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

void record(const Spreadsheet& document, const Office& office)
{
    const Reference<css::frame::XModel> model(document.document(), UNO_QUERY_THROW);
    const Reference<css::frame::XDispatchHelper> helper(
        office.context()->getServiceManager()->createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", office.context()),
        UNO_QUERY_THROW);
    Sequence<css::beans::PropertyValue> on(1);
    on.getArray()[0].Name = "TraceChangeMode";
    on.getArray()[0].Value <<= true;
    helper->executeDispatch(Reference<css::frame::XDispatchProvider>(
                                model->getCurrentController()->getFrame(), UNO_QUERY_THROW),
                            ".uno:TraceChangeMode", "", 0, on);
}

void setValidity(const Reference<XPropertySet>& cell, css::sheet::ValidationType type,
                 const std::string& formula, const std::string& help)
{
    const Any value = cell->getPropertyValue("Validation");
    const auto validity = properties(value);
    validity->setPropertyValue("Type", Any(type));
    if (!help.empty())
    {
        validity->setPropertyValue("ShowInputMessage", Any(true));
        validity->setPropertyValue("InputMessage", Any(fromUtf8(help)));
    }
    if (!formula.empty())
        Reference<css::sheet::XSheetCondition>(validity, UNO_QUERY_THROW)
            ->setFormula1(fromUtf8(formula));
    cell->setPropertyValue("Validation", value);
}

/// What a validity rule says to what is wrong.
void setError(const Reference<XPropertySet>& cell, const std::string& text)
{
    const Any value = cell->getPropertyValue("Validation");
    const auto validity = properties(value);
    validity->setPropertyValue("Type", Any(css::sheet::ValidationType_WHOLE));
    validity->setPropertyValue("ShowErrorMessage", Any(true));
    validity->setPropertyValue("ErrorTitle", Any(rtl::OUString("No")));
    validity->setPropertyValue("ErrorMessage", Any(fromUtf8(text)));
    const Reference<css::sheet::XSheetCondition> rule(validity, UNO_QUERY_THROW);
    rule->setOperator(css::sheet::ConditionOperator_GREATER);
    rule->setFormula1("0");
    cell->setPropertyValue("Validation", value);
}

/// A rule that takes numbers up to one.
void setBetween(const Reference<XPropertySet>& cell, const std::string& most)
{
    const Any value = cell->getPropertyValue("Validation");
    const auto validity = properties(value);
    validity->setPropertyValue("Type", Any(css::sheet::ValidationType_DECIMAL));
    const Reference<css::sheet::XSheetCondition> rule(validity, UNO_QUERY_THROW);
    rule->setOperator(css::sheet::ConditionOperator_BETWEEN);
    rule->setFormula1("0");
    rule->setFormula2(fromUtf8(most));
    cell->setPropertyValue("Validation", value);
}

void setCondition(const Reference<XPropertySet>& cell, const std::string& formula)
{
    const Any value = cell->getPropertyValue("ConditionalFormat");
    std::vector<css::beans::PropertyValue> look(3);
    look[0].Name = "Operator";
    look[0].Value <<= css::sheet::ConditionOperator_FORMULA;
    look[1].Name = "Formula1";
    look[1].Value <<= fromUtf8(formula);
    look[2].Name = "StyleName";
    look[2].Value <<= rtl::OUString("Good");
    Reference<css::sheet::XSheetConditionalEntries>(value, UNO_QUERY_THROW)
        ->addNew({ look.data(), 3 });
    cell->setPropertyValue("ConditionalFormat", value);
}

void setHeader(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::container::XNameAccess> styles(
        Reference<css::style::XStyleFamiliesSupplier>(document.document(), UNO_QUERY_THROW)
            ->getStyleFamilies()
            ->getByName("PageStyles"),
        UNO_QUERY_THROW);
    const auto page = properties(styles->getByName("Default"));
    const Any value = page->getPropertyValue("RightPageHeaderContent");
    Reference<css::sheet::XHeaderFooterContent>(value, UNO_QUERY_THROW)
        ->getCenterText()
        ->setString(fromUtf8(text));
    page->setPropertyValue("RightPageHeaderContent", value);
}

void addPivot(const Spreadsheet& document, const CellRangeAddress& source,
              const css::table::CellAddress& place)
{
    const auto tables =
        Reference<css::sheet::XDataPilotTablesSupplier>(document.sheet(), UNO_QUERY_THROW)
            ->getDataPilotTables();
    const auto table = tables->createDataPilotDescriptor();
    table->setSourceRange(source);
    const auto field = [&](sal_Int32 index, css::sheet::DataPilotFieldOrientation orientation) {
        properties(table->getDataPilotFields()->getByIndex(index))
            ->setPropertyValue("Orientation", Any(orientation));
    };
    field(0, css::sheet::DataPilotFieldOrientation_ROW);
    field(1, css::sheet::DataPilotFieldOrientation_DATA);
    tables->insertNewByName("Pivot", place, table);
}

void setFilter(const Reference<css::table::XCellRange>& range, const std::string& value)
{
    const Reference<css::sheet::XSheetFilterable> filterable(range, UNO_QUERY_THROW);
    const auto filter = filterable->createFilterDescriptor(true);
    css::sheet::TableFilterField field;
    char* end = nullptr;
    field.NumericValue = std::strtod(value.c_str(), &end);
    field.IsNumeric = *end == 0;
    field.StringValue = fromUtf8(value);
    field.Operator = css::sheet::FilterOperator_EQUAL;
    filter->setFilterFields({ &field, 1 });
    filterable->filter(filter);
}

} // namespace

bool hideInCells(const Way& way, const Spreadsheet& document, const Office& office)
{
    const auto& [word, rest, content, sheet] = way;
    const auto info =
        Reference<css::document::XDocumentPropertiesSupplier>(document.document(), UNO_QUERY_THROW)
            ->getDocumentProperties();
    const auto cells = [&] { return rangeOf(document, sheet, rest); };
    const auto cellProperties = [&] { return Reference<XPropertySet>(cells(), UNO_QUERY_THROW); };
    if (word == "record")
        record(document, office);
    else if (word == "comment")
    {
        const auto place = addressOf(cells());
        Reference<css::sheet::XSheetAnnotationsSupplier>(sheetOf(document, sheet), UNO_QUERY_THROW)
            ->getAnnotations()
            ->insertNew(css::table::CellAddress(place.Sheet, place.StartColumn, place.StartRow),
                        fromUtf8(content));
    }
    else if (word == "prompt")
        setValidity(cellProperties(), css::sheet::ValidationType_ANY, {}, content);
    else if (word == "choices")
        setValidity(cellProperties(), css::sheet::ValidationType_LIST, content, {});
    else if (word == "rule")
        setValidity(cellProperties(), css::sheet::ValidationType_CUSTOM, content, {});
    else if (word == "condition")
        setCondition(cellProperties(), content);
    else if (word == "header")
        setHeader(document, content);
    else if (word == "title")
        info->setTitle(fromUtf8(content));
    else if (word == "author")
        info->setAuthor(fromUtf8(content));
    else if (word == "keyword")
    {
        const rtl::OUString keyword = fromUtf8(content);
        info->setKeywords({ &keyword, 1 });
    }
    else if (word == "property")
        info->getUserDefinedProperties()->addProperty(fromUtf8(rest), 128, Any(fromUtf8(content)));
    else if (word == "born")
    {
        const css::util::Date date(sal_uInt16(std::stoi(content.substr(8))),
                                   sal_uInt16(std::stoi(content.substr(5, 2))),
                                   sal_Int16(std::stoi(content.substr(0, 4))));
        info->getUserDefinedProperties()->addProperty("Born", 128, Any(date));
    }
    else if (word == "age")
        info->getUserDefinedProperties()->addProperty("Years", 128, Any(std::stod(content)));
    else if (word == "scenario")
    {
        const auto place = addressOf(cells());
        Reference<css::sheet::XScenariosSupplier>(sheetOf(document, sheet), UNO_QUERY_THROW)
            ->getScenarios()
            ->addNewByName("Later", { &place, 1 }, fromUtf8(content));
    }
    else if (word == "hide")
        Reference<XPropertySet>(sheetOf(document, rest), UNO_QUERY_THROW)
            ->setPropertyValue("IsVisible", Any(false));
    else if (word == "pivot")
    {
        const auto place = addressOf(rangeOf(document, sheet, content));
        addPivot(document, addressOf(cells()), { place.Sheet, place.StartColumn, place.StartRow });
    }
    else if (word == "filter")
        setFilter(cells(), content);
    else if (word == "format")
    {
        const Reference<css::util::XNumberFormatsSupplier> formats(document.document(),
                                                                   UNO_QUERY_THROW);
        const auto known = formats->getNumberFormats();
        sal_Int32 key = known->queryKey(fromUtf8(content), {}, false);
        if (key < 0)
            key = known->addNew(fromUtf8(content), {});
        cellProperties()->setPropertyValue("NumberFormat", Any(key));
    }
    else if (word == "error")
        setError(cellProperties(), content);
    else if (word == "between")
        setBetween(cellProperties(), content);
    else
        return false;
    return true;
}

} // namespace quartet
