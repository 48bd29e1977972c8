/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/secrets.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace quartet
{

namespace
{

/// Letters and digits that stand together; "1.5" is one word.
std::vector<std::string> wordsOf(std::string_view text)
{
    const std::string folded = fold(text);
    const auto belongs = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i < folded.size(); ++i)
    {
        const char c = folded[i];
        const bool point = (c == '.' || c == ',') && i > 0 && i + 1 < folded.size()
                           && isDigit(folded[i - 1]) && isDigit(folded[i + 1]);
        // "43F" and "age43" are a number and a word.
        const bool turns = !word.empty() && !point && belongs(c)
                           && isDigit(c) != (isDigit(word.back()) || word.back() == '.');
        if (turns || !(belongs(c) || point))
        {
            if (!word.empty())
                words.push_back(std::move(word));
            word.clear();
        }
        if (belongs(c) || point)
            word += c == ',' ? '.' : c;
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

bool contains(const std::vector<std::string>& words, const std::vector<std::string>& phrase)
{
    return !phrase.empty()
           && std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
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
    const bool known = std::any_of(m_phrases.begin(), m_phrases.end(), [&](const Phrase& each) {
        return each.words == words && each.role == role;
    });
    if (!known)
        m_phrases.push_back({ std::move(words), std::string(text), role });
}

void Secrets::addChoice(std::string_view text, Role role)
{
    m_choices.push_back({ wordsOf(text), std::string(text), role });
}

void Secrets::allow(const std::string& text)
{
    m_allowed.insert(text);
    // A file holds each line by itself.
    for (const std::string_view line : split(text, "\n"))
        m_allowed.emplace(line);
}

std::vector<std::string> Secrets::choices(Role role) const
{
    std::vector<std::string> words;
    for (const Phrase& choice : m_choices)
        if (choice.role == role)
            words.push_back(choice.text);
    return words;
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
        if (isShort ? words != phrase.words : !contains(words, phrase.words))
            continue;
        const bool isChoice =
            std::any_of(m_choices.begin(), m_choices.end(), [&](const Phrase& choice) {
                return choice.role == phrase.role && choice.words != phrase.words
                       && contains(words, choice.words);
            });
        if (!isChoice)
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

std::vector<std::string> Secrets::longWords() const
{
    constexpr std::size_t shortest = 5;
    std::vector<std::string> longOnes;
    for (const Phrase& phrase : m_phrases)
        if (phrase.text.size() >= shortest)
            longOnes.push_back(phrase.text);
    return longOnes;
}

} // namespace quartet
