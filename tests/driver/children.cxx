/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Loaded into an office behind a sanitizer's runtime: what the office starts runs without that
// runtime, under which GnuPG, asked about a document's signatures, waits for itself for ever.

#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace
{

[[gnu::constructor]] void startChildrenWithoutSanitizer()
{
    // The scripts and programs before it hand the variable on to the office itself.
    if (std::string_view(program_invocation_short_name) == "soffice.bin")
        unsetenv("LD_PRELOAD");
}

} // namespace
