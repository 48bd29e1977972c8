/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which formulas of a workbook lean on some cells, directly or through others.

#pragma once

#include "portable/calls.hxx"
#include "portable/names.hxx"
#include "portable/private_data.hxx"
#include "portable/scan.hxx"

#include <functional>
#include <set>

namespace quartet
{

/// Whether one of some places, a set or the keys of a map, is in an area.
template <typename Places, typename PlaceOf>
bool holdsOneOf(const Area& area, const Places& places, const PlaceOf& placeOf)
{
    auto next = places.lower_bound(area.first);
    while (next != places.end())
    {
        const Place place = placeOf(*next);
        if (place.sheet != area.first.sheet || place.column > area.last.column)
            return false;
        if (place.row < area.first.row)
            next = places.lower_bound({ place.sheet, place.column, area.first.row });
        else if (place.row > area.last.row)
            next = places.lower_bound({ place.sheet, place.column + 1, area.first.row });
        else
            return true;
    }
    return false;
}

inline bool holdsOneOf(const Area& area, const std::set<Place>& places)
{
    return holdsOneOf(area, places, [](const Place& place) { return place; });
}

/// What is looked for.
struct Leaned
{
    std::set<Place> on{};                                          ///< cells
    std::function<bool(const css::sheet::FormulaToken&)> begins{}; ///< a part that does as a cell
    std::function<bool(Role)> ignored{}; ///< arguments of our calls that don't count
};

std::set<Place> findLeaning(const Scan& scan, const FormulaGrammar& grammar, const Names& names,
                            const Leaned& leaned);

/// Formulas that a copy treats in a way of its own.
struct Leanings
{
    std::set<Place> restless;  ///< they change by themselves
    std::set<Place> told;      ///< they look at what is left out,
    std::set<Place> workedOut; ///< and these of them show what comes from it
};

/// @param data that is left out
Leanings findLeanings(const Scan& scan, const FormulaGrammar& grammar, const Names& names,
                      const PortableChoices& choices, const PrivateData& data);

std::set<Place> without(const std::set<Place>& places, const std::set<Place>& others);

} // namespace quartet
