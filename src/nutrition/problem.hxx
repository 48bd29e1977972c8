/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a computation answers when there is no number: the ways in which a
// question about food can fail.

#pragma once

#include <boost/system/result.hpp>

namespace quartet
{

enum class Problem
{
    /// a food that isn't in the data, a value that nobody measured, a target
    /// that no authority set
    NotAvailable,
    /// a negative amount, a text that is no amount, an unknown word
    InvalidArgument,
    /// a ratio to nothing
    DivisionByZero
};

template <typename T> using Result = boost::system::result<T, Problem>;

} // namespace quartet
