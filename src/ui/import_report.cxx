/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/import_report.hxx"

#include "nutrition/texts.hxx"

#include <algorithm>
#include <map>

namespace quartet
{

namespace
{

/// As many lines of a kind are shown; the rest is counted.
constexpr std::size_t mostLines = 1000;

/// As many foods are shown before they come in.
constexpr std::size_t previewedFoods = 5;

std::string rowNumber(const ImportSource& source, const ImportReading& reading, std::size_t row)
{
    return std::to_string(static_cast<std::size_t>(source.firstRow) + reading.placeOf(row));
}

/// A header, or the letter of a column without one.
std::string headerOf(const Words& words, const ImportSource& source, const ImportReading& reading,
                     std::size_t place)
{
    const std::string& header = reading.table.headers[place];
    return header.empty() && place < source.letters.size()
               ? words.text("import.column", { { "letter", source.letters[place] } })
               : header;
}

/// The unit that a column's figures come in with; empty for texts.
std::string unitOf(const ImportRules& rules, const std::string& column)
{
    const auto units = rules.units(column);
    return units.empty() ? std::string() : units.front();
}

std::string rowReason(const Words& words, const LeftOutRow& row)
{
    return words.text("import.row." + row.why, { { "detail", row.detail } });
}

/** A heading and its lines. @param line the one with a number */
template <typename Items, typename Line>
std::string section(const Words& words, const char* heading, const Items& items, const Line& line)
{
    if (items.empty())
        return {};
    std::string text = "\n" + words.text(heading) + "\n";
    const std::size_t count = std::min(items.size(), mostLines);
    for (std::size_t i = 0; i < count; ++i)
        text += line(items[i]) + "\n";
    if (const std::size_t more = items.size() - count)
        text +=
            words.text(words.counted("import.more", more), { { "count", std::to_string(more) } })
            + "\n";
    return text;
}

} // namespace

std::string importColumnName(const Words& words, const std::string& column)
{
    for (const char* const kind : { "nutrient.", "import.to." })
        if (words.has(kind + column))
            return words.text(kind + column);
    return column;
}

std::string importUnit(const Words& words, const ColumnMapping& mapping)
{
    if (mapping.unit.empty() || mapping.column == servingColumn)
        return mapping.unit;
    if (mapping.factor != 1)
        return words.text("import.asHeader", { { "unit", mapping.unit },
                                               { "factor", words.number(mapping.factor, 4) } });
    return words.text(mapping.perServing ? "import.perServing" : "import.per100g",
                      { { "unit", mapping.unit } });
}

std::string importColumnLine(const Words& words, const ImportSource& source,
                             const ImportReading& reading, std::size_t place)
{
    const ColumnMapping& mapping = reading.mappings[place];
    const std::string header = headerOf(words, source, reading, place);
    if (mapping.column.empty())
        return words.text(
            "import.line.leftOut",
            { { "header", header }, { "reason", words.text("import.column." + mapping.why) } });
    const std::string line =
        words.text(mapping.unit.empty() ? "import.line.text" : "import.line.figures",
                   { { "header", header },
                     { "column", importColumnName(words, mapping.column) },
                     { "unit", importUnit(words, mapping) } });
    if (mapping.otherwise)
        return words.text("import.otherwise", { { "line", line } });
    return mapping.assumed && mapping.column != servingColumn
               ? words.text("import.assumedUnit", { { "line", line } })
               : line;
}

std::string importSummary(const Words& words, const ImportOutcome& outcome, std::size_t rows)
{
    const auto count = [&words](const char* id, std::size_t number) {
        return number ? words.text(id, { { "count", std::to_string(number) } }) + "\n"
                      : std::string();
    };
    const std::string ofRows =
        words.text(words.counted("import.ofRows", rows), { { "count", std::to_string(rows) } });
    const std::size_t foods = outcome.foods.size();
    std::string text = words.text(words.counted("import.comeIn", foods),
                                  { { "count", std::to_string(foods) }, { "rows", ofRows } })
                       + "\n";
    text += count("import.replaced",
                  static_cast<std::size_t>(std::count_if(
                      outcome.foods.begin(), outcome.foods.end(),
                      [](const ImportedFood& food) { return food.replaces.has_value(); })));
    std::map<std::string, std::size_t> reasons;
    for (const LeftOutRow& row : outcome.leftOut)
        ++reasons[row.why];
    for (const auto& [why, number] : reasons)
        text += words.text("import.leftOut", { { "count", std::to_string(number) },
                                               { "reason", words.text("import.rows." + why) } })
                + "\n";
    std::map<std::string, std::size_t> unread;
    for (const UnreadCell& cell : outcome.unread)
        ++unread[cell.why];
    for (const auto& [why, number] : unread)
        text +=
            count(why.empty() ? "import.unreadCells" : ("import.unread." + why).c_str(), number);
    text += count("import.traces", outcome.traces);
    text += count("import.remarks", outcome.remarks.size());
    return text;
}

std::string importPreview(const Words& words, const ImportRules& rules,
                          const ImportOutcome& outcome)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(outcome.foods.size(), previewedFoods); ++i)
    {
        const ImportedFood& food = outcome.foods[i];
        std::string figures;
        for (std::size_t column = 1; column < outcome.columns.size(); ++column)
            if (const double* const number = std::get_if<double>(&food.cells[column]))
                figures += (figures.empty() ? "" : ", ")
                           + importColumnName(words, outcome.columns[column]) + " "
                           + words.number(*number, decimalsOf(*number)) + " "
                           + unitOf(rules, outcome.columns[column]);
        const auto* const name = std::get_if<std::string>(&food.cells.front());
        text += (name ? *name : std::string()) + ": " + figures + "\n";
    }
    return text;
}

