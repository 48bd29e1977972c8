/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "nutrition/distance.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/search_index.hxx"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
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
constexpr double unmatchedHeadPenalty = 0.08; ///< where it stands before the first comma
constexpr double unmatchedTypedPenalty = 0.1; ///< for a short word or a number that nothing has

constexpr std::size_t shortestCompound = 4;  ///< a shorter end of a word is mostly chance
constexpr std::size_t shortestTypo = 4;      ///< a shorter word with a letter wrong is another one
constexpr std::size_t mediumWord = 5;        ///< alone, one slip and no more
constexpr std::size_t longWord = 8;          ///< from here on two may be wrong
constexpr double mostWrong = 2;              ///< slips
constexpr double mostWrongInShort = 1.5;     ///< one, or a letter left out
constexpr double leastPart = 0.51;           ///< of a word: less of it may be another word's
constexpr double leastAlone = 0.8;           ///< of a word that is typed alone
constexpr std::size_t shortestBeginning = 6; ///< of one, in letters: "call" is no callos
constexpr std::size_t negligible = 2;        ///< "d'", "of": may stay unmatched
constexpr std::size_t longestSearch = 1000;  ///< in bytes; a longer text is like no food

bool isNumber(std::string_view text) { return text.front() >= '0' && text.front() <= '9'; }

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Whose regular plural one is of the other: a language's, or "" of several. Nothing where neither
/// is.
std::optional<std::string_view> differInNumber(std::string_view left, std::string_view right)
{
    const std::string_view shorter = left.size() < right.size() ? left : right;
    const std::string_view longer = left.size() < right.size() ? right : left;
    constexpr std::size_t longestEnding = 3;
    if (shorter.size() < 3 || longer.size() - shorter.size() > longestEnding
        || shorter.front() != longer.front())
        return std::nullopt;
    struct Endings
    {
        std::string_view singular, plural, language;
    };
    constexpr std::array<Endings, 8> endings{ { { "", "s", "" },
                                                { "", "es", "" },
                                                { "y", "ies", "en" },
                                                { "f", "ves", "en" },
                                                { "", "n", "de" },
                                                { "", "en", "de" },
                                                { "", "e", "de" },
                                                { "", "x", "fr" } } };
    constexpr std::size_t shortestInEn = 5; // "Topf" is no Topfen
    for (const auto& [singular, plural, language] : endings)
        if ((plural != "en" || shorter.size() >= shortestInEn) && shorter.ends_with(singular)
            && longer.ends_with(plural)
            && shorter.size() - singular.size() == longer.size() - plural.size()
            && longer.starts_with(shorter.substr(0, shorter.size() - singular.size())))
            return language;
    return std::nullopt;
}

/** How badly a word may be typed: the shorter, the more other words are near. Where others stand
    beside it, these say what is meant: "guoda cheese". */
double mostMistyped(std::size_t length, bool isAlone)
{
    if (length >= longWord)
        return mostWrong;
    if (!isAlone || length > mediumWord)
        return mostWrongInShort;
    return length > shortestTypo ? 1 : 0; // "sopa" is no soba
}

/** How alike two words with wrong letters are.
    @returns 0 where one is another word than the other */
double likeness(const Word& typed, const Word& word, bool isAlone)
{
    const std::size_t length = typed.length;
    const std::size_t other = word.length;
    if (length < shortestTypo || other < shortestTypo || isNumber(typed.text)
        || startsInJapanese(typed.text))
        return 0;
    const std::size_t longest = std::max(length, other);
    const std::size_t most = longest >= longWord ? 2 : 1;
    if (longest - std::min(length, other) > most)
        return 0;
    // Each wrong letter changes two bits at most.
    if (static_cast<std::size_t>(std::popcount(typed.letters ^ word.letters)) > 2 * most)
        return 0;
    if (distance(typed.text, word.text, most) > most)
        return 0;
    const double wrong = mistypings(typed.text, word.text);
    if (wrong > mostMistyped(longest, isAlone))
        return 0;
    const bool sameFirst = typed.text.front() == word.text.front();
    if (!sameFirst && (wrong > 1 || longest < longWord))
        return 0;
    return wrongLetters * (1 - wrong / static_cast<double>(longest))
           - (sameFirst ? 0 : aliasPenalty);
}

