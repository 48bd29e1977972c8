/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// An office that is killed at its work: a workbook's file is the older or the newer one, whole,
// and what was typed since it was saved is offered at the next start. tests/portable does the
// same with portable copies.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/frame/theAutoRecovery.hpp>
#include <com/sun/star/util/URLTransformer.hpp>

#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <thread>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::frame::XStorable;
using css::sheet::XSpreadsheetDocument;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using std::chrono::duration;
using std::chrono::steady_clock;
using testing::AnyOf;

/// Saving so many takes long enough to be stopped halfway.
constexpr int rows = 400;
constexpr const char* older = "50 469.5";
constexpr const char* newer = "60 469.5";

Reference<css::table::XCell> cellOf(const Reference<XSpreadsheetDocument>& document,
                                    const char* sheet, sal_Int32 column, sal_Int32 row)
{
    return Reference<css::sheet::XSpreadsheet>(
               document->getSheets()->getByName(rtl::OUString::createFromAscii(sheet)),
               UNO_QUERY_THROW)
        ->getCellByPosition(column, row);
}

/// A1 and A2 show the older figures then.
void fillIn(const Reference<XSpreadsheetDocument>& document)
{
    document->getSheets()->insertNewByName("My foods", 1);
    cellOf(document, "My foods", 0, 0)->setFormula("Name");
    cellOf(document, "My foods", 1, 0)->setFormula("CA");
    cellOf(document, "My foods", 0, 1)->setFormula("Trail bar");
    cellOf(document, "My foods", 1, 1)->setValue(50);
    cellOf(document, "Sheet1", 0, 0)->setFormula("=NUTRIENT(\"Trail bar\";100;\"CA\")");
    cellOf(document, "Sheet1", 0, 1)->setFormula("=K2MCG(\"Natto\";50)");
    for (sal_Int32 row = 2; row < rows; ++row)
        cellOf(document, "Sheet1", 0, row)
            ->setFormula("=NUTRIENT(\"Gouda\";" + rtl::OUString::number(row) + ";\"CA\")");
}

void changeFigure(const Reference<XSpreadsheetDocument>& document)
{
    cellOf(document, "My foods", 1, 1)->setValue(60);
}

std::string shownBy(const Spreadsheet& book) { return book.text("A1") + " " + book.text("A2"); }

/// Does something in an office and kills it so long after it began.
void killDuring(const Office& office, const std::function<void()>& work, duration<double> after)
{
    std::jthread working([&work] {
        try
        {
            work();
        }
        catch (const css::uno::Exception&)
        {
            // The office has gone away.
        }
    });
    std::this_thread::sleep_for(after);
    office.crash();
}

duration<double> timeOf(const std::function<void()>& work)
{
    const auto begin = steady_clock::now();
    work();
    return steady_clock::now() - begin;
}

/// Tells the office's own keeper of unsaved documents what to do.
void keep(const Office& office, const char* what)
{
    css::util::URL command;
    command.Complete = rtl::OUString::createFromAscii(what);
    css::util::URLTransformer::create(office.context())->parseStrict(command);
    css::frame::theAutoRecovery::get(office.context())->dispatch(command, {});
}

/// What the office calls itself: "LibreOffice 7.4".
std::string productName(const Office& office)
{
    const css::uno::Any path(css::beans::PropertyValue(
        "nodepath", -1, css::uno::Any(rtl::OUString("/org.openoffice.Setup/Product")),
        css::beans::PropertyState_DIRECT_VALUE));
    const Reference<css::container::XNameAccess> product(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                          { &path, 1 }),
        UNO_QUERY_THROW);
    return toUtf8(product->getByName("ooName").get<rtl::OUString>() + " "
                  + product->getByName("ooSetupVersion").get<rtl::OUString>());
}

/// Has the box recover what it lists: it closes itself in offices newer than LibreOffice 7.4.
void recover(const Box& box)
{
    try
    {
        box.press("Start");
    }
    catch (const std::runtime_error&)
    {
        return box.press("Recover Selected");
    }
    ASSERT_TRUE(soon([&box] { return box.isEnabled("Finish"); }));
    box.press("Finish");
}

