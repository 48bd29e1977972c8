/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the data are, where they are from, and what they are not.

#pragma once

#include "nutrition/data.hxx"
#include "workbook/words.hxx"

#include <string>

namespace quartet
{

std::string aboutText(const Words& words, const Data& data);

} // namespace quartet
