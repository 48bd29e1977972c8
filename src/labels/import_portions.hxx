/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The portions that other people's tables name, as "My foods" writes them.

#pragma once

#include "labels/import_rules.hxx"

#include <string>
#include <string_view>

namespace quartet
{

/** A portion from its description and weight: "2 tbsp", 30 gives "tbsp=15"; "1 pat (1"
    sq)", 5 gives "pat=5". Empty for what is no portion. */
std::string describedPortion(std::string_view description, double grams, const ImportRules& rules);

/** A portion from a text that holds its weight: "1 tranche (40 g)" gives "tranche=40",
    "15 g" a serving of it. Empty where no weight stands there. */
std::string weighedPortion(std::string_view text, const ImportRules& rules);

/// Adds a portion to a list, unless the list has one of its name.
void addPortion(std::string& list, const std::string& portion);

} // namespace quartet
