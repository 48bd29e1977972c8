/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/tables.hxx"

#include "compile/csv.hxx"
#include "compile/files.hxx"
#include "compile/food_names.hxx"
#include "compile/xml.hxx"
#include "nutrition/fold.hxx"

#include <boost/algorithm/string/replace.hpp>
#include <boost/crc.hpp>

#include <algorithm>
#include <cctype>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

/// The tables that the build alone reads: the office has no use for them.
const std::set<std::string> buildTables{ "functions",      "parameters",      "languages",
                                         "estimate_basis", "estimated_foods", "dishes" };

/// The tables of names that aren't foods': the set that each is, and the place of its group.
const std::map<std::string, std::pair<std::string, std::size_t>> nameSets{
    { "nutrients", { "nutrient_names", 1 } },
    { "authorities", { "authority_names", 1 } },
    { "vitamin_d_standards", { "vitamin_d_names", 1 } },
    { "medicines", { "medicine_names", 2 } }
};

std::vector<fs::path> csvFiles(const fs::path& folder)
{
    std::vector<fs::path> files;
    if (!fs::exists(folder))
        return files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string contents(const fs::path& file)
{
    std::string text = readFile(file);
    // Some spreadsheets begin their files with a byte order mark.
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    return text;
}

/// Why a cell can't stand in a row of the registry; empty where it can.
std::string unfit(std::string_view cell)
{
    if (cell.find(Columns::separator) != std::string_view::npos)
        return std::string("has a \"") + Columns::separator + "\"";
    return cell.find('\n') != std::string_view::npos ? "has a line break" : "";
}

/// All files of the folder grades.
const std::string gradesSet = "food grades";

/// "milk-and-yogurt" gives "Milk and yogurt".
std::string groupName(std::string stem)
{
    boost::replace_all(stem, "-", " ");
    stem.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(stem.front())));
    return stem;
}

/// The place of a table's group, of those in the registry's own folder.
std::size_t groupOf(const std::string& table)
{
    if (table == "k2_figures")
        return 3;
    return buildTables.contains(table) ? 2 : 0;
}

/// The columns but those of names in other languages, which stand in the index.
Columns withoutNames(const Columns& all)
{
    std::string names;
    for (const std::string& name : all.names())
        if (!name.starts_with(namesField({})))
            names += (names.empty() ? "" : std::string(1, Columns::separator)) + name;
    return Columns(names);
}

} // namespace

TableSource::TableSource(const fs::path& registry, std::vector<std::string>& complaints)
    : m_registry(registry)
    , m_complaints(complaints)
    , m_groups{ { "Foods", {} }, { "Standards", {} }, { "Build", {} }, { "Figures", {} },
                { "Names", {} }, { "Nutrients", {} }, { "Labels", {} } }
{
    readGrades(registry / "grades");
    for (const fs::path& file : csvFiles(registry))
        read(file, file.stem(), {}, m_groups[groupOf(file.stem().string())]);
    for (const fs::path& file : csvFiles(registry / "foods"))
        read(file, "foods", { { "group", groupName(file.stem()) } }, m_groups[0]);
    for (const fs::path& file : csvFiles(registry / "nutrients"))
        read(file, file.stem(), {}, m_groups[5]);
    for (const fs::path& file : csvFiles(registry / "labels"))
        read(file, file.stem(), {}, m_groups[6]);
    for (const char* const folder : { "standards", "import" })
        for (const fs::path& file : csvFiles(registry / folder))
            read(file, file.stem(), {}, m_groups[1]);
    for (const auto& [stem, set] : nameSets)
        if (const fs::path names = registry / "names" / (stem + ".csv"); fs::exists(names))
            read(names, set.first, {}, m_groups[set.second]);
    readNames();
    sort();
    checkIds();
}

