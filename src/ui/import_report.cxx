/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/import_report.hxx"

#include <algorithm>
#include <map>

namespace quartet
{

namespace
{

/// As many lines of a kind are shown; the rest is counted.
constexpr std::size_t mostLines = 1000;

std::string rowNumber(const ImportSource& source, std::size_t row)
{
    return std::to_string(static_cast<std::size_t>(source.firstRow) + row);
}

/// A header, or the letter of a column without one.
std::string headerOf(const Words& words, const ImportSource& source, std::size_t place)
{
    const std::string& header = source.table.headers[place];
    return header.empty() ? words.text("import.column", { { "letter", source.letters[place] } })
                          : header;
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
                             const ColumnMapping& mapping, std::size_t place)
{
    const std::string header = headerOf(words, source, place);
    if (mapping.column.empty())
        return words.text(
            "import.line.leftOut",
            { { "header", header }, { "reason", words.text("import.column." + mapping.why) } });
    return words.text(mapping.unit.empty() ? "import.line.text" : "import.line.figures",
                      { { "header", header },
                        { "column", importColumnName(words, mapping.column) },
                        { "unit", importUnit(words, mapping) } });
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
    text += count("import.unreadCells", outcome.unread.size());
    text += count("import.traces", outcome.traces);
    return text;
}

std::string importReport(const Words& words, const ImportSource& source,
                         const std::vector<ColumnMapping>& mappings, const ImportOutcome& outcome,
                         const std::vector<std::string>& refused, const std::string& workbook)
{
    std::string text = words.text("import.done", { { "workbook", workbook } }) + "\n"
                       + importSummary(words, outcome, source.table.rows.size());
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < mappings.size(); ++i)
        if (mappings[i].column.empty())
            left.push_back(i);
    text += section(words, "import.refusedColumns", refused,
                    [&](const std::string& column) { return importColumnName(words, column); });
    text += section(words, "import.leftOutRows", outcome.leftOut, [&](const LeftOutRow& row) {
        return words.text("import.row", { { "row", rowNumber(source, row.row) },
                                          { "name", row.name },
                                          { "reason", rowReason(words, row) } });
    });
    text += section(words, "import.cells", outcome.unread, [&](const UnreadCell& cell) {
        return words.text("import.cell", { { "row", rowNumber(source, cell.row) },
                                           { "name", cell.name },
                                           { "header", cell.header },
                                           { "text", cell.text } });
    });
    text += section(words, "import.leftOutColumns", left, [&](std::size_t place) {
        return words.text("import.columnReason",
                          { { "header", headerOf(words, source, place) },
                            { "reason", words.text("import.column." + mappings[place].why) } });
    });
    return text;
}

} // namespace quartet
