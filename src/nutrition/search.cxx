/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "nutrition/distance.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace quartet
{

namespace
{

// How much a match is worth, from 0 to 1. The order of these numbers matters,
// their size hardly does.
constexpr double exactText = 2; ///< the whole name or alias, as it stands
constexpr double exactWord = 1;
constexpr double otherNumber = 0.98;     ///< "tomatoes" for "tomato"
constexpr double beginningOfWord = 0.75; ///< and up to wholeWord more, the more of it there is
constexpr double wholeWord = 0.2;
constexpr double partOfWord = 0.62;  ///< the end of a compound, a part of a Japanese word
constexpr double groupWord = 0.7;    ///< the word is the food group's, as in "gouda cheese"
constexpr double joinedWords = 0.8;  ///< the words run together: "butter milk"
constexpr double wrongLetters = 0.6; ///< less, the more letters are wrong: below all of the above
constexpr double aliasPenalty = 0.02;
constexpr double laterWordPenalty = 0.03;     ///< the first word of the text isn't the name's first
constexpr double unmatchedWordPenalty = 0.04; ///< for each word of the name that nothing asked for
constexpr double unmatchedTypedPenalty = 0.1; ///< for a short word or a number that nothing has

constexpr std::size_t shortestCompound = 4; ///< a shorter end of a word is mostly chance
constexpr std::size_t shortestTypo = 4;     ///< a shorter word with a letter wrong is another one
constexpr std::size_t mediumWord = 5;       ///< from here on two letters may change places
constexpr std::size_t longWord = 8;         ///< from here on two may
constexpr double leastPart = 0.51;          ///< of a word: less of it may be another word's
constexpr std::size_t negligible = 2;       ///< "d'", "of": may stay unmatched

struct Word
{
    std::string_view text;
    std::uint32_t letters; ///< that it holds, a bit a letter
    std::uint32_t length;  ///< in characters
};

constexpr std::size_t mostWords = 16;
constexpr std::size_t longestSearch = 1000; ///< in bytes; a longer text is like no food

/// The words of a name; more than these no one types.
class Words
{
public:
    explicit Words(std::string_view text)
    {
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= text.size() && m_size < mostWords;)
        {
            const std::size_t end = at == text.size() ? 1 : endsAt(text, at);
            if (end == 0)
            {
                ++at;
                continue;
            }
            if (at > begin)
                m_words[m_size++] = make(text.substr(begin, at - begin));
            at += end;
            begin = at;
        }
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const Word& operator[](std::size_t place) const { return m_words[place]; }
    const Word* begin() const { return m_words.data(); }
    const Word* end() const { return m_words.data() + m_size; }

private:
    /// The bytes of the sign at a place that divides words; 0 where there is none.
    static std::size_t endsAt(std::string_view text, std::size_t at)
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

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    static Word make(std::string_view text)
    {
        constexpr unsigned mask = 31;
        Word word{ text, 0, 0 };
        for (const char c : text)
        {
            const auto byte = static_cast<unsigned char>(c);
            word.letters |= 1U << (byte & mask);
            word.length += (byte & 0xC0U) != 0x80 ? 1 : 0;
        }
        return word;
    }

    std::array<Word, mostWords> m_words;
    std::size_t m_size = 0;
};

bool isJapanese(std::string_view text)
{
    constexpr unsigned char first = 0xE3; // the first byte of kana and of all that follow
    return static_cast<unsigned char>(text.front()) >= first;
}

bool isNumber(std::string_view text) { return text.front() >= '0' && text.front() <= '9'; }

/// Hiragana as katakana: people type either.
std::string_view withKatakana(std::string_view text, std::string& buffer)
{
    constexpr char lead = '\xE3';
    if (text.find(lead) == std::string_view::npos)
        return text;
    buffer.assign(text);
    // U+3041 to U+3096 are 0x60 below their katakana.
    for (std::size_t at = buffer.find(lead); at != std::string::npos && at + 2 < buffer.size();
         at = buffer.find(lead, at + 3))
    {
        const auto second = static_cast<unsigned char>(buffer[at + 1]);
        const auto third = static_cast<unsigned char>(buffer[at + 2]);
        unsigned sign = 0x3000U + ((second & 0x3FU) << 6) + (third & 0x3FU);
        if (sign < 0x3041 || sign > 0x3096)
            continue;
        sign += 0x60;
        buffer[at + 1] = static_cast<char>(0x80 | ((sign >> 6) & 0x3F));
        buffer[at + 2] = static_cast<char>(0x80 | (sign & 0x3F));
    }
    return buffer;
}

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Whether one is the regular plural of the other in English, German, French or Spanish.
bool differInNumber(std::string_view left, std::string_view right)
{
    const std::string_view shorter = left.size() < right.size() ? left : right;
    const std::string_view longer = left.size() < right.size() ? right : left;
    if (shorter.size() < 3)
        return false;
    const auto is = [&](std::string_view singular, std::string_view plural) {
        return shorter.ends_with(singular) && longer.ends_with(plural)
               && shorter.size() - singular.size() == longer.size() - plural.size()
               && longer.starts_with(shorter.substr(0, shorter.size() - singular.size()));
    };
    return is("", "s") || is("", "es") || is("y", "ies") || is("f", "ves") || is("", "n")
           || is("", "en") || is("", "e") || is("", "x");
}

/** How alike two words with wrong letters are.
    @returns 0 where one is another word than the other */
double likeness(const Word& typed, const Word& word)
{
    const std::size_t length = typed.length;
    const std::size_t other = word.length;
    if (length < shortestTypo || other < shortestTypo || isNumber(typed.text)
        || isJapanese(typed.text))
        return 0;
    const std::size_t longest = std::max(length, other);
    const std::size_t most = longest >= longWord ? 2 : 1;
    if (longest - std::min(length, other) > most)
        return 0;
    // Each wrong letter changes two bits at most; one that sounds otherwise counts twice.
    if (static_cast<std::size_t>(std::popcount(typed.letters ^ word.letters)) > 2 * most)
        return 0;
    constexpr std::size_t costOfOther = 2;
    const std::size_t wrong = distance(typed.text, word.text, most, costOfOther);
    if (wrong > most)
        return 0;
    // In a short word none may have changed places: "vela" is no veal.
    const bool sameFirst = typed.text.front() == word.text.front();
    if ((longest < mediumWord && typed.letters == word.letters)
        || (!sameFirst && (wrong > 1 || longest < longWord)))
        return 0;
    return wrongLetters * (1 - share(wrong, longest)) - (sameFirst ? 0 : aliasPenalty);
}

/// How well one typed word matches one word of a name.
struct WordMatch
{
    double score = 0;
    bool likely = true;
    bool misspelt = false;
};

/// @param isAlone whether no other word is typed, by which a part of one is known
WordMatch matchWord(const Word& typed, const Word& word, bool maybeMisspelt, bool isAlone)
{
    if (typed.text == word.text)
        return { exactWord };
    if (isNumber(typed.text))
        return {};
    const double part = share(typed.text.size(), word.text.size());
    if (differInNumber(typed.text, word.text))
        return { otherNumber };
    if (word.text.starts_with(typed.text))
        return { beginningOfWord + wholeWord * part, !isAlone || part >= leastPart };
    if (typed.text.size() < word.text.size() && (typed.letters & ~word.letters) == 0)
    {
        const bool isPart =
            isJapanese(typed.text)
                ? word.text.find(typed.text) != std::string_view::npos
                : typed.text.size() >= shortestCompound && word.text.ends_with(typed.text);
        if (isPart)
            return { partOfWord + wholeWord * part / 2, part >= leastPart };
    }
    return { maybeMisspelt ? likeness(typed, word) : 0, true, true };
}

/** What is typed, and what a name must hold to match it. */
class Query
{
public:
    explicit Query(std::string_view text)
        : m_words(text)
    {
        constexpr std::size_t ending = 3; // "-ies" for "-y"
        constexpr std::size_t shortestStem = 2;
        for (const Word& word : m_words)
        {
            m_together += word.text;
            const bool isWhole = isJapanese(word.text) || word.text.size() <= ending + shortestStem;
            m_stems.push_back(isWhole ? word.text : word.text.substr(0, word.text.size() - ending));
            m_isSmall.push_back(m_words.size() > 1
                                && (word.text.size() <= negligible || isNumber(word.text)));
        }
    }

    const Words& words() const { return m_words; }
    const std::string& together() const { return m_together; }
    bool isSmall(std::size_t word) const { return m_isSmall[word]; }

    /// A bit a word that is the group's name.
    std::size_t inGroup(std::string_view group) const
    {
        const Words words(group);
        std::size_t bits = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if (std::any_of(words.begin(), words.end(),
                            [&](const Word& word) { return word.text == m_words[i].text; }))
                bits |= std::size_t(1) << i;
        return bits;
    }

    /// Quickly, whether a name may match as typed.
    bool mayMatch(std::string_view name, std::size_t inGroup) const
    {
        for (std::size_t i = 0; i < m_stems.size(); ++i)
            if (!m_isSmall[i] && (inGroup >> i & 1) == 0
                && name.find(m_stems[i]) == std::string_view::npos)
                return false;
        return true;
    }

private:
    Words m_words;
    std::string m_together;
    std::vector<std::string_view> m_stems;
    std::vector<bool> m_isSmall;
};

/** How well a text matches a name; nothing where it doesn't. */
std::optional<WordMatch> matchWords(const Query& query, const Words& name, std::size_t inGroup,
                                    bool maybeMisspelt)
{
    const Words& typed = query.words();
    WordMatch result;
    std::size_t counted = 0;
    bool meant = false;      // more than numbers and "of"
    std::size_t matched = 0; // a bit a word of the name
    double penalty = 0;
    for (std::size_t i = 0; i < typed.size(); ++i)
    {
        WordMatch best;
        std::size_t where = 0;
        for (std::size_t j = 0; j < name.size(); ++j)
        {
            const WordMatch match = matchWord(typed[i], name[j], maybeMisspelt, typed.size() == 1);
            if (match.score > best.score)
            {
                best = match;
                where = j;
            }
        }
        if (best.score > 0)
            matched |= std::size_t(1) << where;
        else if ((inGroup >> i & 1) != 0)
            best.score = groupWord;
        else if (query.isSmall(i))
        {
            penalty += unmatchedTypedPenalty;
            continue;
        }
        else
            return std::nullopt;
        ++counted;
        meant = meant || !query.isSmall(i);
        result.score += best.score - (i == 0 && where > 0 ? laterWordPenalty : 0);
        result.likely = result.likely && best.likely;
        result.misspelt = result.misspelt || best.misspelt;
    }
    if (!meant)
        return std::nullopt;
    // "jabon" is like a word of "jambon-beurre", and means no such thing.
    if (result.misspelt && counted == 1 && name.size() > 1)
        result.likely = false;
    const auto unmatched =
        static_cast<double>(name.size()) - static_cast<double>(std::popcount(matched));
    result.score =
        result.score / static_cast<double>(counted) - unmatched * unmatchedWordPenalty - penalty;
    return result;
}

std::string joined(const Words& words)
{
    std::string joined;
    for (const Word& word : words)
        joined += word.text;
    return joined;
}

} // namespace

FoundFoods searchFoods(const FoodTable& foods, std::string_view text, std::string_view language)
{
    if (text.size() > longestSearch)
        return {};
    const std::string plain = fold(text);
    std::string typedBuffer;
    const std::string folded(withKatakana(plain, typedBuffer));
    const Query query(folded);
    if (query.words().empty())
        return {};

    std::map<std::string, std::size_t> groups; // by name
    std::vector<std::size_t> inGroups;         // by food
    inGroups.reserve(foods.foods().size());
    std::size_t byId = foods.foods().size();
    for (const Food& food : foods.foods())
    {
        if (food.id == folded)
            byId = inGroups.size();
        const auto [group, isNew] = groups.emplace(food.group, 0);
        if (isNew)
            group->second = query.inGroup(fold(food.group));
        inGroups.push_back(group->second);
    }

    constexpr double none = -10;
    struct Best
    {
        double score = none;
        bool likely = false;
    };
    std::vector<Best> scores(foods.foods().size()); // by food, of its names
    std::string buffer;
    for (const FoodName& name : foods.names())
    {
        // German, French and Spanish names have no kana; a person's own foods are English here.
        const bool mayHaveKana = name.language == "ja" || name.language == "en";
        const std::string_view whole =
            mayHaveKana ? withKatakana(name.folded, buffer) : name.folded;
        const std::size_t inGroup = inGroups[name.food];
        const bool maybeMisspelt = name.language == "en" || name.language == language;
        if (!maybeMisspelt && !query.mayMatch(whole, inGroup))
            continue;
        const Words words(whole);
        auto match = matchWords(query, words, inGroup, maybeMisspelt);
        // "butter milk" is "buttermilk", "cream cheese" may be typed as one word.
        if (query.words().size() != words.size() && joined(words) == query.together()
            && (!match || match->score < joinedWords))
            match = WordMatch{ joinedWords };
        if (whole == folded)
            match = WordMatch{ exactText };
        if (!match)
            continue;
        const double score = match->score - (name.alias ? aliasPenalty : 0);
        Best& best = scores[name.food];
        if (std::pair(match->likely, score) > std::pair(best.likely, best.score))
            best = { score, match->likely };
    }

    if (byId < scores.size())
        scores[byId] = { exactText, true };

    FoundFoods found;
    std::vector<std::size_t> ranked;
    for (std::size_t food = 0; food < scores.size(); ++food)
        if (scores[food].score > none)
        {
            ranked.push_back(food);
            found.likely += scores[food].likely ? 1 : 0;
        }
    const auto length = [&foods](std::size_t food) { return foods.foods()[food].name.size(); };
    std::sort(ranked.begin(), ranked.end(), [&](std::size_t left, std::size_t right) {
        const auto& [leftScore, leftLikely] = scores[left];
        const auto& [rightScore, rightLikely] = scores[right];
        return std::tuple(!leftLikely, -leftScore, length(left), left)
               < std::tuple(!rightLikely, -rightScore, length(right), right);
    });
    found.foods.reserve(ranked.size());
    for (const std::size_t food : ranked)
        found.foods.push_back(&foods.foods()[food]);
    return found;
}

} // namespace quartet
