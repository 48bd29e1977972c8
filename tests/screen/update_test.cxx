/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The note that newer data changed a workbook: when it comes, and what it says.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::frame::XModel;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const rtl::OUString barName("org.quartet.UpdateNote");

std::string readFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

using Replacements = std::vector<std::pair<std::string, std::string>>;

void replaceIn(const fs::path& file, const Replacements& replacements)
{
    std::string text = readFile(file);
    for (const auto& [before, after] : replacements)
        for (std::size_t at = text.find(before); at != std::string::npos;
             at = text.find(before, at + after.size()))
            text.replace(at, before.size(), after);
    std::ofstream(file, std::ios::binary) << text;
}

void run(const std::string& command)
{
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error(command);
}

/// Replaces texts in all parts of a document's file.
void edit(const fs::path& file, const Replacements& replacements)
{
    if (file.extension() == ".fods")
        return replaceIn(file, replacements);
    const TemporaryFolder folder;
    const std::string in = "cd '" + folder.path().string() + "' && " CMAKE " -E tar ";
    run(in + "xf '" + file.string() + "'");
    for (const auto& part : fs::recursive_directory_iterator(folder.path()))
        if (part.path().extension() == ".xml")
            replaceIn(part.path(), replacements);
    fs::remove(file);
    run(in + "cf '" + file.string() + "' --format=zip .");
}

std::string recorded(const Reference<css::uno::XInterface>& document)
{
    const Reference<css::beans::XPropertySet> properties(
        Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
            ->getDocumentProperties()
            ->getUserDefinedProperties(),
        UNO_QUERY_THROW);
    rtl::OUString version;
    if (properties->getPropertySetInfo()->hasPropertyByName("Quartet data version"))
        properties->getPropertyValue("Quartet data version") >>= version;
    return toUtf8(version);
}

Reference<css::frame::XInfobarProvider> bars(const Window& window)
{
    return Reference<css::frame::XInfobarProvider>(window.controller(), UNO_QUERY_THROW);
}

/// The office tells of an opened document when its window becomes active.
bool hasBar(const Window& window)
{
    using namespace std::chrono_literals;
    for (int tries = 0; tries < 20; ++tries, std::this_thread::sleep_for(50ms))
        if (bars(window)->hasInfobar(barName))
            return true;
    return false;
}

void storeAgain(const Window& window)
{
    Reference<css::frame::XStorable>(window.document(), UNO_QUERY_THROW)->store();
}

/// The document that is open beside a window's.
Reference<XModel> findOther(const Office& office, const Window& window)
{
    const auto components = office.desktop()->getComponents()->createEnumeration();
    while (components->hasMoreElements())
    {
        const Reference<XModel> model(components->nextElement(), UNO_QUERY);
        if (model.is() && model != window.controller()->getModel())
            return model;
    }
    return {};
}

/// The used cells of the first sheet, a line a row.
std::string contents(const Reference<XModel>& document)
{
    const Reference<css::sheet::XSpreadsheetDocument> sheets(document, UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> all(sheets->getSheets(), UNO_QUERY_THROW);
    const Reference<css::table::XCellRange> sheet(all->getByIndex(0), UNO_QUERY_THROW);
    std::string text;
    for (sal_Int32 row = 0;; ++row)
    {
        std::string line;
        for (sal_Int32 column = 0; column < 5; ++column)
            line += (column ? " | " : "")
                    + toUtf8(Reference<css::text::XText>(sheet->getCellByPosition(column, row),
                                                         UNO_QUERY_THROW)
                                 ->getString());
        if (line == " |  |  |  | ")
            return text;
        text += line + "\n";
    }
}

bool isModified(const Window& window)
{
    return Reference<css::util::XModifiable>(window.document(), UNO_QUERY_THROW)->isModified();
}

struct Format
{
    const char* extension;
    const char* filter;
};

class Update : public ScreenTest, public testing::WithParamInterface<Format>
{
protected:
    fs::path file() const { return m_folder.path() / (std::string("plan") + GetParam().extension); }

    enum class Calculation
    {
        Automatic,
        ByHand
    };

    /// 50 g of natto, twice that, and what never changes.
    void save(Calculation calculation = Calculation::Automatic) const
    {
        Spreadsheet sheet(office());
        sheet.enter("A1", "=K2MCG(\"Natto\";50)");
        sheet.enter("A2", "=2*A1");
        sheet.enter("A3", "=NUTRIENT_SOURCE(\"Natto\";\"VITK2\")");
        sheet.enter("A4", "=K2MCG(\"Gouda\";\"2 slices\")");
        sheet.enter("A5", "=5*5");
        sheet.enter("A6", "=K2MCG(\"no such food\";50)");
        sheet.enter("A7", "=A1*(TODAY()>0)");
        // What these give may have changed by itself.
        sheet.enter("A8", "=INDIRECT(\"A1\")");
        sheet.enter("A9", "=OFFSET(A1;0;0)");
        sheet.enter("A10", "=CELL(\"contents\";A1)");
        sheet.enter("A11", "many spaces");
        Reference<css::sheet::XCalculatable>(sheet.document(), UNO_QUERY_THROW)
            ->enableAutomaticCalculation(calculation == Calculation::Automatic);
        sheet.store(file(), GetParam().filter);
    }

    void saveWithOlderData(Calculation calculation = Calculation::Automatic) const
    {
        save(calculation);
        edit(file(), { { "2026-12-01", "2026-01-01" },
                       { "469.5", "400" },
                       { "\"939\"", "\"800\"" },
                       { ">939<", ">800<" },
                       { "Kamao", "Somebody" } });
    }

private:
    const TemporaryFolder m_folder;
};

} // namespace

