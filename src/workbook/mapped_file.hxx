/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A file as a text in memory.

#pragma once

#include "nutrition/row.hxx"

#include <rtl/ustring.hxx>

namespace quartet
{

/** The bytes of a file that nobody writes to while it is there, such as one beside
    our library: what isn't looked at isn't read.
    @param url as osl::File takes it
    @returns an empty pointer where it can't be read or is empty */
SharedText mapFile(const rtl::OUString& url);

} // namespace quartet
