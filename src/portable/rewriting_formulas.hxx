/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Rewrites the formulas of a workbook so that they need no extension.

#pragma once

#include "nutrition/standards.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <memory>

namespace quartet
{

/// How a person wants a copy.
struct PortableChoices
{
    bool valuesOnly = false;
    bool withMedicines = false;
    bool withPerson = false; ///< age, sex and stage of life
    bool xlsx = false;       ///< else .ods
};

/// What has become of the formulas.
struct PortableReport
{
    std::size_t native = 0; ///< cells that go on calculating
    std::size_t frozen = 0; ///< cells that hold a value in their place
};

/** Rewrites a document in its place: it is a copy already.
    @param foods the registry's and the workbook's own
    @throws css::uno::Exception where Calc refuses */
PortableReport makePortable(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                            std::shared_ptr<const Standards> standards,
                            std::shared_ptr<const FoodTable> foods, const Words& words,
                            const PortableChoices& choices);

} // namespace quartet
