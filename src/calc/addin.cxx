/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "calc/addin.hxx"

#include <cppuhelper/supportsservice.hxx>

namespace quartet
{

rtl::OUString SAL_CALL Nutrition::getImplementationName() { return "org.quartet.NutritionAddIn"; }

sal_Bool SAL_CALL Nutrition::supportsService(const rtl::OUString& name)
{
    return cppu::supportsService(this, name);
}

css::uno::Sequence<rtl::OUString> SAL_CALL Nutrition::getSupportedServiceNames()
{
    const rtl::OUString name("org.quartet.Nutrition");
    return { &name, 1 };
}

} // namespace quartet
