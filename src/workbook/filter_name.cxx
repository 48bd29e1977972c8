/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/filter_name.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>

namespace quartet
{

rtl::OUString filterName(const css::uno::Reference<css::frame::XModel>& document)
{
    rtl::OUString name;
    const auto arguments = document->getArgs();
    for (sal_Int32 i = 0; i < arguments.getLength(); ++i)
        if (arguments.getConstArray()[i].Name == "FilterName")
            arguments.getConstArray()[i].Value >>= name;
    return name;
}

} // namespace quartet
