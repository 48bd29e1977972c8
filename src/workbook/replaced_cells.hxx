/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writing many cells of a column that may hold something.

#pragma once

#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <map>

namespace quartet
{

/** Writes cells of a column, as many at once as Undo allows: what stands between them stays.
    @param cells by row: numbers and texts that aren't empty */
void replaceCells(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 column,
                  const std::map<sal_Int32, css::uno::Any>& cells);

} // namespace quartet
