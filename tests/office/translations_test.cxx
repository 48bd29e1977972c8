/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the office shows of the extension in other languages.

#include "compile/languages.hxx"
#include "compile/tables.hxx"
#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>

#include <gmock/gmock.h>

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
using testing::UnorderedElementsAreArray;

/// A configuration node as an office in this language sees it.
Reference<XHierarchicalNameAccess> node(const Office& office, const char* path,
                                        const char* language)
{
    Sequence<Any> arguments(2);
    arguments[0] <<= css::beans::NamedValue("nodepath", Any(rtl::OUString::createFromAscii(path)));
    arguments[1] <<=
        css::beans::NamedValue("locale", Any(rtl::OUString::createFromAscii(language)));
    return Reference<XHierarchicalNameAccess>(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                          arguments),
        UNO_QUERY_THROW);
}

std::string text(const Reference<XHierarchicalNameAccess>& node, const std::string& path)
{
    return toUtf8(node->getByHierarchicalName(fromUtf8(path)).get<rtl::OUString>());
}

constexpr const char* functionsNode = "/org.openoffice.Office.CalcAddIns/AddInInfo/"
                                      "org.quartet.Nutrition/AddInFunctions";

/// Void where there is no such property.
Any property(const Sequence<css::beans::PropertyValue>& properties, const char* name)
{
    for (sal_Int32 i = 0; i < properties.getLength(); ++i)
        if (properties.getConstArray()[i].Name.equalsAscii(name))
            return properties.getConstArray()[i].Value;
    return {};
}

/// What the Function Wizard says of a function and of its arguments in turn.
std::vector<std::string> wizardTexts(const Office& office, const std::string& function)
{
    const Reference<XNameAccess> all(
        office.context()->getServiceManager()->createInstanceWithContext(
            "com.sun.star.sheet.FunctionDescriptions", office.context()),
        UNO_QUERY_THROW);
    const auto description =
        all->getByName(fromUtf8(function)).get<Sequence<css::beans::PropertyValue>>();
    std::vector<std::string> texts{ toUtf8(
        property(description, "Description").get<rtl::OUString>()) };
    Sequence<css::sheet::FunctionArgument> arguments;
    property(description, "Arguments") >>= arguments;
    for (sal_Int32 i = 0; i < arguments.getLength(); ++i)
    {
        const auto& argument = arguments.getConstArray()[i];
        texts.push_back(toUtf8(argument.Name));
        texts.push_back(toUtf8(argument.Description));
    }
    return texts;
}

/// All but English, and the country of one.
std::vector<std::string> translated()
{
    std::vector<std::string> complaints;
    std::vector<Damage> damages;
    std::vector<std::string> languages{ "de-AT" };
    const TableSource source(SOURCE_FOLDER "/registry", complaints);
    for (const Language& language : readLanguages(source.tables("Build"), damages))
        if (language.id != "en")
            languages.push_back(language.id);
    return languages;
}

/// An office in one of our languages, or in one of its countries.
class Translations : public OfficeTest, public testing::WithParamInterface<std::string>
{
protected:
    void SetUp() override { start({ OXT }, { "--headless" }, GetParam().c_str()); }
    static void SetUpTestSuite() {}
};

class OtherLanguage : public OfficeTest
{
protected:
    static void SetUpTestSuite() { start({ OXT }, { "--headless" }, "nl"); }
};

} // namespace

TEST_P(Translations, DescribeEveryFunctionAndLeaveItsName)
{
    const auto english = node(office(), functionsNode, "en-US");
    const auto translated = node(office(), functionsNode, GetParam().c_str());
    const Reference<XNameAccess> functions(english, UNO_QUERY_THROW);
    const Sequence<rtl::OUString> names = functions->getElementNames();
    ASSERT_GT(names.getLength(), 0);
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        const std::string function = toUtf8(names.getConstArray()[i]);
        SCOPED_TRACE(function);
        const std::string name = text(english, function + "/DisplayName");
        EXPECT_EQ(text(translated, function + "/DisplayName"), name);
        EXPECT_EQ(text(translated, function + "/CompatibilityName"),
                  text(english, function + "/CompatibilityName"));
        const std::string description = text(translated, function + "/Description");
        EXPECT_NE(description, text(english, function + "/Description"));
        EXPECT_NE(description.find(name), std::string::npos) << "the example: " << description;

        std::vector<std::string> shown{ description };
        const Reference<XNameAccess> parameters(
            english->getByHierarchicalName(fromUtf8(function + "/Parameters")), UNO_QUERY_THROW);
        const Sequence<rtl::OUString> arguments = parameters->getElementNames();
        for (sal_Int32 j = 0; j < arguments.getLength(); ++j)
        {
            const std::string argument =
                function + "/Parameters/" + toUtf8(arguments.getConstArray()[j]);
            EXPECT_NE(text(translated, argument + "/Description"),
                      text(english, argument + "/Description"))
                << argument;
            shown.push_back(text(translated, argument + "/DisplayName"));
            EXPECT_FALSE(shown.back().empty()) << argument;
            shown.push_back(text(translated, argument + "/Description"));
        }
        EXPECT_THAT(wizardTexts(office(), name), UnorderedElementsAreArray(shown));
    }
}

INSTANTIATE_TEST_SUITE_P(Office, Translations, testing::ValuesIn(translated()),
                         [](const testing::TestParamInfo<std::string>& parameter) {
                             std::string name = parameter.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST_F(OtherLanguage, ReadsEnglish)
{
    EXPECT_EQ(wizardTexts(office(), "CITATION").front(),
              text(node(office(), functionsNode, "en-US"), "citation/Description"));
}

} // namespace quartet
