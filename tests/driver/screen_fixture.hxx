/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One office with windows, on a screen that nobody sees.

#pragma once

#include "office_fixture.hxx"
#include "screen.hxx"

#include <chrono>
#include <cstdlib>
#include <thread>

namespace quartet
{

/// Keys arrive, and toolbars come, a moment later.
template <typename Condition> bool soon(const Condition& condition)
{
    using namespace std::chrono_literals;
    for (const auto end = std::chrono::steady_clock::now() + 10s;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(20ms))
        if (condition())
            return true;
    return false;
}

/** Unlike a headless office one with windows shows boxes, and waits until they
    are closed. */
class ScreenTest : public OfficeTest
{
protected:
    static void SetUpTestSuite() { startWithWindows({ OXT }); }
    static void startWithWindows(std::initializer_list<const char*> extensions,
                                 const char* language = "en-US")
    {
        // Draws into memory: no display is needed.
        setenv("SAL_USE_VCLPLUGIN", "svp", 1);
        start(extensions, { "--nodefault" }, language);
    }
};

} // namespace quartet
