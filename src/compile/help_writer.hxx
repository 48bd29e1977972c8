/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help's pages in the form that LibreOffice reads.

#pragma once

#include "compile/help_pages.hxx"

#include <ostream>
#include <vector>

namespace quartet
{

/** All pages as one flat spreadsheet, a sheet a page, with links that work.

    Calc shows this everywhere. LibreOffice's own help window shows an extension's pages only
    where its help package and Writer are installed, and crashes 7.4 where they aren't. */
void writeHandbook(const std::vector<HelpPage>& pages, std::ostream& out);

} // namespace quartet
