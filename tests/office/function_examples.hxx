/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The examples of the table of functions, and the cells that they are about.

#pragma once

#include "compile/function_table.hxx"
#include "compile/tables.hxx"
#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <vector>

namespace quartet
{

inline const std::vector<FunctionEntry>& functionEntries()
{
    static const std::vector<FunctionEntry> functions = [] {
        std::vector<std::string> complaints;
        std::vector<Damage> damages;
        return readFunctions(TableSource(SOURCE_FOLDER "/registry", complaints).tables("Build"),
                             damages);
    }();
    return functions;
}

/// As the README tells it.
inline void enterExampleCells(Spreadsheet& sheet)
{
    for (const auto& [cell, content] :
         { std::pair("A2", "Gouda"), std::pair("B2", "50"), std::pair("A3", "Natto"),
           std::pair("B3", "10 g"), std::pair("A4", "Pepperoni"), std::pair("B4", "40 g") })
        sheet.enter(cell, content);
    sheet.document()->getSheets()->insertNewByName("My foods", 1);
    const auto own = sheet.sheet(1);
    for (const auto& [cell, content] : { std::pair("A1", "Name"), std::pair("B1", "Calcium (mg)"),
                                         std::pair("A2", "Oat drink"), std::pair("B2", "abc") })
        own->getCellRangeByName(fromUtf8(cell))
            ->getCellByPosition(0, 0)
            ->setFormula(fromUtf8(content));
}

} // namespace quartet