/// How well one typed word matches one word of a name.
struct WordMatch
{
    double score = 0;
    bool likely = true;
    bool misspelt = false;
    std::string_view pluralIn{};   ///< the language of the plural that one of the words is
    double elsewhere = 0;          ///< the score in names of languages where it isn't one
    std::uint8_t languages = 0xFF; ///< of the names where it counts, a bit a language
    bool alone = true;             ///< the word would mean the food without others
    bool whole = true;             ///< all words before the name's first comma are typed
};

/// @param isAlone whether no other word is typed, by which a part of one is known
WordMatch matchWord(const Word& typed, const Word& word, bool isAlone)
{
    // "-y" and "-ies" differ in four letters, and so do two wrong ones.
    constexpr int most = 4;
    if ((typed.letters & ~word.letters) != 0 && std::popcount(typed.letters ^ word.letters) > most)
        return {};
    if (typed.text == word.text)
        return { .score = exactWord };
    if (isNumber(typed.text))
        return {};
    const double part = share(typed.text.size(), word.text.size());
    const double beginning =
        word.text.starts_with(typed.text) ? beginningOfWord + wholeWord * part : 0;
    if (const auto language = differInNumber(typed.text, word.text))
        return { .score = otherNumber, .pluralIn = *language, .elsewhere = beginning };
    if (beginning > 0)
        return { .score = beginning,
                 .likely = !isAlone || (part >= leastAlone && typed.length >= shortestBeginning) };
    if (typed.text.size() < word.text.size() && (typed.letters & ~word.letters) == 0)
    {
        const bool isPart =
            startsInJapanese(typed.text)
                ? word.text.find(typed.text) != std::string_view::npos
                : typed.text.size() >= shortestCompound && word.text.ends_with(typed.text);
        if (isPart)
            return { .score = partOfWord + wholeWord * part / 2,
                     .likely = !isAlone && part >= leastPart };
    }
    return { .score = likeness(typed, word, isAlone), .misspelt = true };
}

/** What is typed, and how well each word of it matches each word of the names. */
class Query
{
public:
    /// @param text folded; must outlive the query
    Query(std::string_view text, const SearchIndex& index, std::string_view language)
        : m_words(splitWords(text))
        , m_misspeltIn(placesOf({ "en", language }, index))
    {
        for (const Word& word : m_words)
        {
            m_together += word.text;
            m_isSmall.push_back(m_words.size() > 1
                                && (word.text.size() <= negligible || isNumber(word.text)));
        }
        m_isAlone = std::count(m_isSmall.begin(), m_isSmall.end(), false) == 1;
        m_found.resize(m_words.size());
        m_places.resize(m_words.size());
        for (std::size_t typed = 0; typed < m_words.size(); ++typed)
            match(typed, index);
    }

    std::size_t size() const { return m_words.size(); }
    const std::string& together() const { return m_together; }
    bool isSmall(std::size_t typed) const { return m_isSmall[typed]; }
    /// Whether one word says what is meant.
    bool isAlone() const { return m_isAlone; }

    /// A bit a word that is the group's name: of "Dishes and fast food" "dishes", or "fast food".
    std::size_t inGroup(std::string_view group) const
    {
        constexpr std::string_view between = " and ";
        std::size_t bits = 0;
        for (std::size_t end = 0; !group.empty(); group.remove_prefix(end))
        {
            group.remove_prefix(group.starts_with(between) ? between.size() : 0);
            end = std::min(group.find(between), group.size());
            bits |= allOf(splitWords(group.substr(0, end)));
        }
        return bits;
    }

    /// How well a typed word matches one of the names.
    const WordMatch& match(std::size_t typed, SearchIndex::WordId word) const
    {
        return m_found[typed][m_places[typed][word]].match;
    }

