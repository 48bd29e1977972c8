/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a person doesn't want to send is in no part of the file, or there is none:
// the workbooks of tests/portable/private/cases.txt.

#include "portable_fixture.hxx"

#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XControlShape.hpp>
#include <com/sun/star/sheet/FilterOperator.hpp>
#include <com/sun/star/sheet/TableFilterField.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XSheetFilterable.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/DataPilotFieldOrientation.hpp>
#include <com/sun/star/sheet/XDataPilotTablesSupplier.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XScenariosSupplier.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::table::CellRangeAddress;

Reference<XPropertySet> properties(const Any& object)
{
    return Reference<XPropertySet>(object, UNO_QUERY_THROW);
}

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
        ->getLeftText()
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

Reference<css::drawing::XShape> addShape(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::lang::XMultiServiceFactory> factory(document.document(), UNO_QUERY_THROW);
    const Reference<css::drawing::XShape> shape(
        factory->createInstance("com.sun.star.drawing.RectangleShape"), UNO_QUERY_THROW);
    shape->setSize({ 4000, 1000 });
    const Reference<css::drawing::XDrawPagesSupplier> pages(document.document(), UNO_QUERY_THROW);
    Reference<css::drawing::XDrawPage>(pages->getDrawPages()->getByIndex(0), UNO_QUERY_THROW)
        ->add(shape);
    Reference<css::text::XText>(shape, UNO_QUERY_THROW)->setString(fromUtf8(text));
    return shape;
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

/// A check box that says something.
void addControl(const Spreadsheet& document, const std::string& text)
{
    const Reference<css::lang::XMultiServiceFactory> factory(document.document(), UNO_QUERY_THROW);
    const Reference<css::drawing::XControlShape> shape(
        factory->createInstance("com.sun.star.drawing.ControlShape"), UNO_QUERY_THROW);
    const Reference<css::awt::XControlModel> control(
        factory->createInstance("com.sun.star.form.component.CheckBox"), UNO_QUERY_THROW);
    properties(Any(control))->setPropertyValue("Label", Any(fromUtf8(text)));
    shape->setControl(control);
    const Reference<css::drawing::XShape> drawn(shape, UNO_QUERY_THROW);
    drawn->setSize({ 4000, 1000 });
    const Reference<css::drawing::XDrawPagesSupplier> pages(document.document(), UNO_QUERY_THROW);
    Reference<css::drawing::XDrawPage>(pages->getDrawPages()->getByIndex(0), UNO_QUERY_THROW)
        ->add(drawn);
}

void setChartTitle(const Reference<css::table::XTableCharts>& charts, const std::string& text)
{
    const Reference<css::container::XNameAccess> names(charts, UNO_QUERY_THROW);
    const Reference<css::document::XEmbeddedObjectSupplier> chart(names->getByName("Chart"),
                                                                  UNO_QUERY_THROW);
    const Reference<css::chart::XChartDocument> document(chart->getEmbeddedObject(),
                                                         UNO_QUERY_THROW);
    properties(Any(document))->setPropertyValue("HasMainTitle", Any(true));
    properties(Any(document->getTitle()))->setPropertyValue("String", Any(fromUtf8(text)));
}

/// @returns whether the line was one of those that are only known here
bool apply(const std::string& word, const std::string& rest, const std::string& content,
           const Spreadsheet& document, const Office& office, const std::string& sheet)
{
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
    else if (word == "chart")
    {
        const auto place = addressOf(cells());
        Reference<css::table::XTableChartsSupplier>(sheetOf(document, sheet), UNO_QUERY_THROW)
            ->getCharts()
            ->addNewByName("Chart", { 5000, 1000, 8000, 6000 }, { &place, 1 }, true, false);
    }
    else if (word == "charttitle")
        setChartTitle(
            Reference<css::table::XTableChartsSupplier>(sheetOf(document, sheet), UNO_QUERY_THROW)
                ->getCharts(),
            content);
    else if (word == "shape")
        addShape(document, content);
    else if (word == "alternative")
        properties(Any(addShape(document, "x")))
            ->setPropertyValue("Description", Any(fromUtf8(content)));
    else if (word == "filter")
        setFilter(cells(), content);
    else if (word == "control")
        addControl(document, content);
    else if (word == "format")
    {
        const Reference<css::util::XNumberFormatsSupplier> formats(document.document(),
                                                                   UNO_QUERY_THROW);
        cellProperties()->setPropertyValue(
            "NumberFormat", Any(formats->getNumberFormats()->addNew(fromUtf8(content), {})));
    }
    else if (word == "link")
    {
        const Reference<css::lang::XMultiServiceFactory> factory(document.document(),
                                                                 UNO_QUERY_THROW);
        const Reference<css::text::XTextContent> field(
            factory->createInstance("com.sun.star.text.TextField.URL"), UNO_QUERY_THROW);
        properties(Any(field))->setPropertyValue("URL", Any(fromUtf8(content)));
        properties(Any(field))->setPropertyValue("Representation", Any(rtl::OUString("more")));
        const Reference<css::text::XText> text(cells()->getCellByPosition(0, 0), UNO_QUERY_THROW);
        const Reference<css::text::XTextRange> end(text->createTextCursor(), UNO_QUERY_THROW);
        text->insertTextContent(end, field, false);
    }
    else if (word == "error")
        setError(cellProperties(), content);
    else if (word == "between")
        setBetween(cellProperties(), content);
    else
        return false;
    return true;
}

/// What a copy of the workbook is asked for and held against.
struct Wanted
{
    std::vector<std::string> secrets{};
    std::vector<std::pair<std::string, std::string>> kept{};
    std::string refused{};
    bool mayBeWritten = false; ///< a format may drop it by itself
    std::vector<rtl::OUString> leaveOut{};
};

Wanted build(const Workbook& workbook, const Spreadsheet& document, const Office& office)
{
    Wanted wanted;
    std::string sheet = "Sheet1";
    for (const Line& line : workbook.lines)
    {
        const std::string word = line.what.substr(0, line.what.find(' '));
        const std::string rest =
            word == line.what ? std::string() : line.what.substr(word.size() + 1);
        if (word == "secret")
            wanted.secrets.push_back(rest);
        else if (word == "keeps")
            wanted.kept.emplace_back(rest, line.content);
        else if (word == "refused" || word == "either")
        {
            wanted.refused = rest;
            wanted.mayBeWritten = word == "either";
        }
        else if (word == "leave")
        {
            wanted.leaveOut.push_back(fromUtf8("Sheet1." + rest));
            wanted.leaveOut.push_back(fromUtf8("Sheet1!" + rest));
        }
        else if (!apply(word, rest, line.content, document, office, sheet))
        {
            if (word == "sheet")
                sheet = rest;
            quartet::build({ workbook.title, { { "sheet " + sheet, "" }, line } }, document);
        }
    }
    return wanted;
}

class PrivateCopies : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

/// @returns what is said where no file is written
std::string copyWithNothing(const Office& office, const Spreadsheet& document, const fs::path& file,
                            const std::vector<rtl::OUString>& leaveOut)
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    const std::vector<css::beans::NamedValue> arguments{
        { "Document", Any(document.document()) },
        { "URL", Any(fileUrl(file)) },
        { "LeaveOutToo",
          Any(Sequence<rtl::OUString>(leaveOut.data(), static_cast<sal_Int32>(leaveOut.size()))) }
    };
    try
    {
        job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) });
        return {};
    }
    catch (const css::io::IOException& error)
    {
        return toUtf8(error.Message);
    }
    catch (const css::uno::Exception& error)
    {
        return "no message for people: " + toUtf8(error.Message);
    }
}

} // namespace

