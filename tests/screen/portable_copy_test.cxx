/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "Save a portable copy": what is asked, what is listed to be left out, and that it can be stopped.

#include "screen_fixture.hxx"
#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;

const std::string command = "org.quartet:SavePortableCopy";
const std::string title = "Save a Portable Copy";

class PortableDialogs : public ScreenTest
{
protected:
    static Answer tick(std::vector<std::string> choices)
    {
        return { title, [choices = std::move(choices)](const Box& box) {
                    for (const std::string& choice : choices)
                        box.press(choice);
                    box.press("Save");
                } };
    }
    static Answer name(const fs::path& file)
    {
        return { title, [file](const Box& box) {
                    box.typeInto("File name:", file.string());
                    box.press("Save");
                } };
    }
    static Answer read(std::string& said)
    {
        return { title, [&said](const Box& box) {
                    said = box.message();
                    box.press("OK");
                } };
    }

    static Reference<css::sheet::XSpreadsheet> sheet(const Window& window, sal_Int32 index)
    {
        return Reference<css::sheet::XSpreadsheet>(
            Reference<css::container::XIndexAccess>(window.document()->getSheets(), UNO_QUERY_THROW)
                ->getByIndex(index),
            UNO_QUERY_THROW);
    }
    /// Whether a sheet's first column has a text.
    static bool holds(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& text)
    {
        constexpr sal_Int32 rows = 4000;
        const auto all = Reference<css::sheet::XCellRangeData>(
                             sheet->getCellRangeByPosition(0, 0, 0, rows - 1), UNO_QUERY_THROW)
                             ->getDataArray();
        rtl::OUString each;
        for (sal_Int32 i = 0; i < rows; ++i)
            if ((all.getConstArray()[i].getConstArray()[0] >>= each) && toUtf8(each) == text)
                return true;
        return false;
    }

    const fs::path& folder() const { return m_folder.path(); }

private:
    TemporaryFolder m_folder;
};

} // namespace

TEST_F(PortableDialogs, MakeACopyOfWhatIsTicked)
{
    const Window window(office());
    window.enter("A1", "warfarin");
    window.enter("B1", "=ORG.QUARTET.NUTRITION.INTERACTIONLEVEL(A1;\"VITK2\")");
    window.enter("A2", "43.7");
    window.enter("B2", "=ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A2;\"F\")");
    window.enter("A3", "Gouda");
    window.enter("B3", "=ORG.QUARTET.NUTRITION.K2MCG(A3;100)");
    std::string said;
    answer(office(), window.frame(), command,
           { tick({ "Include medicines", "Include age, sex and stage of life",
                    "With all foods: any food can be typed into the copy" }),
             name(folder() / "all.ods"), read(said) });
    EXPECT_EQ(said, "Saved as all.ods. 3 cells go on calculating, 0 hold their present value.");
    ASSERT_TRUE(fs::exists(folder() / "all.ods"));
    const Window all(office(), folder() / "all.ods");
    EXPECT_EQ(all.text("A1"), "warfarin");
    EXPECT_EQ(all.text("A2"), "43.7");
    EXPECT_TRUE(holds(sheet(all, 1), "Natto"));
    all.enter("A3", "Natto");
    EXPECT_EQ(all.text("B3"), "939");

    answer(office(), window.frame(), command,
           { tick({}), name(folder() / "bare.xlsx"), read(said) });
    ASSERT_TRUE(fs::exists(folder() / "bare.xlsx"));
    const Window bare(office(), folder() / "bare.xlsx");
    EXPECT_EQ(bare.text("A1"), "left out of this copy");
    EXPECT_EQ(bare.text("B1"), "left out of this copy");
    EXPECT_EQ(bare.text("A2"), "left out of this copy");
    EXPECT_FALSE(holds(sheet(bare, 1), "Natto"));

    answer(office(), window.frame(), command,
           { tick({ "Values only: nothing in the copy calculates nutrition any more" }),
             name(folder() / "values.ods"), read(said) });
    ASSERT_TRUE(fs::exists(folder() / "values.ods"));
    EXPECT_EQ(Window(office(), folder() / "values.ods").formula("B3"), "64.5");
}

TEST_F(PortableDialogs, ListWhatMentionsThePersonToBeTickedAway)
{
    const Window window(office());
    window.enter("A1", "warfarin");
    window.enter("B1", "=ORG.QUARTET.NUTRITION.INTERACTION(A1)");
    window.enter("D5", "On warfarin since May");
    window.enter("D6", "no warfarin for the dog");
    std::string said;
    std::vector<std::string> listed;
    answer(office(), window.frame(), command,
           { tick({}),
             name(folder() / "some.ods"),
             { title,
               [&listed](const Box& box) {
                   listed = box.items("Left out too");
                   box.unchoose("Left out too", "Sheet1.D6");
                   box.press("Save");
               } },
             read(said) });
    EXPECT_THAT(listed, testing::ElementsAre("Sheet1.D5: On warfarin since May",
                                             "Sheet1.D6: no warfarin for the dog"));
    EXPECT_THAT(said, HasSubstr("Saved as some.ods"));
    ASSERT_TRUE(fs::exists(folder() / "some.ods"));
    const Window some(office(), folder() / "some.ods");
    EXPECT_EQ(some.text("D5"), "left out of this copy");
    EXPECT_EQ(some.text("D6"), "no warfarin for the dog");

    answer(office(), window.frame(), command,
           { tick({}),
             name(folder() / "none.ods"),
             { title, [](const Box& box) { box.press("Cancel"); } },
             read(said) });
    EXPECT_EQ(said, "The copy was not saved.");
    EXPECT_FALSE(fs::exists(folder() / "none.ods"));
}

TEST_F(PortableDialogs, CanBeStopped)
{
    const Window window(office());
    window.enter("A1", "Gouda");
    window.enter("B1", "20");
    window.enter("C1", "=ORG.QUARTET.NUTRITION.VITDSTATUS(B1)&ORG.QUARTET.NUTRITION.K2MCG(A1;B1)");
    const Reference<css::sheet::XCellSeries> rows(sheet(window, 0)->getCellRangeByName("A1:C4000"),
                                                  UNO_QUERY_THROW);
    rows->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    std::future<void> stopped;
    std::string said;
    const Answer nameAndStop{ title, [&](const Box& box) {
                                 box.typeInto("File name:", (folder() / "long.xlsx").string());
                                 box.press("Save");
                                 stopped = answerMeanwhile(
                                     office(), "Making the copy…",
                                     [](const Box& progress) { progress.press("Cancel"); });
                             } };
    answer(office(), window.frame(), command, { tick({}), nameAndStop, read(said) });
    ASSERT_EQ(stopped.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    EXPECT_EQ(said, "The copy was not saved.");
    EXPECT_TRUE(fs::is_empty(folder()));
}

} // namespace quartet
