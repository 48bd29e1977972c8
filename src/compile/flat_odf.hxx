/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Flat spreadsheets of OpenDocument, as our templates are kept.

#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/** Writes out a tree's shorthand. A table:table-row or table:table-rows with
    quartet:fill-down="12" is there twelve times, as if it had been filled down
    in Calc: relative rows in its formulas move along, and "#" in a placeholder
    such as {{day.#}} becomes the number of the copy. They may be nested. */
void fillDown(pugi::xml_node flat);

/** Makes fonts as large, bold or slanted in Asian and complex scripts as they are
    in Western ones: OpenDocument has an attribute for each. */
void inAllScripts(pugi::xml_node flat);

/// Moves a tree's formulas so many rows down, as filling down moves them.
void moveDown(pugi::xml_node tree, int rows);

/** The files of a package, name and content, the media type first. Each
    document inside a draw:object becomes an object of its own.
    @param flat without placeholders; what is inside its objects is taken out
    @param mediaType of the package, whatever the flat document's own is
    @param picture a PNG of the document, or nothing
    @throws std::runtime_error where it isn't a flat document */
std::vector<std::pair<std::string, std::string>>
package(pugi::xml_node flat, std::string_view mediaType, std::string_view picture = {});

} // namespace quartet