void TableSource::readNames()
{
    // Where a file of foods can't be read, its foods' names are no news.
    const bool areFoodsWhole = m_complaints.empty();
    TableGroup names;
    if (std::filesystem::exists(m_registry / "names"))
        for (const fs::path& file : csvFiles(m_registry / "names"))
            if (!nameSets.contains(file.stem().string()))
                read(file, "names/" + file.stem().string(), {}, names);
    Tables& shown = m_groups[4].sets;
    shown = giveNames(m_groups[0].sets["foods"], names.sets, [&](const Damage& damage) {
        if (areFoodsWhole)
            m_complaints.push_back(complaint(damage));
    });
    // Read with the foods.
    if (auto words = shown.extract("ambiguous_words"))
        m_groups[0].sets.insert(std::move(words));
}

void TableSource::replace(const std::string& set, std::vector<Row> rows)
{
    for (TableGroup& group : m_groups)
        if (const auto found = group.sets.find(set); found != group.sets.end())
        {
            found->second = std::move(rows);
            return;
        }
}

void TableSource::readGrades(const fs::path& folder)
{
    TableGroup grades;
    for (const fs::path& file : csvFiles(folder))
        read(file, gradesSet, {}, grades);
    for (const Row& row : grades.sets[gradesSet])
        for (const auto& [field, text] : row.fields())
            if (field != "note")
                m_grades[row.id()].emplace(field, text);
}

void TableSource::sort()
{
    const auto byName = [](const Row& left, const Row& right) {
        return fold(left.text("name")) < fold(right.text("name"));
    };
    const auto byId = [](const Row& left, const Row& right) { return left.id() < right.id(); };
    std::vector<Row>& foods = m_groups[0].sets["foods"];
    std::stable_sort(foods.begin(), foods.end(), byName);
    for (auto& [set, rows] : m_groups[5].sets)
        std::sort(rows.begin(), rows.end(), byId);
}

void TableSource::checkIds()
{
    // Of a file that can't be read all foods are lost, which was said.
    if (!m_complaints.empty())
        return;
    const auto check = [this](const std::string& set, const std::string& food) {
        if (!m_places.contains({ "foods", food }))
            m_complaints.push_back(complaint({ set, food, {}, "id", "is no food" }));
    };
    for (const auto& [food, fields] : m_grades)
        check(gradesSet, food);
    for (const auto& [set, rows] : m_groups[5].sets)
        for (const Row& row : rows)
            check(set, row.id());
}

void TableSource::read(const fs::path& file, const std::string& set, const Row::Fields& common,
                       TableGroup& group)
{
    const std::string name = fs::relative(file, m_registry).generic_string();
    const auto complain = [this, &name](std::size_t line, const std::string& reason) {
        m_complaints.push_back(name + ":" + std::to_string(line) + ": " + reason);
    };
    try
    {
        const auto records = parseCsv(contents(file));
        if (records.empty() || records.front().cells.front() != "id")
            return complain(1, "the first column is not \"id\"");
        const auto& header = records.front().cells;
        if (std::set<std::string>(header.begin(), header.end()).size() < header.size())
            return complain(1, "two columns have the same heading");
        for (auto record = records.begin() + 1; record != records.end(); ++record)
        {
            if (record->cells.size() != header.size())
            {
                complain(record->line, std::to_string(record->cells.size()) + " cells under "
                                           + std::to_string(header.size()) + " headings");
                continue;
            }
            Row::Fields fields = common;
            for (std::size_t i = 1; i < header.size(); ++i)
            {
                if (const std::string why = unfit(record->cells[i]); !why.empty())
                    complain(record->line, header[i] + ": " + why);
                if (!record->cells[i].empty())
                    fields[header[i]] = record->cells[i];
            }
            const std::string& id = record->cells.front();
            if (const auto grades = m_grades.find(id); set == "foods" && grades != m_grades.end())
                fields.insert(grades->second.begin(), grades->second.end());
            if (const std::string why = unfit(id); !why.empty())
                complain(record->line, "id: " + why);
            const auto [place, isNew] =
                m_places.emplace(std::pair(set, id), TablePlace{ name, record->line });
            if (id.empty() || !isNew)
            {
                complain(record->line, id.empty()
                                           ? "id: is missing"
                                           : "id: \"" + id + "\" stands in " + place->second.file
                                                 + ":" + std::to_string(place->second.line));
                continue;
            }
            group.sets[set].emplace_back(id, std::move(fields));
        }
    }
    catch (const CsvError& error)
    {
        complain(error.line(), error.what());
    }
}

