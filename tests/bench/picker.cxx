/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How soon the food picker answers a key.

#include "bench.hxx"

#include "screen.hxx"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>

#include <algorithm>
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

constexpr int rounds = 7;

bool startsSign(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// What stands in the search field after each letter.
std::vector<std::string> searches()
{
    std::vector<std::string> all;
    for (const std::string_view word : typed)
        for (std::size_t length = 1; length <= word.size(); ++length)
            if (length == word.size() || startsSign(word[length]))
                all.emplace_back(word.substr(0, length));
    return all;
}

} // namespace

void measureKeystrokes(const Profile& profile, std::vector<Bar>& bars)
{
    setenv("SAL_USE_VCLPLUGIN", "svp", 1);
    const Office office(profile, { "--nodefault" });
    unsetenv("SAL_USE_VCLPLUGIN");
    const Window window(office);
    const PickerWindow picker(office, window);
    const css::uno::Reference<css::awt::XToolkitExperimental> toolkit(
        css::awt::Toolkit::create(office.context()), css::uno::UNO_QUERY_THROW);
    const auto texts = searches();
    std::vector<Measurements> times(texts.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < texts.size(); ++i)
        {
            // A person's next key comes when what the last one found is drawn.
            toolkit->processEventsToIdle();
            times[i].add(seconds([&] { picker.type("search", texts[i]); }));
        }
    const auto slowest = std::ranges::max_element(times, {}, &Measurements::median);
    Measurements all;
    for (const Measurements& letter : times)
        all.add(letter.median());

    std::cout << "a letter typed in the food picker until it has foods and figures to draw; "
              << rounds << " rounds\n";
    Table table({ "", "ms", "lowest–highest" });
    table.add({ "each of " + std::to_string(texts.size()) + " letters",
                number(all.median() * 1e3, 1), range(all, 0, 1, 1e3, 1) });
    table.print();
    bars.push_back({ "the slowest letter in the picker, \""
                         + texts[static_cast<std::size_t>(slowest - times.begin())] + "\"",
                     Bar::Kind::AtMost, 16, *slowest * 1e3, " ms" });
}

} // namespace quartet::bench
