/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "addin.hxx"

#include "data_record.hxx"

#include <com/sun/star/frame/theGlobalEventBroadcaster.hpp>
#include <cppuhelper/supportsservice.hxx>

namespace quartet
{

namespace
{

/// New workbooks are told to the service that hears of those that are opened.
void tellOfNewWorkbooks(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    css::frame::theGlobalEventBroadcaster::get(context)->addDocumentEventListener(
        css::uno::Reference<css::document::XDocumentEventListener>(
            context->getServiceManager()->createInstanceWithContext("org.quartet.Opened", context),
            css::uno::UNO_QUERY_THROW));
}

} // namespace

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

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Nutrition_get_implementation(css::uno::XComponentContext* context,
                                         const css::uno::Sequence<css::uno::Any>&)
{
    quartet::recordWhenSaved(context);
    quartet::tellOfNewWorkbooks(context);
    return cppu::acquire(new quartet::Nutrition(context));
}
