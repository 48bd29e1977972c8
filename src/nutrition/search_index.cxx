/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search_index.hxx"

#include "nutrition/distance.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/food_table.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace quartet
{

namespace
{

constexpr std::size_t mostWords = 16;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The bytes of the sign at a place that divides words; 0 where there is none.
std::size_t dividesAt(std::string_view text, std::size_t at)
{
    const bool between =
        at > 0 && at + 1 < text.size() && isDigit(text[at - 1]) && isDigit(text[at + 1]);
    const bool isDecimal = between && (text[at] == '.' || text[at] == ',');
    constexpr std::string_view signs = " ,;()/-'%.=+@|";
    if (!isDecimal && signs.find(text[at]) != std::string_view::npos)
        return 1;
    for (const std::string_view sign : { "、", "・", "’" })
        if (text.substr(at, sign.size()) == sign)
            return sign.size();
    return 0;
}

void appendWords(std::string_view text, std::vector<Word>& words)
{
    const std::size_t most = words.size() + mostWords;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size() && words.size() < most;)
    {
        const std::size_t end = at == text.size() ? 1 : dividesAt(text, at);
        if (end == 0)
        {
            ++at;
            continue;
        }
        if (at > begin)
        {
            const std::string_view word = text.substr(begin, at - begin);
            words.push_back(
                { word, lettersOf(word), static_cast<std::uint32_t>(countCharacters(word)) });
        }
        at += end;
        begin = at;
    }
}

/// How many of a name's words stand before its first comma or bracket.
std::size_t countHeadWords(std::string_view name, const std::vector<Word>& words)
{
    const std::size_t end = std::min({ name.find(','), name.find('('), name.find("、") });
    const auto isBehind = [&](const Word& word) {
        return static_cast<std::size_t>(word.text.data() - name.data()) > end;
    };
    return static_cast<std::size_t>(std::find_if(words.begin(), words.end(), isBehind)
                                    - words.begin());
}

/// FNV-1a of a text, or of one that goes on from another's.
std::uint32_t hashOf(std::string_view text, std::uint32_t before = 2166136261U)
{
    constexpr std::uint32_t prime = 16777619;
    for (const char c : text)
        before = (before ^ static_cast<unsigned char>(c)) * prime;
    return before;
}

} // namespace

std::uint32_t lettersOf(std::string_view word)
{
    constexpr unsigned mask = 31;
    std::uint32_t letters = 0;
    for (const char c : word)
        letters |= 1U << (static_cast<unsigned char>(c) & mask);
    return letters;
}

std::vector<Word> splitWords(std::string_view text)
{
    std::vector<Word> words;
    appendWords(text, words);
    return words;
}

SearchIndex::SearchIndex(const FoodTable& foods)
{
    readNames(foods);
    readGroups(foods);

    m_firstNameWith.resize(m_words.size() + 1);
    for (const WordId word : m_wordsOf)
        ++m_firstNameWith[word + 1];
    std::partial_sum(m_firstNameWith.begin(), m_firstNameWith.end(), m_firstNameWith.begin());
    m_namesWith.resize(m_wordsOf.size());
    std::vector<std::uint32_t> next(m_firstNameWith);
    for (NameId name = 0; name < m_names.size(); ++name)
        for (const WordId word : wordsOf(m_names[name]))
            m_namesWith[next[word]++] = name;
}

void SearchIndex::readNames(const FoodTable& foods)
{
    const std::vector<FoodName>& names = foods.names();
    m_names.reserve(names.size());
    m_joinedHashes.reserve(names.size());
    m_wordsOf.reserve(2 * names.size());
    boost::unordered_flat_map<std::string_view, WordId, std::hash<std::string_view>> ids;
    ids.reserve(names.size());
    std::vector<Word> words;
    for (const FoodName& name : names)
    {
        const std::size_t first = m_wordsOf.size();
        std::uint32_t joinedHash = hashOf({});
        words.clear();
        appendWords(name.folded, words);
        for (const Word& word : words)
        {
            const auto [id, isNew] = ids.emplace(word.text, static_cast<WordId>(m_words.size()));
            if (isNew)
                m_words.push_back(word);
            m_wordsOf.push_back(id->second);
            joinedHash = hashOf(word.text, joinedHash);
        }
        const auto language = std::find(m_languages.begin(), m_languages.end(), name.language);
        const auto place = static_cast<std::uint8_t>(language - m_languages.begin());
        if (language == m_languages.end())
            m_languages.push_back(name.language);
        m_names.push_back(
            { name.folded, static_cast<std::uint32_t>(name.food), static_cast<std::uint32_t>(first),
              static_cast<std::uint16_t>(words.size()),
              static_cast<std::uint8_t>(countHeadWords(name.folded, words)), place, name.alias });
        m_joinedHashes.push_back(joinedHash);
    }
}

void SearchIndex::readGroups(const FoodTable& foods)
{
    std::map<std::string, std::uint16_t> places;
    m_groupOf.reserve(foods.foods().size());
    for (const Food& food : foods.foods())
    {
        const auto [place, isNew] =
            places.emplace(food.group, static_cast<std::uint16_t>(m_groups.size()));
        if (isNew)
            m_groups.push_back(fold(food.group));
        m_groupOf.push_back(place->second);
    }
}

std::vector<SearchIndex::NameId> SearchIndex::joinedNames(std::string_view together) const
{
    std::vector<NameId> found;
    const std::uint32_t hash = hashOf(together);
    for (NameId name = 0; name < m_joinedHashes.size(); ++name)
    {
        if (m_joinedHashes[name] != hash)
            continue;
        std::string_view rest = together;
        for (const WordId word : wordsOf(m_names[name]))
        {
            if (!rest.starts_with(m_words[word].text))
                break;
            rest.remove_prefix(m_words[word].text.size());
        }
        if (rest.empty())
            found.push_back(name);
    }
    return found;
}

} // namespace quartet
