/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The toolbar "Nutrition": which workbooks have it, and what its buttons are.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XLayoutManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/ui/ImageType.hpp>
#include <com/sun/star/ui/XImageManager.hpp>
#include <com/sun/star/ui/XUIConfigurationManager.hpp>
#include <com/sun/star/ui/XUIConfigurationManagerSupplier.hpp>
#include <com/sun/star/ui/XUIElementSettings.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;
using testing::Not;

const rtl::OUString toolBar("private:resource/toolbar/custom_org.quartet.ToolBar");

Reference<css::frame::XLayoutManager> layout(const Window& window)
{
    return Reference<css::frame::XLayoutManager>(
        Reference<css::beans::XPropertySet>(window.frame(), UNO_QUERY_THROW)
            ->getPropertyValue("LayoutManager"),
        UNO_QUERY_THROW);
}

bool hasToolBar(const Window& window) { return layout(window)->getElement(toolBar).is(); }
bool showsToolBar(const Window& window) { return layout(window)->isElementVisible(toolBar); }
bool soonShowsToolBar(const Window& window)
{
    return soon([&window] { return showsToolBar(window); });
}

Any find(const Sequence<PropertyValue>& properties, const char* name)
{
    const auto* const end = properties.getConstArray() + properties.getLength();
    const auto* const found =
        std::find_if(properties.getConstArray(), end,
                     [name](const PropertyValue& each) { return each.Name.equalsAscii(name); });
    return found == end ? Any() : found->Value;
}

std::string contents(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

class ToolBar : public ScreenTest
{
protected:
    std::filesystem::path store(const Window& window, const std::string& name) const
    {
        std::filesystem::path file = m_folder.path() / name;
        Reference<css::frame::XStorable>(window.document(), UNO_QUERY_THROW)
            ->storeAsURL(fileUrl(file), {});
        return file;
    }
    std::filesystem::path dayPlan() const
    {
        return office().extensionFolder("org.quartet") / "template/en/nutrition/day-plan.ots";
    }

private:
    TemporaryFolder m_folder;
};

} // namespace

TEST_F(ToolBar, ComesWithAPlanButNotWithOtherNewWorkbooks)
{
    const Window plan(office(), dayPlan());
    EXPECT_TRUE(soonShowsToolBar(plan));
    const Window other(office());
    EXPECT_FALSE(hasToolBar(other));
}

TEST_F(ToolBar, ComesWithTheFirstFormulaThatAsksForAFood)
{
    const Window window(office());
    window.enter("A1", "=1+1");
    EXPECT_FALSE(hasToolBar(window));
    window.enter("A1", "=K2MCG(\"Gouda\";100)");
    EXPECT_TRUE(soonShowsToolBar(window));
}

TEST_F(ToolBar, ComesWithACommandThatNeedsASheet)
{
    const Window window(office());
    give(office(), window.frame(), "org.quartet:InsertFood");
    EXPECT_TRUE(soonShowsToolBar(window));
}

TEST_F(ToolBar, ComesWithAFileThatCallsUsAndIsNotStoredInIt)
{
    std::filesystem::path file;
    std::filesystem::path other;
    {
        const Window window(office());
        window.enter("A1", "=K2MCG(\"Gouda\";100)");
        give(office(), window.frame(), "org.quartet:InsertFood");
        ASSERT_TRUE(hasToolBar(window));
        file = store(window, "meal.ods");
        const Window without(office());
        without.enter("A1", "=1+1");
        other = store(without, "other.ods");
    }
    EXPECT_THAT(contents(file), Not(HasSubstr("custom_org.quartet")));
    const Window again(office(), file);
    EXPECT_TRUE(soonShowsToolBar(again));
    EXPECT_FALSE(
        Reference<css::util::XModifiable>(again.document(), UNO_QUERY_THROW)->isModified());
    const Window without(office(), other);
    EXPECT_FALSE(hasToolBar(without));
}

TEST_F(ToolBar, StaysAwayOncePutAwayUntilItIsWantedAgain)
{
    {
        const Window window(office(), dayPlan());
        ASSERT_TRUE(soonShowsToolBar(window));
        layout(window)->hideElement(toolBar);
    }
    {
        const Window plan(office(), dayPlan());
        EXPECT_TRUE(soon([&plan] { return hasToolBar(plan); }));
        EXPECT_FALSE(showsToolBar(plan));
        {
            const Window open(office());
            give(office(), open.frame(), "org.quartet:InsertFood");
            EXPECT_FALSE(showsToolBar(open));
        }
        layout(plan)->showElement(toolBar);
    }
    const Window plan(office(), dayPlan());
    EXPECT_TRUE(soonShowsToolBar(plan));
}

TEST_F(ToolBar, HasACommandALabelAndIconsForEachButton)
{
    const Window window(office(), dayPlan());
    const auto manager =
        Reference<css::ui::XUIConfigurationManagerSupplier>(window.document(), UNO_QUERY_THROW)
            ->getUIConfigurationManager();
    const Reference<css::ui::XImageManager> images(manager->getImageManager(), UNO_QUERY_THROW);
    const auto items =
        Reference<css::ui::XUIElementSettings>(layout(window)->getElement(toolBar), UNO_QUERY_THROW)
            ->getSettings(false);
    int buttons = 0;
    for (sal_Int32 i = 0; i < items->getCount(); ++i)
    {
        Sequence<PropertyValue> item;
        items->getByIndex(i) >>= item;
        rtl::OUString command;
        if (!(find(item, "CommandURL") >>= command) || command.isEmpty())
            continue;
        SCOPED_TRACE(toUtf8(command));
        // What a narrow window shows.
        if (buttons == 0)
        {
            EXPECT_EQ(toUtf8(command), "org.quartet:InsertFood");
        }
        ++buttons;
        EXPECT_TRUE(isEnabled(office(), window.frame(), toUtf8(command)));
        rtl::OUString label;
        find(item, "Label") >>= label;
        EXPECT_THAT(toUtf8(label), Not(HasSubstr("toolbar.")));
        EXPECT_FALSE(label.isEmpty());
        for (const sal_Int16 size : { css::ui::ImageType::SIZE_DEFAULT,
                                      css::ui::ImageType::SIZE_LARGE, css::ui::ImageType::SIZE_32 })
            EXPECT_TRUE(images->hasImage(size, command)) << size;
    }
    EXPECT_EQ(buttons, 9);
}

} // namespace quartet
