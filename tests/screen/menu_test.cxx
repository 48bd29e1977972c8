/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The menu "Nutrition": what its commands do, and where.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/FrameSearchFlag.hpp>
#include <com/sun/star/frame/StartModule.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <gmock/gmock.h>

#include <array>

namespace quartet
{

namespace
{

using css::container::XHierarchicalNameAccess;
using css::container::XNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;

/// What needs a workbook.
constexpr std::array sheetCommands{ "InsertFood",     "AddFoodRow",  "ExplainCell",
                                    "OwnFoods",       "ImportFoods", "SavePortableCopy",
                                    "SaveAsTemplate", "NewOwnFood",  "NewRecipe" };
constexpr std::array otherCommands{ "NewDayPlan", "NewWeekPlan", "VitaminDLog",
                                    "K2Foods",    "AboutData",   "Help" };

std::string url(const char* command) { return std::string("org.quartet:") + command; }

Reference<XHierarchicalNameAccess> configuration(const Office& office, const char* component)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue(
        "nodepath", Any(rtl::OUString("/") + rtl::OUString::createFromAscii(component)));
    return Reference<XHierarchicalNameAccess>(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                          arguments),
        UNO_QUERY_THROW);
}

/// What the extension adds to the office's configuration.
constexpr std::array additions{
    std::pair("org.openoffice.Office.Addons", "AddonUI/OfficeMenuBar/org.quartet.Menu"),
    std::pair("org.openoffice.Office.Addons", "AddonUI/OfficeNotebookBar/org.quartet.NotebookBar"),
    std::pair("org.openoffice.Office.ProtocolHandler", "HandlerSet/org.quartet.Commands"),
    std::pair("org.openoffice.Office.Jobs", "Jobs/org.quartet.Opened"),
    std::pair("org.openoffice.Office.Jobs", "Events/OnLoad/JobList/org.quartet.Opened"),
    std::pair("org.openoffice.Office.UI.Sidebar", "Content/DeckList/org.quartet.Foods"),
    std::pair("org.openoffice.Office.UI.Sidebar", "Content/PanelList/org.quartet.FoodPicker"),
    std::pair("org.openoffice.Office.UI.Factories",
              "Registered/UIElementFactories/org.quartet.Panels"),
    std::pair("org.openoffice.Office.UI.CalcWindowState",
              "UIElements/States/['private:resource/toolbar/custom_org.quartet.ToolBar']"),
};

/// The URLs of the entries of a menu or of a tab.
std::vector<std::string>
entries(const Office& office, const char* path = "AddonUI/OfficeMenuBar/org.quartet.Menu/Submenu")
{
    std::vector<std::string> urls;
    const Reference<XNameAccess> items(
        configuration(office, "org.openoffice.Office.Addons")
            ->getByHierarchicalName(rtl::OUString::createFromAscii(path)),
        UNO_QUERY_THROW);
    const auto names = items->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        const Reference<XNameAccess> item(items->getByName(names.getConstArray()[i]),
                                          UNO_QUERY_THROW);
        rtl::OUString address;
        item->getByName("URL") >>= address;
        if (address != "private:separator")
            urls.push_back(toUtf8(address));
    }
    return urls;
}

/// A document that nobody opened in this test, by the text at the head of its
/// first sheet.
Reference<css::frame::XModel> findDocument(const Office& office, const std::string& title,
                                           sal_Int32 column = 0)
{
    const auto components = office.desktop()->getComponents()->createEnumeration();
    while (components->hasMoreElements())
    {
        const Reference<css::sheet::XSpreadsheetDocument> document(components->nextElement(),
                                                                   UNO_QUERY);
        const Reference<css::frame::XModel> model(document, UNO_QUERY);
        if (!model.is())
            continue;
        const Reference<css::container::XIndexAccess> sheets(document->getSheets(),
                                                             UNO_QUERY_THROW);
        const Reference<css::table::XCellRange> sheet(sheets->getByIndex(0), UNO_QUERY_THROW);
        if (toUtf8(sheet->getCellByPosition(column, 0)->getFormula()) == title)
            return model;
    }
    return {};
}

using Menu = ScreenTest;

} // namespace

TEST_F(Menu, AnswersInASpreadsheet)
{
    const Window window(office());
    for (const char* const command : sheetCommands)
        EXPECT_TRUE(isEnabled(office(), window.frame(), url(command))) << command;
    for (const char* const command : otherCommands)
        EXPECT_TRUE(isEnabled(office(), window.frame(), url(command))) << command;
    EXPECT_FALSE(findCommand(office(), window.frame(), "org.quartet:NoSuchCommand").is());
}

