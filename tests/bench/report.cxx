/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "report.hxx"

#include <iomanip>
#include <iostream>
#include <sstream>

namespace quartet::bench
{

namespace
{

/// How wide a text of UTF-8 is in a terminal.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

std::string number(double value, int digits)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

std::string range(const Measurements& measurements, double from, double to, double scale,
                  int digits)
{
    return number(measurements.quantile(from) * scale, digits) + "–"
           + number(measurements.quantile(to) * scale, digits);
}

std::string medianRange(const Measurements& measurements, int digits)
{
    const double error = measurements.medianError();
    return range(measurements, 0.5 - error, 0.5 + error, 1, digits);
}

void Table::print() const
{
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto& row : m_rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], width(row[column]));
    for (const auto& row : m_rows)
    {
        for (std::size_t column = 0; column < row.size(); ++column)
        {
            const std::string padding(widths[column] - width(row[column]), ' ');
            if (column == 0)
                std::cout << row[column] << padding;
            else
                std::cout << "  " << padding << row[column];
        }
        std::cout << '\n';
    }
    std::cout << std::endl;
}

void print(const std::vector<Bar>& bars)
{
    Table table({ "bars", "measured", "95 in 100", "limit", "" });
    for (const Bar& bar : bars)
        table.add({ bar.promise, number(bar.measured.median(), 3) + bar.unit,
                    medianRange(bar.measured, 3),
                    (bar.kind == Bar::Kind::AtMost ? "≤ " : "≥ ") + number(bar.limit, 2) + bar.unit,
                    bar.holds() ? "holds" : "fails" });
    table.print();
}

} // namespace quartet::bench
