/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The columns in which a workbook keeps foods of its own.

#pragma once

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
    Nutrient, ///< per 100 g
    Source,
    Check,
    Other ///< the person's own, which nobody reads
};

struct OwnColumn
{
    OwnField field = OwnField::Other;
    NutrientIndex nutrient = 0; ///< of a nutrient's column
    std::string header;         ///< as it is written
    /// Why no figure may stand here, as the id of a text; empty where one may.
    std::string fault;
};

/** What the columns are, by the headers in the sheet's first row: in any order,
    whatever the case. */
class OwnColumns
{
public:
    OwnColumns(const std::vector<std::string>& headers, const NutrientTable& nutrients,
               const Weights& units);

    /// From the sheet's first column on.
    const std::vector<OwnColumn>& all() const { return m_columns; }

    /// The first column of a kind.
    std::optional<std::size_t> find(OwnField field) const;

private:
    std::vector<OwnColumn> m_columns;
};

/// The headers of a new sheet, from its first column on: those of the nutrients of the foods'
/// own table. A sheet may have a column for any other.
std::vector<std::string> ownHeaders(const NutrientTable& nutrients);

} // namespace quartet
