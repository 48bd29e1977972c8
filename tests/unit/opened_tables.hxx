/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Other people's tables as Calc has them after opening.

#pragma once

#include "labels/import_reading.hxx"

#include <algorithm>
#include <regex>
#include <string>

namespace quartet
{

/** A cell of a CSV as LibreOffice 7.4.7 opens it (measured): a number with the decimal sign
    of the language, three digits behind each of the other signs being thousands, "0.123" in
    German as well; all else is a text. */
inline ImportCell openedCell(const std::string& text, char decimal)
{
    if (text.empty())
        return {};
    static const std::regex points(R"(\s*[-+]?\d+(,\d{3})*(\.\d+)?([eE][-+]?\d+)?\s*)");
    static const std::regex commas(R"(\s*[-+]?\d+(\.\d{3})*(,\d+)?([eE][-+]?\d+)?\s*)");
    if (!std::regex_match(text, decimal == '.' ? points : commas))
        return text;
    std::string plain;
    for (const char c : text)
        if (c == decimal)
            plain += '.';
        else if (c != '.' && c != ',')
            plain += c;
    return std::stod(plain);
}

/// Splits a line that has no quoted cells over several lines; quotes are taken away.
inline std::vector<std::string> splitLine(const std::string& line, char separator)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == separator && !quoted)
            cells.emplace_back();
        else
            cells.back() += line[i];
    return cells;
}

inline ImportGrid openedTable(const std::string& csv, char separator, char decimal)
{
    ImportGrid grid;
    std::string line;
    std::size_t quotes = 0;
    std::size_t width = 0;
    for (const char c : csv + "\n")
    {
        quotes += c == '"' ? 1 : 0;
        if (c != '\n' || quotes % 2 != 0)
        {
            line += c;
            continue;
        }
        if (!line.empty())
        {
            auto& row = grid.emplace_back();
            for (const std::string& cell : splitLine(line, separator))
                row.push_back(openedCell(cell, decimal));
            width = std::max(width, row.size());
        }
        line.clear();
    }
    for (auto& row : grid)
        row.resize(width);
    return grid;
}

} // namespace quartet
