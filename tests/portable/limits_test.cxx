/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies in .xlsx hold nothing that Excel would call damaged: its limits are those of "Excel
// specifications and limits" in its help.

#include "filled_templates.hxx"

namespace quartet
{

namespace
{

constexpr std::size_t longestFormula = 8192;
constexpr std::size_t longestText = 255;
constexpr std::size_t longestRule = 255;
constexpr std::size_t longestCell = 32767;
constexpr int deepest = 64;
constexpr int mostArguments = 255;

std::string plain(std::string xml)
{
    for (const auto& [escaped, sign] :
         { std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""),
           std::pair("&apos;", "'"), std::pair("&amp;", "&") })
        for (std::size_t at = 0; (at = xml.find(escaped, at)) != std::string::npos;)
            xml.replace(at++, std::string(escaped).size(), sign);
    return xml;
}

/// In UTF-16, as Excel counts.
std::size_t signs(const std::string& text)
{
    return static_cast<std::size_t>(fromUtf8(text).getLength());
}

/// What of a formula Excel wouldn't take; empty where it takes all of it.
std::string beyond(const std::string& formula)
{
    if (signs(formula) > longestFormula)
        return std::to_string(signs(formula)) + " signs";
    std::vector<int> arguments{ 1 };
    for (std::size_t at = 0; at < formula.size(); ++at)
    {
        const char sign = formula[at];
        if (sign == '"' || sign == '\'')
        {
            const auto begin = at + 1;
            do
                at = formula.find(sign, at + 1);
            while (at + 1 < formula.size() && formula[at + 1] == sign && ++at);
            if (sign == '"' && signs(formula.substr(begin, at - begin)) > longestText)
                return "a text of " + std::to_string(at - begin) + " signs";
        }
        else if (sign == '(' || sign == '{')
            arguments.push_back(1);
        else if (sign == ')' || sign == '}')
            arguments.pop_back();
        else if (sign == ',' && ++arguments.back() > mostArguments)
            return "more than 255 arguments";
        if (arguments.size() > deepest)
            return "deeper than 64";
    }
    return {};
}

class PortableLimits : public PortableTest
{
protected:
    void expectWithinLimits(const Spreadsheet& original) const
    {
        const fs::path file = folderPath() / "copy.xlsx";
        copy(office(), original, file);
        const auto parts = readParts(elsewhere(), file);
        const auto formulas = formulasOf(parts);
        EXPECT_FALSE(formulas.empty());
        for (const std::string& formula : formulas)
            EXPECT_EQ(beyond(plain(formula)), "") << formula.substr(0, 300);
        static const std::regex rules("<formula[12]>([^<]*)</formula[12]>");
        for (const std::string& part : parts)
        {
            for (auto each = std::sregex_iterator(part.begin(), part.end(), rules);
                 each != std::sregex_iterator(); ++each)
                EXPECT_LE(signs(plain((*each)[1])), longestRule);
            if (part.find("<sst") == std::string::npos)
                continue;
            for (std::size_t at = 0; (at = part.find("<t", at)) != std::string::npos;)
            {
                at = part.find('>', at) + 1;
                EXPECT_LE(signs(plain(part.substr(at, part.find("</t>", at) - at))), longestCell);
            }
        }
        const Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "");
    }
};

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

const std::string nutrient = "ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"CA\")";

/// A workbook with a food in a written amount.
class WithFood : public Spreadsheet
{
public:
    explicit WithFood(const Office& office)
        : Spreadsheet(office)
    {
        enter("A1", "Gouda");
        enter("B1", "2 slices");
    }
};

} // namespace

TEST_F(PortableLimits, AreKeptInTemplates)
{
    for (const char* const language : { "en", "de", "ja" })
        for (const FilledTemplate& filled : filledTemplates())
        {
            SCOPED_TRACE(filled.file + std::string(language));
            Spreadsheet original(office(), templateUrl(office(), filled.file, language));
            if (language == std::string("en"))
                fill(original, filled.entries);
            original.recalculate();
            expectWithinLimits(original);
        }
}

