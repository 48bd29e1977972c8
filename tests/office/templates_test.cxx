/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The templates of the installed extension, opened as File ▸ New ▸ Templates opens them.

#include "office_fixture.hxx"

#include "utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XText.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

struct Template
{
    const char* file;
    const char* title;
    int pages; ///< of its empty print
};

const Template templates[] = { { "day-plan", "Day plan", 1 },
                               { "week-plan", "Week plan", 4 },
                               { "vitamin-d-log", "Vitamin D log", 3 },
                               { "k2-foods", "K2 foods", 4 } };

std::string testName(const testing::TestParamInfo<Template>& parameter)
{
    std::string name;
    for (const char* c = parameter.param.title; *c; ++c)
        if (*c != ' ')
            name += *c;
    return name;
}

rtl::OUString templateUrl(const Office& office, const std::string& file)
{
    const auto packages = css::deployment::PackageInformationProvider::get(office.context());
    return packages->getPackageLocation("org.quartet")
           + fromUtf8("/template/en/nutrition/" + file + ".ots");
}

/// The URL behind an entry of the Templates dialog; empty where there is none.
std::string listed(const Office& office, const std::string& category, const std::string& title)
{
    css::frame::DocumentTemplates::create(office.context())->update();
    const auto configuration = css::configuration::theDefaultProvider::get(office.context());
    const css::uno::Any path(css::beans::NamedValue(
        "nodepath", css::uno::Any(rtl::OUString("/org.openoffice.ucb.Hierarchy/Root"))));
    const Reference<css::container::XHierarchicalNameAccess> root(
        configuration->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                                   { &path, 1 }),
        UNO_QUERY_THROW);
    // Its nodes are named as URLs are.
    std::string name;
    for (const char c : title)
        name += c == ' ' ? std::string("%20") : std::string(1, c);
    const rtl::OUString entry = fromUtf8("templates/Children/en-US/Children/['" + category
                                         + "']/Children/['" + name + "']/TargetURL");
    rtl::OUString url;
    if (root->hasByHierarchicalName(entry))
        root->getByHierarchicalName(entry) >>= url;
    return toUtf8(url);
}

/// A sheet of a document, cell by cell.
class Sheet
{
public:
    explicit Sheet(const Spreadsheet& document, sal_Int32 index = 0)
        : m_sheet(document.sheet(index))
    {
    }

    Reference<css::table::XCell> cell(const std::string& name) const
    {
        return m_sheet->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
    }
    std::string text(const std::string& name) const
    {
        return toUtf8(Reference<css::text::XText>(cell(name), UNO_QUERY_THROW)->getString());
    }
    double value(const std::string& name) const { return cell(name)->getValue(); }
    void enter(const std::string& name, const std::string& content) const
    {
        cell(name)->setFormula(fromUtf8(content));
    }

    /// "A1: #N/A; ": each cell with an error, and each that shows one as a text.
    std::string errors() const
    {
        const Reference<css::sheet::XSheetCellCursor> cursor = m_sheet->createCursor();
        Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
        const auto end = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                             ->getRangeAddress();
        std::string errors;
        for (sal_Int32 row = 0; row <= end.EndRow; ++row)
        {
            for (sal_Int32 column = 0; column <= end.EndColumn; ++column)
            {
                const auto cell = m_sheet->getCellByPosition(column, row);
                const std::string shown =
                    toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
                if (cell->getError() || shown.starts_with("#") || shown.starts_with("Err:"))
                    errors += static_cast<char>('A' + column) + std::to_string(row + 1) + ": "
                              + shown + " " + toUtf8(cell->getFormula()) + "\n";
            }
        }
        return errors;
    }

private:
    Reference<css::sheet::XSpreadsheet> m_sheet;
};

std::string errors(const Spreadsheet& document)
{
    const Reference<css::container::XIndexAccess> sheets(document.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    std::string errors;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        errors += Sheet(document, i).errors();
    return errors;
}

/// Of a PDF as LibreOffice writes it.
int pageCount(const std::filesystem::path& pdf)
{
    std::ifstream stream(pdf, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    const std::string text = bytes.str();
    int count = 0;
    for (std::size_t at = text.find("/Type/Page/"); at != std::string::npos;
         at = text.find("/Type/Page/", at + 1))
        ++count;
    return count;
}

int printed(const Spreadsheet& document)
{
    const TemporaryFolder folder;
    const auto pdf = folder.path() / "print.pdf";
    document.store(pdf, "calc_pdf_Export");
    return pageCount(pdf);
}

class Templates : public OfficeTest, public testing::WithParamInterface<Template>
{
};

using DayPlan = OfficeTest;
using WeekPlan = OfficeTest;
using VitaminDLog = OfficeTest;
using K2Foods = OfficeTest;

} // namespace

TEST_P(Templates, AreListedUnderNutrition)
{
    EXPECT_NE(listed(office(), "Nutrition", GetParam().title).find(GetParam().file),
              std::string::npos);
}

TEST_P(Templates, OpenUntitledQuietAndPrint)
{
    const Spreadsheet document(office(), templateUrl(office(), GetParam().file));
    EXPECT_EQ(Reference<css::frame::XModel>(document.document(), UNO_QUERY_THROW)->getURL(),
              rtl::OUString());
    EXPECT_EQ(errors(document), "");
    EXPECT_EQ(printed(document), GetParam().pages);
}

INSTANTIATE_TEST_SUITE_P(Calc, Templates, testing::ValuesIn(templates), testName);

} // namespace quartet
