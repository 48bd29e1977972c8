/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "calc/results.hxx"

namespace quartet
{

using css::uno::Any;
using css::uno::Sequence;

Sequence<Sequence<Any>> table(const std::vector<std::vector<Any>>& rows)
{
    Sequence<Sequence<Any>> table(static_cast<sal_Int32>(rows.size()));
    Sequence<Any>* const target = table.getArray();
    for (std::size_t i = 0; i < rows.size(); ++i)
        target[i] = Sequence<Any>(rows[i].data(), static_cast<sal_Int32>(rows[i].size()));
    return table;
}

} // namespace quartet
