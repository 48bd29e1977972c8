/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A screen of X11 with a window manager and a keyboard, that nobody sees.

#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace quartet
{

/** An X server of its own while it lives. Programs that are started meanwhile show their windows
    there. */
class XScreen
{
public:
    /// Whether Xvfb, openbox, xdotool and ImageMagick are installed.
    static bool isPossible();

    XScreen();
    ~XScreen();
    XScreen(const XScreen&) = delete;
    XScreen& operator=(const XScreen&) = delete;

    /// Presses keys, as "alt+n" or "Return", in the window that has the keyboard.
    void key(const std::string& keys) const;
    void type(const std::string& text) const;
    /// Clicks at a place, in pixels from the screen's corner.
    void click(int x, int y) const;
    /// Whether a window with such a title is seen. @param title a regular expression
    bool shows(const std::string& title) const;
    /// Waits until nothing on the screen changes, as a person would: not for ever.
    void wait() const;

private:
    std::vector<pid_t> m_processes;
};

} // namespace quartet
