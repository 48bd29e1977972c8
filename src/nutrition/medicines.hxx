/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Medicines that change what may be said about a nutrient.

#pragma once

#include "nutrients.hxx"
#include "row.hxx"

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A class of medicines and its caution. */
struct MedicineClass
{
    std::string name;               ///< "vitamin K antagonist"
    std::vector<std::string> names; ///< as foldWords gives them: the class, generic and brand names
    std::string caution;
    /// No text may hold this nutrient against a target: it could read as
    /// advice to take more.
    NutrientIndex unjudged;
};

/** What a person's list of medicines says. */
struct MedicineFindings
{
    /// The classes named in the list, with the words that named them.
    std::vector<std::pair<std::string, const MedicineClass*>> known;
    /// The entries that named none.
    std::vector<std::string> unlisted;

    bool unjudged(NutrientIndex nutrient) const;
};

class MedicineTable
{
public:
    /** Reads rows of registry/standards/medicines.csv: id; class, names,
        caution, unjudged. */
    MedicineTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
                  std::vector<Damage>& damages);

    /** Looks for each entry of a list such as "warfarin 5 mg, aspirin". A name
        counts where it stands as whole words anywhere in its entry. */
    MedicineFindings find(std::string_view list) const;

private:
    std::vector<MedicineClass> m_classes;
};

} // namespace quartet
