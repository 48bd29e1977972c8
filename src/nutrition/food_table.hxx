/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// All foods, found by name.

#pragma once

#include "nutrition/food.hxx"
#include "nutrition/name_index.hxx"
#include "nutrition/row_file.hxx"

#include <boost/iterator/iterator_facade.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A name or alias by which people search. */
struct FoodName
{
    std::string_view folded;
    std::size_t food; ///< its place in the table
    bool alias;
    std::string_view language = "en";
};

/** The foods' table as the build has checked it, in alphabetical order. */
struct CheckedFoods
{
    RowFile rows;
    NameIndex names;
};

class FoodTable;
class SearchIndex;

/** All foods of a table, in alphabetical order of their names. */
class Foods
{
public:
    class Iterator
        : public boost::iterator_facade<Iterator, const Food, boost::random_access_traversal_tag>
    {
    public:
        Iterator() = default;
        Iterator(const FoodTable& table, std::size_t place)
            : m_table(&table)
            , m_place(place)
        {
        }

    private:
        friend class boost::iterator_core_access;

        const Food& dereference() const;
        bool equal(const Iterator& other) const { return m_place == other.m_place; }
        void increment() { ++m_place; }
        void decrement() { --m_place; }
        void advance(std::ptrdiff_t steps) { m_place += static_cast<std::size_t>(steps); }
        std::ptrdiff_t distance_to(const Iterator& other) const
        {
            return static_cast<std::ptrdiff_t>(other.m_place - m_place);
        }

        const FoodTable* m_table = nullptr;
        std::size_t m_place = 0;
    };

    explicit Foods(const FoodTable& table)
        : m_table(table)
    {
    }

    std::size_t size() const;
    bool empty() const { return size() == 0; }
    const Food& operator[](std::size_t place) const;
    const Food& front() const { return (*this)[0]; }
    Iterator begin() const { return { m_table, 0 }; }
    Iterator end() const { return { m_table, size() }; }

private:
    const FoodTable& m_table;
};

/** The foods of the registry. Immutable once built: any number of threads may
    read it. */
class FoodTable
{
public:
    /** Reads all rows of the foods' tables. A food whose name, id or alias
        another has already is left out. */
    FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
              const SourceTable& sources, std::vector<Damage>& damages,
              const NutrientBlocks* blocks = nullptr);

    /** The foods of a checked table, each of which is read when it is first
        asked for, and those of more rows, which may hold anything. The tables
        must outlive this one. */
    FoodTable(CheckedFoods checked, const std::vector<Row>& rows, const NutrientTable& nutrients,
              const SourceTable& sources, std::vector<Damage>& damages,
              const NutrientBlocks* blocks = nullptr);

    /** Foods beside those of another table, which must outlive this one. Of
        these the ones are left out whose name is hidden, and names that are. */
    FoodTable(std::vector<Food> own, const FoodTable& others,
              const std::function<bool(const std::string& folded)>& isHidden);

    FoodTable(const FoodTable&) = delete;
    FoodTable& operator=(const FoodTable&) = delete;
    FoodTable(FoodTable&&) = default;
    FoodTable& operator=(FoodTable&&) = delete;
    ~FoodTable() = default;

    /** The food with exactly this name, id or alias, but for case, accents and
        repeated spaces. Never a guess.
        @returns nullptr where there is none */
    const Food* find(std::string_view name) const;

    /// As find, of a name that is folded already.
    const Food* findFolded(std::string_view folded) const;

    /// In alphabetical order of their names.
    Foods foods() const { return Foods(*this); }

    /// The names under which a food is shown, folded, one a language.
    const std::vector<std::string_view>& shownNames(const Food& food) const;

    /// The names and aliases of all foods.
    const std::vector<FoodName>& names() const;

    /// Their words, for searches.
    const SearchIndex& searchIndex() const;

private:
    friend class Foods;
    friend class Foods::Iterator;

    /** Foods that are read one by one. */
    class Checked
    {
    public:
        Checked(CheckedFoods foods, const NutrientTable& nutrients, const SourceTable& sources,
                const NutrientBlocks* blocks);
        Checked(const Checked&) = delete;
        Checked& operator=(const Checked&) = delete;
        ~Checked();

        const Food& operator[](std::size_t place) const;
        std::size_t size() const { return m_foods.rows.size(); }
        const NameIndex& names() const { return m_foods.names; }

    private:
        CheckedFoods m_foods;
        const NutrientTable& m_nutrients;
        const SourceTable& m_sources;
        const NutrientBlocks* const m_blocks;
        /// nullptr until read.
        mutable std::vector<std::atomic<const Food*>> m_read;
    };

    /// A name of a food of m_foods.
    struct OwnName
    {
        std::string folded;
        std::size_t food;
        bool alias;
        std::string_view language = "en";
    };

    /// By the English one of them, folded.
    using ShownNames = boost::unordered_flat_map<std::string_view, std::vector<std::string_view>,
                                                 std::hash<std::string_view>>;

    /// What is made when it is first asked for.
    struct Late
    {
        std::once_flag namesMade;
        std::vector<FoodName> names;
        std::once_flag shownMade;
        ShownNames shown;
        std::once_flag indexMade;
        std::shared_ptr<const SearchIndex> index;
    };

    void read(const std::vector<Row>& rows, const NutrientTable& nutrients,
              const SourceTable& sources, std::vector<Damage>& damages,
              const NutrientBlocks* blocks);
    /** Notes a name of the food that is read next.
        @throws BadRow where it is empty or another food's */
    void claim(const std::string& field, std::string_view name, std::string_view folded);
    /// Forgets what the food that is read next has claimed.
    void forgetClaims(std::size_t names);

    std::size_t size() const { return m_order.size(); }
    const Food& at(std::size_t place) const;
    /// How many foods there are below, hidden ones too.
    std::size_t foodsBelow() const;
    const Food* findBelow(std::string_view folded) const;
    std::vector<FoodName> namesBelow() const;
    /// Puts all foods in order but those below whose place is hidden.
    void sort(const std::vector<bool>& isHidden);
    std::vector<FoodName> allNames() const;
    ShownNames allShownNames() const;

    // Of foods below there are either checked ones, or another table's, or none.
    std::unique_ptr<const Checked> m_checked;
    const FoodTable* m_others = nullptr;
    boost::unordered_flat_set<std::string_view, std::hash<std::string_view>> m_hidden; ///< names
    boost::unordered_flat_set<const Food*> m_hiddenFoods;

    std::vector<Food> m_foods; ///< in the order of reading
    std::deque<OwnName> m_names;
    std::deque<std::string> m_ids; ///< folded
    /// Of the names and ids, which stay where they are in memory.
    boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>> m_byName;
    /// By place: a number below foodsBelow() is that food, a higher one of m_foods.
    std::vector<std::uint32_t> m_order;
    std::unique_ptr<Late> m_late = std::make_unique<Late>();
};

inline const Food& Foods::Iterator::dereference() const { return m_table->at(m_place); }
inline std::size_t Foods::size() const { return m_table.size(); }
inline const Food& Foods::operator[](std::size_t place) const { return m_table.at(place); }

} // namespace quartet
