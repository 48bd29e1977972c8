/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What Excel takes, from "Excel specifications and limits" of its help: Calc takes more, and
// Excel calls a file that goes beyond damaged.

#pragma once

#include "portable/cells.hxx"

#include <unordered_map>

namespace quartet
{

/// Rows of a list that a guard is held against: a sheet's rows are for much else too.
inline constexpr sal_Int32 longestBlock = 100000;

/** Measures formulas as an .xlsx spells them. */
class ExcelFormulas
{
public:
    /// @param document with the sheet of data as its last
    ExcelFormulas(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                  const FormulaGrammar& grammar);

    /// How many signs a formula has. A relative reference counts as one far down a sheet.
    std::size_t lengthOf(const Tokens& tokens) const;

    /// Whether Excel takes a formula: by its length, its depth, and the arguments and texts in it.
    bool takes(const Tokens& tokens) const;

private:
    std::size_t lengthOf(const css::sheet::SingleReference& cell) const;
    std::size_t lengthOfSheet(sal_Int32 sheet) const;

    const FormulaGrammar& m_grammar;
    std::unordered_map<sal_Int32, std::size_t> m_names; ///< of operators and functions, by code
    std::vector<std::size_t> m_sheets;                  ///< with quotes and what follows them
};

/// A cell whose text is longer than one may be; nothing where there is none.
std::optional<Place> longText(const std::map<Place, Shown>& shown);

} // namespace quartet
