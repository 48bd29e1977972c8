/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies computed anew by engines that others wrote, where they are installed: Gnumeric, and
// HyperFormula with the modules of tests/portable/engines. What an engine can't do stands in
// tests/portable/engines.txt.

#include "filled_templates.hxx"

#include <com/sun/star/sheet/XCellRangesQuery.hpp>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

#include <cstdlib>
#include <memory>

namespace quartet
{

namespace
{

/// What an engine shows, as texts: by sheet, row and column, counted from 0.
using Computed = std::map<std::tuple<std::string, int, int>, std::string>;

/// Why an engine differs in cells of a workbook's copy, "" where it must not.
std::string gap(const std::string& title, const std::string& engine, const std::string& file,
                const std::string& cell)
{
    const std::string column = cell.substr(0, cell.find_last_not_of("0123456789") + 1);
    std::ifstream gaps(cases / "engines.txt");
    for (std::string line; std::getline(gaps, line);)
    {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("\t"));
        const auto is = [](const std::string& field, const std::string& value) {
            return field == "*" || (" " + field + " ").find(" " + value + " ") != std::string::npos;
        };
        if (fields.size() == 5 && fields[0] == title && is(fields[1], engine) && is(fields[2], file)
            && (is(fields[3], cell) || is(fields[3], column)))
            return fields[4];
    }
    return {};
}

bool agrees(const Any& expected, const std::string& shown)
{
    double number = 0;
    rtl::OUString text;
    if (expected >>= text)
        return toUtf8(text) == shown;
    if (!(expected >>= number))
        return shown.starts_with("#");
    char* end = nullptr;
    const double value = std::strtod(shown.c_str(), &end);
    return *end == 0 && !shown.empty()
           && std::abs(value - number)
                  <= 1e-9 * std::max({ 1.0, std::abs(value), std::abs(number) });
}

/// A copy and who computes it.
struct Copied
{
    std::string title; ///< of the workbook
    std::string engine;
    std::string file;
};

void compare(const Copied& copied, const Spreadsheet& original, const std::string& sheet,
             const Computed& computed)
{
    const Reference<css::sheet::XSpreadsheet> cells = sheetOf(original, sheet);
    const auto areas = Reference<css::sheet::XCellRangesQuery>(cells, UNO_QUERY_THROW)
                           ->queryContentCells(css::sheet::CellFlags::FORMULA)
                           ->getRangeAddresses();
    int told = 0;
    for (sal_Int32 i = 0; i < areas.getLength(); ++i)
    {
        const auto& area = areas.getConstArray()[i];
        const auto rows = Reference<css::sheet::XCellRangeData>(
                              cells->getCellRangeByPosition(area.StartColumn, area.StartRow,
                                                            area.EndColumn, area.EndRow),
                              UNO_QUERY_THROW)
                              ->getDataArray();
        for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row)
            for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column)
            {
                const Any& expected = rows.getConstArray()[row - area.StartRow]
                                          .getConstArray()[column - area.StartColumn];
                const auto found = computed.find({ sheet, row, column });
                const std::string shown = found == computed.end() ? std::string() : found->second;
                const std::string cell =
                    sheet + "." + static_cast<char>('A' + column) + std::to_string(row + 1);
                if (agrees(expected, shown)
                    || !gap(copied.title, copied.engine, copied.file, cell).empty())
                    continue;
                if (++told <= 10)
                    ADD_FAILURE() << cell << ": " << printed(expected) << ", " << copied.engine
                                  << " computes " << shown;
            }
    }
}

/// A field of a comma-separated file, with or without its quotes; goes behind it.
std::string field(const std::string& text, std::size_t& at)
{
    std::string result;
    bool isQuoted = false;
    for (; at < text.size() && (isQuoted || (text[at] != ',' && text[at] != '\n')); ++at)
    {
        if (text[at] != '"')
            result += text[at];
        else if (isQuoted && at + 1 < text.size() && text[at + 1] == '"')
            result += text[at++];
        else
            isQuoted = !isQuoted;
    }
    return result;
}

Computed byGnumeric(const fs::path& file, const std::vector<std::string>& sheets)
{
    const fs::path folder = file.parent_path() / "gnumeric";
    fs::remove_all(folder);
    fs::create_directory(folder);
    const std::string command = "ssconvert --recalc -S --export-type=Gnumeric_stf:stf_assistant -O "
                                "'format=raw separator=,' '"
                                + file.string() + "' '" + (folder / "%n.csv").string()
                                + "' >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    Computed computed;
    for (std::size_t i = 0; i < sheets.size(); ++i)
    {
        std::ifstream stream(folder / (std::to_string(i) + ".csv"));
        const std::string text{ std::istreambuf_iterator<char>(stream), {} };
        int row = 0;
        int column = 0;
        for (std::size_t at = 0; at < text.size(); ++at)
        {
            std::string value = field(text, at);
            if (value == "TRUE" || value == "FALSE")
                value = value == "TRUE" ? "1" : "0";
            if (!value.empty())
                computed[{ sheets[i], row, column }] = value;
            const bool ends = at >= text.size() || text[at] == '\n';
            row += ends ? 1 : 0;
            column = ends ? 0 : column + 1;
        }
    }
    return computed;
}

