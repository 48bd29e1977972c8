/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The nutrients that the data know: INFOODS tagnames, units and English names.

#pragma once

#include "nutrition/row.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct Nutrient
{
    std::string tag;   ///< INFOODS tagname: "CA", "VITK2"
    std::string unit;  ///< the one unit that every function uses: "mg", "µg"
    std::string name;  ///< English: "calcium"
    std::string of;    ///< the tagname of what it is a part of: "VITK2" of MK4; may be empty
    std::string block; ///< the table that holds it; empty for those of the foods' own table
    bool ofAnimals;    ///< animals hold it: in their foods a zero that no one measured isn't known
};

/// A nutrient's place in its table; a food keeps its values in this order.
using NutrientIndex = std::size_t;

/** The menaquinones' columns. VITK2 is the total; MKOTH is all forms but MK-4
    and MK-7. */
struct Menaquinones
{
    NutrientIndex total;
    NutrientIndex mk4;
    NutrientIndex mk7;
    NutrientIndex other;

    bool contains(NutrientIndex nutrient) const
    {
        return nutrient == total || nutrient == mk4 || nutrient == mk7 || nutrient == other;
    }
};

class NutrientTable
{
public:
    /** Reads rows of registry/nutrients.csv: tag as id; unit, name, also, of, block, animals,
       picker. Those of the foods' own table come first, whatever the rows' order; those of a block
       stand together.
        @throws BadRow where energy or one of the menaquinones is missing */
    NutrientTable(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** By tagname or English name, whatever the case, with or without its unit behind:
        "Calcium (mg)". */
    std::optional<NutrientIndex> find(std::string_view name) const;

    /// By tagname alone, exactly as it is written.
    std::optional<NutrientIndex> findTag(std::string_view tag) const;

    /// What a nutrient is a part of.
    std::optional<NutrientIndex> wholeOf(NutrientIndex part) const { return m_wholes[part]; }

    /// Whether one is the other or a part of it, as MK-7 is of vitamin K.
    bool areRelated(NutrientIndex one, NutrientIndex other) const
    {
        return isPartOf(one, other) || isPartOf(other, one);
    }

    const Nutrient& operator[](NutrientIndex index) const { return m_nutrients[index]; }
    std::size_t size() const { return m_nutrients.size(); }
    /// How many stand in the foods' own table.
    std::size_t coreSize() const { return m_coreSize; }
    const Menaquinones& k2() const { return m_k2; }
    NutrientIndex energy() const { return m_energy; } ///< kcal

    /// Those that the food picker shows, in its order.
    const std::vector<NutrientIndex>& shown() const { return m_shown; }
    /// Of these the ones that are no part of another one there.
    std::vector<NutrientIndex> shownWholes() const;

private:
    void read(const Row& row);
    bool isPartOf(std::optional<NutrientIndex> part, NutrientIndex whole) const;

    /// Lets a table be asked for a std::string_view.
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    std::vector<Nutrient> m_nutrients;
    std::vector<std::optional<NutrientIndex>> m_wholes;
    std::size_t m_coreSize = 0;
    boost::unordered_flat_map<std::string, NutrientIndex> m_byName; ///< folded
    boost::unordered_flat_map<std::string, NutrientIndex, Hash, std::equal_to<>> m_byTag;
    std::vector<NutrientIndex> m_shown;
    Menaquinones m_k2;
    NutrientIndex m_energy;
};

} // namespace quartet
