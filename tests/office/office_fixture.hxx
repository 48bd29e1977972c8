/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One office with the extension, for all tests of a suite.

#pragma once

#include "spreadsheet.hxx"

#include <gtest/gtest.h>

#include <memory>

namespace quartet
{

class OfficeTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_profile = std::make_unique<Profile>();
        Office(*s_profile).addExtension(OXT);
        s_office = std::make_unique<Office>(*s_profile);
    }
    static void TearDownTestSuite()
    {
        s_office.reset();
        s_profile.reset();
    }

    static const Office& office() { return *s_office; }

private:
    static inline std::unique_ptr<Profile> s_profile;
    static inline std::unique_ptr<Office> s_office;
};

} // namespace quartet