    /** The names that may match: those with the rarest word that a name must hold.
        @param inGroups the words that a group may hold instead, a bit a word
        @returns nothing where any name may */
    std::optional<std::vector<SearchIndex::NameId>> candidates(const SearchIndex& index,
                                                               std::size_t inGroups) const
    {
        std::optional<std::size_t> rarest;
        std::size_t fewest = 0;
        for (std::size_t typed = 0; typed < m_words.size(); ++typed)
        {
            if (m_isSmall[typed] || (inGroups >> typed & 1) != 0)
                continue;
            std::size_t names = 0;
            for (auto found = m_found[typed].begin() + 1; found != m_found[typed].end(); ++found)
                names += index.namesWith(found->word).size();
            if (rarest && names >= fewest)
                continue;
            rarest = typed;
            fewest = names;
        }
        if (!rarest)
            return std::nullopt;
        std::vector<SearchIndex::NameId> names;
        names.reserve(fewest);
        for (auto found = m_found[*rarest].begin() + 1; found != m_found[*rarest].end(); ++found)
        {
            const auto more = index.namesWith(found->word);
            names.insert(names.end(), more.begin(), more.end());
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    }

private:
    struct Found
    {
        SearchIndex::WordId word;
        WordMatch match;
    };

    /// A bit a typed word that is one of these; none unless all of these are typed.
    std::size_t allOf(const std::vector<Word>& words) const
    {
        std::size_t bits = 0;
        for (const Word& word : words)
        {
            const auto isTyped = [&](const Word& typed) { return typed.text == word.text; };
            const auto typed = std::find_if(m_words.begin(), m_words.end(), isTyped);
            if (typed == m_words.end())
                return 0;
            bits |= std::size_t(1) << (typed - m_words.begin());
        }
        return bits;
    }

    void match(std::size_t typed, const SearchIndex& index)
    {
        m_found[typed].push_back({ 0, {} }); // of all words that don't match
        m_places[typed].resize(index.words().size());
        for (SearchIndex::WordId word = 0; word < index.words().size(); ++word)
        {
            WordMatch match = matchWord(m_words[typed], index.words()[word], m_isAlone);
            if (match.score <= 0)
                continue;
            if (match.misspelt)
                match.languages = m_misspeltIn;
            else if (!match.pluralIn.empty())
                match.languages = m_misspeltIn & placesOf({ match.pluralIn }, index);
            m_places[typed][word] = static_cast<std::uint32_t>(m_found[typed].size());
            m_found[typed].push_back({ word, match });
        }
    }

    /// A bit a language among those of the index.
    static std::uint8_t placesOf(std::initializer_list<std::string_view> languages,
                                 const SearchIndex& index)
    {
        std::uint8_t bits = 0;
        for (std::size_t place = 0; place < index.languages().size(); ++place)
            if (std::find(languages.begin(), languages.end(), index.languages()[place])
                != languages.end())
                bits |= static_cast<std::uint8_t>(1U << place);
        return bits;
    }

    std::vector<Word> m_words;
    std::uint8_t m_misspeltIn; ///< the languages whose names may be misspelt
    std::vector<bool> m_isSmall;
    bool m_isAlone = false;
    std::string m_together;
    std::vector<std::vector<Found>> m_found;          ///< by typed word, the first for no match
    std::vector<std::vector<std::uint32_t>> m_places; ///< of m_found, by typed word and word
};

/** Whether a word that is typed alone means a food by a word of its name: by the only one before
    a comma. "jacket" means no jacket potatoes, "dog" no hot dog.
    @param matched a bit a word of the name that is typed */
bool isMeantAlone(const SearchIndex::Name& name, std::size_t where, std::size_t matched)
{
    return where == 0 && name.headWords <= static_cast<std::size_t>(std::popcount(matched));
}

/** How well a text matches a name; nothing where it doesn't. */
std::optional<WordMatch> matchWords(const Query& query, const SearchIndex& index,
                                    const SearchIndex::Name& compared, std::size_t inGroup)
{
    const std::span<const SearchIndex::WordId> name = index.wordsOf(compared);
    WordMatch result;
    std::size_t counted = 0;
    bool meant = false;      // more than numbers and "of"
    std::size_t matched = 0; // a bit a word of the name
    double penalty = 0;
    std::optional<std::size_t> alone; // where the word is that is typed alone
    for (std::size_t i = 0; i < query.size(); ++i)
    {
        WordMatch best;
        std::size_t where = 0;
        for (std::size_t j = 0; j < name.size(); ++j)
        {
            const WordMatch& match = query.match(i, name[j]);
            const bool counts = (match.languages >> compared.language & 1) != 0;
            const double score = counts ? match.score : match.elsewhere;
            if (score > best.score)
            {
                best = match;
                best.score = score;
                best.likely = best.likely && (counts || !query.isAlone());
                where = j;
            }
        }
        if (best.score > 0)
        {
            matched |= std::size_t(1) << where;
            result.whole = result.whole && best.score >= otherNumber;
            if (query.isAlone() && !query.isSmall(i))
                alone = where;
        }
        else if ((inGroup >> i & 1) != 0)
        {
            best = { groupWord };
            result.alone = !query.isAlone();
        }
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
    if (alone)
        result.alone = isMeantAlone(compared, *alone, matched);
    double unmatched = 0;
    for (std::size_t j = 0; j < name.size(); ++j)
    {
        const bool isHead = j < compared.headWords;
        const std::string_view word = index.words()[name[j]].text;
        if ((matched >> j & 1) != 0 || (word.size() <= negligible && !isNumber(word)))
            continue;
        unmatched += isHead ? unmatchedHeadPenalty : unmatchedWordPenalty;
        result.whole = result.whole && !isHead;
    }
    if (result.misspelt && counted == 1 && name.size() > 1)
        result.likely = false;
    result.score = result.score / static_cast<double>(counted) - unmatched - penalty;
    return result;
}

} // namespace

FoundFoods searchFoods(const FoodTable& foods, std::string_view text, std::string_view language)
{
    if (text.size() > longestSearch)
        return {};
    const std::string folded = fold(text);
    const SearchIndex& index = foods.searchIndex();
    const Query query(folded, index, language);
    if (query.size() == 0)
        return {};

    std::vector<std::size_t> inGroups; // by group
    inGroups.reserve(index.groups().size());
    std::size_t inAnyGroup = 0;
    for (const std::string& group : index.groups())
        inAnyGroup |= inGroups.emplace_back(query.inGroup(group));

    constexpr double none = -10;
    struct Best
    {
        double score = none;
        bool likely = false;
        bool alone = false;
        bool whole = false;
    };
    std::vector<Best> scores(foods.foods().size()); // by food, of its names
    const auto take = [&scores](const SearchIndex::Name& name, const WordMatch& match) {
        const double score = match.score - (name.alias ? aliasPenalty : 0);
        Best& best = scores[name.food];
        if (std::pair(match.likely, score) > std::pair(best.likely, best.score))
            best = { score, match.likely, best.alone, match.whole };
        best.alone = best.alone || (match.likely && match.alone);
    };
    const auto compare = [&](const SearchIndex::Name& name) {
        if (name.text == folded)
            take(name, WordMatch{ exactText });
        else if (const auto match =
                     matchWords(query, index, name, inGroups[index.groupOf(name.food)]))
            take(name, *match);
    };
    if (const auto candidates = query.candidates(index, inAnyGroup))
        for (const SearchIndex::NameId name : *candidates)
            compare(index.names()[name]);
    else
        for (const SearchIndex::Name& name : index.names())
            compare(name);
    // "butter milk" is "buttermilk", "cream cheese" may be typed as one word.
    for (const SearchIndex::NameId name : index.joinedNames(query.together()))
        if (index.names()[name].words != query.size())
            take(index.names()[name], WordMatch{ joinedWords });

    if (const Food* const byId = foods.findFolded(folded); byId && byId->id == folded)
        for (std::size_t food = 0; food < scores.size(); ++food)
            if (&foods.foods()[food] == byId)
                scores[food] = { exactText, true, true, true };

    // Where one food is meant, others that are named so follow it.
    const bool isMeant = std::ranges::any_of(scores, &Best::alone);
    FoundFoods found;
    std::vector<std::size_t> ranked;
    for (std::size_t food = 0; food < scores.size(); ++food)
        if (scores[food].score > none)
        {
            ranked.push_back(food);
            found.likely += isMeant && scores[food].likely ? 1 : 0;
        }
    const auto length = [&foods](std::size_t food) { return foods.foods()[food].name.size(); };
    std::sort(ranked.begin(), ranked.end(), [&](std::size_t left, std::size_t right) {
        const auto key = [&](std::size_t food) {
            const Best& best = scores[food];
            return std::tuple(!best.alone, !best.likely, -best.score, length(food), food);
        };
        return key(left) < key(right);
    });
    found.isWhole = !ranked.empty() && scores[ranked.front()].whole;
    found.foods.reserve(ranked.size());
    for (const std::size_t food : ranked)
        found.foods.push_back(&foods.foods()[food]);
    return found;
}

} // namespace quartet
