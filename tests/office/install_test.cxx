/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Installing as people do: unopkg, in a profile of its own.

#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <com/sun/star/ucb/XContent.hpp>
#include <com/sun/star/ucb/XContentIdentifier.hpp>

#include <gtest/gtest.h>

#include <cstdlib>

namespace quartet
{

namespace
{

const rtl::OUString identifier("org.quartet");

/// A copy that whoever runs unopkg can read.
std::string copied(const std::filesystem::path& oxt, const Profile& profile)
{
    const auto copy = profile.home() / oxt.filename();
    std::filesystem::copy_file(oxt, copy, std::filesystem::copy_options::overwrite_existing);
    return copy;
}

/// What a sheet shows for a formula of ours.
std::string shown(const Profile& profile)
{
    const Office office(profile);
    Spreadsheet sheet(office);
    sheet.enter("A1", "=K2MCG(\"natto\";50)");
    return sheet.text("A1") + " " + toUtf8(office.extensionVersion(identifier));
}

} // namespace

TEST(Install, UpgradeRemoveAndInstallAgain)
{
    const Profile profile;
    const std::string older = copied(OLDER_OXT, profile);
    const std::string current = copied(OXT, profile);

    SCOPED_TRACE(profile.unopkg({ "add", older }));
    EXPECT_EQ(shown(profile), "469.5 0.0.1");

    SCOPED_TRACE(profile.unopkg({ "add", "--force", current }));
    EXPECT_EQ(shown(profile), "469.5 " VERSION);

    SCOPED_TRACE(profile.unopkg({ "remove", "org.quartet" }));
    EXPECT_EQ(shown(profile), "#NAME? ");

    SCOPED_TRACE(profile.unopkg({ "add", current }));
    EXPECT_EQ(shown(profile), "469.5 " VERSION);
}

TEST(Install, ForEverybodyAsAFolder)
{
    const Profile profile;
    const auto prefix = profile.home() / "prefix";
    const std::string install =
        CMAKE " --install '" BUILD_FOLDER "' --prefix '" + prefix.string() + "' > /dev/null";
    ASSERT_EQ(std::system(install.c_str()), 0);
    {
        // An organisation's own template beside ours.
        const Office without(profile);
        const Spreadsheet sheet(without);
        sheet.store(prefix / "share/extensions/quartet/template/en/nutrition/canteen.ots",
                    "calc8_template");
    }

    const Office office(profile,
                        { "--headless", "-env:BUNDLED_EXTENSIONS="
                                            + toUtf8(fileUrl(prefix / "share/extensions")) });
    Spreadsheet sheet(office);
    sheet.enter("A1", "=K2MCG(\"natto\";50)");
    EXPECT_EQ(sheet.text("A1"), "469.5");
    EXPECT_EQ(office.extensionVersion(identifier), "") << "nobody installed it for themselves";

    const auto templates = css::frame::DocumentTemplates::create(office.context());
    templates->update();
    const auto listed =
        css::ucb::SimpleFileAccess::create(office.context())
            ->getFolderContents(templates->getContent()->getIdentifier()->getContentIdentifier()
                                    + "/Nutrition",
                                true);
    EXPECT_EQ(listed.getLength(), 5);
}

TEST(Install, NeedsNothingBesideTheOffice)
{
    const Profile profile;
    const std::string listed = profile.unopkg({ "add", "--verbose", copied(OXT, profile) });
    EXPECT_EQ(listed.find("ERROR"), std::string::npos) << listed;
}

} // namespace quartet
