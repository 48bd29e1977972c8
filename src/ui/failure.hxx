/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the office calls in our windows must not throw.

#pragma once

#include "workbook/utf8.hxx"

#include <com/sun/star/uno/Exception.hpp>

#include <exception>
#include <optional>
#include <string>

namespace quartet
{

/** Does something.
    @returns what went wrong, in the exception's words; nothing where all went well */
template <typename Act> std::optional<std::string> failureOf(const Act& act)
{
    try
    {
        act();
        return std::nullopt;
    }
    catch (const std::exception& error)
    {
        return error.what();
    }
    catch (const css::uno::Exception& error)
    {
        return toUtf8(error.Message);
    }
}

} // namespace quartet
