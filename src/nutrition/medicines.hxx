/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Classes of medicines, found by the names that people write.

#pragma once

#include "nutrition/row.hxx"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct MedicineClass
{
    std::string id;
    std::string name;               ///< "vitamin K antagonist"
    std::vector<std::string> names; ///< as foldWords gives them: the class, generic and brand names
};

/** An entry of a person's list and the classes that it names. */
struct Medicine
{
    std::string entry;                         ///< in the person's own words
    std::vector<const MedicineClass*> classes; ///< none where it isn't in the table
};

class MedicineTable
{
public:
    /// Reads rows of registry/standards/medicines.csv: id; class, names.
    MedicineTable(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** Looks for each entry of a list such as "warfarin 5 mg, aspirin". A name
        counts where it stands as whole words anywhere in its entry. */
    std::vector<Medicine> find(std::string_view list) const;

    /// @returns nullptr for an unknown id
    const MedicineClass* findClass(std::string_view id) const;

private:
    // Findings point at classes: a map that never moves its elements.
    std::map<std::string, MedicineClass, std::less<>> m_classes;
};

} // namespace quartet
