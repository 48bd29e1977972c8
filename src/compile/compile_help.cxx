/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compile-help LANGUAGE PAGES FUNCTIONS OUT
//
// Writes the help in a language, OUT/LANGUAGE.html and OUT/LANGUAGE.txt, from the folder PAGES:
// in the order of their files' names ("1-day.md" is the page "day"), and at the end functions.md
// with what the file FUNCTIONS says of each.

#include "compile/files.hxx"
#include "compile/help.hxx"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <stdexcept>

int main(int argc, char** argv)
{
    namespace fs = std::filesystem;
    using namespace quartet;
    if (argc != 5)
    {
        std::cerr << "usage: compile-help LANGUAGE PAGES FUNCTIONS OUT\n";
        return 2;
    }
    try
    {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(argv[2]))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::vector<HelpPage> pages;
        for (const fs::path& file : files)
        {
            const std::string name = file.stem();
            pages.push_back({ name.substr(name.find('-') + 1), readFile(file) });
        }
        pages.back().markdown += readFile(argv[3]);
        const fs::path out = argv[4];
        writeFile(out / (argv[1] + std::string(".html")), htmlHelp(pages, argv[1]));
        writeFile(out / (argv[1] + std::string(".txt")), plainHelp(pages));
    }
    catch (const std::exception& error)
    {
        std::cerr << "compile-help: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
