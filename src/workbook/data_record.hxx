/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The version of the data that a workbook was computed with: a user-defined
// property of the document, "Quartet data version". Documents store its name.

#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <memory>
#include <string>

namespace quartet
{

/// What a document records; empty where it records nothing.
std::string recordedVersion(const css::uno::Reference<css::frame::XModel>& document);

/** From now on every workbook that holds calls of ours records the version of
    the data whenever it is saved. Documents that are merely open stay as they
    are.

    The add-in asks for this when it is made: an office in which none of our
    functions was ever computed has nothing to record and pays nothing.
    @returns what ends it when it goes */
std::shared_ptr<const void>
recordWhenSaved(const css::uno::Reference<css::uno::XComponentContext>& context);

} // namespace quartet
