/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The parts of a workbook as they are about to be written.

#pragma once

#include "portable/secrets.hxx"

#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/** Searches all parts of a stored workbook, of charts and pictures too, for what
    it may not hold.
    @returns where the first is, as a person finds it; empty for nowhere */
std::string findSecret(const css::uno::Reference<css::uno::XComponentContext>& context,
                       const css::uno::Sequence<sal_Int8>& workbook, const Secrets& secrets);

/** An OpenDocument workbook without the changes that Calc has recorded in it:
    these hold what cells were, accepted or not. Its recording is off. */
css::uno::Sequence<sal_Int8>
withoutRecordedChanges(const css::uno::Reference<css::uno::XComponentContext>& context,
                       const css::uno::Sequence<sal_Int8>& workbook);

/** An .xlsx workbook whose charts' caches hold numbers where they must: Calc writes a date as it
    is shown, which Excel calls a damaged file. Whoever opens the workbook reads the cells. */
css::uno::Sequence<sal_Int8>
withNumbersInCharts(const css::uno::Reference<css::uno::XComponentContext>& context,
                    const css::uno::Sequence<sal_Int8>& workbook);

/// A workbook whose comments don't say who wrote them.
css::uno::Sequence<sal_Int8>
withoutAuthors(const css::uno::Reference<css::uno::XComponentContext>& context,
               const css::uno::Sequence<sal_Int8>& workbook, bool xlsx);

} // namespace quartet
