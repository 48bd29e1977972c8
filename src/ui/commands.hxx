/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the menu "Nutrition" does.

#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// Where a command was given.
struct Invocation
{
    css::uno::Reference<css::uno::XComponentContext> context;
    css::uno::Reference<css::frame::XFrame> frame;
};

/// A command's place in the menu's table.
struct Command
{
    const char* path; ///< behind "org.quartet:"
    bool needsSheet;  ///< else also where no document is open
    void (*run)(const Invocation& invocation, const char* argument);
    const char* argument; ///< of run
};

/** The command with a path.
    @returns nullptr where there is none */
const Command* findCommand(const rtl::OUString& path);

} // namespace quartet
