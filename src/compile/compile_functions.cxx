/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compile-functions REGISTRY OUT
//
// Checks REGISTRY/functions.csv and parameters.csv, and writes OUT/CalcAddIns.xcu,
// what the Function Wizard shows in English, and OUT/workbook/functions.inc, the
// same table for the program. What is wrong is printed with file and line, and nothing is
// written.

#include "compile/function_table.hxx"
#include "compile/tables.hxx"

#include <fstream>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace quartet;
    if (argc != 3)
    {
        std::cerr << "usage: compile-functions REGISTRY OUT\n";
        return 2;
    }
    const std::filesystem::path out = argv[2];
    try
    {
        std::vector<std::string> complaints;
        const TableSource source(argv[1], complaints);
        std::vector<Damage> damages;
        const auto functions = readFunctions(source.tables("Build"), damages);
        for (const Damage& damage : damages)
            complaints.push_back(source.complaint(damage));
        for (const std::string& complaint : complaints)
            std::cerr << complaint << '\n';
        if (!complaints.empty())
            return 1;
        std::ofstream wizard(out / "CalcAddIns.xcu", std::ios::binary);
        writeWizard(functions, wizard);
        std::ofstream program(out / "workbook/functions.inc", std::ios::binary);
        writeProgram(functions, program);
        if (!wizard.flush() || !program.flush())
            throw std::runtime_error("cannot write to " + out.string());
    }
    catch (const std::exception& error)
    {
        std::cerr << "compile-functions: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
