/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/recipe_sheet.hxx"

#include "nutrition/language.hxx"
#include "workbook/cooking_sheet.hxx"
#include "workbook/own_food_row.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/sheet_look.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using rtl::OUString;

/// The places of a recipe's sheet, counted from 0.
enum Rows : sal_Int32
{
    nameRow,
    rawRow,
    readyRow,
    portionsRow,
    portionWeightRow,
    checkRow,
    headRow = 7,
    perPortionRow,
    per100gRow,
    coverageRow,
    atLeastRow,
    firstRow,
    lastRow = firstRow + 15
};

enum RecipeColumns : sal_Int32
{
    foodColumn,
    amountColumn,
    cookingColumn,
    gramsColumn,
    checkColumn,
    factorColumn, ///< the row of the factors, which nobody needs to see
    firstFigure
};

constexpr sal_Int32 per100 = 100;

/// Of a plan (workbook/plan): documents store them.
const OUString planName("Foods");
const OUString inputStyle("Entry");
const OUString figureStyle("Row");

OUString number(sal_Int32 value) { return OUString::number(value); }

/// "$B$2"
OUString yield(Rows row) { return fixedCellName(amountColumn, row); }

/// A column's cells of all ingredients: "$A$13:$A$28".
OUString ingredients(sal_Int32 column)
{
    return fixedCellName(column, firstRow) + ":" + fixedCellName(column, lastRow);
}

/// The same with a column that moves when the formula is copied: "G$13:G$28".
OUString movingColumn(sal_Int32 column)
{
    const OUString letters = columnLetters(column);
    return letters + "$" + number(firstRow + 1) + ":" + letters + "$" + number(lastRow + 1);
}

/// A text in a formula.
OUString quoted(const std::string& text)
{
    return "\"" + fromUtf8(text).replaceAll("\"", "\"\"") + "\"";
}

class Recipe
{
public:
    Recipe(const Reference<XComponentContext>& context,
           const Reference<XSpreadsheetDocument>& document, std::string name)
        : m_context(context)
        , m_document(document)
        , m_registry(Registry::shared(context))
        , m_data(m_registry->data())
        , m_rules(m_registry->labelRules())
        , m_words(officeWords(context))
        , m_language(parseLanguage(toUtf8(officeLanguage(context))).value_or("en"))
        , m_name(std::move(name))
    {
        for (const LabelColumn& column : m_rules->columns())
            if (std::find(m_nutrients.begin(), m_nutrients.end(), column.nutrient)
                == m_nutrients.end())
            {
                m_nutrients.push_back(column.nutrient);
                m_shown.push_back(column.shown);
            }
    }

    Reference<XSpreadsheet> write()
    {
        m_factors = cookingFactorsOf(m_context, m_document);
        m_sheet = appendSheet(m_document, newSheetName(m_document, m_name));
        writeYield();
        writeHeads();
        writeIngredients();
        writeTotals();
        makePlan();
        format();
        addFood();
        return m_sheet;
    }

private:
    std::string words(const char* id) const { return m_words.text(id); }

    sal_Int32 lastColumn() const
    {
        return firstFigure + static_cast<sal_Int32>(m_nutrients.size()) - 1;
    }

    void formula(sal_Int32 column, sal_Int32 row, const OUString& content) const
    {
        setFormula(m_sheet, column, row, content);
    }

