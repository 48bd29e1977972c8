/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/distance.hxx"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

namespace
{

bool isFirstByte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

/// A number a character: its bytes.
std::u32string characters(std::string_view text)
{
    constexpr unsigned bitsOfByte = 8;
    std::u32string result;
    for (const char c : text)
    {
        const char32_t byte = static_cast<unsigned char>(c);
        if (isFirstByte(c) || result.empty())
            result += byte;
        else
            result.back() = (result.back() << bitsOfByte) | byte;
    }
    return result;
}

/// Letters that people write for each other.
bool soundAlike(char32_t left, char32_t right)
{
    constexpr std::array<std::u32string_view, 8> sounds{ U"aeiouy", U"ckqsxz", U"bpv", U"dt",
                                                         U"fvwp",   U"gj",     U"mn",  U"hj" };
    return std::any_of(sounds.begin(), sounds.end(), [&](std::u32string_view each) {
        return each.find(left) != std::u32string_view::npos
               && each.find(right) != std::u32string_view::npos;
    });
}

} // namespace

std::size_t countCharacters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isFirstByte));
}

std::size_t distance(std::string_view leftText, std::string_view rightText, std::size_t most,
                     std::size_t costOfOther)
{
    const std::u32string left = characters(leftText);
    const std::u32string right = characters(rightText);
    const auto [shorter, longer] = std::minmax({ left.size(), right.size() });
    if (longer - shorter > most)
        return most + 1;
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i)
    {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j)
        {
            const std::size_t wrong = left[i - 1] == right[j - 1]             ? 0
                                      : soundAlike(left[i - 1], right[j - 1]) ? 1
                                                                              : costOfOther;
            row[j] = std::min({ above[j] + 1, row[j - 1] + 1, above[j - 1] + wrong });
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
        before.swap(above);
        above.swap(row);
    }
    return above[right.size()];
}

} // namespace quartet
