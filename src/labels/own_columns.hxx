/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The columns in which a workbook keeps foods of its own.

#pragma once

#include "labels/label_rules.hxx"
#include "nutrition/amount.hxx"
#include "nutrition/nutrients.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/// The sheet's name in every language: documents store it.
constexpr std::string_view ownFoodsSheet = "My foods";

enum class OwnField
{
    Name,
    Aliases, ///< "; " between
    Group,
    Portions, ///< "slice=28; cup=240", in grams
    Per,      ///< what the figures are for: "portion", "100 ml"; blank for 100 g
    Weight,   ///< of that, in grams
    Nutrient,
    Source,
    Check,
    Other ///< the person's own, which nobody reads
};

struct OwnColumn
{
    OwnField field = OwnField::Other;
    NutrientIndex nutrient = 0; ///< of a nutrient's column
    std::string header;         ///< as it is written
    /** Why no figure may stand here, as the id of a text; empty where one may. Of a
        column that nobody reads, why it looks as if somebody did. */
    std::string fault;
    std::string unit;        ///< of plain numbers; empty for the nutrient's own
    double factor = 1;       ///< beside the unit's: 0.4 of salt for sodium, 0.1 of figures per kg
    bool perPortion = false; ///< the header says so, whatever stands in the column Per
    bool per100g = false;    ///< likewise
    /// Not in the nutrient's own words and unit: such a column may stand beside one that is.
    bool translated = false;
};

/** What the columns are, by the headers in the sheet's first row: in any order,
    whatever the case. */
class OwnColumns
{
public:
    /** @param rules for headers that aren't a nutrient's own, such as "Salt (g)"; where
               it is empty these aren't read */
    OwnColumns(const std::vector<std::string>& headers, const NutrientTable& nutrients,
               const Weights& units, LabelRulesSource rules = {});

    /// From the sheet's first column on.
    const std::vector<OwnColumn>& all() const { return m_columns; }

    /// The first column of a kind.
    std::optional<std::size_t> find(OwnField field) const;

    /// How figures are read; an empty pointer where nobody knows.
    std::shared_ptr<const LabelRules> rules() const
    {
        return m_rules ? m_rules() : std::shared_ptr<const LabelRules>();
    }

private:
    void readNutrient(OwnColumn& column, const NutrientTable& nutrients, const Weights& units);
    void readTranslated(OwnColumn& column, const NutrientTable& nutrients);
    bool isTaken(NutrientIndex nutrient, bool translated) const;

    std::vector<OwnColumn> m_columns;
    LabelRulesSource m_rules;
};

/// The header of a nutrient's column: "Calcium (mg)".
std::string ownHeader(const Nutrient& nutrient);

/** The headers of a new sheet, from its first column on: those of the nutrients of the foods'
    own table and what a label has. A sheet may have a column for any other nutrient.
    @param rules whose columns come in its order; without them those of the nutrients alone */
std::vector<std::string> ownHeaders(const NutrientTable& nutrients,
                                    const LabelRules* rules = nullptr);

} // namespace quartet
