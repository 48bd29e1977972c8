/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The tables that people edit.

#include "fuzz_tables.hxx"

#include "compile/csv.hxx"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    try
    {
        for (const CsvRecord& record : parseCsv(std::string(fuzzText(bytes, size))))
            require(!record.cells.empty(), "a record without cells");
    }
    catch (const CsvError& error)
    {
        require(error.line() > 0, "a fault nowhere");
    }
    return 0;
}
