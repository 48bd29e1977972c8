/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Calc writes the links of an .xlsx as relative to the file's own place. A copy is written to
// memory, which is no place: its links to files would be all of their path, without its beginning.

#pragma once

#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/** A list of links to files with each as it is from a folder.
    @param relations a part such as xl/worksheets/_rels/sheet1.xml.rels
    @param url of the file that is in the folder */
std::string withLinksFrom(const std::string& relations, const std::string& url);

/// The .xlsx workbook with its links as they are from where it will be.
css::uno::Sequence<sal_Int8>
withRelativeLinks(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Sequence<sal_Int8>& workbook, const rtl::OUString& url);

} // namespace quartet
