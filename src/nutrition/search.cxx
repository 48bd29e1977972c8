/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/search.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace quartet
{

namespace
{

// How much a match is worth, from 0 to 1. The order of these numbers matters,
// their size hardly does.
constexpr double exactText = 2; ///< the whole name or alias, as it stands
constexpr double exactWord = 1;
constexpr double beginningOfWord = 0.75; ///< and up to wholeWord more, the more of it there is
constexpr double wholeWord = 0.2;
constexpr double lettersWrong = 0.95;      ///< less up to half of it, the more letters are wrong
constexpr double firstLetterPenalty = 0.1; ///< people seldom mistake the first letter
constexpr double groupWord = 0.7;          ///< the word is the food group's, as in "gouda cheese"
constexpr double joinedPenalty = 0.2;      ///< the words run together: "tomatos" is no tomato soup
constexpr double leastWord = 0.5;          ///< below this a word is another word
constexpr double aliasPenalty = 0.02;
constexpr double laterWordPenalty = 0.03;     ///< the first word of the text isn't the name's first
constexpr double unmatchedWordPenalty = 0.04; ///< for each word of the name that nothing asked for
constexpr double leastText = 0.7;

constexpr std::string_view wordEnds = " ,;()/-'%";

/** The Damerau-Levenshtein distance of two texts: letters that are left out,
    added, wrong, or swapped with their neighbour. */
std::size_t distance(std::string_view left, std::string_view right)
{
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
        before.swap(above);
        above.swap(row);
    }
    return above[right.size()];
}

/// How well one typed word matches one word of a name.
double matchWord(std::string_view typed, std::string_view word)
{
    if (typed == word)
        return exactWord;
    const auto share = [](std::size_t part, std::size_t whole) {
        return static_cast<double>(part) / static_cast<double>(whole);
    };
    if (word.starts_with(typed))
        return beginningOfWord + wholeWord * share(typed.size(), word.size());
    const std::size_t longest = std::max(typed.size(), word.size());
    const std::size_t shortest = std::min(typed.size(), word.size());
    // A short word with a letter wrong is mostly another word.
    if (shortest < 3 || longest - shortest > 2)
        return 0;
    const std::size_t wrong = distance(typed, word);
    if (wrong > (longest + 1) / 3)
        return 0;
    return lettersWrong * (1 - share(wrong, longest) / 2)
           - (typed.front() == word.front() ? 0 : firstLetterPenalty);
}

/// How well a text matches a name, both in words; nothing where it doesn't.
std::optional<double> matchWords(const std::vector<std::string_view>& typed,
                                 const std::vector<std::string_view>& name,
                                 const std::vector<std::string_view>& group)
{
    double sum = 0;
    std::vector<bool> matched(name.size());
    for (std::size_t i = 0; i < typed.size(); ++i)
    {
        double best = 0;
        std::size_t where = 0;
        for (std::size_t j = 0; j < name.size(); ++j)
        {
            const double score = matchWord(typed[i], name[j]);
            if (score > best)
            {
                best = score;
                where = j;
            }
        }
        if (best >= leastWord)
            matched[where] = true;
        else if (std::find(group.begin(), group.end(), typed[i]) != group.end())
            best = groupWord;
        else
            return std::nullopt;
        sum += best - (i == 0 && where > 0 ? laterWordPenalty : 0);
    }
    const auto unmatched = static_cast<double>(std::count(matched.begin(), matched.end(), false));
    return sum / static_cast<double>(typed.size()) - unmatched * unmatchedWordPenalty;
}

std::string joined(const std::vector<std::string_view>& words)
{
    std::string joined;
    for (const std::string_view word : words)
        joined += word;
    return joined;
}

} // namespace

std::vector<const Food*> searchFoods(const FoodTable& foods, std::string_view text)
{
    const std::string folded = fold(text);
    const auto typed = split(folded, wordEnds);
    if (typed.empty())
        return {};
    const std::string together = joined(typed);

    std::vector<std::string> groups; // by food, folded
    groups.reserve(foods.foods().size());
    for (const Food& food : foods.foods())
        groups.push_back(fold(food.group));

    std::map<std::size_t, double> scores; // by food, the best of its names
    for (const FoodName& name : foods.names())
    {
        const auto words = split(name.folded, wordEnds);
        auto score = matchWords(typed, words, split(groups[name.food], wordEnds));
        // "butter milk" is "buttermilk", "cream cheese" may be typed as one word.
        if (typed.size() != words.size())
        {
            double whole = matchWord(together, joined(words));
            if (whole < exactWord)
                whole -= joinedPenalty;
            if (whole >= leastWord && whole > score.value_or(0))
                score = whole;
        }
        if (name.folded == folded)
            score = exactText;
        if (!score || *score < leastText)
            continue;
        const double worth = *score - (name.alias ? aliasPenalty : 0);
        const auto [place, isNew] = scores.emplace(name.food, worth);
        if (!isNew)
            place->second = std::max(place->second, worth);
    }

    std::vector<std::pair<std::size_t, double>> ranked(scores.begin(), scores.end());
    const auto length = [&foods](std::size_t food) { return foods.foods()[food].name.size(); };
    std::sort(ranked.begin(), ranked.end(), [&length](const auto& left, const auto& right) {
        if (left.second != right.second)
            return left.second > right.second;
        if (length(left.first) != length(right.first))
            return length(left.first) < length(right.first);
        return left.first < right.first;
    });
    std::vector<const Food*> found;
    found.reserve(ranked.size());
    for (const auto& [food, score] : ranked)
        found.push_back(&foods.foods()[food]);
    return found;
}

} // namespace quartet
