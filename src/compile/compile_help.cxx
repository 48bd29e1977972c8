/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compile-help README REGISTRY PAGES OUT
//
// Puts the help's pages together from the README, the registry's table of functions
// and the pages in the folder PAGES, and writes
// OUT/handbook/en.fods, a spreadsheet. What doesn't fit together is printed, and nothing is
// written.

#include "compile/help_writer.hxx"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace
{

namespace fs = std::filesystem;

void write(const fs::path& file, const std::ostringstream& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text.str();
    if (!out.flush())
        throw std::runtime_error("cannot write " + file.string());
}

} // namespace

int main(int argc, char** argv)
{
    using namespace quartet;
    if (argc != 5)
    {
        std::cerr << "usage: compile-help README REGISTRY PAGES OUT\n";
        return 2;
    }
    try
    {
        std::vector<std::string> complaints;
        const auto pages = helpPages(readHelpSources(argv[1], argv[2], argv[3]), complaints);
        for (const std::string& complaint : complaints)
            std::cerr << complaint << '\n';
        if (!complaints.empty())
            return 1;
        std::ostringstream handbook;
        writeHandbook(pages, handbook);
        write(fs::path(argv[4]) / "handbook/en.fods", handbook);
    }
    catch (const std::exception& error)
    {
        std::cerr << "compile-help: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
