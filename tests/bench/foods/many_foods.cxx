/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writes a thousand foods that don't exist, each with as much to read as a
// full row of registry/foods, as configuration data to standard output.

#include <array>
#include <cstdio>

int main()
{
    constexpr int count = 1000;
    // What decides the work is a name's length and its accents.
    constexpr std::array kinds{ "Gouda, 48+", "Gruyère, Swiss type", "Rye bread, wholemeal",
                                "Beans, fermented", "Chicken thigh, roasted" };
    std::puts("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\""
              " oor:name=\"Registry\" oor:package=\"org.quartet\">"
              "<node oor:name=\"Foods\"><node oor:name=\"foods\">"
              "<node oor:name=\"org.quartet.bench\" oor:op=\"replace\">"
              "<prop oor:name=\"Columns\"><value>name|group|aliases|source|portions|"
              "ENERC|PROCNT|FAT|CHOCDF|FIBTG|CA|MG|P|K|NA|ZN|FE|VITD|VITK1|VITK2|"
              "K2 low|K2 high|K2 grade|K2 source</value></prop>"
              "<prop oor:name=\"Rows\"><value>");
    for (int i = 1; i <= count; ++i)
    {
        const char* const kind = kinds[static_cast<std::size_t>(i) % kinds.size()];
        std::printf("<it>bench-%d|%s, no. %d|Bench|bench food %d; benchmark's food %d|"
                    "usda-sr-legacy 01042|cup=140; slice=28; tbsp=14.5|"
                    "366|18.13|30.71|4.78|0.5|1045|26|641|132|1671|2.49|0.63|7.5|3.7|%d.5|%d|%d|B|"
                    "nevo-2025 593"
                    "</it>\n",
                    i, kind, i, i, i, i, i, i + 1);
    }
    std::puts("</value></prop></node></node></node></oor:component-data>");
}
