/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The functions on where the data are from.

#include "calc/addin.hxx"
#include "calc/results.hxx"
#include "nutrition/fold.hxx"

namespace quartet
{

using css::uno::Any;

Any SAL_CALL Nutrition::citation(const rtl::OUString& id)
{
    return guarded([&] {
        const auto data = m_registry->data();
        const std::string wanted = toUtf8(id);
        if (trim(wanted).empty())
            return emptyCell();
        const Source* const source = data->sources.find(wanted);
        if (!source)
            return cell(Problem::NotAvailable);
        return cell(data->texts.text(source->place.empty() ? "citation" : "citation.place",
                                     { { "citation", source->citation },
                                       { "place", source->place },
                                       { "licence", source->licence } }));
    });
}

Any SAL_CALL Nutrition::dataVersion()
{
    return guarded([&] { return cell(m_registry->data()->version); });
}

} // namespace quartet
