/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/function_info.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/reflection/XIdlMethod.hpp>
#include <com/sun/star/reflection/theCoreReflection.hpp>

namespace quartet
{

namespace
{

using css::container::XHierarchicalNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

std::string textAt(const Reference<XHierarchicalNameAccess>& functions, const rtl::OUString& path)
{
    rtl::OUString text;
    if (functions->hasByHierarchicalName(path))
        functions->getByHierarchicalName(path) >>= text;
    return toUtf8(text);
}

} // namespace

FunctionInfo functionInfo(const Reference<css::uno::XComponentContext>& context,
                          const rtl::OUString& method)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue(
        "nodepath",
        Any(rtl::OUString("/org.openoffice.Office.CalcAddIns/AddInInfo/org.quartet.Nutrition/"
                          "AddInFunctions")));
    const Reference<XHierarchicalNameAccess> functions(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        UNO_QUERY_THROW);
    FunctionInfo info;
    info.name = textAt(functions, method + "/DisplayName");
    info.description = textAt(functions, method + "/Description");

    // The configuration keeps parameters as a set: their order is the IDL's.
    const auto type =
        css::reflection::theCoreReflection::get(context)->forName("org.quartet.XNutrition");
    const auto description = type.is() ? type->getMethod(method) : nullptr;
    if (!description.is())
        return info;
    const auto parameters = description->getParameterInfos();
    for (sal_Int32 i = 0; i < parameters.getLength(); ++i)
    {
        const auto& parameter = parameters.getConstArray()[i];
        // Calc itself gives the document.
        if (parameter.aType->getTypeClass() == css::uno::TypeClass_INTERFACE)
            continue;
        const rtl::OUString path = method + "/Parameters/" + parameter.aName;
        info.parameters.push_back({ toUtf8(parameter.aName),
                                    textAt(functions, path + "/DisplayName"),
                                    textAt(functions, path + "/Description") });
    }
    return info;
}

} // namespace quartet
