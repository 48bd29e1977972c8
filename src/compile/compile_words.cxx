/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// compile-words REGISTRY DIALOGS OUT
//
// Writes OUT/quartet_LANGUAGE.properties for each of REGISTRY/languages.csv: the words of
// DIALOGS/quartet_LANGUAGE.properties and the nutrients' names. A word, a name or a plural
// form that a language lacks is printed, and nothing is written.

#include "compile/files.hxx"
#include "compile/languages.hxx"
#include "compile/tables.hxx"

#include <algorithm>
#include <iostream>
#include <map>

namespace
{

namespace fs = std::filesystem;

/// What one list has and the other lacks.
void compare(const std::vector<std::string>& some, const std::vector<std::string>& others,
             const std::string& file, std::vector<std::string>& complaints)
{
    for (const std::string& id : some)
        if (std::find(others.begin(), others.end(), id) == others.end())
            complaints.push_back(file + ": has no \"" + id + "\"");
}

} // namespace

int main(int argc, char** argv)
{
    using namespace quartet;
    if (argc != 4)
    {
        std::cerr << "usage: compile-words REGISTRY DIALOGS OUT\n";
        return 2;
    }
    try
    {
        std::vector<std::string> complaints;
        std::vector<Damage> damages;
        const TableSource source(argv[1], complaints);
        Tables tables = source.tables("Build");
        tables["nutrients"] = tableRows(source.tables("Foods"), "nutrients");
        tables["nutrient_names"] = tableRows(source.tables("Standards"), "nutrient_names");
        std::map<std::string, std::string> files;
        std::vector<std::string> english;
        std::string englishFile;
        for (const Language& language : readLanguages(tables, damages))
        {
            const std::string name = "quartet_" + language.locale + ".properties";
            const std::string words = readFile(fs::path(argv[2]) / name);
            const auto ids = wordIds(words);
            if (englishFile.empty())
            {
                english = ids;
                englishFile = name;
            }
            for (const std::string& fault : pluralFaults(words))
                complaints.push_back(name + ": " + fault);
            compare(english, ids, name, complaints);
            compare(ids, english, englishFile, complaints);
            files[name] = words + "\n" + nutrientWords(tables, language, damages);
        }
        for (const Damage& damage : damages)
            complaints.push_back(source.complaint(damage));
        for (const std::string& complaint : complaints)
            std::cerr << complaint << '\n';
        if (!complaints.empty())
            return 1;
        for (const auto& [name, words] : files)
            writeFile(fs::path(argv[3]) / name, words);
    }
    catch (const std::exception& error)
    {
        std::cerr << "compile-words: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
