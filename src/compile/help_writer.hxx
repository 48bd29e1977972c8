/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help's pages in the forms that LibreOffice reads.

#pragma once

#include "compile/help_pages.hxx"

#include <ostream>
#include <vector>

namespace quartet
{

/** A page of extension help (.xhp).

    Other pages are named, not linked: LibreOffice 7.4 shows an empty page where
    a page of an extension's help links to another. */
void writeXhp(const HelpPage& page, std::ostream& out);

/// The contents beside the help window's pages (help.tree).
void writeHelpTree(const std::vector<HelpPage>& pages, std::ostream& out);

/** All pages as one flat spreadsheet, a sheet a page, with links that work.

    LibreOffice shows extension help only where its help package and Writer are
    installed; Calc shows this everywhere. */
void writeHandbook(const std::vector<HelpPage>& pages, std::ostream& out);

} // namespace quartet
