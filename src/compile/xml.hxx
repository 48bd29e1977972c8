/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// XML as the build reads and writes it.

#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace quartet
{

/** A document, or elements one after the other. Spaces are kept, comments are not.
    @throws std::runtime_error where it isn't well-formed */
pugi::xml_document parseXml(std::string_view xml);

/// A document in one line, without what isn't in it.
std::string toText(const pugi::xml_document& document);

/// Calls for each text and each attribute's value of a tree, which it may change.
void forEachText(pugi::xml_node tree, const std::function<void(std::string&)>& change);

/** A text in which each "{{sign...}}" gives way to what a call makes of its inside.
    @param sign "{{" and what follows it
    @throws std::runtime_error where it has no end */
std::string withoutSigns(std::string_view text, std::string_view sign,
                         const std::function<std::string(std::string_view)>& make);

/// A text as it stands in an element or in an attribute's double quotes.
std::string escapeXml(std::string_view text);

} // namespace quartet
