/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The names of cells.

#pragma once

#include <string>

namespace quartet
{

/// "B2" of column 1 and row 1, counted from 0.
inline std::string cellName(int column, int row)
{
    std::string name;
    for (; column >= 0; column = column / 26 - 1)
        name.insert(name.begin(), static_cast<char>('A' + column % 26));
    return name + std::to_string(row + 1);
}

} // namespace quartet
