/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Whose values hold where a function's argument doesn't say.

#pragma once

namespace quartet
{

/// Of intakes, where the nutrient has no standard of its own.
inline constexpr const char* defaultIntakeStandard = "nam";
/// Of vitamin D levels.
inline constexpr const char* defaultVitaminDStandard = "article";
/// Of coronary calcium scores.
inline constexpr const char* defaultCalciumScoreSystem = "agatston";

} // namespace quartet
