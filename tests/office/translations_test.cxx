/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the office shows of the extension in other languages.

#include "office_fixture.hxx"
#include "utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>

#include <array>

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

constexpr std::array languages{ "de", "fr", "es", "ja" };

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

using Translations = OfficeTest;

} // namespace

TEST_F(Translations, DescribeEveryFunctionAndLeaveItsName)
{
    constexpr const char* path = "/org.openoffice.Office.CalcAddIns/AddInInfo/"
                                 "org.quartet.Nutrition/AddInFunctions";
    const auto english = node(office(), path, "en-US");
    const Reference<XNameAccess> functions(english, UNO_QUERY_THROW);
    const Sequence<rtl::OUString> names = functions->getElementNames();
    ASSERT_GT(names.getLength(), 0);
    for (const char* const language : languages)
    {
        const auto translated = node(office(), path, language);
        for (sal_Int32 i = 0; i < names.getLength(); ++i)
        {
            const std::string function = toUtf8(names.getConstArray()[i]);
            SCOPED_TRACE(language + (" " + function));
            EXPECT_EQ(text(translated, function + "/DisplayName"),
                      text(english, function + "/DisplayName"));
            EXPECT_EQ(text(translated, function + "/CompatibilityName"),
                      text(english, function + "/CompatibilityName"));
            const std::string description = text(translated, function + "/Description");
            EXPECT_NE(description, text(english, function + "/Description"));
            EXPECT_NE(description.find(text(english, function + "/DisplayName")), std::string::npos)
                << "the example: " << description;
            const Reference<XNameAccess> parameters(
                english->getByHierarchicalName(fromUtf8(function + "/Parameters")),
                UNO_QUERY_THROW);
            const Sequence<rtl::OUString> arguments = parameters->getElementNames();
            for (sal_Int32 j = 0; j < arguments.getLength(); ++j)
            {
                const std::string argument =
                    function + "/Parameters/" + toUtf8(arguments.getConstArray()[j]);
                EXPECT_NE(text(translated, argument + "/Description"),
                          text(english, argument + "/Description"))
                    << argument;
                EXPECT_FALSE(text(translated, argument + "/DisplayName").empty()) << argument;
            }
        }
    }
}

} // namespace quartet