TEST_F(Menu, OffersInTheStartWindowWhatNeedsNoSheet)
{
    const auto frame = office().desktop()->findFrame("_blank", 0);
    for (const char* const command : sheetCommands)
        EXPECT_FALSE(findCommand(office(), frame, url(command)).is()) << command;
    for (const char* const command : otherCommands)
        EXPECT_FALSE(findCommand(office(), frame, url(command)).is()) << command;

    const auto start = css::frame::StartModule::createWithParentWindow(office().context(),
                                                                       frame->getContainerWindow());
    frame->setComponent(Reference<css::awt::XWindow>(start, UNO_QUERY), start);
    start->attachFrame(frame);
    for (const char* const command : sheetCommands)
        EXPECT_FALSE(findCommand(office(), frame, url(command)).is()) << command;
    for (const char* const command : otherCommands)
        EXPECT_TRUE(isEnabled(office(), frame, url(command))) << command;
    Reference<css::util::XCloseable>(frame, UNO_QUERY_THROW)->close(true);
}

TEST_F(Menu, HasACommandForEachEntry)
{
    const Window window(office());
    const auto urls = entries(office());
    EXPECT_EQ(urls.size(), sheetCommands.size() + otherCommands.size());
    for (const std::string& each : urls)
        EXPECT_TRUE(isEnabled(office(), window.frame(), each)) << each;
}

TEST_F(Menu, HasTheSameCommandsInTheTabbedInterface)
{
    auto menu = entries(office());
    auto tab = entries(office(), "AddonUI/OfficeNotebookBar/org.quartet.NotebookBar");
    ASSERT_FALSE(tab.empty());
    EXPECT_EQ(tab.front(), url("InsertFood"));
    EXPECT_THAT(tab, testing::UnorderedElementsAreArray(menu));
}

TEST_F(Menu, OpensTemplatesAsNewDocuments)
{
    const Window window(office());
    for (const auto& [command, title] :
         { std::pair("NewDayPlan", "Day plan"), std::pair("NewWeekPlan", "Week plan"),
           std::pair("VitaminDLog", "Vitamin D log"),
           std::pair("K2Foods", "Foods with most vitamin K2 per 100 g") })
    {
        give(office(), window.frame(), url(command));
        const auto document = findDocument(office(), title);
        ASSERT_TRUE(document.is()) << title;
        EXPECT_FALSE(Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)->hasLocation())
            << "a new document has no name yet";
        Reference<css::util::XCloseable>(document, UNO_QUERY_THROW)->close(true);
    }
}

TEST_F(Menu, OpensTheHelpAtItsBeginning)
{
    const Window window(office());
    const std::string text =
        readBox(office(), window.frame(), url("Help"), "Help on Nutrition").value_or("no box");
    EXPECT_THAT(text, HasSubstr("Your first day in two minutes"));
    EXPECT_THAT(text, HasSubstr("warfarin"));
    EXPECT_THAT(text, HasSubstr("NUTRIENT_SUM"));
}

TEST_F(Menu, SaysWhereATemplateIsMissing)
{
    const Window window(office());
    const auto file =
        office().extensionFolder("org.quartet") / "template/en/nutrition/day-plan.ots";
    const auto elsewhere = file.parent_path() / "elsewhere";
    std::filesystem::rename(file, elsewhere);
    EXPECT_THAT(readBox(office(), window.frame(), url("NewDayPlan"), "Nutrition").value_or("none"),
                HasSubstr("day-plan.ots"));
    std::filesystem::rename(elsewhere, file);
}

TEST_F(Menu, TellsAboutTheDataAndTheirTerms)
{
    const Window window(office());
    const std::string text =
        readBox(office(), window.frame(), url("AboutData"), "About the Nutrition Data")
            .value_or("no box");
    EXPECT_THAT(text, HasSubstr("3398 foods"));
    EXPECT_THAT(text, HasSubstr("no medical advice"));
    EXPECT_THAT(text, HasSubstr("Kamao 2007"));
    EXPECT_THAT(text, HasSubstr("Licence Ouverte"));
}

TEST(MenuRemoval, LeavesNothingBehind)
{
    const Profile profile;
    {
        const Office installing(profile);
        installing.addExtension(OXT);
    }
    {
        const Office office(profile);
        for (const auto& [component, path] : additions)
            EXPECT_TRUE(configuration(office, component)
                            ->hasByHierarchicalName(rtl::OUString::createFromAscii(path)))
                << path;
        const Window window(office);
        give(office, window.frame(), url("InsertFood"));
        office.removeExtension("org.quartet");
    }
    const Office office(profile);
    for (const auto& [component, path] : additions)
        EXPECT_FALSE(configuration(office, component)
                         ->hasByHierarchicalName(rtl::OUString::createFromAscii(path)))
            << path;
    const Window window(office);
    for (const char* const command : sheetCommands)
        EXPECT_FALSE(findCommand(office, window.frame(), url(command)).is()) << command;
}

} // namespace quartet