TEST_P(Update, NamesTheCellsAndLeavesTheDocumentUnmodified)
{
    saveWithOlderData();
    const Window window(office(), file());
    EXPECT_EQ(recorded(window.document()), "2026-01-01");
    ASSERT_TRUE(hasBar(window));
    EXPECT_THAT(window.barText(),
                AllOf(HasSubstr("Newer food data changed numbers in this workbook."),
                      HasSubstr("2026-01-01 → 2026-12-01. Changed cells: A1, A2, A3.")));
    EXPECT_EQ(window.text("A1"), "469.5");
    EXPECT_EQ(window.text("A2"), "939");
    EXPECT_FALSE(isModified(window));
}

TEST_P(Update, IsSaidAgainUntilThePersonClosesTheBar)
{
    saveWithOlderData();
    for (int times = 0; times < 2; ++times)
    {
        const Window window(office(), file());
        EXPECT_TRUE(hasBar(window));
        window.closeAsAPerson();
    }
    {
        const Window window(office(), file());
        ASSERT_TRUE(hasBar(window));
        bars(window)->removeInfobar(barName);
        window.closeAsAPerson();
    }
    EXPECT_FALSE(hasBar(Window(office(), file())));
    // Other changes are other news.
    edit(file(), { { "2026-01-01", "2026-02-02" } });
    EXPECT_TRUE(hasBar(Window(office(), file())));
}

TEST_P(Update, ShowsOldBesideNewInASheet)
{
    saveWithOlderData();
    {
        const Window window(office(), file());
        ASSERT_TRUE(hasBar(window)) << "else a box would wait for an answer";
        give(office(), window.frame(), "org.quartet:ShowChanges");
        const Reference<XModel> shown = findOther(office(), window);
        ASSERT_TRUE(shown.is());
        EXPECT_EQ(
            contents(shown),
            "Cell | Food | Nutrient | Data of 2026-01-01 | Data of 2026-12-01\n"
            "A1 | Natto | Vitamin K2 | 400 | 469.5\n"
            "A2 |  |  | 800 | 939\n"
            "A3 | Natto | Vitamin K2 | Somebody 2007; measured; range 775 to 1103 µg per 100 g | "
            "Kamao 2007; measured; range 775 to 1103 µg per 100 g\n");
        Reference<css::util::XCloseable>(shown, UNO_QUERY_THROW)->close(true);
    }
    EXPECT_FALSE(hasBar(Window(office(), file()))) << "it was read";
}

TEST_P(Update, TellsOfTheCellsAsTheyWereWhenTheDataChangedThem)
{
    saveWithOlderData();
    const Window window(office(), file());
    ASSERT_TRUE(hasBar(window)) << "else a box would wait for an answer";
    const Reference<css::table::XColumnRowRange> sheet(
        Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(0),
        UNO_QUERY_THROW);
    sheet->getRows()->insertByIndex(0, 1);
    const auto told = [&] {
        give(office(), window.frame(), "org.quartet:ShowChanges");
        const Reference<XModel> shown = findOther(office(), window);
        if (!shown.is())
            return std::string("no list");
        const std::string text = contents(shown);
        Reference<css::util::XCloseable>(shown, UNO_QUERY_THROW)->close(true);
        return text;
    };
    EXPECT_THAT(told(), HasSubstr("A1 | Natto | Vitamin K2 | 400 | 469.5\nA2 |  |  | 800 | 939\n"
                                  "A3 | Natto | Vitamin K2 |"));
    const auto sheets = window.document()->getSheets();
    sheets->insertNewByName("Other", 0);
    sheets->removeByName(sheets->getElementNames()[1]);
    EXPECT_THAT(told(), HasSubstr("A1 | Natto | Vitamin K2 | 400 | 469.5\n"));
}

