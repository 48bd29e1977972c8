/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "Save a portable copy": a workbook that keeps its numbers anywhere.

#pragma once

#include "portable/copying.hxx"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/** Writes a copy of a document that needs no extension. The document itself
    stays as it is.
    @param url of the copy, a file of this computer; what it held before stays
               whole until the copy is
    @throws NotWritten where the file can't be written */
PortableReport
savePortableCopy(const css::uno::Reference<css::uno::XComponentContext>& context,
                 const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                 const rtl::OUString& url, const PortableChoices& choices);

} // namespace quartet
