/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/secrets.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/texts.hxx"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <utility>

namespace quartet
{

namespace
{

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether a sign of more than one byte stands between words: quotation marks, dashes, "®".
bool divides(char32_t sign)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 10> signs{ {
        { 0xA0, 0xA9 },
        { 0xAB, 0xB4 },
        { 0xB6, 0xB9 },
        { 0xBB, 0xBF },
        { 0x2000, 0x2BFF },
        { 0x3000, 0x3004 },
        { 0x3008, 0x3030 },
        { 0x30FB, 0x30FB },
        { 0xFE10, 0xFE6F },
        { 0xFF00, 0xFF20 },
    } };
    return sign == 0xD7 || sign == 0xF7
           || std::any_of(signs.begin(), signs.end(), [sign](const auto& range) {
                  return range.first <= sign && sign <= range.second;
              });
}

/// The sign that begins at a byte of a UTF-8 text, and how many bytes it has.
std::pair<char32_t, std::size_t> signAt(const std::string& text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t sign = length == 1 ? first : first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        sign = sign << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    return { sign, std::min(length, text.size() - at) };
}

/// Letters and digits that stand together; "1.5" is one word.
std::vector<std::string> wordsOf(std::string_view text)
{
    const std::string folded = fold(text);
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < folded.size();)
    {
        const char c = folded[i];
        const auto [sign, length] = signAt(folded, i);
        const bool point = (c == '.' || c == ',') && i > 0 && i + 1 < folded.size()
                           && isDigit(folded[i - 1]) && isDigit(folded[i + 1]);
        const bool belongs =
            length > 1 ? !divides(sign) : std::isalnum(static_cast<unsigned char>(c)) != 0;
        // "43F" and "age43" are a number and a word.
        if (!word.empty() && !point && belongs
            && isDigit(c) != (isDigit(word.back()) || word.back() == '.'))
            finish();
        if (point)
            word += '.';
        else if (belongs)
            word += folded.substr(i, length);
        else
            finish();
        i += length;
    }
    finish();
    return words;
}

bool contains(const std::vector<std::string>& words, const std::vector<std::string>& phrase)
{
    if (phrase.empty())
        return false;
    // "Warfarintherapie", and scripts that have no spaces.
    constexpr std::size_t longest = 6;
    if (const std::string& only = phrase.front(); phrase.size() == 1 && only.size() >= longest)
        return std::any_of(words.begin(), words.end(), [&only](const std::string& word) {
            return word.find(only) != std::string::npos;
        });
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

std::optional<double> numberOf(const std::string& word)
{
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return number;
}

} // namespace

void Secrets::add(double number)
{
    if (number != 0)
        m_numbers.insert(number);
}

void Secrets::add(std::string_view text, Role role)
{
    auto words = wordsOf(text);
    if (words.empty())
        return;
    if (words.size() == 1)
        if (const auto number = numberOf(words.front()))
            return add(*number);
    // "43.7 years"
    if (role == Role::Age)
        for (const std::string& word : words)
            if (const auto number = numberOf(word))
                add(*number);
    const bool known = std::any_of(m_phrases.begin(), m_phrases.end(),
                                   [&](const Phrase& each) { return each.words == words; });
    if (!known)
        m_phrases.push_back({ std::move(words), std::string(text) });
}

void Secrets::allow(const std::string& text)
{
    m_allowed.insert(text);
    // A file holds each line by itself.
    for (const std::string_view line : split(text, "\n"))
        m_allowed.emplace(line);
}

std::optional<std::string> Secrets::wordIn(std::string_view text) const
{
    if (m_phrases.empty() || text.empty() || m_allowed.contains(std::string(text)))
        return std::nullopt;
    const auto words = wordsOf(text);
    for (const Phrase& phrase : m_phrases)
    {
        // "F" stands in many texts; as all of one it is a sex.
        constexpr std::size_t shortest = 3;
        const bool isShort = phrase.words.size() == 1 && phrase.words.front().size() < shortest;
        if (isShort ? words == phrase.words : contains(words, phrase.words))
            return phrase.text;
    }
    return std::nullopt;
}

std::optional<std::string> Secrets::mentionedIn(std::string_view text) const
{
    if (auto word = wordIn(text))
        return word;
    if (m_numbers.empty() || m_allowed.contains(std::string(text)))
        return std::nullopt;
    for (const std::string& word : wordsOf(text))
        if (const auto number = numberOf(word); number && isNumber(*number))
            return word;
    return std::nullopt;
}

bool Secrets::isNumber(double number) const
{
    return std::any_of(m_numbers.begin(), m_numbers.end(), [number](double each) {
        return std::abs(each - number) <= 1e-9 * std::abs(each);
    });
}

bool Secrets::isTelling(double number) const
{
    constexpr double rare = 1000;
    return (number != std::floor(number) || number >= rare) && isNumber(number);
}

bool Secrets::isTelling(const std::string& number) const
{
    const auto value = numberOf(number);
    return value && isTelling(*value) && !m_allowed.contains(number);
}

bool Secrets::isTellingIn(std::string_view text) const
{
    if (m_numbers.empty() || m_allowed.contains(std::string(text)))
        return false;
    const auto words = wordsOf(text);
    return std::any_of(words.begin(), words.end(),
                       [this](const std::string& word) { return isTelling(word); });
}

std::vector<std::string> Secrets::tellingTexts(bool numbers) const
{
    constexpr std::size_t shortestWord = 5;
    constexpr std::size_t shortestNumber = 4;
    std::vector<std::string> texts;
    for (const Phrase& phrase : m_phrases)
        if (phrase.text.size() >= shortestWord)
            texts.push_back(phrase.text);
    for (const double number : m_numbers)
        if (std::string text = formatNumber(number, 15);
            numbers && isTelling(number) && text.size() >= shortestNumber)
            texts.push_back(std::move(text));
    return texts;
}

} // namespace quartet
