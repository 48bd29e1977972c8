/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Disks that are full or can't be written, two offices that have one workbook open: nothing that
// was typed is lost, and what fails says so. tests/portable does the same with portable copies.

#include "office_fixture.hxx"
#include "small_disk.hxx"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <memory>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::frame::XStorable;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr const char* ownFood = "=NUTRIENT(\"Trail bar\";100;\"CA\")";
constexpr const char* builtIn = "=K2MCG(\"Natto\";50)";

Reference<css::table::XCell> cellOf(const Reference<css::sheet::XSpreadsheetDocument>& document,
                                    const char* sheet, const char* name)
{
    return Reference<css::sheet::XSpreadsheet>(
               document->getSheets()->getByName(rtl::OUString::createFromAscii(sheet)),
               UNO_QUERY_THROW)
        ->getCellRangeByName(rtl::OUString::createFromAscii(name))
        ->getCellByPosition(0, 0);
}

void fillIn(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    document->getSheets()->insertNewByName("My foods", 1);
    struct Entry
    {
        const char* sheet;
        const char* cell;
        const char* content;
    };
    for (const Entry& each : { Entry{ "My foods", "A1", "Name" },
                               { "My foods", "B1", "CA" },
                               { "My foods", "A2", "Trail bar" },
                               { "My foods", "B2", "50" },
                               { "Sheet1", "A1", ownFood },
                               { "Sheet1", "A2", builtIn } })
        cellOf(document, each.sheet, each.cell)
            ->setFormula(rtl::OUString::createFromAscii(each.content));
}

void save(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    Reference<XStorable>(document, UNO_QUERY_THROW)->store();
}

void saveAs(const Reference<css::sheet::XSpreadsheetDocument>& document, const fs::path& file)
{
    Reference<XStorable>(document, UNO_QUERY_THROW)->storeAsURL(fileUrl(file), {});
}

class Faults : public OfficeTest
{
protected:
    static void TearDownTestSuite()
    {
        s_other.reset();
        s_profile.reset();
        OfficeTest::TearDownTestSuite();
    }

    fs::path folder() const { return m_folder.path(); }

    /// Another office with the extension, another person's.
    static const Office& otherOffice()
    {
        if (!s_other)
        {
            s_profile = std::make_unique<Profile>();
            {
                const Office installing(*s_profile);
                installing.addExtension(OXT);
            }
            s_other = std::make_unique<Office>(*s_profile);
        }
        return *s_other;
    }

    /// What a workbook's file shows there.
    static std::string shownBy(const fs::path& file)
    {
        const Spreadsheet book(otherOffice(), file);
        return book.text("A1") + " " + book.text("A2");
    }

private:
    static inline std::unique_ptr<Profile> s_profile;
    static inline std::unique_ptr<Office> s_other;
    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Faults, AWorkbookIsNotLostOnAFullDisk)
{
    const SmallDisk disk(folder() / "disk", "size=128k");
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    const fs::path file = folder() / "disk" / "plan.ods";
    Spreadsheet book(office());
    fillIn(book.document());
    saveAs(book.document(), file);
    cellOf(book.document(), "My foods", "B2")->setValue(60);
    disk.fill();
    EXPECT_THROW(save(book.document()), css::io::IOException);
    EXPECT_TRUE(Reference<css::util::XModifiable>(book.document(), UNO_QUERY_THROW)->isModified());
    EXPECT_EQ(book.text("A1"), "60");
    EXPECT_EQ(book.text("A2"), "469.5");
    disk.makeRoom();
    save(book.document());
    EXPECT_EQ(shownBy(file), "60 469.5");
}

TEST_F(Faults, AWorkbookThatCantBeWrittenIsComputedAndSavedElsewhere)
{
    const SmallDisk disk(folder() / "disk", "size=128k");
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    const fs::path file = folder() / "disk" / "plan.ods";
    {
        Spreadsheet book(office());
        fillIn(book.document());
        saveAs(book.document(), file);
    }
    ASSERT_TRUE(disk.makeReadOnly());
    const Spreadsheet book(office(), file);
    EXPECT_EQ(book.text("A1"), "50");
    EXPECT_TRUE(Reference<XStorable>(book.document(), UNO_QUERY_THROW)->isReadonly());
    EXPECT_THROW(save(book.document()), css::io::IOException);
    const fs::path elsewhere = folder() / "elsewhere.ods";
    saveAs(book.document(), elsewhere);
    EXPECT_EQ(shownBy(elsewhere), "50 469.5");
}

TEST_F(Faults, TwoOfficesMayHaveOneWorkbookOpen)
{
    const fs::path file = folder() / "plan.ods";
    Spreadsheet mine(office());
    fillIn(mine.document());
    saveAs(mine.document(), file);

    const Spreadsheet theirs(otherOffice(), file);
    EXPECT_EQ(theirs.text("A1") + " " + theirs.text("A2"), "50 469.5");

    cellOf(mine.document(), "My foods", "B2")->setValue(60);
    save(mine.document());
    EXPECT_EQ(mine.text("A1"), "60");
    EXPECT_EQ(theirs.text("A1"), "50") << "theirs is what they opened";
    saveAs(theirs.document(), folder() / "theirs.ods");
    EXPECT_EQ(shownBy(file), "60 469.5");
    EXPECT_EQ(shownBy(folder() / "theirs.ods"), "50 469.5");
}

} // namespace quartet
