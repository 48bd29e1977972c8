/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The help in one language, made of pages in Markdown.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct HelpPage
{
    std::string name; ///< by which the program turns to it
    std::string markdown;
};

/// The text of a page's heading, its first line. @throws std::runtime_error where there is none
std::string titleOf(const HelpPage& page);

/// Markdown with tables as the body of an HTML document.
std::string htmlOf(std::string_view markdown);

/** The help as one HTML document: its contents, then the pages, each with an anchor of its
    name. @param language BCP 47 */
std::string htmlHelp(const std::vector<HelpPage>& pages, std::string_view language);

/** The same as plain text, for an office that shows no HTML. A form feed and its name stand
    before each page. */
std::string plainHelp(const std::vector<HelpPage>& pages);

} // namespace quartet
