/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The registry's CSV tables: read, checked and written as configuration data.

#pragma once

#include "nutrition/food_table.hxx"

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** Where a row stands in the tables that people edit. */
struct TablePlace
{
    std::string file; ///< relative to the registry folder
    std::size_t line;
};

/** The tables of one group of the configuration. The set's name is the file's;
    all files of foods/ are one set, "foods", each a food group of that name. */
struct TableGroup
{
    /// "Foods", "Nutrients", "Standards", "Figures", "Labels", "Names" or "Build", which is not
    /// written
    std::string name;
    Tables sets;
    std::string names = {}; ///< NameIndex::write of the foods' names
};

class TableSource
{
public:
    /** Reads the registry's CSV files and those of its folder foods as the group Foods,
        with what the folder grades says of each food; those of nutrients as Nutrients,
        those of standards and import as Standards, those of labels as Labels, what names shows as
       Names, and what the build alone reads as Build: functions, parameters, languages,
       names/nutrients, recipes of dishes and what estimates lean on. What is published of foods'
       vitamin K2 is Figures, read when someone asks. Foods are put in the order of their names,
       rows of Nutrients in that of their ids. What is wrong goes to complaints. */
    TableSource(const std::filesystem::path& registry, std::vector<std::string>& complaints);

    const std::vector<TableGroup>& groups() const { return m_groups; }

    /// The sets of one group.
    const Tables& tables(std::string_view group) const;

    /// Whether every file could be read as a table.
    bool isWhole() const { return m_complaints.empty(); }

    /// A set, "foods" or "vitamins", with what the build adds to it.
    void replace(const std::string& set, std::vector<Row> rows);
    /// Those of Foods and of Nutrients.
    Tables foods() const;

    /// Has the names of all foods written as the index of the group Foods.
    void indexNames(const FoodTable& foods);

    /// "foods/cheese.csv:12: K2 source: "x" is no source"
    std::string complaint(const Damage& damage) const;

private:
    /// Gives the foods their names, and the group Names what is shown.
    void readNames();
    void readGrades(const std::filesystem::path& folder);
    void read(const std::filesystem::path& file, const std::string& set, const Row::Fields& common,
              TableGroup& group);
    void sort();
    /// Complains of grades and nutrients of foods that there aren't.
    void checkIds();

    std::filesystem::path m_registry;
    std::vector<std::string>& m_complaints;
    std::vector<TableGroup> m_groups;
    std::map<std::string, Row::Fields> m_grades; ///< fields of the foods' rows, by food
    std::map<std::pair<std::string, std::string>, TablePlace> m_places; ///< by set and id
};

/** Writes a group as configuration data (.xcu). The rows of its tables go into
    files that the data name, "Foods-foods.txt": the office reads all its
    configuration at every start, and these when a function first asks. Each ends
    with withChecksum's line.
    @param rows the folder of these files, the extension's folder "registry" */
void writeXcu(const TableGroup& group, std::ostream& out, const std::filesystem::path& rows);

/** A file's bytes and a last line by which the office knows that they are whole,
    "crc32 1c291ca3".
    @param columns what the checksum is of beside the bytes */
std::string withChecksum(std::string bytes, const std::string& columns);

} // namespace quartet
