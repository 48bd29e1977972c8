/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "Save as my template": a changed plan among the person's own templates.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <com/sun/star/ucb/XContent.hpp>
#include <com/sun/star/ucb/XContentIdentifier.hpp>
#include <com/sun/star/util/PathSettings.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <osl/file.hxx>

#include <gmock/gmock.h>

#include <set>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;

const std::string command = "org.quartet:SaveAsTemplate";
const std::string title = "Save as My Template";

/// What the Templates dialog lists under "My Templates", after it looked again.
std::set<std::string> listed(const Office& office)
{
    const auto templates = css::frame::DocumentTemplates::create(office.context());
    templates->update();
    const auto urls =
        css::ucb::SimpleFileAccess::create(office.context())
            ->getFolderContents(templates->getContent()->getIdentifier()->getContentIdentifier()
                                    + "/My%20Templates",
                                true);
    std::set<std::string> names;
    for (sal_Int32 i = 0; i < urls.getLength(); ++i)
    {
        const rtl::OUString& url = urls.getConstArray()[i];
        names.insert(toUtf8(url.copy(url.lastIndexOf('/') + 1)));
    }
    return names;
}

/// The folder of the person's own templates.
fs::path folder(const Office& office)
{
    rtl::OUString url;
    Reference<css::beans::XPropertySet>(css::util::PathSettings::create(office.context()),
                                        UNO_QUERY_THROW)
        ->getPropertyValue("Template_writable") >>= url;
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(url, path);
    return toUtf8(path);
}

std::set<std::string> files(const Office& office)
{
    std::set<std::string> names;
    for (const auto& file : fs::directory_iterator(folder(office)))
        if (file.path().extension() == ".ots")
            names.insert(file.path().filename().string());
    return names;
}

bool isModified(const Window& window)
{
    return Reference<css::util::XModifiable>(window.document(), UNO_QUERY_THROW)->isModified();
}

class OwnTemplate : public ScreenTest
{
protected:
    /// A new profile has none.
    void SetUp() override { fs::create_directories(folder(office())); }

    /// A button that is pressed, and what is typed before.
    using Press = std::pair<std::string, std::optional<std::string>>;

    /** Gives the command and answers its boxes, one after another.
        @returns what the messages among them say */
    static std::string answered(const Window& window, const std::vector<Press>& presses)
    {
        std::string messages;
        std::vector<Answer> answers;
        for (const auto& [button, text] : presses)
            answers.emplace_back(title,
                                 [&messages, &button = button, &text = text](const Box& box) {
                                     messages += box.message();
                                     if (text)
                                         box.type(*text);
                                     box.press(button);
                                 });
        answer(office(), window.frame(), command, answers);
        return messages;
    }
};

} // namespace

TEST_F(OwnTemplate, HoldsWhatWasTypedAndLeavesTheDocumentAsItWas)
{
    const Window window(office());
    window.enter("A1", "my breakfast");
    window.enter("B1", "=K2MCG(\"Natto\";50)");
    Reference<css::util::XModifiable>(window.document(), UNO_QUERY_THROW)->setModified(false);
    const std::string said = answered(window, { { "Save", "My week / 1" }, { "OK", {} } });
    EXPECT_THAT(said, HasSubstr("“My week / 1” is now in File ▸ Templates"));
    EXPECT_THAT(listed(office()), testing::Contains("My%20week%20%2F%201"));
    EXPECT_FALSE(isModified(window));
    EXPECT_FALSE(
        Reference<css::frame::XStorable>(window.document(), UNO_QUERY_THROW)->hasLocation());
}

TEST_F(OwnTemplate, IsReplacedOnlyWhenThePersonSaysSo)
{
    const Window window(office());
    window.enter("A1", "first");
    answered(window, { { "Save", "Mine" }, { "OK", {} } });
    ASSERT_THAT(files(office()), testing::Contains("Mine.ots"));
    window.enter("A1", "second");
    const std::string asked = answered(window, { { "Save", "Mine" }, { "No", {} } });
    EXPECT_THAT(asked, HasSubstr("already a template “Mine”"));
    const auto shown = [&] {
        std::string text;
        for (const auto& file : files(office()))
            if (file.find("Mine") == 0)
                text += Spreadsheet(office(), fileUrl(folder(office()) / file)).text("A1") + ";";
        return text;
    };
    EXPECT_EQ(shown(), "first;");
    answered(window, { { "Save", "Mine" }, { "Yes", {} }, { "OK", {} } });
    EXPECT_EQ(shown(), "second;");
    EXPECT_TRUE(isModified(window)) << "the document itself was not saved";
}

TEST_F(OwnTemplate, OpensAsANewDocumentWithItsNumbers)
{
    {
        const Window window(office());
        window.enter("A1", "=K2MCG(\"Natto\";50)");
        window.enter("A2", "warfarin");
        answered(window, { { "Save", "Plan" }, { "OK", {} } });
    }
    const Spreadsheet plan(office(), fileUrl(folder(office()) / "Plan.ots"));
    EXPECT_EQ(Reference<css::frame::XModel>(plan.document(), UNO_QUERY_THROW)->getURL(),
              rtl::OUString());
    EXPECT_EQ(plan.text("A1"), "469.5");
    EXPECT_EQ(plan.text("A2"), "warfarin");
}

TEST_F(OwnTemplate, SaysWhenItCannotBeSaved)
{
    const Window window(office());
    const fs::path own = folder(office());
    const fs::path aside = own.parent_path() / "aside";
    fs::rename(own, aside);
    // Where nobody can write, not even root.
    fs::create_directory_symlink("/proc/tty", own);
    const std::string said = answered(window, { { "Save", "Lost" }, { "OK", {} } });
    fs::remove(own);
    fs::rename(aside, own);
    EXPECT_THAT(said, HasSubstr("“Lost” could not be saved"));
}

TEST_F(OwnTemplate, IsNotSavedWhenThePersonCancels)
{
    const Window window(office());
    const auto before = files(office());
    answered(window, { { "Cancel", "Never" } });
    answered(window, { { "Save", "  " } });
    EXPECT_EQ(files(office()), before);
}

} // namespace quartet
