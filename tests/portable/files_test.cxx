/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Who may read a copy, and whose place it never takes.

#include "portable_fixture.hxx"

namespace quartet
{

namespace
{

using PortableFiles = PortableTest;

constexpr fs::perms ownersOnly = fs::perms::owner_read | fs::perms::owner_write;

/// A workbook with one figure.
class Filled : public Spreadsheet
{
public:
    explicit Filled(const Office& office)
        : Spreadsheet(office)
    {
        enter("A1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    }
};

void store(const Spreadsheet& document, const fs::path& file, const std::string& password = {})
{
    std::vector<css::beans::PropertyValue> arguments;
    if (!password.empty())
    {
        arguments.resize(1);
        arguments[0].Name = "Password";
        arguments[0].Value <<= fromUtf8(password);
    }
    Reference<css::frame::XStorable>(document.document(), UNO_QUERY_THROW)
        ->storeAsURL(fileUrl(file), { arguments.data(), static_cast<sal_Int32>(arguments.size()) });
}

/// What is said where no copy is written to a URL; empty where one is.
std::string whyNot(const Office& office, const Spreadsheet& document, const rtl::OUString& url)
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    const std::vector<css::beans::NamedValue> arguments{ { "Document", Any(document.document()) },
                                                         { "URL", Any(url) } };
    try
    {
        job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) });
        return {};
    }
    catch (const css::io::IOException& error)
    {
        return toUtf8(error.Message);
    }
}

} // namespace

TEST_F(PortableFiles, AreReadByWhoMayReadTheWorkbook)
{
    const Filled original(office());
    store(original, folderPath() / "original.ods");
    fs::permissions(folderPath() / "original.ods", ownersOnly);
    copy(office(), original, folderPath() / "copy.xlsx");
    EXPECT_EQ(fs::status(folderPath() / "copy.xlsx").permissions(), ownersOnly);
}

TEST_F(PortableFiles, AreReadByWhoMightReadTheEarlierCopy)
{
    const fs::path file = folderPath() / "copy.ods";
    std::ofstream(file) << "an earlier copy";
    fs::permissions(file, ownersOnly);
    copy(office(), Filled(office()), file);
    EXPECT_EQ(fs::status(file).permissions(), ownersOnly);
}

TEST_F(PortableFiles, AreNotMadeOfAWorkbookWithAPassword)
{
    const Filled original(office());
    store(original, folderPath() / "original.ods", "secret");
    const fs::path file = folderPath() / "copy.ods";
    EXPECT_THAT(whyNot(office(), original, fileUrl(file)), HasSubstr("password"));
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(PortableFiles, TakeNoOpenWorkbooksPlaceByAnyOfItsNames)
{
    const Filled original(office());
    const fs::path file = folderPath() / "or-iginal.ods";
    store(original, file);
    fs::create_symlink(file, folderPath() / "link.ods");
    fs::create_directory_symlink(folderPath(), folderPath() / "folder");
    const rtl::OUString url = fileUrl(file);
    const auto slash = url.lastIndexOf('/');
    for (const rtl::OUString& name : { url, fileUrl(folderPath() / "link.ods"),
                                       fileUrl(folderPath() / "folder" / "or-iginal.ods"),
                                       rtl::OUString(url.copy(0, slash) + "/" + url.copy(slash)),
                                       rtl::OUString(url.copy(0, slash) + "/." + url.copy(slash)),
                                       rtl::OUString(url.copy(0, slash) + "/or%2Diginal.ods") })
        EXPECT_THAT(whyNot(office(), original, name), HasSubstr("is open")) << toUtf8(name);
    EXPECT_TRUE(fs::is_symlink(folderPath() / "link.ods"));
}

} // namespace quartet