std::string importQuestions(const Words& words, const ImportOutcome& outcome)
{
    std::string text;
    for (const ImportQuestion& question : outcome.questions)
    {
        const auto detail = [&question](std::string_view name) {
            const auto found =
                std::find_if(question.details.begin(), question.details.end(),
                             [name](const auto& each) { return each.first == name; });
            return found == question.details.end() ? std::string() : found->second;
        };
        text += words.text("import.ask." + question.id, { { "header", question.header },
                                                          { "columns", detail("columns") },
                                                          { "count", detail("count") },
                                                          { "median", detail("median") },
                                                          { "typical", detail("typical") },
                                                          { "likely", detail("likely") },
                                                          { "most", detail("most") },
                                                          { "ratio", detail("ratio") },
                                                          { "salt", detail("salt") },
                                                          { "unit", detail("unit") } })
                + "\n";
    }
    return text;
}

std::string importReport(const Words& words, const ImportSource& source,
                         const ImportReading& reading, const ImportOutcome& outcome,
                         const std::vector<std::string>& refused, const std::string& workbook)
{
    const auto& mappings = reading.mappings;
    std::string text = words.text("import.done", { { "workbook", workbook } }) + "\n"
                       + importSummary(words, outcome, reading.table.rows.size());
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < mappings.size(); ++i)
        if (mappings[i].column.empty())
            left.push_back(i);
    text += section(words, "import.refusedColumns", refused,
                    [&](const std::string& column) { return importColumnName(words, column); });
    text += section(words, "import.leftOutRows", outcome.leftOut, [&](const LeftOutRow& row) {
        return words.text("import.row", { { "row", rowNumber(source, reading, row.row) },
                                          { "name", row.name },
                                          { "reason", rowReason(words, row) } });
    });
    text += section(words, "import.cells", outcome.unread, [&](const UnreadCell& cell) {
        return words.text(cell.why.empty() ? "import.cell" : "import.cell." + cell.why,
                          { { "row", rowNumber(source, reading, cell.row) },
                            { "name", cell.name },
                            { "header", cell.header },
                            { "text", cell.text } });
    });
    text += section(words, "import.remarksHead", outcome.remarks, [&](const ImportRemark& remark) {
        return words.text("import.remark", { { "row", rowNumber(source, reading, remark.row) },
                                             { "name", remark.name },
                                             { "energy", words.number(remark.energy, 0) },
                                             { "computed", words.number(remark.computed, 0) } });
    });
    text += section(words, "import.leftOutColumns", left, [&](std::size_t place) {
        return words.text("import.columnReason",
                          { { "header", headerOf(words, source, reading, place) },
                            { "reason", words.text("import.column." + mappings[place].why) } });
    });
    return text;
}

} // namespace quartet
