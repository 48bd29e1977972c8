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
              " oor:name=\"Foods\" oor:package=\"org.quartet\"><node oor:name=\"foods\">"
              "<node oor:name=\"org.quartet.bench\" oor:op=\"replace\">"
              "<prop oor:name=\"Rows\"><value>");
    for (int i = 1; i <= count; ++i)
    {
        const char* const kind = kinds[static_cast<std::size_t>(i) % kinds.size()];
        std::printf(
            "<it>bench-%d|name=%s, no. %d|group=Bench|aliases=bench food %d; benchmark's food %d|"
            "source=usda-sr-legacy 01042|portions=cup=140; slice=28; tbsp=14.5|"
            "ENERC=366|PROCNT=18.13|FAT=30.71|CHOCDF=4.78|FIBTG=0.5|CA=1045|MG=26|P=641|"
            "K=132|NA=1671|ZN=2.49|FE=0.63|VITD=7.5|VITK1=3.7|VITK2=%d.5|"
            "K2 low=%d|K2 high=%d|K2 grade=B|K2 source=nevo-2025 593"
            "</it>\n",
            i, kind, i, i, i, i, i, i + 1);
    }
    std::puts("</value></prop></node></node></oor:component-data>");
}
