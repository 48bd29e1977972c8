/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The events of all documents of the office.

#pragma once

#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <memory>

namespace quartet
{

/// Has a listener told of them for as long as what this returns lives.
std::shared_ptr<const void>
listenToDocuments(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::document::XDocumentEventListener>& listener);

} // namespace quartet