TEST_P(Update, IsQuietOnceTheWorkbookWasSaved)
{
    saveWithOlderData();
    {
        const Window window(office(), file());
        ASSERT_TRUE(hasBar(window));
        storeAgain(window);
        EXPECT_FALSE(isModified(window));
    }
    const Window window(office(), file());
    EXPECT_EQ(recorded(window.document()), "2026-12-01");
    EXPECT_FALSE(hasBar(window));
    EXPECT_EQ(window.text("A1"), "469.5");
}

TEST_P(Update, IsQuietWhereNoNumberHasChanged)
{
    save();
    edit(file(), { { "2026-12-01", "2026-01-01" }, { ">25<", ">26<" }, { "\"25\"", "\"26\"" } });
    const Window window(office(), file());
    EXPECT_EQ(recorded(window.document()), "2026-01-01");
    EXPECT_FALSE(hasBar(window));
    EXPECT_FALSE(isModified(window));
}

TEST_P(Update, SaysWhenTheDataHereAreTheOlder)
{
    save();
    edit(file(), { { "2026-12-01", "2027-01-01" }, { "469.5", "400" } });
    const Window window(office(), file());
    ASSERT_TRUE(hasBar(window));
    EXPECT_THAT(window.barText(), HasSubstr("saved with newer food data than are installed here"));
}

TEST_P(Update, LeavesWorkbooksAloneThatAreCalculatedByHand)
{
    saveWithOlderData(Calculation::ByHand);
    // Calc reads this in .xlsx and doesn't write it.
    edit(file(), { { "<calcPr ", "<calcPr calcMode=\"manual\" " } });
    const Window window(office(), file());
    EXPECT_FALSE(hasBar(window));
    EXPECT_FALSE(isModified(window));
}

TEST_P(Update, TakesADateAloneForAVersion)
{
    saveWithOlderData();
    edit(file(), { { "2026-01-01", std::string(50000, 'X') } });
    const auto start = std::chrono::steady_clock::now();
    {
        const Window window(office(), file());
        EXPECT_FALSE(hasBar(window));
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    for (const char* const text : { "visit us soon", "2026-1-1", "2026-01-011", "" })
    {
        saveWithOlderData();
        edit(file(), { { "2026-01-01", text } });
        EXPECT_FALSE(hasBar(Window(office(), file()))) << text;
    }
}

TEST_P(Update, ReadsWhatAFileRepeatsInLinearTime)
{
    saveWithOlderData();
    edit(file(), { { ">many spaces<", "><text:s text:c=\"1000000\"/><" } });
    const auto start = std::chrono::steady_clock::now();
    const Window window(office(), file());
    EXPECT_TRUE(hasBar(window));
    EXPECT_THAT(window.barText(), HasSubstr("Changed cells: A1, A2, A3."));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_P(Update, LeavesForeignDocumentsAlone)
{
    {
        Spreadsheet sheet(office());
        sheet.enter("A1", "=K2MCG(\"Natto\";50)");
        EXPECT_EQ(recorded(sheet.document()), "") << "open, not saved";
    }
    {
        Spreadsheet sheet(office());
        sheet.enter("A1", "=5*5");
        sheet.enter("A2", "ORG.QUARTET.NUTRITION.K2MCG(1;2)");
        sheet.store(file(), GetParam().filter);
        EXPECT_EQ(recorded(sheet.document()), "");
    }
    edit(file(), { { ">25<", ">26<" }, { "\"25\"", "\"26\"" } });
    const Window window(office(), file());
    EXPECT_FALSE(hasBar(window));
    EXPECT_FALSE(isModified(window));
    EXPECT_EQ(recorded(window.document()), "");
}

INSTANTIATE_TEST_SUITE_P(Formats, Update,
                         testing::Values(Format{ ".ods", "calc8" },
                                         Format{ ".fods", "OpenDocument Spreadsheet Flat XML" },
                                         Format{ ".xlsx", "Calc MS Excel 2007 XML" }),
                         [](const auto& parameter) {
                             return std::string(parameter.param.extension).substr(1);
                         });

} // namespace quartet
