/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One office with the extension, for all tests of a suite.

#pragma once

#include "spreadsheet.hxx"

#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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
        s_profile = std::make_unique<Profile>(installed(extensions, language));
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
    /// A profile with extensions, made once: installing takes as long as many a suite.
    static const Profile& installed(std::initializer_list<const char*> extensions,
                                    const char* language)
    {
        static std::map<std::pair<std::vector<std::string>, std::string>,
                        std::unique_ptr<const Profile>>
            profiles;
        auto& known = profiles[{ { extensions.begin(), extensions.end() }, language }];
        if (!known)
        {
            auto profile = std::make_unique<const Profile>(language);
            {
                const Office installing(*profile);
                for (const char* const extension : extensions)
                    installing.addExtension(extension);
            }
            known = std::move(profile);
        }
        return *known;
    }

    static inline std::unique_ptr<Profile> s_profile;
    static inline std::unique_ptr<Office> s_office;
};

} // namespace quartet
