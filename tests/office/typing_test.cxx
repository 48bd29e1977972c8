/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas as a person types them where "use English function names" is set.

#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

#include <array>
#include <utility>

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

/// Puts the cursor on a cell and types.
void type(const Office& office, const Spreadsheet& sheet, const char* cell, const char* text)
{
    const Reference<css::frame::XModel> model(sheet.document(), UNO_QUERY_THROW);
    const Reference<css::frame::XDispatchProvider> frame(model->getCurrentController()->getFrame(),
                                                         UNO_QUERY_THROW);
    const auto dispatcher = css::frame::DispatchHelper::create(office.context());
    const auto dispatch = [&](const char* command, const char* argument, const char* value) {
        css::beans::PropertyValue property;
        property.Name = rtl::OUString::createFromAscii(argument);
        property.Value <<= fromUtf8(value);
        dispatcher->executeDispatch(frame, rtl::OUString::createFromAscii(command), "", 0,
                                    { &property, 1 });
    };
    dispatch(".uno:GoToCell", "ToPoint", cell);
    dispatch(".uno:EnterString", "StringName", text);
}

using Typing = OfficeTest;

} // namespace

TEST_F(Typing, KnowsTheEnglishNames)
{
    setEnglishFunctionNames(office());
    const Office restarted(freeProfile());
    const Spreadsheet sheet(restarted);
    constexpr std::array formulas{
        std::pair("=K2MCG(\"natto\";50)", "469.5"),
        std::pair("=NUTRIENT(\"natto\";50;\"CA\")", "108.5"),
        std::pair("=NUTRIENT_SUM(\"natto\";50;\"CA\")", "108.5"),
        std::pair("=NUTRIENT_COVERAGE(\"natto\";50;\"CA\")", "1"),
        std::pair("=LEFT(NUTRIENT_SOURCE(\"natto\";\"CA\");4)", "USDA"),
        std::pair("=FOOD_GRAMS(\"natto\";\"1 cup\")", "175"),
        std::pair("=FOODS(\"Eggs\")", "Egg white, raw"),
        std::pair("=NUTRIENT_MISSING(\"tempeh\";\"VITK2\")", "Tempeh"),
        std::pair("=NUTRIENT_UNIT(\"CA\")", "mg"),
        std::pair("=FOOD_FIND(\"guda\")", "Gouda"),
        std::pair("=INDEX(FOOD_GROUPS();2)", "Cheese"),
        std::pair("=TOP_FOODS(\"VITK2\";1)", "Natto"),
        std::pair("=LEFT(CITATION(\"kamao-2007\");5)", "Kamao"),
        std::pair("=LEN(DATA_VERSION())", "10"),
        std::pair("=VITD_STATUS(40)", "sufficient"),
        std::pair("=LEFT(BALANCE_CHECK(1;1;1;1);12)", "not balanced"),
        std::pair("=LEFT(VITD_CAUTION(60);11)", "At or above"),
        std::pair("=INDEX(VITD_COMPARE(38);1;3)", "below sufficiency"),
        std::pair("=VITD_CUTOFF(\"article\";\"optimal\")", "60"),
        std::pair("=VITD_CONVERT(10;\"µg\";\"IU\")", "400"),
        std::pair("=INTAKE_TARGET(\"CA\";40;\"F\")", "1000"),
        std::pair("=INTAKE_STATUS(400;\"MG\";40;\"F\")", "on target"),
        std::pair("=LEFT(INTAKE_SOURCE(\"CA\";40;\"F\");7)", "1000 mg"),
        std::pair("=BALANCE_ITEM(\"CA\";850;40;\"F\")", "below target"),
        std::pair("=CAMG_RATIO(1000;320)", "3.125"),
        std::pair("=LEFT(CAMG_STATUS(500;250);6)", "within"),
        std::pair("=LEFT(INTERACTION(\"aspirin\");11)", "not in this"),
        std::pair("=INTERACTION_LEVEL(\"warfarin\")", "high"),
        std::pair("=CAC_CATEGORY(0)", "none / very low"),
        std::pair("=FOOD_CHECK(B1:C1)", "Err:502"),
    };
    for (const auto& [formula, shown] : formulas)
    {
        type(restarted, sheet, "A1", formula);
        EXPECT_EQ(sheet.text("A1"), shown) << formula;
    }
}

} // namespace quartet
