/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What kind of file a document is.

#pragma once

#include <com/sun/star/frame/XModel.hpp>

namespace quartet
{

/// The name of the filter that a document was opened or last saved with, as in
/// "calc8"; empty for a new one.
rtl::OUString filterName(const css::uno::Reference<css::frame::XModel>& document);

} // namespace quartet
