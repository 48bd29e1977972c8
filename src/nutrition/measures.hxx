/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The words of an amount in all languages: measures of the kitchen, numbers and
// what stands between them.

#pragma once

#include "nutrition/row.hxx"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quartet
{

/** What a word of an amount is. */
enum class WordKind
{
    Mass,    ///< a unit that weighs the same for every food
    Volume,  ///< millilitres; grams by the food's own portion or its density
    Portion, ///< one of the food's own portions
    Piece,   ///< one of the food: "2 pieces", "2個"
    Size,    ///< "large"
    Number,  ///< "two"
    Article, ///< "a", which is 1
    Part,    ///< "half", "dozen": multiplies the number beside it
    Plus,    ///< "and"
    Times,   ///< "x"
    Of,      ///< "of", says nothing
    Ignored, ///< "about", says nothing either
    Range    ///< "to": a range is no amount
};

/** Where a search may leave a word out that says nothing of the food. */
enum class LeftOut
{
    Never,
    Before,   ///< the food, as "some" or "a bag of"
    Anywhere, ///< as "homemade"
    Fresh     ///< anywhere, and the food is neither dried nor canned
};

/** A measure of registry/measures.csv. */
struct Measure
{
    std::string id;
    WordKind kind;
    std::optional<double> ml;          ///< of a volume
    std::vector<std::string> portions; ///< names of a food's portions, or of a unit of mass
};

/** One meaning of a word. */
struct WordMeaning
{
    WordKind kind;
    double value;                     ///< of a number
    const Measure* measure = nullptr; ///< of a measure
};

class Measures
{
public:
    /** Reads rows of registry/measures.csv (kind; ml; portions; a column of words a
        language) and of registry/numbers.csv (kind; value; words;
        of the kind "limit" what amounts are held against, of the kinds "before", "anywhere" and
        "fresh" what searches leave out, of the kind "preserved" what fresh foods aren't). A word
        may mean several measures: what a food has a weight for decides. */
    Measures(const std::vector<Row>& measures, const std::vector<Row>& numbers,
             std::vector<Damage>& damages);

    Measures(const Measures&) = delete;
    Measures& operator=(const Measures&) = delete;

    /** What words mean, in the regular plural too.
        @param words the tokens of an amount with single spaces between
        @returns none where they mean nothing */
    const std::vector<WordMeaning>& find(const std::string& words) const;

    /// The most tokens that a word has.
    std::size_t longest() const { return m_longest; }

    /// Where a search may leave words out that are no amount's: "fresh", "homemade".
    LeftOut leftOut(const std::string& words) const;

    /// Whether a word says that a food isn't fresh: "canned". @param word folded
    bool isPreserved(std::string_view word) const;

    /** A number that amounts are held against, such as "much": the grams of one that are asked
        about. @returns infinity for an unknown one */
    double limit(std::string_view id) const;

    /** A portion's name in a language, the name itself where there is no other.
        @param portion as a food's row has it, in English */
    std::string portionName(const std::string& portion, std::string_view language) const;

    /// The words for masses and volumes in a language, as the table writes them.
    const std::vector<std::string>& unitsIn(std::string_view language) const;

private:
    void add(std::string_view word, WordMeaning meaning);
    std::string key(std::string_view word);
    void readNumber(const Row& row);

    std::deque<Measure> m_measures;
    std::unordered_map<std::string, std::vector<WordMeaning>> m_words;
    /// By language and portion.
    std::map<std::pair<std::string, std::string>, std::string, std::less<>> m_names;
    std::map<std::string, std::vector<std::string>, std::less<>> m_units; ///< by language
    std::map<std::string, double, std::less<>> m_limits;
    std::unordered_map<std::string, LeftOut> m_leftOut;
    std::set<std::string, std::less<>> m_preserved;
    std::size_t m_longest = 1;
};

} // namespace quartet
