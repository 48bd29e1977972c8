/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The foods that a workbook brings along: the rows of its sheet "My foods".

#pragma once

#include "labels/own_figures.hxx"
#include "nutrition/data.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** What a row says. */
struct OwnReading
{
    std::optional<Food> food;
    std::vector<OwnFault> faults; ///< all that is wrong; none for a row without anything
    std::vector<OwnFault> notes;  ///< what is odd about a food that is read all the same

    /// The first error that a formula of the row ended in.
    std::optional<int> error() const;
};

/** A row that names a food. */
struct OwnEntry
{
    std::size_t row;    ///< in the sheet, counted from 0
    OwnReading reading; ///< of a row with uncomputed cells only what is wrong with the others
    bool computed;      ///< some of its cells are uncomputed
    OwnCells cells;     ///< of a row that is computed
};

/** A workbook's own foods. Immutable: any number of threads may read it.

    A row with something wrong loses itself alone. It keeps its name: a food of
    that name in the registry isn't meant. */
class OwnFoods
{
public:
    /// @param rows the sheet's rows from its second on
    OwnFoods(std::shared_ptr<const Data> data, OwnColumns columns,
             const std::vector<OwnCells>& rows);

    const OwnColumns& columns() const { return m_columns; }

    /** The row with this name or alias.
        @param folded a name, folded
        @returns nullptr where there is none */
    const OwnEntry* find(const std::string& folded) const;

    /// The row at a place in the sheet; nullptr where it names no food.
    const OwnEntry* atRow(std::size_t row) const;

    const std::vector<OwnEntry>& entries() const { return m_entries; }

    /// Whether some rows are computed.
    bool anyComputed() const { return m_anyComputed; }

    /** The food of a row that is computed.
        @param cells its cells, the results of its formulas among them */
    OwnReading read(const OwnEntry& entry, const OwnCells& cells) const;

    /** The workbook's foods before those of the registry that have other names.
        @param computed the foods of the rows that are computed */
    FoodTable together(std::vector<Food> computed) const;

    /// Tells tables apart: equal for two that say the same.
    std::uint64_t fingerprint() const { return m_fingerprint; }

    const std::shared_ptr<const Data>& data() const { return m_data; }

    /// What is wrong with a row or odd about it, in a language; empty where nothing is.
    std::string words(const OwnReading& reading, std::string_view language = "en") const;

private:
    class RowReader;

    OwnReading readRow(const OwnCells& cells) const;
    void claimNames(const std::vector<std::vector<std::string>>& names);

    std::shared_ptr<const Data> m_data;
    OwnColumns m_columns;
    std::vector<OwnEntry> m_entries; ///< by their rows
    boost::unordered_flat_map<std::string, std::size_t, std::hash<std::string>> m_byName;
    bool m_anyComputed = false;
    std::uint64_t m_fingerprint = 0;
};

/** The portions that a cell of the column "Portions" names, "slice=28; cup=8 oz".
    @throws BadRow whose reason is the first that can't be read */
Weights readOwnPortions(std::string_view text, const Weights& units);

/// Tells rows apart as OwnFoods::fingerprint does.
std::uint64_t fingerprint(const std::vector<OwnCells>& rows);

} // namespace quartet
