/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Workbooks that are open to be read alone.

#pragma once

#include <com/sun/star/frame/XStorable.hpp>

namespace quartet
{

/// Whether a person cannot change a document: Calc would refuse what is typed.
inline bool isReadOnly(const css::uno::Reference<css::uno::XInterface>& document)
{
    return css::uno::Reference<css::frame::XStorable>(document, css::uno::UNO_QUERY_THROW)
        ->isReadonly();
}

} // namespace quartet
