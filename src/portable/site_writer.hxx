/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writes what our cells have become, column by column.

#pragma once

#include "portable/scan.hxx"

#include <functional>
#include <map>
#include <vector>

namespace quartet
{

class SiteWriter
{
public:
    explicit SiteWriter(const Cells& cells)
        : m_cells(cells)
    {
    }

    /// Takes the formulas away that will be written anew.
    void clear(const std::vector<Site>& sites) const;
    /// @param resolve puts the tables in the place of their marks
    void write(const std::vector<Site>& sites,
               const std::function<Tokens(const Tokens&)>& resolve) const;
    void write(const Site& site, const Tokens& tokens) const;
    /// Their values in the place of their formulas.
    void freeze(const std::vector<const Site*>& sites, const std::map<Place, Shown>& values) const;

private:
    /// The same formula in the cells of a column.
    void write(const std::vector<const Site*>& run, const Tokens& tokens) const;

    const Cells& m_cells;
};

} // namespace quartet
