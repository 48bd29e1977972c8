/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// "Explain this cell", read from its box in a real Calc.

#include "screen_fixture.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/CellAddress.hpp>

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Explain : public ScreenTest
{
protected:
    Explain()
        : m_window(office())
    {
    }

    const Window& window() const { return m_window; }

    /// Enters a formula and asks for its explanation.
    std::string explained(const std::string& content) const
    {
        m_window.enter("D4", content);
        m_window.select("D4");
        return readBox(office(), m_window.frame(), "org.quartet:ExplainCell", "Explain This Cell")
            .value_or("no box");
    }

private:
    Window m_window;
};

} // namespace

TEST_F(Explain, SaysWhichFigureWasUsedAndWhereItIsFrom)
{
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)"),
                AllOf(HasSubstr("This cell shows: 469.5"), HasSubstr("K2MCG: Vitamin K2"),
                      HasSubstr("food: natto"), HasSubstr("form: left out. \"all\""),
                      HasSubstr("Natto (group: Legumes and soy)"),
                      HasSubstr("Amount: 50, that is 50 g"),
                      HasSubstr("Vitamin K2: 939 µg per 100 g"),
                      HasSubstr("From: Kamao 2007; measured; range 775 to 1103 µg per 100 g")));
}

TEST_F(Explain, TakesThePresentValuesOfReferences)
{
    window().enter("A1", "Gouda");
    window().enter("B1", "2 slices");
    window().enter("C1", "calcium");
    EXPECT_THAT(
        explained("=ORG.QUARTET.NUTRITION.NUTRIENT($A$1;B1;C1)"),
        AllOf(HasSubstr("This cell shows: 392"), HasSubstr("which is now Gouda"),
              HasSubstr("B1, which is now 2 slices"), HasSubstr("Amount: 2 slices, that is 56 g"),
              HasSubstr("Calcium: 700 mg per 100 g"), HasSubstr("USDA SR Legacy 2018, NDB 01022")));
    window().enter("A1", "Natto");
    window().enter("B1", "10");
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.NUTRIENT($A$1;B1;C1)"),
                AllOf(HasSubstr("Natto (group"), HasSubstr("Calcium: 217 mg per 100 g")));
}

TEST_F(Explain, FindsEachCallInANestedFormula)
{
    window().enter("B1", "25");
    EXPECT_THAT(
        explained("=IF(1>0;ORG.QUARTET.NUTRITION.K2MCG(ORG.QUARTET.NUTRITION.FOODFIND(\"nato\");"
                  "B1*2);0)*1+LEN(\"ORG.QUARTET.NUTRITION.FOODS()\")*0"),
        AllOf(HasSubstr("This cell shows: 469.5"), HasSubstr("B1*2, which is now 50"),
              HasSubstr("which is now Natto"), HasSubstr("K2MCG gives 469.5"),
              HasSubstr("FOOD_FIND gives Natto"), Not(HasSubstr("FOODS:"))));
}

TEST_F(Explain, ExplainsEachFoodOfARange)
{
    window().enter("A1", "Gouda");
    window().enter("A3", "Pepperoni");
    window().enter("B1", "50");
    window().enter("B3", "40 g");
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A3;B1:B3;\"VITK2\")"),
                AllOf(HasSubstr("A1:A3, 3 cells"), HasSubstr("Gouda (group: Cheese)"),
                      HasSubstr("Vitamin K2: 64.5 µg per 100 g"),
                      HasSubstr("Vitamin K2: unknown. Unknown is not zero."),
                      HasSubstr("Amount: 40 g, that is 40 g")));
}

TEST_F(Explain, TakesWhatNamesReferTo)
{
    window().enter("A1", "Gouda");
    window().enter("A2", "Natto");
    window().enter("B1", "50");
    window().enter("B2", "10");
    css::uno::Reference<css::sheet::XNamedRanges> names;
    css::uno::Reference<css::beans::XPropertySet>(window().document(), css::uno::UNO_QUERY_THROW)
        ->getPropertyValue("NamedRanges") >>= names;
    names->addNewByName("Foods", "$Sheet1.$A$1:$A$2", {}, 0);
    names->addNewByName("Amounts", "$Sheet1.$B$1:$B$2", {}, 0);
    const char* const sum = "=1*ORG.QUARTET.NUTRITION.NUTRIENTSUM(Foods;Amounts;\"CA\")";
    EXPECT_THAT(explained(sum), HasSubstr("NUTRIENT_SUM gives 371.7"));
    names->removeByName("Foods");
    names->removeByName("Amounts");
}

// As a plan's names do, which mean "of this row" and "of this column".
TEST_F(Explain, TakesNamesThatMeanTheirOwnRow)
{
    window().enter("A1", "Natto");
    window().enter("A4", "Gouda");
    window().enter("B4", "50");
    window().enter("D1", "CA");
    css::uno::Reference<css::sheet::XNamedRanges> names;
    css::uno::Reference<css::beans::XPropertySet>(window().document(), css::uno::UNO_QUERY_THROW)
        ->getPropertyValue("NamedRanges") >>= names;
    const css::table::CellAddress first(0, 0, 0);
    names->addNewByName("RowFood", "$Sheet1.$A1", first, 0);
    names->addNewByName("RowAmount", "$Sheet1.$B1", first, 0);
    names->addNewByName("ColumnNutrient", "$Sheet1.A$1", first, 0);
    EXPECT_THAT(explained("=1*ORG.QUARTET.NUTRITION.NUTRIENT(RowFood;RowAmount;ColumnNutrient)"),
                AllOf(HasSubstr("food: RowFood, which is now Gouda"),
                      HasSubstr("amount: RowAmount, which is now 50"),
                      HasSubstr("nutrient: ColumnNutrient, which is now CA"),
                      HasSubstr("NUTRIENT gives 350")));
    for (const char* const name : { "RowFood", "RowAmount", "ColumnNutrient" })
        names->removeByName(rtl::OUString::createFromAscii(name));
}

