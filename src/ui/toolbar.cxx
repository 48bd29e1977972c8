/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/toolbar.hxx"

#include "ui/context_menu.hxx"
#include "workbook/package.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XLayoutManager.hpp>
#include <com/sun/star/graphic/GraphicProvider.hpp>
#include <com/sun/star/ui/ImageType.hpp>
#include <com/sun/star/ui/ItemType.hpp>
#include <com/sun/star/ui/XImageManager.hpp>
#include <com/sun/star/ui/XUIConfigurationManager.hpp>
#include <com/sun/star/ui/XUIConfigurationManagerSupplier.hpp>
#include <com/sun/star/ui/theWindowStateConfiguration.hpp>

#include <array>
#include <string>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::graphic::XGraphic;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using rtl::OUString;

/// LibreOffice shows a toolbar of a document whose name begins so.
const OUString toolBar("private:resource/toolbar/custom_org.quartet.ToolBar");

/// The buttons by their commands; an empty one is a line between two groups.
constexpr std::array buttons{ "InsertFood", "AddFoodRow",  "ExplainCell", "",
                              "NewDayPlan", "NewWeekPlan", "VitaminDLog", "K2Foods",
                              "",           "AboutData",   "Help" };

struct Icon
{
    const char* command;
    const char* name; ///< of its files in the extension's folder icons
};

/// Of the toolbar's commands and of more in the menu.
constexpr std::array icons{
    Icon{ "NewDayPlan", "new-day-plan" },
    Icon{ "NewWeekPlan", "new-week-plan" },
    Icon{ "VitaminDLog", "vitamin-d-log" },
    Icon{ "K2Foods", "k2-foods" },
    Icon{ "InsertFood", "insert-food" },
    Icon{ "ExplainCell", "explain-cell" },
    Icon{ "AddFoodRow", "add-food-row" },
    Icon{ "OwnFoods", "own-foods" },
    Icon{ "NewOwnFood", "new-own-food" },
    Icon{ "NewRecipe", "new-recipe" },
    Icon{ "ImportFoods", "import-foods" },
    Icon{ "SavePortableCopy", "portable-copy" },
    Icon{ "SaveAsTemplate", "save-template" },
    Icon{ "AboutData", "about-data" },
    Icon{ "Help", "help" },
};

struct Size
{
    sal_Int16 type; ///< of css::ui::ImageType
    const char* ending;
};

constexpr std::array sizes{
    Size{ css::ui::ImageType::SIZE_DEFAULT, "-16.png" },
    Size{ css::ui::ImageType::SIZE_LARGE, "-26.png" },
    Size{ css::ui::ImageType::SIZE_32, "-26.png" },
};

PropertyValue property(const char* name, const Any& value)
{
    PropertyValue result;
    result.Name = OUString::createFromAscii(name);
    result.Value = value;
    return result;
}

OUString commandUrl(const char* command)
{
    return "org.quartet:" + OUString::createFromAscii(command);
}

void insertIcons(const Reference<XComponentContext>& context,
                 const Reference<css::ui::XImageManager>& images)
{
    const auto provider = css::graphic::GraphicProvider::create(context);
    const OUString folder = packageFolder(context) + "/icons/";
    for (const Size& size : sizes)
    {
        Sequence<OUString> commands(icons.size());
        Sequence<Reference<XGraphic>> graphics(icons.size());
        OUString* command = commands.getArray();
        Reference<XGraphic>* graphic = graphics.getArray();
        for (const Icon& icon : icons)
        {
            const PropertyValue url =
                property("URL", Any(folder + OUString::createFromAscii(icon.name)
                                    + OUString::createFromAscii(size.ending)));
            *command++ = commandUrl(icon.command);
            *graphic++ = provider->queryGraphic({ &url, 1 });
        }
        images->insertImages(size.type, commands, graphics);
    }
}

Sequence<PropertyValue> item(const Words& words, const char* command)
{
    if (!*command)
    {
        const PropertyValue line = property("Type", Any(css::ui::ItemType::SEPARATOR_LINE));
        return { &line, 1 };
    }
    const std::array properties{
        property("CommandURL", Any(commandUrl(command))),
        property("Label", Any(fromUtf8(words.text("toolbar." + std::string(command))))),
        property("Type", Any(css::ui::ItemType::DEFAULT)),
    };
    return { properties.data(), static_cast<sal_Int32>(properties.size()) };
}

void insertToolBar(const Words& words, const Reference<css::ui::XUIConfigurationManager>& manager)
{
    const Reference<css::container::XIndexContainer> settings = manager->createSettings();
    Reference<css::beans::XPropertySet>(settings, UNO_QUERY_THROW)
        ->setPropertyValue("UIName", Any(fromUtf8(words.text("menu.title"))));
    for (const char* const command : buttons)
        settings->insertByIndex(settings->getCount(), Any(item(words, command)));
    manager->insertSettings(toolBar,
                            Reference<css::container::XIndexAccess>(settings, UNO_QUERY_THROW));
}

/// Whether the person has put the toolbar away.
bool isPutAway(const Reference<XComponentContext>& context)
{
    const Reference<css::container::XNameAccess> states(
        css::ui::theWindowStateConfiguration::get(context)->getByName(
            "com.sun.star.sheet.SpreadsheetDocument"),
        UNO_QUERY_THROW);
    Sequence<PropertyValue> state;
    if (states->hasByName(toolBar))
        states->getByName(toolBar) >>= state;
    bool visible = true;
    for (sal_Int32 i = 0; i < state.getLength(); ++i)
        if (state.getConstArray()[i].Name == "Visible")
            state.getConstArray()[i].Value >>= visible;
    return !visible;
}

void hideToolBar(const Reference<css::frame::XController>& window)
{
    Reference<css::frame::XLayoutManager> layout;
    Reference<css::beans::XPropertySet>(window->getFrame(), UNO_QUERY_THROW)
        ->getPropertyValue("LayoutManager") >>= layout;
    layout->hideElement(toolBar);
}

} // namespace

bool hasToolBar(const Reference<css::frame::XModel>& workbook)
{
    const Reference<css::ui::XUIConfigurationManagerSupplier> supplier(workbook,
                                                                       css::uno::UNO_QUERY);
    return supplier.is() && supplier->getUIConfigurationManager()->hasSettings(toolBar);
}

void giveToolBar(const Reference<XComponentContext>& context,
                 const Reference<css::frame::XModel>& workbook)
{
    try
    {
        const auto window = workbook->getCurrentController();
        if (window.is())
            giveContextMenu(context, window);
        const auto manager =
            Reference<css::ui::XUIConfigurationManagerSupplier>(workbook, UNO_QUERY_THROW)
                ->getUIConfigurationManager();
        if (manager->hasSettings(toolBar))
            return;
        insertIcons(context,
                    Reference<css::ui::XImageManager>(manager->getImageManager(), UNO_QUERY_THROW));
        const bool putAway = isPutAway(context);
        insertToolBar(officeWords(context), manager);
        // A window that is open already has shown it.
        if (putAway && window.is())
            hideToolBar(window);
    }
    catch (const css::uno::Exception&)
    {
        // It can't be changed, or an icon is gone: what was asked for is done all the same.
    }
}

} // namespace quartet
