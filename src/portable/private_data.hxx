/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where a workbook holds what a copy leaves out: whatever our calls are told of
// the person, and what that is worked out or looked up from.

#pragma once

#include "portable/copying.hxx"
#include "portable/data_sheet.hxx"
#include "portable/names.hxx"
#include "portable/scan.hxx"

#include <map>
#include <set>
#include <vector>

namespace quartet
{

struct PrivateData
{
    std::map<Place, Role> cells;     ///< to be emptied
    std::set<NameId> names;          ///< that hold a constant
    std::set<Place> medicineSites;   ///< cells that call us with a medicine of their own
    std::set<NameId> medicineNames;  ///< names that do
    std::vector<Area> medicineLists; ///< to choose from, with every class: they tell nothing
    std::vector<Area> amounts;       ///< amounts and levels: numbers of their own
    Secrets secrets;                 ///< what stands in the cells, names and calls
    bool anyMedicine = false;

    bool empty() const { return cells.empty() && names.empty() && secrets.empty(); }
    bool isInMedicineList(const Place& place) const;
    bool isAmount(const Place& place) const;
};

bool contains(const Area& area, const Place& place);

/** @throws NotWritten for a call of a function whose parameters aren't known, and
            where too many cells may say something */
PrivateData findPrivateData(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
                            const DataSheet& sheet, const Scan& scan, const Standards& standards,
                            const PortableChoices& choices);

} // namespace quartet
