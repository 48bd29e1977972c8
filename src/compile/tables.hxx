/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The registry's CSV tables: read, checked and written as configuration data.

#pragma once

#include "nutrition/row.hxx"

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Where a row stands in the tables that people edit. */
struct Place
{
    std::string file; ///< relative to the registry folder
    std::size_t line;
};

/** The tables of one group of the configuration. The set's name is the file's;
    all files of foods/ are one set, "foods", each a food group of that name. */
struct TableGroup
{
    std::string name; ///< "Foods", "Standards", "Figures" or "Build", which is not written
    Tables sets;
};

class TableSource
{
public:
    /** Reads the registry's CSV files and those of its folder foods as the group Foods,
        those of standards and import as Standards, what names shows as Names, and what the
        build alone reads as Build: functions, parameters, languages, names/nutrients and what
        estimates lean on. What is published of foods' vitamin K2 is Figures, read when someone
        asks. What is wrong goes to complaints. */
    TableSource(const std::filesystem::path& registry, std::vector<std::string>& complaints);

    const std::vector<TableGroup>& groups() const { return m_groups; }

    /// The sets of one group.
    const Tables& tables(std::string_view group) const;

    /// Whether every file could be read as a table.
    bool isWhole() const { return m_complaints.empty(); }

    /// The foods with what the build adds to them.
    void replaceFoods(std::vector<Row> rows);

    /// "foods/cheese.csv:12: K2 source: "x" is no source"
    std::string complaint(const Damage& damage) const;

private:
    /// Gives the foods their names, and the group Names what is shown.
    void readNames();
    void read(const std::filesystem::path& file, const std::string& set, const Row::Fields& common,
              TableGroup& group);

    std::filesystem::path m_registry;
    std::vector<std::string>& m_complaints;
    std::vector<TableGroup> m_groups;
    std::map<std::pair<std::string, std::string>, Place> m_places; ///< by set and id
};

/** Writes a group as configuration data (.xcu). The rows of its tables go into
    files that the data name, "Foods-foods.txt": the office reads all its
    configuration at every start, and these when a function first asks.
    @param rows the folder of these files, the extension's folder "registry" */
void writeXcu(const TableGroup& group, std::ostream& out, const std::filesystem::path& rows);

} // namespace quartet
