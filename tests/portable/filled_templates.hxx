/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The templates, and what people write into them.

#pragma once

#include "portable_fixture.hxx"

namespace quartet
{

inline rtl::OUString templateUrl(const Office& office, const std::string& file,
                                 const std::string& language = "en")
{
    return fileUrl(office.extensionFolder("org.quartet") / "template" / language / "nutrition"
                   / (file + ".ots"));
}

struct Entry
{
    const char* sheet;
    const char* cell;
    const char* content;
};

struct FilledTemplate
{
    const char* file;
    std::vector<Entry> entries;
    std::vector<Entry> changes;
};

inline void PrintTo(const FilledTemplate& filled, std::ostream* stream) { *stream << filled.file; }

inline std::vector<FilledTemplate> filledTemplates()
{
    return { { "day-plan",
               { { "Day plan", "A4", "40" },
                 { "Day plan", "C4", "female" },
                 { "Day plan", "B17", "Natto" },
                 { "Day plan", "C17", "50" },
                 { "Day plan", "B18", "Gouda" },
                 { "Day plan", "C18", "2 slices" },
                 { "Day plan", "B23", "Salmon" },
                 { "Day plan", "C23", "150 g" },
                 { "Day plan", "B24", "Spinach" },
                 { "Day plan", "C24", "1 cup" },
                 { "Day plan", "B25", "Pepperoni" },
                 { "Day plan", "C25", "40" },
                 { "Day plan", "B35", "Almonds" },
                 { "Day plan", "C35", "30" } },
               { { "Day plan", "C17", "70" },
                 { "Day plan", "C18", "3½ slices" },
                 { "Day plan", "C24", "1 1/2 cups" },
                 { "Day plan", "C35", "0,5 oz" } } },
             { "week-plan",
               { { "Week", "A4", "40" },
                 { "Week", "C4", "female" },
                 { "Meals", "B7", "Natto" },
                 { "Meals", "C7", "50" },
                 { "Meals", "B8", "gouda" },
                 { "Meals", "C8", "2 slices" },
                 { "Meals", "B20", "Gouda" },
                 { "Meals", "C20", "1 slice" },
                 { "Meals", "B21", "Almonds" },
                 { "Meals", "C21", "200 g" } },
               { { "Meals", "C7", "10" }, { "Meals", "C21", "20 g" } } },
             { "vitamin-d-log",
               { { "", "A8", "45300" },
                 { "", "B8", "40" },
                 { "", "A9", "45400" },
                 { "", "B9", "99" },
                 { "", "C9", "nmol/L" },
                 { "", "A10", "45500" },
                 { "", "B10", "155" } },
               { { "", "B8", "70" }, { "", "B9", "160" }, { "", "B10", "20" } } },
             { "k2-foods", {}, {} } };
}

inline void fill(const Spreadsheet& document, const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries)
    {
        const auto names = document.document()->getSheets()->getElementNames();
        const std::string sheet = *entry.sheet ? entry.sheet : toUtf8(names.getConstArray()[0]);
        enter(document, sheet, entry.cell, entry.content);
    }
}

} // namespace quartet