    void writeYield() const
    {
        const auto line = [this](Rows row, const char* label) {
            setText(m_sheet, foodColumn, row, words(label));
        };
        line(nameRow, "recipe.name");
        setText(m_sheet, amountColumn, nameRow, m_name);
        line(rawRow, "recipe.raw");
        formula(amountColumn, rawRow, onceFilled("SUM(" + ingredients(gramsColumn) + ")"));
        line(readyRow, "recipe.ready");
        setText(m_sheet, cookingColumn, readyRow, words("recipe.readyHint"));
        line(portionsRow, "recipe.portions");
        setText(m_sheet, cookingColumn, portionsRow, words("recipe.portionsHint"));
        line(portionWeightRow, "recipe.portionWeight");
        formula(amountColumn, portionWeightRow,
                onceFilled("IF(" + yield(readyRow) + "=\"\";" + yield(rawRow) + ";"
                           + yield(readyRow) + ")/" + portions()));
        line(checkRow, "recipe.check");
        const OUString wrong = "SUMPRODUCT((LEN(" + ingredients(checkColumn) + ")>0)*1)";
        formula(amountColumn, checkRow,
                "=IF(COUNTA(" + ingredients(foodColumn) + ")=0;" + quoted(words("recipe.empty"))
                    + ";IF(" + wrong + ">0;" + wrong + "&\" \"&" + quoted(words("recipe.wrong"))
                    + ";IF(ISERROR(" + yield(portionWeightRow) + ");"
                    + quoted(words("recipe.noYield")) + ";IF(" + yield(portionWeightRow) + "<=0;"
                    + quoted(words("recipe.noYield")) + ";\"\"))))");
    }

    /// A formula that shows nothing before the first ingredient.
    static OUString onceFilled(const OUString& figure)
    {
        return "=IF(COUNTA(" + ingredients(foodColumn) + ")=0;\"\";" + figure + ")";
    }

    /// Blank is one.
    static OUString portions()
    {
        return "IF(" + yield(portionsRow) + "=\"\";1;" + yield(portionsRow) + ")";
    }

    void writeHeads() const
    {
        setText(m_sheet, foodColumn, headRow, words("recipe.food"));
        setText(m_sheet, amountColumn, headRow, words("recipe.amount"));
        setText(m_sheet, cookingColumn, headRow, words("recipe.cooking"));
        setText(m_sheet, gramsColumn, headRow, words("recipe.grams"));
        setText(m_sheet, checkColumn, headRow, words("recipe.check"));
        setText(m_sheet, foodColumn, perPortionRow, words("recipe.perPortion"));
        setText(m_sheet, foodColumn, per100gRow, words("recipe.per100g"));
        setText(m_sheet, foodColumn, coverageRow, words("recipe.coverage"));
        setText(m_sheet, foodColumn, atLeastRow, words("recipe.atLeast"));
        for (std::size_t i = 0; i < m_nutrients.size(); ++i)
        {
            const Nutrient& nutrient = m_data->nutrients[m_nutrients[i]];
            setText(m_sheet, firstFigure + static_cast<sal_Int32>(i), headRow,
                    nutrientName(m_words, nutrient) + " (" + nutrient.unit + ")");
        }
    }

    /// Writes the first row's formulas and fills the others.
    void writeIngredients() const
    {
        const OUString food = "$A" + number(firstRow + 1);
        const OUString amount = "$B" + number(firstRow + 1);
        const OUString cooking = "$C" + number(firstRow + 1);
        const OUString factor = "$F" + number(firstRow + 1);
        formula(gramsColumn, firstRow,
                "=IF(" + food + "=\"\";\"\";FOOD_GRAMS(" + food + ";" + amount + "))");
        formula(checkColumn, firstRow, check(food, amount, cooking, factor));
        formula(factorColumn, firstRow,
                "=IF(" + cooking + "=\"\";0;MATCH(" + cooking + ";" + m_factors.names + ";0))");
        for (std::size_t i = 0; i < m_nutrients.size(); ++i)
        {
            const std::string& tag = m_data->nutrients[m_nutrients[i]].tag;
            OUString left;
            if (const auto found = m_factors.columns.find(tag); found != m_factors.columns.end())
            {
                const OUString percent = "INDEX(" + found->second + ";" + factor + ")";
                left = "*IF(" + factor + "=0;1;IF(" + percent + "=\"\";1;" + percent + "/"
                       + number(per100) + "))";
            }
            formula(firstFigure + static_cast<sal_Int32>(i), firstRow,
                    "=IF(" + food + "=\"\";\"\";NUTRIENT(" + food + ";" + amount + ";" + quoted(tag)
                        + ")" + left + ")");
        }
        Reference<css::sheet::XCellSeries>(
            m_sheet->getCellRangeByPosition(gramsColumn, firstRow, lastColumn(), lastRow),
            UNO_QUERY_THROW)
            ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
    }

