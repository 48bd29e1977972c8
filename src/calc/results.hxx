/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How a function hands its answer to Calc.

#pragma once

#include "nutrition/problem.hxx"
#include "workbook/cell_error.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <com/sun/star/uno/Sequence.hxx>

#include <cmath>
#include <exception>
#include <string>
#include <vector>

namespace quartet
{

inline css::uno::Any cell(Problem problem)
{
    switch (problem)
    {
        case Problem::NotAvailable:
            return css::uno::Any(errorValue(CellError::NotAvailable));
        case Problem::DivisionByZero:
            return css::uno::Any(errorValue(CellError::DivisionByZero));
        case Problem::InvalidArgument:
            break;
    }
    return css::uno::Any(errorValue(CellError::InvalidArgument));
}

/// A result too large for a number stems from an argument that is too large.
inline css::uno::Any cell(double number)
{
    return std::isfinite(number) ? css::uno::Any(number) : cell(Problem::InvalidArgument);
}
inline css::uno::Any cell(const std::string& text) { return css::uno::Any(fromUtf8(text)); }

template <typename T> css::uno::Any cell(const Result<T>& result)
{
    return result ? cell(*result) : cell(result.error());
}

/// What a row of a template shows before it is filled in.
inline css::uno::Any emptyCell() { return css::uno::Any(rtl::OUString()); }

/// An array for Calc, row by row.
css::uno::Sequence<css::uno::Sequence<css::uno::Any>>
table(const std::vector<std::vector<css::uno::Any>>& rows);

/** Runs the body of a function; nothing but UNO's own exceptions may reach
    Calc, which shows them as #VALUE!. */
template <typename Body> auto guarded(const Body& body)
{
    try
    {
        return body();
    }
    catch (const std::exception& error)
    {
        throw css::uno::RuntimeException(fromUtf8(error.what()));
    }
}

} // namespace quartet
