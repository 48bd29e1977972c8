/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The languages of foods, amounts and sentences.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// The ids of registry/languages.csv in its order: "en", which comes first, "de" and the like.
const std::vector<std::string>& languageIds();

/// Those beside English.
const std::vector<std::string>& otherLanguageIds();

/** One of languageIds() from "de", "DE" or "de-AT".
    @returns nothing for another language */
std::optional<std::string> parseLanguage(std::string_view text);

} // namespace quartet
