/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The IDL, the Function Wizard and the README name the same functions and
// arguments.

#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/reflection/XInterfaceMethodTypeDescription.hpp>
#include <com/sun/star/reflection/XInterfaceTypeDescription2.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <regex>
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
using css::uno::UNO_QUERY_THROW;
using Functions = std::map<std::string, std::vector<std::string>>;

constexpr std::array interfaces{ "org.quartet.XFoods",     "org.quartet.XFoodLists",
                                 "org.quartet.XCitations", "org.quartet.XVitaminD",
                                 "org.quartet.XIntakes",   "org.quartet.XBalance",
                                 "org.quartet.XCautions",  "org.quartet.XOwnFoods" };

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
    for (const char* const name : interfaces)
    {
        const Reference<css::reflection::XInterfaceTypeDescription2> type(
            types->getByHierarchicalName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW);
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

/// Rows such as "| `K2MCG(food; amount; [form])` | ..." of the README.
Functions readme()
{
    std::ifstream file(SOURCE_FOLDER "/README.md");
    static const std::regex row(R"(^\| `([A-Z0-9_]+)\(([^)]*)\)`)");
    static const std::regex argument(R"([^;\[\]]*[^;\[\] ])");
    Functions functions;
    for (std::string line; std::getline(file, line);)
    {
        std::smatch match;
        if (!std::regex_search(line, match, row))
            continue;
        auto& names = functions[match[1]];
        const std::string arguments = match[2];
        for (std::sregex_iterator each(arguments.begin(), arguments.end(), argument), end;
             each != end; ++each)
            names.push_back(std::regex_replace(each->str(), std::regex("^ +"), ""));
    }
    return functions;
}

struct Example
{
    std::string formula;
    std::string shown;
};

/// The examples of the README's rows: "... | `=FORMULA` | what it shows |".
std::vector<Example> readmeExamples()
{
    std::ifstream file(SOURCE_FOLDER "/README.md");
    static const std::regex row(R"(\| `(=.*)` \| (.*) \|$)");
    std::vector<Example> examples;
    for (std::string line; std::getline(file, line);)
    {
        std::smatch match;
        if (std::regex_search(line, match, row))
            examples.push_back({ match[1], match[2] });
    }
    return examples;
}

using Agreement = OfficeTest;

} // namespace

TEST_F(Agreement, OfIdlWizardAndReadme)
{
    const Functions methods = idlMethods(office());
    const auto node = wizardNode(office());
    const auto shown = wizard(office());
    Functions documented = readme();

    EXPECT_EQ(methods.size(), list(node->getElementNames()).size());
    for (const auto& [method, parameters] : methods)
    {
        SCOPED_TRACE(method);
        ASSERT_TRUE(node->hasByName(fromUtf8(method))) << "not in CalcAddIns.xcu";
        const auto function = child(node, method);
        const std::string name = property(function, "DisplayName");
        EXPECT_EQ(property(function, "CompatibilityName"), name);
        EXPECT_EQ(property(function, "Category"), "Add-In");
        EXPECT_NE(property(function, "Description").find("Example: "), std::string::npos);

        ASSERT_TRUE(shown.contains(name)) << "the Wizard doesn't show " << name;
        const auto& arguments = shown.at(name);
        ASSERT_EQ(arguments.size(), parameters.size());
        const auto described = child(function, "Parameters");
        EXPECT_EQ(list(described->getElementNames()).size(), parameters.size());
        std::vector<std::string> names;
        for (std::size_t i = 0; i < parameters.size(); ++i)
        {
            SCOPED_TRACE(parameters[i]);
            const auto parameter = child(described, parameters[i]);
            names.push_back(toUtf8(arguments[i].Name));
            EXPECT_EQ(names.back(), property(parameter, "DisplayName"));
            EXPECT_EQ(toUtf8(arguments[i].Description), property(parameter, "Description"));
            EXPECT_FALSE(arguments[i].Description.isEmpty());
        }
        EXPECT_EQ(documented[name], names) << "the README differs";
        documented.erase(name);
    }
    for (const auto& [name, arguments] : documented)
        ADD_FAILURE() << "the README has " << name << ", which doesn't exist";
}

TEST_F(Agreement, OfTheReadmesExamplesWithCalc)
{
    const auto examples = readmeExamples();
    EXPECT_EQ(examples.size(), idlMethods(office()).size());
    Spreadsheet sheet(office());
    for (const auto& [cell, content] :
         { std::pair("A2", "Gouda"), std::pair("B2", "50"), std::pair("A3", "Natto"),
           std::pair("B3", "10 g"), std::pair("A4", "Pepperoni"), std::pair("B4", "40 g") })
        sheet.enter(cell, content);
    sheet.document()->getSheets()->insertNewByName("My foods", 1);
    const auto own = sheet.sheet(1);
    for (const auto& [cell, content] : { std::pair("A1", "Name"), std::pair("B1", "Calcium (mg)"),
                                         std::pair("A2", "Oat drink"), std::pair("B2", "abc") })
        own->getCellRangeByName(fromUtf8(cell))
            ->getCellByPosition(0, 0)
            ->setFormula(fromUtf8(content));
    for (const auto& [formula, shown] : examples)
    {
        sheet.enter("D1", formula);
        EXPECT_EQ(sheet.text("D1"), shown) << formula;
    }
}

} // namespace quartet