class Killed : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_profile = std::make_unique<Profile>();
        const Office installing(*s_profile);
        installing.addExtension(OXT);
    }
    static void TearDownTestSuite() { s_profile.reset(); }

    static const Profile& profile() { return *s_profile; }
    fs::path folder() const { return m_folder.path(); }

    /// What the profile remembers for the next start.
    static std::string settings()
    {
        std::ifstream file(profile().installation() / "user" / "registrymodifications.xcu");
        return { std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>() };
    }

    /** Saves workbooks and kills the office at another moment of each.
        @param ending of the file
        @param filter of Calc */
    void saveAndKill(const char* ending, const char* filter) const
    {
        const css::beans::PropertyValue filterName{
            "FilterName", -1, css::uno::Any(rtl::OUString::createFromAscii(filter)),
            css::beans::PropertyState_DIRECT_VALUE
        };
        fs::path last;
        const auto expectWhole = [&last](const Office& office) {
            if (!last.empty())
            {
                EXPECT_THAT(shownBy(Spreadsheet(office, last)), AnyOf(older, newer)) << last;
            }
        };
        for (const double moment : { 0.1, 0.4, 0.6, 0.8, 0.95 })
        {
            const fs::path place = folder() / std::to_string(moment);
            fs::create_directory(place);
            const Office office(profile());
            expectWhole(office);
            last = place / (std::string("plan.") + ending);
            Spreadsheet book(office);
            fillIn(book.document());
            const Reference<XStorable> storable(book.document(), UNO_QUERY_THROW);
            storable->storeAsURL(fileUrl(last), { &filterName, 1 });
            changeFigure(book.document());
            // Not the first time, which reads what is read once.
            const auto time = timeOf(
                [&] { storable->storeToURL(fileUrl(place / "another"), { &filterName, 1 }); });
            killDuring(office, [&storable] { storable->store(); }, time * moment);
        }
        expectWhole(Office(profile()));
    }

private:
    static inline std::unique_ptr<Profile> s_profile;
    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Killed, WhileItSavesTheFileIsWhole) { saveAndKill("ods", "calc8"); }

TEST_F(Killed, WhileItSavesForExcelTheFileIsWhole)
{
    saveAndKill("xlsx", "Calc MS Excel 2007 XML");
}

TEST_F(Killed, WhatWasTypedIsOfferedAtTheNextStart)
{
    // Draws into memory: no display is needed.
    setenv("SAL_USE_VCLPLUGIN", "svp", 1);
    const auto start = [] {
        return std::make_unique<Office>(profile(), std::vector<std::string>{ "--nodefault" },
                                        Office::Unsaved::Offered);
    };
    const fs::path file = folder() / "plan.ods";
    fs::file_time_type saved;
    {
        const auto killed = start();
        const Window window(*killed);
        fillIn(window.document());
        Reference<XStorable>(window.document(), UNO_QUERY_THROW)->storeAsURL(fileUrl(file), {});
        saved = fs::last_write_time(file);
        changeFigure(window.document());
        keep(*killed, "vnd.sun.star.autorecovery:/doSessionSave");
        // Where it keeps the workbook the office notes a moment later.
        ASSERT_TRUE(soon([] { return settings().find("/backup/plan") != std::string::npos; }));
        killed->crash();
    }
    const auto office = start();
    EXPECT_EQ(fs::last_write_time(file), saved) << "nobody saved it";
    answerBox(*office, [] {}, productName(*office) + " Document Recovery", recover);
    const auto components = office->desktop()->getComponents()->createEnumeration();
    ASSERT_TRUE(components->hasMoreElements()) << "nothing was recovered";
    const Reference<XSpreadsheetDocument> recovered(components->nextElement(), UNO_QUERY_THROW);
    EXPECT_EQ(cellOf(recovered, "Sheet1", 0, 0)->getValue(), 60);
    EXPECT_EQ(cellOf(recovered, "Sheet1", 0, 1)->getValue(), 469.5);
    EXPECT_EQ(Reference<css::frame::XModel>(recovered, UNO_QUERY_THROW)->getURL(), fileUrl(file));
}

} // namespace quartet