TEST_P(PrivateCopies, GiveNothingAway)
{
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        const Spreadsheet original(office());
        const Wanted wanted = build(GetParam(), original, office());
        Reference<css::sheet::XCalculatable>(original.document(), UNO_QUERY_THROW)->calculateAll();
        const std::string said = copyWithNothing(office(), original, file, wanted.leaveOut);
        if (!(wanted.mayBeWritten && said.empty()))
        {
            EXPECT_EQ(!wanted.refused.empty(), !said.empty()) << said;
        }
        if (!said.empty())
        {
            EXPECT_TRUE(std::regex_search(said, std::regex(wanted.refused))) << said;
            EXPECT_FALSE(fs::exists(file));
            continue;
        }
        // The time of saving holds any digits.
        static const std::regex time("T[0-9]{2}:[0-9]{2}:[0-9.]+");
        for (const std::string& written : readParts(elsewhere(), file))
            for (const std::string& secret : wanted.secrets)
            {
                const std::string part = std::regex_replace(written, time, "T");
                const auto at = part.find(secret);
                EXPECT_EQ(at, std::string::npos)
                    << secret << " in "
                    << part.substr(at > 200 ? at - 200 : 0, 400 + secret.size());
            }
        const Spreadsheet portable(elsewhere(), file);
        for (const auto& [cell, shown] : wanted.kept)
            EXPECT_EQ(portable.text(cell), shown) << cell;
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, PrivateCopies,
                         testing::ValuesIn(readWorkbooks(cases / "private" / "cases.txt")),
                         testName);

} // namespace quartet
