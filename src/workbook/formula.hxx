/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A cell's formula, taken apart: which of our functions it calls, with what.
//
// By the tokens that Calc itself works with, never by the formula's text.

#pragma once

#include "workbook/formula_tokens.hxx"

#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace quartet
{

using CellContent = std::variant<double, std::string>;

/** What an argument holds now. */
struct Present
{
    std::string written;               ///< as it stands in the formula
    std::string error;                 ///< what the cell shows in place of a value
    std::vector<CellContent> contents; ///< by rows; one unless it is a range
    bool referred = false;             ///< to cells
    bool range = false;
};

/** The formula of one cell. */
class Formula
{
public:
    /// @param cell of document
    Formula(const css::uno::Reference<css::uno::XComponentContext>& context,
            const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
            const css::uno::Reference<css::table::XCell>& cell);
    ~Formula();
    Formula(const Formula&) = delete;
    Formula& operator=(const Formula&) = delete;

    /// Our calls in the order in which they stand, inner ones after outer ones.
    std::vector<OurCall> calls() const;

    /// Whether the formula is one call and nothing else.
    bool isOneCall() const;

    /** The present value of a part of the formula. What is neither a value nor
        a reference is computed in a hidden sheet of its own. */
    Present present(const Tokens& part) const;
    Present present(const OurCall& call) const { return present(whole(call)); }

private:
    class Scratch;

    Tokens whole(const OurCall& call) const;
    css::uno::Reference<css::table::XCellRange> referred(const Tokens& part) const;
    Tokens withoutSpaces(const Tokens& part) const;
    std::string print(const Tokens& part) const;

    css::uno::Reference<css::uno::XComponentContext> m_context;
    css::uno::Reference<css::sheet::XSpreadsheetDocument> m_document;
    css::uno::Reference<css::sheet::XFormulaParser> m_parser;
    css::table::CellAddress m_address;
    sal_Int32 m_usedRows; ///< of the document's longest sheet
    FormulaGrammar m_grammar;
    Tokens m_tokens;
    mutable std::unique_ptr<Scratch> m_scratch; ///< made when it is needed
};

} // namespace quartet
