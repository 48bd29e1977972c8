/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What LibreOffice's SDKs spell differently, told by the types they give and not
// by their versions: 7.4 and newer build the same sources.

#pragma once

#include <type_traits>

namespace quartet
{

/** Whether what getAccessibleStateSet() gives holds the state: an object with a list
    until 7.5, a number with a bit a state since. */
template <typename States> bool contains(const States& states, auto state)
{
    if constexpr (std::is_integral_v<States>)
        return (states & state) != 0;
    else
        return states->contains(state);
}

} // namespace quartet
