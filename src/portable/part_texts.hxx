/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Texts of a stored workbook as they were before they were written. No office here.

#pragma once

#include <string>
#include <vector>

namespace quartet
{

/// The texts in a formula and the quoted names of sheets and files, a line each.
std::string literalsOf(const std::string& formula);

/// The numbers in a formula that are no part of a text or a name.
std::vector<std::string> numbersOf(const std::string& formula);

/// "a%20b" of a link as "a b".
std::string withoutPercents(const std::string& link);

/// The bytes of a setting that is written in 64 letters.
std::string fromBase64(const std::string& text);

/// A header of .xlsx without its marks for places, fonts and sizes.
std::string withoutMarks(const std::string& header);

} // namespace quartet
