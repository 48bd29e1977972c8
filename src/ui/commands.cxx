/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/commands.hxx"

#include "ui/about.hxx"
#include "ui/boxes.hxx"
#include "ui/explain_cell.hxx"
#include "ui/help.hxx"
#include "ui/import_dialog.hxx"
#include "ui/insertion.hxx"
#include "ui/own_food_form.hxx"
#include "ui/own_template.hxx"
#include "ui/picker_panel.hxx"
#include "ui/portable_dialog.hxx"
#include "ui/questions.hxx"
#include "ui/update_note.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/package.hxx"
#include "workbook/read_only.hxx"
#include "workbook/recipe_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/** The template in the office's language, in that language whatever the country,
    or in English.
    @returns an empty text where the installation lacks it */
rtl::OUString findTemplate(const Invocation& invocation, const char* file)
{
    const rtl::OUString language = officeLanguage(invocation.context);
    const sal_Int32 dash = language.indexOf('-');
    const std::array<rtl::OUString, 3> languages{ language,
                                                  dash < 0 ? language : language.copy(0, dash),
                                                  rtl::OUString("en") };
    for (const rtl::OUString& each : languages)
    {
        const rtl::OUString url = packageFolder(invocation.context) + "/template/" + each
                                  + "/nutrition/" + rtl::OUString::createFromAscii(file);
        if (fileExists(invocation.context, url))
            return url;
    }
    return {};
}

/// Opens a template as a new document without a name.
void openTemplate(const Invocation& invocation, const char* file)
{
    const rtl::OUString url = findTemplate(invocation, file);
    if (url.isEmpty())
    {
        const Words& words = officeWords(invocation.context);
        return showMessage(invocation.context, invocation.frame->getContainerWindow(),
                           words.text("menu.title"),
                           words.text("template.missing", { { "file", file } }));
    }
    css::beans::PropertyValue asTemplate;
    asTemplate.Name = "AsTemplate";
    asTemplate.Value <<= true;
    // An empty start window becomes the document's.
    css::frame::Desktop::create(invocation.context)
        ->loadComponentFromURL(url, "_default", 0, { &asTemplate, 1 });
}

/// @returns whether the workbook can be changed; where not, it is said
bool checkWritable(const Invocation& invocation)
{
    if (!isReadOnly(invocation.frame->getController()->getModel()))
        return true;
    const Words& words = officeWords(invocation.context);
    showMessage(invocation.context, invocation.frame->getContainerWindow(),
                words.text("menu.title"), words.text("menu.readOnly"));
    return false;
}

/// Shows the deck of the sidebar and puts the keyboard into its search field.
void insertFood(const Invocation& invocation, const char* name)
{
    const Reference<css::frame::XController2> controller(invocation.frame->getController(),
                                                         UNO_QUERY_THROW);
    const auto sidebar = controller->getSidebar();
    if (!sidebar.is())
        throw css::uno::RuntimeException("this window has no sidebar");
    sidebar->setVisible(true);
    const Reference<css::ui::XDeck> deck(
        sidebar->getDecks()->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW);
    if (!deck->isActive())
        deck->activate(true);
    sidebar->showDecks(true);
    PickerPanel::startIn(invocation.frame);
}

void addRow(const Invocation& invocation, const char*)
{
    const Words& words = officeWords(invocation.context);
    const Insertion added =
        addFoodRow(invocation.frame->getController(), fromUtf8(words.text("addRow.undo")));
    if (added != Insertion::Done)
        showMessage(invocation.context, invocation.frame->getContainerWindow(),
                    words.text("toolbar.AddFoodRow"), words.text(reasonOf(added)));
}

/// Goes to the workbook's own foods; where it has none yet, to a new sheet.
void ownFoods(const Invocation& invocation, const char*)
{
    const auto controller = invocation.frame->getController();
    const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(),
                                                               UNO_QUERY_THROW);
    if (!findOwnFoodsSheet(document).is() && !checkWritable(invocation))
        return;
    showOwnFoodsSheet(controller, ownFoodsSheetOf(invocation.context, document, FirstRow::Example));
}

void newOwnFood(const Invocation& invocation, const char*)
{
    if (checkWritable(invocation))
        addOwnFoodByForm(invocation.context, invocation.frame);
}

/// Asks what it is called and goes to its new sheet.
void newRecipe(const Invocation& invocation, const char*)
{
    if (!checkWritable(invocation))
        return;
    const Words& words = officeWords(invocation.context);
    const auto name = ask(
        invocation.context, invocation.frame->getContainerWindow(),
        { words.text("recipe.title"), words.text("recipe.ask"), words.text("recipe.make") }, {});
    if (!name)
        return;
    const auto controller = invocation.frame->getController();
    const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(),
                                                               UNO_QUERY_THROW);
    showRecipe(controller, addRecipe(invocation.context, document, *name));
}

void explainCell(const Invocation& invocation, const char*)
{
    const Words& words = officeWords(invocation.context);
    showText(invocation.context, invocation.frame->getContainerWindow(),
             words.text("explain.title"),
             explainCellAtCursor(invocation.context, invocation.frame->getController()));
}

void savePortableCopy(const Invocation& invocation, const char*)
{
    askForPortableCopy(invocation.context, invocation.frame);
}

void aboutData(const Invocation& invocation, const char*)
{
    const Words& words = officeWords(invocation.context);
    showText(invocation.context, invocation.frame->getContainerWindow(), words.text("about.title"),
             aboutText(words, *Registry::shared(invocation.context)->data()));
}

void help(const Invocation& invocation, const char*)
{
    showHelp(invocation.context, invocation.frame);
}

void importFoods(const Invocation& invocation, const char*)
{
    importIntoOwnFoods(invocation.context, invocation.frame);
}

constexpr std::array commands{
    Command{ "NewDayPlan", false, openTemplate, "day-plan.ots" },
    Command{ "NewWeekPlan", false, openTemplate, "week-plan.ots" },
    Command{ "VitaminDLog", false, openTemplate, "vitamin-d-log.ots" },
    Command{ "K2Foods", false, openTemplate, "k2-foods.ots" },
    Command{ "InsertFood", true, insertFood, "org.quartet.Foods" },
    Command{ "AddFoodRow", true, addRow, "" },
    Command{ "ExplainCell", true, explainCell, "" },
    Command{ "OwnFoods", true, ownFoods, "" },
    Command{ "NewOwnFood", true, newOwnFood, "" },
    Command{ "NewRecipe", true, newRecipe, "" },
    Command{ "ImportFoods", true, importFoods, "" },
    Command{ "SavePortableCopy", true, savePortableCopy, "" },
    Command{ "SaveAsTemplate", true, saveAsTemplate, "" },
    Command{ "ShowChanges", true, showChanges, "" },
    Command{ "AboutData", false, aboutData, "" },
    Command{ "Help", false, help, "" },
};

} // namespace

const Command* findCommand(const rtl::OUString& path)
{
    const auto found = std::find_if(commands.begin(), commands.end(), [&path](const auto& each) {
        return path.equalsAscii(each.path);
    });
    return found == commands.end() ? nullptr : &*found;
}

} // namespace quartet
