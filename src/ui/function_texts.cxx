/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/function_texts.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>

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

FunctionTexts functionTexts(const Reference<css::uno::XComponentContext>& context,
                            const CalcFunction& function)
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
    const rtl::OUString method = fromUtf8(function.method);
    FunctionTexts texts{ textAt(functions, method + "/Description"), {} };
    for (const CalcParameter& parameter : function.parameters)
    {
        const rtl::OUString path = method + "/Parameters/" + fromUtf8(parameter.name);
        texts.parameters.push_back(
            { textAt(functions, path + "/DisplayName"), textAt(functions, path + "/Description") });
    }
    return texts;
}

} // namespace quartet
