/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One office with the extension, for all tests of a suite.

#pragma once

#include "spreadsheet.hxx"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>

namespace quartet
{

class OfficeTest : public testing::Test
{
protected:
    static void SetUpTestSuite() { start({ OXT }); }
    /** @param options of soffice
        @param language of the office, as a profile's */
    static void start(std::initializer_list<const char*> extensions,
                      std::vector<std::string> options = { "--headless" },
                      const char* language = "en-US")
    {
        s_office.reset();
        s_profile = std::make_unique<Profile>(language);
        {
            const Office installing(*s_profile);
            for (const char* const extension : extensions)
                installing.addExtension(extension);
        }
        s_office = std::make_unique<Office>(*s_profile, std::move(options));
    }
    static void TearDownTestSuite()
    {
        s_office.reset();
        s_profile.reset();
    }

    static const Office& office() { return *s_office; }

    /// Ends the office: its profile is free for another.
    static const Profile& freeProfile()
    {
        s_office.reset();
        return *s_profile;
    }

private:
    static inline std::unique_ptr<Profile> s_profile;
    static inline std::unique_ptr<Office> s_office;
};

} // namespace quartet