const Tables& TableSource::tables(std::string_view group) const
{
    return std::find_if(m_groups.begin(), m_groups.end(),
                        [group](const TableGroup& each) { return each.name == group; })
        ->sets;
}

Tables TableSource::foods() const
{
    Tables tables = m_groups[0].sets;
    tables.insert(m_groups[5].sets.begin(), m_groups[5].sets.end());
    return tables;
}

void TableSource::indexNames(const FoodTable& foods)
{
    std::vector<IndexedName> names;
    std::deque<std::string> usages;
    std::set<std::string_view> taken; // as a food's name may be its id, too
    for (const FoodName& name : foods.names())
        if (taken.insert(name.folded).second)
            names.push_back(
                { name.folded, static_cast<std::uint32_t>(name.food),
                  usages.emplace_back(std::string(name.language) + (name.alias ? "+" : "")) });
    std::deque<std::string> ids;
    for (std::size_t i = 0; i < foods.foods().size(); ++i)
        if (taken.insert(ids.emplace_back(fold(foods.foods()[i].id))).second)
            names.push_back({ ids.back(), static_cast<std::uint32_t>(i), NameUsage::id });
    m_groups[0].names = NameIndex::write(std::move(names));
}

std::string TableSource::complaint(const Damage& damage) const
{
    const auto place = m_places.find({ damage.table, damage.id });
    std::string where = damage.table + ": " + damage.id;
    if (place != m_places.end())
        where = place->second.file + ":" + std::to_string(place->second.line);
    return where + ": " + (damage.field.empty() ? "" : damage.field + ": ") + damage.reason;
}

std::string withChecksum(std::string bytes, const std::string& columns)
{
    boost::crc_32_type crc;
    crc.process_bytes(columns.data(), columns.size());
    crc.process_bytes(bytes.data(), bytes.size());
    std::ostringstream line;
    line << "crc32 " << std::hex << std::setw(8) << std::setfill('0') << crc.checksum() << '\n';
    return std::move(bytes) + line.str();
}

void writeXcu(const TableGroup& group, std::ostream& out, const std::filesystem::path& rowsFolder)
{
    const auto node = [](pugi::xml_node parent, const std::string& name) {
        pugi::xml_node added = parent.append_child("node");
        added.append_attribute("oor:name") = name.c_str();
        return added;
    };
    const auto property = [](pugi::xml_node table, const char* name, const std::string& value) {
        pugi::xml_node added = table.append_child("prop");
        added.append_attribute("oor:name") = name;
        added.append_child("value").text() = value.c_str();
    };
    const auto file = [&](pugi::xml_node table, const char* name, const std::string& path,
                          const std::string& bytes) {
        writeFile(rowsFolder / path, bytes);
        property(table, name, "%origin%/registry/" + path);
    };

    pugi::xml_document document;
    pugi::xml_node data = document.append_child("oor:component-data");
    data.append_attribute("oor:name") = "Registry";
    data.append_attribute("xmlns:oor") = "http://openoffice.org/2001/registry";
    data.append_attribute("oor:package") = "org.quartet";
    const pugi::xml_node tables = node(data, group.name);
    for (const auto& [set, rows] : group.sets)
    {
        const bool hasIndex = set == "foods" && !group.names.empty();
        const Columns columns = hasIndex ? withoutNames(Columns(rows)) : Columns(rows);
        pugi::xml_node table = node(node(tables, set), "quartet");
        table.append_attribute("oor:op") = "replace";
        property(table, "Columns", columns.toText());
        std::string text;
        for (const Row& row : rows)
            text.append(row.toText(columns)).append(1, '\n');
        file(table, "File", group.name + "-" + set + ".txt",
             withChecksum(std::move(text), columns.toText()));
        if (hasIndex)
            file(table, "Names", group.name + "-names.bin", withChecksum(group.names, {}));
    }
    out << toText(document);
}

} // namespace quartet
