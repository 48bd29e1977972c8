/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plan of the sheet "Nutrition data": tables of data that the formulas of a
// copy look things up in. None of them belongs to a cell. No office here.
//
// A formula names a table by a mark, a text that stands in no workbook: where a
// table is, is known only once all is planned.

#pragma once

#include "nutrition/food_names.hxx"
#include "nutrition/food_table.hxx"
#include "nutrition/standards.hxx"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace quartet
{

/// What a cell of the data holds: nothing known, a number or a text.
using DataValue = std::variant<std::monostate, double, std::string>;

/// What a column of the foods' table holds of a nutrient.
enum class FoodColumn
{
    Value,     ///< per 100 g, #N/A where unknown
    Known,     ///< the same or its known part, 0 where unknown
    IsKnown,   ///< 1 or 0: whether it is known as a whole
    IsCovered, ///< 1 or 0: whether it is known well enough to cover the food's grams
    IsBound,   ///< 1 or 0: whether a part of it is known
    Source,
    Grade, ///< how it is known, in one word
    Name   ///< of the food, in the language that stands in the nutrient's place
};

/// Stands for the nutrient of a form of K2 that is no nutrient of its own.
inline constexpr const char* knownK2 = "VITK2 known";

/** A figure or a text that formulas refer to. */
struct FixedFigure
{
    std::string label;
    DataValue value;
    std::string source;
    std::string serves{}; ///< the first cell that refers to it
};

/** Cells side by side: a list, or a range as it was when the copy was made. */
struct ValueBlock
{
    std::string label;
    std::vector<std::vector<DataValue>> rows;
};

/// A rectangle of the sheet, counted from 0.
struct DataArea
{
    int column = 0;
    int row = 0;
    int lastColumn = 0;
    int lastRow = 0;
};

/// Gives the foods' names in the languages beside English.
using NamesOfFoods = std::function<std::shared_ptr<const FoodNames>()>;

class DataTables
{
public:
    /** @param language whose words for amounts it knows beside the English ones
        @param names asked for where a formula shows a food's name in a language */
    DataTables(const Standards& standards, const FoodTable& foods, std::string language,
               NamesOfFoods names);

    // Marks

    /// The keys and columns of the foods.
    static std::string foods();
    /// A column of the foods alone, by its number.
    static std::string foodColumn(int number);
    static std::string foodKeys() { return foodColumn(1); }
    static std::string foodNumbers() { return foodColumn(2); }
    static std::string numbers();
    static std::string numberKeys();
    static std::string numberValues();
    static std::string portions();
    static std::string portionKeys();
    static std::string portionGrams();
    static std::string foodNames();
    /// @returns the number of a column, counted from 1, as VLOOKUP counts
    int column(FoodColumn column, const std::string& nutrient);
    std::string figure(FixedFigure figure);
    /** The first rows of a block.
        @param make gives the block where there is none of so many rows yet */
    std::string block(const std::string& key, std::size_t rows,
                      const std::function<ValueBlock()>& make);

    /// Whether a text of a formula is a mark. @returns what it marks
    static std::optional<std::string> marked(const std::string& text);

    // What stands in the workbook

    /// A food by one of its names, as it was written.
    void addFood(const std::string& written);
    void addAllFoods();
    /// An amount as it was written, such as "2 slices".
    void addAmount(const std::string& written);
    bool hasAmounts() const { return !m_amounts.empty(); }
    /// The cell that is being planned.
    void serve(const std::string& cell) { m_serves = cell; }

    // The plan

    struct FoodRow
    {
        std::string key;
        const Food* food;
        int number;  ///< of the food, counted from 1
        bool isName; ///< not another spelling
    };
    /// A column of the foods' table behind number, name and group.
    struct FoodField
    {
        FoodColumn column;
        std::string nutrient;
    };

    std::vector<FoodRow> foodRows() const;
    const std::vector<FoodField>& fields() const { return m_fields; }
    const NutrientTable& nutrients() const { return m_standards.data->nutrients; }
    DataValue field(const FoodField& field, const Food& food) const;
    std::vector<std::pair<std::string, double>> numberRows() const;
    /// By number of the food and unit, or "=" and a whole amount: grams, and the food's name.
    std::vector<std::tuple<std::string, double, std::string>> portionRows() const;
    const std::vector<FixedFigure>& figures() const { return m_figures; }
    const std::vector<ValueBlock>& blocks() const { return m_blocks; }
    bool usesFoods() const { return m_usesFoods; }
    bool usesAmounts() const { return m_usesAmounts; }
    void useAmounts() { m_usesFoods = m_usesAmounts = true; }

    static constexpr int fixedColumns = 4; ///< key, number, food, group

private:
    /// The nutrient whose known part counts.
    std::string bound(const std::string& nutrient) const;
    std::optional<double> value(const std::string& nutrient, const Food& food) const;
    void addFood(const Food& food, const std::string& written);
    /// The words that may stand behind a number of a food, as they are typed.
    std::set<std::string> unitWords(const Food& food) const;

    const Standards& m_standards;
    const FoodTable& m_table;
    std::vector<FoodField> m_fields;
    std::map<std::string, int> m_fieldOf;
    std::map<std::string, const Food*> m_foods; ///< by name
    const std::string m_language;
    const NamesOfFoods m_names;
    bool m_allFoods = false;
    std::map<std::string, const Food*> m_written;
    std::set<std::string> m_amounts;
    std::vector<FixedFigure> m_figures;
    std::map<std::string, std::size_t> m_figureOf;
    std::vector<ValueBlock> m_blocks;
    std::map<std::string, std::size_t> m_blockOf;
    std::string m_serves;
    bool m_usesFoods = false;
    bool m_usesAmounts = false;
};

} // namespace quartet