    OUString check(const OUString& food, const OUString& amount, const OUString& cooking,
                   const OUString& factor) const
    {
        const OUString weight = "FOOD_GRAMS(" + food + ";0)";
        const OUString language = quoted(m_language);
        return "=IF(" + food + "=\"\";IF(AND(ISBLANK(" + amount + ");" + cooking + "=\"\");\"\";"
               + quoted(words("recipe.noFood")) + ");IF(ISNA(" + weight + ");IFERROR("
               + quoted(words("recipe.noSuchFood") + " ") + "&FOOD_FIND(" + food + ";1;" + language
               + ")&\"?\";" + quoted(words("recipe.notInData")) + ");IF(ISERROR(" + weight + ");"
               + quoted(words("recipe.circle")) + ";IF(ISBLANK(" + amount + ");"
               + quoted(words("recipe.noAmount")) + ";IF(ISERROR(" + factor + ");"
               + quoted(words("recipe.noCooking")) + ";AMOUNT_CHECK(" + food + ";" + amount + ";"
               + language + "))))))";
    }

    void writeTotals() const
    {
        const OUString first = columnLetters(firstFigure);
        const OUString all = movingColumn(firstFigure);
        formula(firstFigure, perPortionRow, onceFilled("SUM(" + all + ")/" + portions()));
        formula(firstFigure, per100gRow,
                onceFilled(first + number(perPortionRow + 1) + "/" + yield(portionWeightRow) + "*"
                           + number(per100)));
        formula(firstFigure, atLeastRow, onceFilled("SUMIF(" + all + ";\">=0\")/" + portions()));
        for (const Rows row : { perPortionRow, per100gRow, atLeastRow })
            Reference<css::sheet::XCellSeries>(
                m_sheet->getCellRangeByPosition(firstFigure, row, lastColumn(), row),
                UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_RIGHT, 1);
        for (std::size_t i = 0; i < m_nutrients.size(); ++i)
            formula(firstFigure + static_cast<sal_Int32>(i), coverageRow,
                    onceFilled("NUTRIENT_COVERAGE(" + ingredients(foodColumn) + ";"
                               + ingredients(amountColumn) + ";"
                               + quoted(m_data->nutrients[m_nutrients[i]].tag) + ")"));
    }

    /** The ingredients are a plan: Add Food Row and the picker know them, and sums grow with
        them. Above them stands what sums them. */
    void makePlan() const
    {
        makeCellStyle(m_document, inputStyle, { { "CellBackColor", Any(inputColour) } });
        makeCellStyle(m_document, figureStyle, {});
        look(m_sheet, foodColumn, firstRow, cookingColumn, lastRow,
             { { "CellStyle", Any(inputStyle) } });
        look(m_sheet, gramsColumn, firstRow, lastColumn(), lastRow,
             { { "CellStyle", Any(figureStyle) } });
        const Reference<css::sheet::XNamedRanges> names(
            Reference<css::beans::XPropertySet>(m_sheet, UNO_QUERY_THROW)
                ->getPropertyValue("NamedRanges"),
            UNO_QUERY_THROW);
        const OUString sheet =
            quotedSheet(Reference<css::container::XNamed>(m_sheet, UNO_QUERY_THROW)->getName());
        names->addNewByName(planName,
                            sheet + "." + fixedCellName(foodColumn, atLeastRow) + ":"
                                + fixedCellName(amountColumn, lastRow),
                            {}, 0);
        setText(m_sheet, foodColumn, lastRow + 1,
                m_words.text("recipe.more", { { "menu", words("menu.title") },
                                              { "command", words("toolbar.AddFoodRow") } }));
    }

