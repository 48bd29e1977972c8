/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help: pages in the office's language, in a window of the office.

#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// The page on the food picker, by the name of its file in extension/help.
constexpr char pickerPage[] = "picker";

/** Shows the help, in English where there is none in the office's language: as an HTML document
    to read, in one window whoever asks; in an office without Writer, which alone shows such a
    document as it looks, as plain text.

    Not in a browser: that would start a process. Not among LibreOffice's own help pages: to read
    one of an extension crashes LibreOffice 7.4 where its own help isn't installed, and newer
    ones show their help in the browser.
    @param frame whose window a box belongs to
    @param page by its name; nothing shows the help from its beginning */
void showHelp(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::frame::XFrame>& frame, const char* page = "");

} // namespace quartet
