/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "fold.hxx"

#include <gtest/gtest.h>

namespace quartet
{

TEST(Fold, IgnoresCaseAccentsAndRepeatedSpaces)
{
    EXPECT_EQ(fold("  Crème \t Fraîche "), "creme fraiche");
    EXPECT_EQ(fold("GRUYÈRE"), "gruyere");
    EXPECT_EQ(fold("Straße"), "strasse");
}

} // namespace quartet
