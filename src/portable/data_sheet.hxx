/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The sheet "Nutrition data" of a portable copy: the figures that the workbook
// uses, and a row of native formulas for each call of ours.

#pragma once

#include "portable/calls.hxx"
#include "portable/rewriting_formulas.hxx"
#include "workbook/formula_tokens.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quartet
{

/// A part of a formula, with the calls of ours in it and with what stands for them.
struct Part
{
    Tokens original;
    Tokens rewritten;

    bool empty() const { return original.empty(); }
};

/// What the sheet works out for a food in an amount.
enum class FoodFigure
{
    Grams,
    Weight,     ///< the grams; nothing for no food
    Value,      ///< of a nutrient
    Counted,    ///< its known part
    KnownGrams, ///< the grams of which it is known
    BoundGrams, ///< or of which a part of it is
    Source
};

/// As a guard compares it: nothing and zero are the same.
css::uno::Any comparable(const css::uno::Any& value);

/** Collects what the calls of a workbook need, then writes it.

    What stands for a call is a reference to a sheet that isn't there: it knows
    its place only once all is collected. */
class NutritionSheet
{
public:
    NutritionSheet(const FormulaGrammar& grammar, std::shared_ptr<const Standards> standards,
                   std::shared_ptr<const FoodTable> foods, const Words& words,
                   const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                   const PortableChoices& choices);

    sal_Int32 index() const { return m_index; }
    const css::uno::Reference<css::sheet::XSpreadsheet>& sheet() const { return m_sheet; }

    /// @param nutrient a tagname, or knownK2
    css::sheet::FormulaToken food(FoodFigure figure, const std::string& nutrient, const Part& food,
                                  const Part& amount, const Place& from);
    /// The same of each cell of a column, as an array formula takes it.
    css::sheet::FormulaToken foods(FoodFigure figure, const std::string& nutrient,
                                   const Area& foods, const Part& amount, const Place& from);
    /// @param strict whether one unknown value makes the total unknown
    css::sheet::FormulaToken sum(const std::string& nutrient, bool strict, const Area& foods,
                                 const Area& amounts);
    css::sheet::FormulaToken sum(const std::string& nutrient, bool strict, const Part& food,
                                 const Part& amount, const Place& from);
    css::sheet::FormulaToken coverage(const std::string& nutrient, const Area& foods,
                                      const Area& amounts);
    css::sheet::FormulaToken missing(const std::string& nutrient, const Area& foods);
    /// A column of values. @param call ours
    css::sheet::FormulaToken list(const Part& call, const Place& from);
    /// The names of the copy's foods, for a list to choose from.
    css::sheet::FormulaToken foodNames();
    css::sheet::FormulaToken call(const PortableMethod& method,
                                  const css::sheet::FormulaToken& name,
                                  const std::vector<Part>& arguments, const Place& from);
    /// What stands as long as an argument is what it is now, else nothing is known.
    css::sheet::FormulaToken whileSame(const std::vector<std::pair<Part, css::uno::Any>>& words,
                                       const css::sheet::FormulaToken& then, const Place& from);
    /// Rows of cells for formulas that stood in no cell. @returns the first
    Place makeRoom(sal_Int32 rows);

    /// The value that a part has now.
    css::uno::Any present(const Part& part, const Place& from);

    /// Gives everything its place and writes what goes into the calls.
    void writeInputs();
    /// With these computed: writes the figures and the formulas.
    void writeFormulas();
    /// Whether a call was given medicines that are to be left out.
    bool hasMedicines() const { return !m_medicineRows.empty(); }
    void leaveOutMedicines();
    /// After what stood in the workbook has been rewritten.
    void finish(const std::vector<std::string>& frozen);

    /// With the references to this sheet in their place.
    Tokens resolved(const Tokens& tokens, const Place& cell) const;

private:
    struct Block
    {
        std::vector<Part> inputs;             ///< movable
        std::set<sal_Int32> rows;             ///< base rows
        std::map<sal_Int32, sal_Int32> place; ///< of a base row
        std::set<std::pair<FoodFigure, std::string>> figures{};
        // A call:
        const PortableMethod* method = nullptr;
        css::sheet::FormulaToken name{};
        std::vector<std::size_t> inputOf{}; ///< of an argument; or none
        std::vector<css::uno::Any> constants{};
        std::vector<Tokens> written{};
        // An aggregate:
        std::string aggregate{};
        std::string label{};
        std::vector<Area> areas{}; ///< virtual, of a food block
        std::string nutrient{};
        bool strict = false;
        // while same:
        css::sheet::FormulaToken then{};
        std::vector<css::uno::Any> same{};
        // A list:
        bool list = false;
        sal_Int32 listRows = 0;
        sal_Int32 listColumns = 0;
        sal_Int32 listColumn = 0;
    };
    /// A column of a block; the virtual sheet's columns are these.
    struct Column
    {
        std::size_t block;
        FoodFigure figure;
        std::string nutrient;
        bool result;

        bool operator<(const Column& other) const
        {
            return std::tie(block, figure, nutrient, result)
                   < std::tie(other.block, other.figure, other.nutrient, other.result);
        }
    };

    static constexpr sal_Int32 virtualSheet = -2;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::size_t block(const std::string& key, bool& isNew);
    sal_Int32 column(const Column& column);
    std::pair<std::size_t, sal_Int32> foodBlock(const Part& food, const Part& amount,
                                                const Place& from);
    std::size_t pairBlock(const Area& foods, sal_Int32 column, const Area* amounts);
    css::sheet::FormulaToken reference(const Column& column, sal_Int32 baseRow, bool relative,
                                       const Place& from);
    css::sheet::FormulaToken aggregate(const std::string& kind, const std::string& nutrient,
                                       bool strict, const std::vector<Area>& areas,
                                       const std::string& label);
    std::vector<Area> pairAreas(const Area& foods, const Area* amounts);
    std::string bound(const std::string& nutrient) const;

    Place placeOf(const css::sheet::SingleReference& virtualCell, sal_Int32 row) const;
    sal_Int32 figureColumn(FoodFigure figure, const std::string& nutrient) const;
    void layOut();
    void writeFoodInputs();
    void writeCallInputs();
    void writeTables();
    void writeFoodFormulas();
    void writeCalls();
    void writeCall(const Block& block, sal_Int32 base, sal_Int32 row);
    bool isLeftOut(Role role) const;
    void writeAggregate(const Block& block, sal_Int32 row);
    void writeLists();

    css::uno::Reference<css::table::XCell> cell(sal_Int32 column, sal_Int32 row) const;
    css::uno::Reference<css::table::XCellRange>
    range(sal_Int32 column, sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow) const;
    void setText(sal_Int32 column, sal_Int32 row, const std::string& text) const;
    void setFormula(sal_Int32 column, sal_Int32 row, const std::string& formula) const;
    void setValue(sal_Int32 column, sal_Int32 row, const css::uno::Any& value,
                  sal_Int32 error) const;
    void fillDown(sal_Int32 column, sal_Int32 row, sal_Int32 lastRow) const;
    std::string escaped(const std::string& text) const;

    const FormulaGrammar& m_grammar;
    const std::shared_ptr<const Standards> m_standards;
    const std::shared_ptr<const FoodTable> m_foods;
    const Words& m_words;
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> m_document;
    const PortableChoices m_choices;
    bool m_wildcards = false;
    bool m_regex = false;
    css::uno::Reference<css::sheet::XSpreadsheet> m_sheet;
    sal_Int32 m_index = 0;

    std::vector<Block> m_blocks;
    std::map<std::string, std::size_t> m_byKey;
    std::vector<Column> m_columns;
    std::map<Column, sal_Int32> m_columnOf;

    // The layout, from writeInputs() on.
    std::vector<std::string> m_nutrients; ///< of the foods' table
    std::map<std::pair<FoodFigure, std::string>, sal_Int32> m_figures;
    sal_Int32 m_foodColumn = 0; ///< the first of the foods' steps
    sal_Int32 m_callColumn = 0;
    sal_Int32 m_inputs = 0; ///< the most of a call
    sal_Int32 m_listColumn = 0;
    sal_Int32 m_foodEnd = 0; ///< the row below the last
    sal_Int32 m_tableEnd = 0;
    std::string m_keys; ///< ranges of the foods' table,
    std::string m_names;
    std::map<std::string, std::string> m_values; ///< by nutrient,
    std::map<std::string, std::string> m_sources;
    std::string m_units;
    std::string m_portions;
    Area m_uniqueArea; ///< each food once
    std::size_t m_foodNames = none;
    sal_Int32 m_roomNext = 0;
    std::set<std::string> m_citations;
    std::vector<sal_Int32> m_medicineRows; ///< of calls that say something of one
};

/// Stands for the nutrient of a form of K2 that is no nutrient of its own.
inline constexpr const char* knownK2 = "VITK2 known";

} // namespace quartet
