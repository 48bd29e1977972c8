/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The workbooks that foods can be imported into.

#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

struct ImportTarget
{
    css::uno::Reference<css::sheet::XSpreadsheetDocument> document; ///< empty: a new one
    std::string title;                                              ///< empty for a new one
};

/** The workbooks that are open, the source's own first, and a new one at the
    end. Left out are those that can't be changed, and files that hold one
    sheet, such as a CSV. */
std::vector<ImportTarget>
importTargets(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::frame::XModel>& source);

/// The place of the one to offer first: the source's own, or one with own foods.
std::size_t preferredTarget(const std::vector<ImportTarget>& targets,
                            const css::uno::Reference<css::frame::XModel>& source);

/// The title of a document's window.
std::string titleOf(const css::uno::Reference<css::uno::XInterface>& document);

} // namespace quartet
