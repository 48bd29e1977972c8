/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How labels of food are read, and what a sheet for them looks like: the tables of
// registry/labels.

#pragma once

#include "labels/import_rules.hxx"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A column of figures of a new sheet "My foods". */
struct LabelColumn
{
    std::string header; ///< English; documents store it
    NutrientIndex nutrient;
    bool shown;          ///< else hidden until it is needed
    bool inForm;         ///< the form for a new food asks for it
    std::string example; ///< as it is typed; empty where the example says nothing
};

/** Immutable: any number of threads may read it. */
class LabelRules
{
public:
    /** @param labels own_columns, own_words
        @param imports what headers, units and words of tables mean
        @param damages the rows that had to be left out are added */
    LabelRules(const Tables& labels, std::shared_ptr<const ImportRules> imports,
               std::shared_ptr<const Data> data, std::vector<Damage>& damages);

    const ImportRules& imports() const { return *m_imports; }

    /// In the order of a label.
    const std::vector<LabelColumn>& columns() const { return m_columns; }

    /// "per portion" and "1食あたり" without the words that say nothing.
    std::string withoutPer(std::string_view text) const;

    /** Whether two figures of one nutrient, given in two units, are the same but for
        the rounding of labels. */
    bool agree(NutrientIndex nutrient, double one, double other) const;

private:
    struct Tolerance
    {
        NutrientIndex nutrient;
        double relative;
        double absolute;
    };

    std::shared_ptr<const ImportRules> m_imports;
    std::vector<LabelColumn> m_columns;
    std::vector<Tolerance> m_tolerances;
    std::vector<std::string> m_before; ///< folded
    std::vector<std::string> m_behind; ///< folded
};

/// Asked for when something isn't plain: reading the rules takes a moment.
using LabelRulesSource = std::function<std::shared_ptr<const LabelRules>()>;

} // namespace quartet
