/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas as a person types them where "use English function names" is set.

#include "function_examples.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

void setEnglishFunctionNames(const Office& office)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue(
        "nodepath", Any(rtl::OUString("/org.openoffice.Office.Calc/Formula/Syntax")));
    const Reference<css::beans::XPropertySet> syntax(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess",
                                          arguments),
        UNO_QUERY_THROW);
    syntax->setPropertyValue("EnglishFunctionName", Any(true));
    Reference<css::util::XChangesBatch>(syntax, UNO_QUERY_THROW)->commitChanges();
}

using Typing = OfficeTest;

} // namespace

TEST_F(Typing, KnowsTheEnglishNames)
{
    setEnglishFunctionNames(office());
    const Office restarted(freeProfile());
    Spreadsheet sheet(restarted);
    enterExampleCells(sheet);
    for (const FunctionEntry& function : functionEntries())
    {
        type(restarted, sheet, "D1", function.example);
        EXPECT_EQ(sheet.text("D1"), function.shows) << function.example;
    }
}

} // namespace quartet