TEST_F(Explain, TakesWholeColumnsAsFarAsTheyAreUsed)
{
    window().enter("A1", "Gouda");
    window().enter("B1", "50");
    EXPECT_THAT(explained("=1*ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A1048576;B1:B1048576;\"CA\")"),
                HasSubstr("NUTRIENT_SUM gives 350"));
}

TEST_F(Explain, KeepsTheShapeOfRangesThatEndBelowWhatIsUsed)
{
    window().enter("A1", "Gouda");
    window().enter("B5", "50");
    EXPECT_THAT(explained("=1*ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A20;B5:B24;\"CA\")"),
                HasSubstr("NUTRIENT_SUM gives 350"));
}

TEST_F(Explain, NamesTheTargetOfTheAgeThatTheFunctionWasGiven)
{
    // A blank cell is nobody's age to INTAKE_TARGET and one left out to BALANCE_ITEM.
    window().enter("A1", "");
    EXPECT_THAT(explained("=1*ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A1;\"F\")"),
                AllOf(HasSubstr("INTAKE_TARGET gives #N/A"), HasSubstr("Compared with: no age")));
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.BALANCEITEM(\"CA\";900;A1;\"F\")"),
                HasSubstr("Compared with: 1200 mg"));
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.BALANCEITEM(\"VITK2\";100;40;\"F\";;\"efsa\")"),
                HasSubstr("Compared with: 150 µg"));
}

TEST_F(Explain, KeepsWhatAnInnerCallLeavesOut)
{
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.BALANCEITEM(\"CA\";"
                          "ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";40;\"F\";;\"nam\");"
                          "40;\"F\")"),
                HasSubstr("which is now 1000"));
}

TEST_F(Explain, ShowsTheNumberThatIsNoFood)
{
    window().enter("A1", "Gouda");
    window().enter("A2", "7");
    window().enter("B1", "50");
    window().enter("B2", "50");
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A2;B1:B2;\"CA\")"),
                AllOf(HasSubstr("#N/A"), HasSubstr("“7”")));
}

TEST_F(Explain, ClaimsNoTargetForAnErrorInPlaceOfAnAge)
{
    window().enter("A1", "=NA()");
    EXPECT_THAT(explained("=IFERROR(ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A1;\"F\");0)"),
                Not(HasSubstr("Compared with: ")));
}

TEST_F(Explain, SaysWhoseTargetItIs)
{
    window().enter("A1", "40");
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A1;\"F\")"),
                AllOf(HasSubstr("This cell shows: 1000"), HasSubstr("A1, which is now 40"),
                      HasSubstr("Compared with: "), HasSubstr("RDA"), HasSubstr("NAM")));
}

TEST_F(Explain, SaysWhyThereIsNoNumber)
{
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.K2MCG(\"gouuda\";50)"),
                AllOf(HasSubstr("This cell shows: #N/A"),
                      HasSubstr("#N/A means that there is nothing to show"), HasSubstr("“gouuda”"),
                      HasSubstr("The nearest is “Gouda”.")));
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.K2MCG(\"gouda\";\"3 wheels\")"),
                AllOf(HasSubstr("Err:502"), HasSubstr("“3 wheels” is no amount of Gouda.")));
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.K2MCG(\"american cheese\";50)"),
                AllOf(HasSubstr("Vitamin K2: unknown"), HasSubstr("At least 14.1 µg per 100 g")));
    EXPECT_THAT(
        explained("=ORG.QUARTET.NUTRITION.K2MCG(ORG.QUARTET.NUTRITION.FOODFIND(\"xqz\");50)"),
        AllOf(HasSubstr("which is now #N/A"), Not(HasSubstr("The food is blank"))));
    EXPECT_THAT(explained("=ORG.QUARTET.NUTRITION.K2MCG(Z99;50)"), HasSubstr("The food is blank"));
}

TEST_F(Explain, SaysWhereThereIsNothingToExplain)
{
    EXPECT_EQ(explained("=1+1"), "This formula uses none of the nutrition functions.");
    EXPECT_EQ(explained("=\"org.quartet.Nutrition.k2mcg\""),
              "This formula uses none of the nutrition functions.");
    EXPECT_EQ(explained("Gouda"), "This cell holds no formula.");
}

TEST_F(Explain, LeavesTheDocumentAsItWas)
{
    window().enter("A1", "25");
    explained("=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";A1*2)");
    EXPECT_EQ(window().formula("D4"), "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";A1*2)");
    EXPECT_EQ(window().selected(), "D4");
    window().undo();
    EXPECT_EQ(window().text("D4"), "");
}

} // namespace quartet