    sal_Int32 numberFormat(const char* code) const
    {
        const auto formats =
            Reference<css::util::XNumberFormatsSupplier>(m_document, UNO_QUERY_THROW)
                ->getNumberFormats();
        const OUString text = OUString::createFromAscii(code);
        const css::lang::Locale english("en", "US", {});
        const sal_Int32 known = formats->queryKey(text, english, false);
        return known >= 0 ? known : formats->addNew(text, english);
    }

    void format() const
    {
        const auto text =
            Reference<css::util::XNumberFormatTypes>(
                Reference<css::util::XNumberFormatsSupplier>(m_document, UNO_QUERY_THROW)
                    ->getNumberFormats(),
                UNO_QUERY_THROW)
                ->getStandardFormat(css::util::NumberFormat::TEXT, {});
        constexpr sal_Int32 foodWidth = 5200;
        constexpr sal_Int32 textWidth = 3400;
        constexpr sal_Int32 cookingWidth = 4600;
        constexpr sal_Int32 checkWidth = 6000;
        constexpr sal_Int32 figureWidth = 2700;
        setWidth(m_sheet, foodColumn, foodWidth);
        setWidth(m_sheet, amountColumn, textWidth);
        setWidth(m_sheet, cookingColumn, cookingWidth);
        setWidth(m_sheet, gramsColumn, figureWidth);
        setWidth(m_sheet, checkColumn, checkWidth);
        for (sal_Int32 column = firstFigure; column <= lastColumn(); ++column)
            setWidth(m_sheet, column, figureWidth);
        lookAsHead(m_sheet, foodColumn, headRow, lastColumn(), headRow);
        lookAsInput(m_sheet, amountColumn, nameRow, amountColumn, nameRow);
        lookAsInput(m_sheet, amountColumn, readyRow, amountColumn, portionsRow);
        lookAsInput(m_sheet, foodColumn, firstRow, cookingColumn, lastRow);
        const Properties strong{ { "CharWeight", Any(bold) } };
        look(m_sheet, foodColumn, nameRow, amountColumn, nameRow, strong);
        look(m_sheet, foodColumn, perPortionRow, lastColumn(), per100gRow, strong);
        const Properties tenths{ { "NumberFormat", Any(numberFormat("0.0")) } };
        look(m_sheet, amountColumn, rawRow, amountColumn, rawRow, tenths);
        look(m_sheet, amountColumn, portionWeightRow, amountColumn, portionWeightRow, tenths);
        look(m_sheet, gramsColumn, firstRow, gramsColumn, lastRow, tenths);
        const Properties figures{ { "NumberFormat", Any(numberFormat("0.0##")) } };
        look(m_sheet, firstFigure, perPortionRow, lastColumn(), per100gRow, figures);
        look(m_sheet, firstFigure, atLeastRow, lastColumn(), lastRow, figures);
        look(m_sheet, firstFigure, coverageRow, lastColumn(), coverageRow,
             { { "NumberFormat", Any(numberFormat("0%")) } });
        look(m_sheet, checkColumn, firstRow, checkColumn, lastRow,
             { { "IsTextWrapped", Any(true) } });
        // "1/2" is no date.
        look(m_sheet, amountColumn, firstRow, amountColumn, lastRow,
             { { "NumberFormat", Any(text) } });
        setValidation(
            m_sheet->getCellRangeByPosition(cookingColumn, firstRow, cookingColumn, lastRow),
            { { "Type", Any(css::sheet::ValidationType_LIST) },
              { "Formula1", Any(m_factors.names) },
              { "ShowErrorMessage", Any(false) } });
        const auto help = [this](sal_Int32 column, sal_Int32 row, const char* id) {
            setValidation(m_sheet->getCellRangeByPosition(column, row, column, row),
                          inputHelp(words("recipe.title"), words(id)));
        };
        help(foodColumn, headRow, "recipe.foodHelp");
        help(cookingColumn, headRow, "recipe.cookingHelp");
        help(foodColumn, coverageRow, "recipe.unknownHelp");
        hideColumn(m_sheet, factorColumn);
        fold();
    }

