/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where the extension is installed.

#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// The URL of the extension's folder, without "/" at its end.
rtl::OUString packageFolder(const css::uno::Reference<css::uno::XComponentContext>& context);

/// Whether there is a file with this URL.
bool fileExists(const css::uno::Reference<css::uno::XComponentContext>& context,
                const rtl::OUString& url);

} // namespace quartet
