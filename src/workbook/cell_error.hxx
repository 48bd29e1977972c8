/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Calc's errors as the numbers that its interfaces know them by.

#pragma once

#include <bit>
#include <cstdint>

namespace quartet
{

/// Calc's numbers of the errors that our functions give.
enum class CellError : std::uint32_t
{
    InvalidArgument = 502,   ///< Err:502
    CircularReference = 522, ///< Err:522
    DivisionByZero = 532,    ///< #DIV/0!
    NotAvailable = 32767     ///< #N/A
};

/// Formulas that give #N/A, and an error of a value that can't be taken.
inline constexpr const char* notAvailableFormula = "NA()";
inline constexpr const char* refusedFormula = "VALUE(\"?\")";

/// The one for a number that Calc knows an error by.
inline const char* errorFormula(std::int32_t error)
{
    return error == static_cast<std::int32_t>(CellError::NotAvailable) ? notAvailableFormula
                                                                       : refusedFormula;
}

/** The number that Calc shows as an error: a NaN with the error's code in its
    low word. Unlike an exception it works inside arrays too. */
inline double errorValue(std::uint32_t error)
{
    constexpr std::uint64_t quietNaN = 0x7FF8000000000000;
    return std::bit_cast<double>(quietNaN | error);
}
inline double errorValue(CellError error) { return errorValue(static_cast<std::uint32_t>(error)); }

} // namespace quartet