    /// Nutrients that few ask for wait behind a "+".
    void fold() const
    {
        for (std::size_t first = 0; first < m_shown.size(); ++first)
        {
            if (m_shown[first])
                continue;
            std::size_t last = first;
            while (last + 1 < m_shown.size() && !m_shown[last + 1])
                ++last;
            foldColumns(m_sheet, firstFigure + static_cast<sal_Int32>(first),
                        firstFigure + static_cast<sal_Int32>(last));
            first = last;
        }
    }

    /// The row of "My foods" that takes name and figures from the recipe.
    void addFood() const
    {
        const auto foods = ownFoodsSheetOf(m_context, m_document);
        completeOwnColumns(m_context, foods);
        const OwnColumns columns = ownColumnsOf(m_context, foods);
        const sal_Int32 row = firstFreeRow(foods, columns);
        const OUString sheetName =
            Reference<css::container::XNamed>(m_sheet, UNO_QUERY_THROW)->getName();
        const OUString sheet = "=" + quotedSheet(sheetName) + ".";
        for (std::size_t i = 0; i < columns.all().size(); ++i)
        {
            const OwnColumn& own = columns.all()[i];
            const auto column = static_cast<sal_Int32>(i);
            const auto nutrient = std::find(m_nutrients.begin(), m_nutrients.end(), own.nutrient);
            if (own.field == OwnField::Name)
            {
                // What stands in a cell of texts isn't computed.
                look(foods, column, row, column, row, { { "NumberFormat", Any(sal_Int32(0)) } });
                setFormula(foods, column, row, sheet + yield(nameRow) + "&\"\"");
            }
            else if (own.field == OwnField::Per)
                setText(foods, column, row, words("own.example.per"));
            else if (own.field == OwnField::Weight)
                setFormula(foods, column, row, sheet + yield(portionWeightRow));
            else if (own.field == OwnField::Group)
                setText(foods, column, row, words("recipe.group"));
            else if (own.field == OwnField::Source)
                setText(foods, column, row,
                        m_words.text("recipe.source", { { "sheet", toUtf8(sheetName) } }));
            else if (own.field == OwnField::Nutrient && !own.translated && own.fault.empty()
                     && nutrient != m_nutrients.end())
                setFormula(
                    foods, column, row,
                    sheet
                        + fixedCellName(
                            firstFigure + static_cast<sal_Int32>(nutrient - m_nutrients.begin()),
                            perPortionRow));
        }
        fillOwnFoodsCheck(m_context, foods, row, row);
    }

    const Reference<XComponentContext> m_context;
    const Reference<XSpreadsheetDocument> m_document;
    const rtl::Reference<Registry> m_registry;
    const std::shared_ptr<const Data> m_data;
    const std::shared_ptr<const LabelRules> m_rules;
    const Words& m_words;
    const std::string m_language;
    const std::string m_name;
    std::vector<NutrientIndex> m_nutrients;
    std::vector<bool> m_shown; ///< of each
    CookingFactors m_factors;
    Reference<XSpreadsheet> m_sheet;
};

} // namespace

Reference<XSpreadsheet> addRecipe(const Reference<XComponentContext>& context,
                                  const Reference<XSpreadsheetDocument>& document,
                                  const std::string& name)
{
    const UndoStep step(document, fromUtf8(officeWords(context).text("recipe.undo")));
    return Recipe(context, document, name).write();
}

void showRecipe(const Reference<css::frame::XController>& controller,
                const Reference<XSpreadsheet>& sheet)
{
    Reference<css::sheet::XSpreadsheetView>(controller, UNO_QUERY_THROW)->setActiveSheet(sheet);
    const Reference<css::sheet::XViewFreezable> panes(controller, UNO_QUERY_THROW);
    if (!panes->hasFrozenPanes())
        panes->freezeAtPosition(foodColumn + 1, firstRow);
    Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)
        ->select(Any(sheet->getCellByPosition(foodColumn, firstRow)));
}

} // namespace quartet
