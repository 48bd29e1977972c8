/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The installed types and the Function Wizard have the functions and arguments of
// the table of functions, and its examples are true.

#include "function_examples.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/reflection/XIndirectTypeDescription.hpp>
#include <com/sun/star/reflection/XInterfaceMethodTypeDescription.hpp>
#include <com/sun/star/reflection/XInterfaceTypeDescription2.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace quartet
{

namespace
{

using css::container::XHierarchicalNameAccess;
using css::container::XNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Functions = std::map<std::string, std::vector<std::string>>;

template <typename T> std::vector<T> list(const Sequence<T>& sequence)
{
    return { sequence.getConstArray(), sequence.getConstArray() + sequence.getLength() };
}

/// Methods and the names of the parameters that a person fills in, as the
/// installed types have them. The document stands first where there is one:
/// Calc itself gives it.
Functions idlMethods(const Office& office)
{
    const Reference<XHierarchicalNameAccess> types(
        office.context()->getValueByName(
            "/singletons/com.sun.star.reflection.theTypeDescriptionManager"),
        UNO_QUERY_THROW);
    Functions methods;
    const Reference<css::reflection::XInterfaceTypeDescription2> all(
        types->getByHierarchicalName("org.quartet.XNutrition"), UNO_QUERY_THROW);
    for (const auto& base : list(all->getBaseTypes()))
    {
        Reference<css::reflection::XInterfaceTypeDescription2> type(base, UNO_QUERY);
        if (const Reference<css::reflection::XIndirectTypeDescription> indirect(base, UNO_QUERY);
            indirect.is())
            type.set(indirect->getReferencedType(), UNO_QUERY_THROW);
        for (const auto& member : list(type->getMembers()))
        {
            const Reference<css::reflection::XInterfaceMethodTypeDescription> method(
                member, UNO_QUERY_THROW);
            auto parameters = list(method->getParameters());
            std::sort(parameters.begin(), parameters.end(),
                      [](const auto& left, const auto& right) {
                          return left->getPosition() < right->getPosition();
                      });
            auto& names = methods[toUtf8(method->getMemberName())];
            const bool hasDocument =
                !parameters.empty()
                && parameters.front()->getType()->getName() == "com.sun.star.beans.XPropertySet";
            for (std::size_t i = hasDocument ? 1 : 0; i < parameters.size(); ++i)
                names.push_back(toUtf8(parameters[i]->getName()));
        }
    }
    return methods;
}

Reference<XNameAccess> wizardNode(const Office& office)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue(
        "nodepath", Any(rtl::OUString("/org.openoffice.Office.CalcAddIns/AddInInfo/"
                                      "org.quartet.Nutrition/AddInFunctions")));
    return Reference<XNameAccess>(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                          arguments),
        UNO_QUERY_THROW);
}

std::string property(const Reference<XNameAccess>& node, const char* name)
{
    return toUtf8(node->getByName(rtl::OUString::createFromAscii(name)).get<rtl::OUString>());
}

Reference<XNameAccess> child(const Reference<XNameAccess>& node, const std::string& name)
{
    return Reference<XNameAccess>(node->getByName(fromUtf8(name)), UNO_QUERY_THROW);
}

/// Functions and arguments as the Wizard shows them, with their descriptions.
std::map<std::string, std::vector<css::sheet::FunctionArgument>> wizard(const Office& office)
{
    const Reference<XNameAccess> descriptions(
        office.context()->getServiceManager()->createInstanceWithContext(
            "com.sun.star.sheet.FunctionDescriptions", office.context()),
        UNO_QUERY_THROW);
    std::map<std::string, std::vector<css::sheet::FunctionArgument>> functions;
    for (const rtl::OUString& name : list(descriptions->getElementNames()))
    {
        for (const auto& each :
             list(descriptions->getByName(name).get<Sequence<css::beans::PropertyValue>>()))
        {
            Sequence<css::sheet::FunctionArgument> arguments;
            if (each.Name != "Arguments")
                continue;
            each.Value >>= arguments; // void where there are none
            functions[toUtf8(name)] = list(arguments);
        }
    }
    return functions;
}

using Agreement = OfficeTest;

} // namespace

TEST_F(Agreement, OfTypesWizardAndTable)
{
    Functions methods = idlMethods(office());
    const auto node = wizardNode(office());
    const auto shown = wizard(office());

    EXPECT_EQ(functionEntries().size(),
              static_cast<std::size_t>(node->getElementNames().getLength()));
    for (const FunctionEntry& entry : functionEntries())
    {
        SCOPED_TRACE(entry.method);
        ASSERT_TRUE(methods.contains(entry.method)) << "no interface has it";
        ASSERT_TRUE(node->hasByName(fromUtf8(entry.method))) << "not in CalcAddIns.xcu";
        const auto function = child(node, entry.method);
        EXPECT_EQ(property(function, "DisplayName"), entry.name);
        EXPECT_EQ(property(function, "CompatibilityName"), entry.name);
        EXPECT_EQ(property(function, "Category"), "Add-In");
        EXPECT_EQ(property(function, "Description"), entry.description);

        ASSERT_TRUE(shown.contains(entry.name)) << "the Wizard doesn't show " << entry.name;
        const auto& arguments = shown.at(entry.name);
        ASSERT_EQ(arguments.size(), entry.parameters.size());
        std::vector<std::string> names;
        for (std::size_t i = 0; i < arguments.size(); ++i)
        {
            names.push_back(entry.parameters[i].id);
            EXPECT_EQ(toUtf8(arguments[i].Name), entry.parameters[i].name);
            EXPECT_EQ(toUtf8(arguments[i].Description), entry.parameters[i].description);
        }
        EXPECT_EQ(methods[entry.method], names);
        methods.erase(entry.method);
    }
    for (const auto& [method, parameters] : methods)
        ADD_FAILURE() << method << " is not in registry/functions.csv";
}

TEST_F(Agreement, OfTheExamplesWithCalc)
{
    Spreadsheet sheet(office());
    enterExampleCells(sheet);
    for (const FunctionEntry& function : functionEntries())
    {
        sheet.enter("D1", function.example);
        EXPECT_EQ(sheet.text("D1"), function.shows) << function.example;
    }
}

} // namespace quartet
