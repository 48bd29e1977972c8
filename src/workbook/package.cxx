/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/package.hxx"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>

namespace quartet
{

rtl::OUString packageFolder(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    return css::deployment::PackageInformationProvider::get(context)->getPackageLocation(
        "org.quartet");
}

bool fileExists(const css::uno::Reference<css::uno::XComponentContext>& context,
                const rtl::OUString& url)
{
    return css::ucb::SimpleFileAccess::create(context)->exists(url);
}

} // namespace quartet
