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

bool isVowel(char32_t letter)
{
    return std::u32string_view(U"aeiou").find(letter) != std::u32string_view::npos;
}

/// Letters that people write for each other.
bool soundAlike(char32_t left, char32_t right)
{
    constexpr std::array<std::u32string_view, 16> sounds{ U"ae",  U"ei", U"iy", U"ou", U"ck", U"kq",
                                                          U"sxz", U"cs", U"bp", U"bv", U"fv", U"vw",
                                                          U"dt",  U"gj", U"mn", U"hj" };
    return std::any_of(sounds.begin(), sounds.end(), [&](std::u32string_view each) {
        return each.find(left) != std::u32string_view::npos
               && each.find(right) != std::u32string_view::npos;
    });
}

/// The slips from one word to another; in short words less is one.
class Slips
{
public:
    Slips(std::string_view typed, std::string_view meant)
        : m_typed(characters(typed))
        , m_meant(characters(meant))
    {
    }

    double count() const
    {
        const std::size_t columns = m_meant.size();
        std::vector<double> above(columns + 1);
        for (std::size_t j = 1; j <= columns; ++j)
            above[j] = above[j - 1] + leftOut(j - 1);
        std::vector<double> before(columns + 1);
        std::vector<double> row(columns + 1);
        for (std::size_t i = 1; i <= m_typed.size(); ++i)
        {
            row[0] = above[0] + added(i - 1);
            for (std::size_t j = 1; j <= columns; ++j)
            {
                row[j] = std::min({ above[j] + added(i - 1), row[j - 1] + leftOut(j - 1),
                                    above[j - 1] + wrong(m_typed[i - 1], m_meant[j - 1]) });
                if (i > 1 && j > 1 && longest() > shortWord && m_typed[i - 1] == m_meant[j - 2]
                    && m_typed[i - 2] == m_meant[j - 1])
                    row[j] = std::min(row[j], before[j - 2] + swapped(i));
            }
            before.swap(above);
            above.swap(row);
        }
        return above[columns];
    }

private:
    static constexpr double slip = 1;
    static constexpr double leftOutLetter = 1.5;
    static constexpr double otherLetter = 2;
    static constexpr std::size_t shortWord = 4; ///< "pils" is no "piles"
    static constexpr std::size_t longWord = 6;

    std::size_t longest() const { return std::max(m_typed.size(), m_meant.size()); }

    /// Of letters that have changed places; "gouad" is a slip, "piles" are no plies.
    double swapped(std::size_t end) const
    {
        return longest() >= longWord || end == m_typed.size() ? slip : leftOutLetter;
    }

    /// The price of a letter that is one too many or too few.
    double price(const std::u32string& word, std::size_t at) const
    {
        const char32_t letter = word[at];
        const auto isBeside = [&](std::size_t other) {
            return word[other] == letter || soundAlike(word[other], letter);
        };
        const bool isMute = (isVowel(letter) || letter == U'h') && m_meant.size() > shortWord;
        const bool isDouble =
            (at > 0 && isBeside(at - 1)) || (at + 1 < word.size() && isBeside(at + 1));
        return isMute || isDouble ? slip : otherLetter;
    }

    double added(std::size_t at) const { return price(m_typed, at); }

    double leftOut(std::size_t at) const
    {
        const double most = m_meant.size() >= longWord && at > 0 ? leftOutLetter : otherLetter;
        return std::min(most, price(m_meant, at));
    }

    double wrong(char32_t typed, char32_t meant) const
    {
        if (typed == meant)
            return 0;
        const bool areVowels = isVowel(typed) && isVowel(meant) && longest() > longWord;
        return areVowels || soundAlike(typed, meant) ? slip : otherLetter;
    }

    std::u32string m_typed;
    std::u32string m_meant;
};

} // namespace

std::size_t countCharacters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isFirstByte));
}

std::size_t distance(std::string_view leftText, std::string_view rightText, std::size_t most)
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
            const std::size_t wrong = left[i - 1] == right[j - 1] ? 0 : 1;
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

double mistypings(std::string_view typed, std::string_view meant)
{
    return Slips(typed, meant).count();
}

} // namespace quartet
