/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How soon the food picker answers a key.

#include "bench.hxx"

#include "screen.hxx"

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace quartet::bench
{

namespace
{

/// In the picker's languages, and with a letter too few, too many or another.
constexpr std::string_view typed[] = { "gouda",           "scrambled egg", "yoghourt",
                                       "wholemeal bread", "K\u00E4se",     "Vollkornbrot",
                                       "pomme de terre",  "queso",         "\u7D0D\u8C46",
                                       "chiken",          "brocolli",      "no food" };

bool startsSign(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

} // namespace

void measureKeystrokes(const Profile& profile, std::vector<Bar>& bars)
{
    setenv("SAL_USE_VCLPLUGIN", "svp", 1);
    const Office office(profile, { "--nodefault" });
    const Window window(office);
    const PickerWindow picker(office, window);
    picker.type("search", "a");
    Measurements times;
    for (const std::string_view word : typed)
        for (std::size_t length = 1; length <= word.size(); ++length)
            if (length == word.size() || startsSign(word[length]))
                times.add(
                    seconds([&] { picker.type("search", std::string(word.substr(0, length))); }));
    unsetenv("SAL_USE_VCLPLUGIN");

    std::cout << "a letter typed in the food picker until its foods and figures are shown\n";
    Table table({ "", "ms", "lowest–highest" });
    table.add({ "letter", number(times.median() * 1e3, 1), range(times, 0, 1, 1e3, 1) });
    table.print();
    Measurements slowest;
    slowest.add(times.quantile(1));
    bars.push_back(
        { "the slowest letter in the picker", Bar::Kind::AtMost, 16, slowest * 1e3, " ms" });
}

} // namespace quartet::bench