TEST_F(PortableLimits, AreKeptWhereAFormulaHasManyCalls)
{
    WithFood original(office());
    std::string sum = "=" + nutrient;
    for (int i = 0; i < 30; ++i)
        sum += "+" + nutrient;
    original.enter("C1", sum);
    original.recalculate();
    expectWithinLimits(original);
}

TEST_F(PortableLimits, AreKeptWhereAFormulaIsDeep)
{
    WithFood original(office());
    constexpr int deep = 40;
    original.enter("C1", "=" + repeated("IF(A1=\"\";0;", deep) + nutrient + repeated(")", deep));
    original.enter("C2", "=" + repeated("ROUND(", 10) + nutrient + repeated(";9)", 10));
    original.recalculate();
    expectWithinLimits(original);
}

TEST_F(PortableLimits, AreKeptWhereAFunctionHasManyArguments)
{
    WithFood original(office());
    original.enter("C1", "=SUM(" + nutrient + repeated(";B2", 250) + ")");
    original.recalculate();
    expectWithinLimits(original);
}

TEST_F(PortableLimits, AreKeptWhereATotalIsWide)
{
    Spreadsheet original(office());
    for (sal_Int32 column = 0; column < 300; ++column)
    {
        original.sheet()->getCellByPosition(column, 0)->setFormula(column % 2 ? "Gouda" : "Natto");
        original.sheet()->getCellByPosition(column, 1)->setValue(column);
    }
    for (const char* const name : { "NUTRIENTSUM", "NUTRIENTCOVERAGE" })
        original.enter(name[8] == 'S' ? "A4" : "A5",
                       std::string("=ORG.QUARTET.NUTRITION.") + name + "(A1:KN1;A2:KN2;\"CA\")");
    original.enter("A6", "=ORG.QUARTET.NUTRITION.NUTRIENTMISSING(A1:KN1;\"VITK2\")");
    original.recalculate();
    expectWithinLimits(original);
}

TEST_F(PortableLimits, AreKeptWhereANameIsLong)
{
    WithFood original(office());
    const std::string name = repeated("long ", 60) + "food";
    original.document()->getSheets()->insertNewByName("My foods", 1);
    enter(original, "My foods", "A1", "Name");
    enter(original, "My foods", "B1", "Calcium (mg)");
    enter(original, "My foods", "A2", name);
    enter(original, "My foods", "B2", "77");
    enter(original, "Sheet1", "A2", name);
    enter(original, "Sheet1", "B2", "50");
    original.enter("C1", "=" + nutrient);
    original.enter("C2", "=ORG.QUARTET.NUTRITION.NUTRIENT(A2;B2;\"CA\")");
    original.enter("C3", "=ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A1;B1:B1;\"CA\")");
    original.enter("C4", "=ORG.QUARTET.NUTRITION.NUTRIENT(\"" + name + "\";B2;\"CA\")");
    original.recalculate();
    ASSERT_EQ(original.text("C2"), "38.5");
    expectWithinLimits(original);
}

TEST_F(PortableLimits, AreKeptWhereATextStandsInAFormula)
{
    WithFood original(office());
    original.enter("C1", "=" + nutrient + "&\"" + repeated("x", 300) + "\"");
    original.recalculate();
    expectWithinLimits(original);
}

TEST_F(PortableLimits, RefuseATextThatNoCellOfExcelHolds)
{
    WithFood original(office());
    original.enter("C1", "=REPT(\"x\";32768)&" + nutrient);
    original.recalculate();
    try
    {
        copy(office(), original, folderPath() / "copy.xlsx");
        FAIL() << "written";
    }
    catch (const css::io::IOException& error)
    {
        EXPECT_THAT(toUtf8(error.Message), HasSubstr("Sheet1!C1 has more than 32,767 characters"));
    }
    copy(office(), original, folderPath() / "copy.ods");
    EXPECT_EQ(differences(original, Spreadsheet(elsewhere(), folderPath() / "copy.ods")), "");
}

TEST_F(PortableLimits, HoldWhatAWholeColumnGave)
{
    WithFood original(office());
    original.enter("A150000", "a remark");
    original.enter("C1", "=ORG.QUARTET.NUTRITION.NUTRIENTMISSING(A:A;\"VITK2\")");
    original.enter("C2", "=" + nutrient);
    original.recalculate();
    expectWithinLimits(original);
}

} // namespace quartet
