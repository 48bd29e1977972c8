/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/csv.hxx"

#include <boost/spirit/home/x3.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

namespace x3 = boost::spirit::x3;

const auto quoted = x3::rule<struct QuotedRule, std::string>("quoted") =
    '"' >> *(~x3::char_('"') | (x3::lit("\"\"") >> x3::attr('"'))) >> '"';
const auto bare = x3::rule<struct BareRule, std::string>("bare") = *~x3::char_("\",\r\n");
const auto cell = x3::rule<struct CellRule, std::string>("cell") = quoted | bare;
const auto record = x3::rule<struct RecordRule, std::vector<std::string>>("record") = cell % ',';
const auto lineEnd = x3::eol | x3::eoi;

} // namespace

std::vector<CsvRecord> parseCsv(std::string_view text)
{
    std::vector<CsvRecord> records;
    std::size_t line = 1;
    for (auto at = text.begin(); at != text.end();)
    {
        const auto begin = at;
        CsvRecord next{ line, {} };
        if (!x3::parse(at, text.end(), record >> lineEnd, next.cells))
            throw CsvError(line, "the quotes of this line don't match");
        line += static_cast<std::size_t>(std::count(begin, at, '\n'));
        if (next.cells.size() > 1 || !next.cells.front().empty())
            records.push_back(std::move(next));
    }
    return records;
}

} // namespace quartet
