/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One part of a stored workbook, searched for what it may not hold.

#pragma once

#include "portable/secrets.hxx"

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/** Looks at every text and attribute of an XML part.
    @returns the cell that holds a secret, "-" for another place, empty for nowhere
    @throws css::uno::Exception where it isn't XML */
std::string findSecretInXml(const css::uno::Reference<css::uno::XComponentContext>& context,
                            const std::string& part, const std::string& content,
                            const Secrets& secrets);

/// The same of a program's text, a picture or any other bytes.
bool holdsSecret(const std::string& content, const Secrets& secrets);

} // namespace quartet
