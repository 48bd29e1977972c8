/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The reference tables that the figures were taken from. They are not part of
// the project: without them a test is skipped, and says so.

#pragma once

#include "compile/csv.hxx"
#include "compile/files.hxx"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quartet
{

using Record = std::map<std::string, std::string, std::less<>>;

/// The records of a CSV file, by the headings of its columns.
inline std::vector<Record> readRecords(const std::filesystem::path& file)
{
    const auto lines = parseCsv(readFile(file));
    std::vector<Record> records;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line)
    {
        Record& record = records.emplace_back();
        for (std::size_t i = 0; i < line->cells.size(); ++i)
            record[lines.front().cells[i]] = line->cells[i];
    }
    return records;
}

class Reference : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(folder))
            GTEST_SKIP() << "skipped: the reference tables are not beside this project";
    }

    const std::filesystem::path folder = REFERENCE;
};

} // namespace quartet