const fs::path engines = cases / "engines";

Computed byHyperFormula(const fs::path& file)
{
    const fs::path result = file.parent_path() / "hyperformula.txt";
    const std::string command = "node '" + (engines / "compute.cjs").string() + "' '"
                                + file.string() + "' '" + result.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    Computed computed;
    std::ifstream stream(result);
    for (std::string line; std::getline(stream, line);)
    {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("\t"));
        if (fields.size() == 4)
            computed[{ fields[0], std::stoi(fields[1]), std::stoi(fields[2]) }] = fields[3];
    }
    return computed;
}

bool runs(const std::string& command)
{
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

bool opens(const char* program, const char* script, const fs::path& file)
{
    return runs(std::string(program) + " '" + (engines / script).string() + "' '" + file.string()
                + "'");
}

std::vector<std::string> sheetsOf(const Spreadsheet& document)
{
    const auto names = document.document()->getSheets()->getElementNames();
    std::vector<std::string> sheets;
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
        sheets.push_back(toUtf8(names.getConstArray()[i]));
    return sheets;
}

/** Copies of workbooks and of templates. */
class EngineCopies : public PortableTest, public testing::WithParamInterface<std::string>
{
protected:
    static std::unique_ptr<Spreadsheet> original()
    {
        const auto workbooks = readWorkbooks();
        const auto workbook =
            std::find_if(workbooks.begin(), workbooks.end(),
                         [](const Workbook& each) { return each.title == GetParam(); });
        std::unique_ptr<Spreadsheet> made;
        if (workbook == workbooks.end())
        {
            made = std::make_unique<Spreadsheet>(office(), templateUrl(office(), GetParam()));
            for (const FilledTemplate& filled : filledTemplates())
                if (filled.file == GetParam())
                    fill(*made, filled.entries);
        }
        else
        {
            made = std::make_unique<Spreadsheet>(office());
            build(*workbook, *made);
        }
        made->recalculate();
        return made;
    }

    /// Saves a copy and compares what an engine computes of it.
    template <typename Compute>
    void expectTheSame(const std::string& engine, const char* name, const Compute& compute) const
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        const auto document = original();
        copy(office(), *document, file);
        const auto sheets = sheetsOf(*document);
        const Computed computed = compute(file, sheets);
        for (const std::string& sheet : sheets)
            compare({ GetParam(), engine, name }, *document, sheet, computed);
    }
};

std::vector<std::string> titles()
{
    std::vector<std::string> all{ "day-plan", "week-plan", "vitamin-d-log", "k2-foods" };
    for (const Workbook& workbook : readWorkbooks())
        all.push_back(workbook.title);
    return all;
}

std::string titleName(const testing::TestParamInfo<std::string>& parameter)
{
    std::string name = parameter.param;
    std::erase_if(name, [](unsigned char c) { return !std::isalnum(c); });
    return name;
}

} // namespace

TEST_P(EngineCopies, GiveTheSameInGnumeric)
{
    if (!runs("ssconvert --version"))
        GTEST_SKIP() << "Gnumeric isn't installed";
    for (const char* const name : { "copy.ods", "copy.xlsx" })
        expectTheSame("Gnumeric", name, byGnumeric);
}

TEST_P(EngineCopies, GiveTheSameInHyperFormula)
{
    if (!runs("node '" + (engines / "compute.cjs").string() + "'"))
        GTEST_SKIP() << "the modules of tests/portable/engines aren't installed";
    if (const std::string why = gap(GetParam(), "HyperFormula", "copy.xlsx", "all"); !why.empty())
        GTEST_SKIP() << why;
    expectTheSame("HyperFormula", "copy.xlsx",
                  [](const fs::path& file, const auto&) { return byHyperFormula(file); });
}

TEST_P(EngineCopies, AreOpenedByOthers)
{
    const bool python = runs("python3 '" + (engines / "open.py").string() + "'");
    const bool node = runs("node '" + (engines / "open.cjs").string() + "'");
    if (!python && !node)
        GTEST_SKIP() << "neither openpyxl nor the modules of tests/portable/engines are installed";
    const fs::path file = folderPath() / "copy.xlsx";
    copy(office(), *original(), file);
    if (python)
    {
        EXPECT_TRUE(opens("python3", "open.py", file)) << "openpyxl";
    }
    if (node)
    {
        EXPECT_TRUE(opens("node", "open.cjs", file)) << "SheetJS and ExcelJS";
    }
}

INSTANTIATE_TEST_SUITE_P(Engines, EngineCopies, testing::ValuesIn(titles()), titleName);

} // namespace quartet
