/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The cells of the sheet "My foods".

#pragma once

#include "labels/own_foods.hxx"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <cstdint>

namespace quartet
{

struct OwnSheet
{
    OwnColumns columns;
    std::vector<OwnCells> rows; ///< from the second on
    bool computedNames;         ///< a formula gives a name, a portion or another text
};

/// The texts of the first row, up to the last one.
std::vector<std::string> readOwnHeaders(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

/** Which rows, from the second to the last, hold something in some columns, be it a formula that
    shows nothing. Formulas may be asked: not while one is computed. */
std::vector<bool> filledRows(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                             sal_Int32 first, sal_Int32 last, sal_Int32 lastRow);

/** Reads a sheet. Formulas for figures aren't asked: a recipe's may ask back for
    other foods of the sheet. */
OwnSheet readOwnSheet(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                      const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, const Data& data,
                      LabelRulesSource rules);

/** A computed row with the results of its formulas. Calc computes what isn't
    computed yet, and finds the circles in it. */
OwnCells computeRow(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                    const OwnColumns& columns, const OwnEntry& entry);

/// The computed rows as computeRow gives them now.
using ComputedRows = std::vector<std::pair<const OwnEntry*, OwnCells>>;
ComputedRows computeRows(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                         const OwnFoods& foods);

/// Tells apart what computed rows give.
std::uint64_t fingerprint(const ComputedRows& rows);

} // namespace quartet
