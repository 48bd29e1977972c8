/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Elements of well-formed XML, as pieces of its text.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/** An element that was found. */
struct XmlElement
{
    std::size_t begin; ///< of its start tag
    std::size_t end;   ///< behind its end tag; equal to begin where none was found

    bool found() const { return end != begin; }
    std::string_view in(std::string_view xml) const { return xml.substr(begin, end - begin); }
};

/// The end of the tag that begins at a position, behind its ">".
std::size_t tagEnd(std::string_view xml, std::size_t tag);

/** The element that begins at a position.
    @throws std::runtime_error where it has no end */
XmlElement elementAt(std::string_view xml, std::size_t begin);

/// The next element of this name, with its prefix, from a position on.
XmlElement findElement(std::string_view xml, std::string_view name, std::size_t from = 0);

/// What stands between an element's tags.
std::string_view contentOf(std::string_view element);

/// Names and raw values of the attributes in an element's start tag.
std::vector<std::pair<std::string_view, std::string_view>> attributesOf(std::string_view element);

/// A text as it stands in an element or in an attribute's double quotes.
std::string escapeXml(std::string_view text);

} // namespace quartet
