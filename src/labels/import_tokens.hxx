/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The words of a table's header.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** The words of a folded text: "vitamin d3 (µg/100g)" gives "vitamin", "d3",
    "µg", "100", "g". "%" is a word. */
std::vector<std::string> headerWords(std::string_view folded);

/// Some of the words, without anything between.
std::string joinWords(const std::vector<std::string>& words, std::size_t from, std::size_t to);

/// By what the names of headers are compared: without spaces and punctuation.
std::string headerKey(std::string_view name);

/** Whether signs of a text were lost when it was read in another encoding than it
    was written in: "(?g)", "P�té", "PÃ¢té". */
bool isMisread(std::string_view text);

} // namespace quartet
