/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/csv.hxx"

#include <gtest/gtest.h>

namespace quartet
{

namespace
{

using Cells = std::vector<std::string>;

/// "1: a|b; 3: c": each record with the line where it begins.
std::string read(std::string_view text)
{
    std::string result;
    for (const CsvRecord& record : parseCsv(text))
    {
        result += (result.empty() ? "" : "; ") + std::to_string(record.line) + ": ";
        for (std::size_t i = 0; i < record.cells.size(); ++i)
            result += (i ? "|" : "") + record.cells[i];
    }
    return result;
}

} // namespace

TEST(Csv, IsReadAsRfc4180HasIt)
{
    const std::pair<const char*, const char*> texts[] = {
        { "", "" },
        { "a", "1: a" },
        { "a,b\nc,d\n", "1: a|b; 2: c|d" },
        { "a,b\r\nc,d\r\n", "1: a|b; 2: c|d" },
        { "a,,b,", "1: a||b|" },
        { ",\n", "1: |" },
        { " a , b ", "1:  a | b " },
        { "\"a, b\",c", "1: a, b|c" },
        { "\"say \"\"no\"\"\",c", "1: say \"no\"|c" },
        { "\"\"\"\"", "1: \"" },
        { "a,\"\"", "1: a|" },
        { "\"a\nb\",c\nd,e", "1: a\nb|c; 3: d|e" },
        { "\"a\r\nb\"\r\nd\r\n", "1: a\r\nb; 3: d" },
        { "a\n\n\nb\n\n", "1: a; 4: b" },
        { "½ cup,Crème", "1: ½ cup|Crème" },
    };
    for (const auto& [text, records] : texts)
    {
        SCOPED_TRACE(text);
        EXPECT_EQ(read(text), records);
    }
}

TEST(Csv, SaysOnWhichLineTheQuotesDontMatch)
{
    const std::pair<const char*, std::size_t> texts[] = {
        { "\"a", 1 },         { "a,\"b\nc,d\n", 1 },           { "a\nb,c\"d\ne", 2 },
        { "a\n\"b\"c\n", 2 }, { "a\n\"b\nb\",1\n\"c,2\n", 4 }, { "a\r\n\r\nb\"\r\n", 3 },
        { "\"a\"\"", 1 },
    };
    for (const auto& [text, line] : texts)
    {
        SCOPED_TRACE(text);
        try
        {
            parseCsv(text);
            ADD_FAILURE() << "was read";
        }
        catch (const CsvError& error)
        {
            EXPECT_EQ(error.line(), line);
        }
    }
}

} // namespace quartet
