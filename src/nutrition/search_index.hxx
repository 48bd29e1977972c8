/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The words of all names of a table of foods, made once for all searches.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

class FoodTable;

struct Word
{
    std::string_view text;
    std::uint32_t letters; ///< that it holds, a bit a letter
    std::uint32_t length;  ///< in characters
};
using Words = std::span<const Word>;

/// The words of a folded text, up to sixteen: more in a name no one types.
std::vector<Word> splitWords(std::string_view text);

/// The letters of a word, a bit a letter; several letters may share one.
std::uint32_t lettersOf(std::string_view word);

/** Immutable once built: any number of threads may read it. */
class SearchIndex
{
public:
    using WordId = std::uint32_t; ///< a place among words()
    using NameId = std::uint32_t; ///< a place among names()

    struct Name
    {
        std::string_view text; ///< folded
        std::uint32_t food;
        std::uint32_t firstWord;
        std::uint16_t words;
        std::uint8_t
            headWords;         ///< those before the first comma or bracket: "Milk" in "Milk, whole"
        std::uint8_t language; ///< its place among languages()
        bool alias;
    };

    /// Of all foods, which must outlive the index.
    explicit SearchIndex(const FoodTable& foods);
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    ~SearchIndex() = default;

    const std::vector<Name>& names() const { return m_names; }
    const std::vector<std::string_view>& languages() const { return m_languages; }

    /// Each word that stands in a name, once.
    const std::vector<Word>& words() const { return m_words; }
    std::span<const WordId> wordsOf(const Name& name) const
    {
        return { m_wordsOf.data() + name.firstWord, name.words };
    }
    std::span<const NameId> namesWith(WordId word) const
    {
        return { m_namesWith.data() + m_firstNameWith[word],
                 m_firstNameWith[word + 1] - m_firstNameWith[word] };
    }

    /// The names whose words run together are the text: "butter milk" for "buttermilk".
    std::vector<NameId> joinedNames(std::string_view together) const;

    /// The food groups' names, folded.
    const std::vector<std::string>& groups() const { return m_groups; }
    /// A food's place among groups().
    std::size_t groupOf(std::size_t food) const { return m_groupOf[food]; }

private:
    void readNames(const FoodTable& foods);
    void readGroups(const FoodTable& foods);

    std::vector<Name> m_names;
    std::vector<std::uint32_t> m_joinedHashes; ///< by name, of its words run together
    std::vector<std::string_view> m_languages;
    std::vector<Word> m_words;
    std::vector<WordId> m_wordsOf;
    std::vector<NameId> m_namesWith;
    std::vector<std::uint32_t> m_firstNameWith; ///< by word, and where the last one's end
    std::vector<std::string> m_groups;
    std::vector<std::uint16_t> m_groupOf; ///< by food
};

} // namespace quartet
