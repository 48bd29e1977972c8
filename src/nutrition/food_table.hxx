/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// All foods, found by name.

#pragma once

#include "nutrition/food.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A name or alias by which people search. */
struct FoodName
{
    std::string folded;
    std::size_t food; ///< its place in the table
    bool alias;
    std::string_view language = "en";
};

/** The foods of the registry. Immutable once built: any number of threads may
    read it. */
class FoodTable
{
public:
    /** Reads all rows of the foods' tables. A food whose name, id or alias
        another has already is left out. */
    FoodTable(const std::vector<Row>& rows, const NutrientTable& nutrients,
              const SourceTable& sources, std::vector<Damage>& damages);

    /** Foods before those of another table. Of these the ones are left out whose
        name is hidden, and aliases that are. */
    FoodTable(std::vector<Food> first, const FoodTable& others,
              const std::function<bool(const std::string& folded)>& isHidden);

    FoodTable(const FoodTable&) = delete;
    FoodTable& operator=(const FoodTable&) = delete;
    FoodTable(FoodTable&&) = default;
    FoodTable& operator=(FoodTable&&) = default;
    ~FoodTable() = default;

    /** The food with exactly this name, id or alias, but for case, accents and
        repeated spaces. Never a guess.
        @returns nullptr where there is none */
    const Food* find(std::string_view name) const;

    /// As find, of a name that is folded already.
    const Food* findFolded(std::string_view folded) const;

    /// In alphabetical order of their names.
    const std::vector<Food>& foods() const { return m_foods; }

    /// The names and aliases of all foods.
    const std::deque<FoodName>& names() const { return m_names; }

private:
    void add(Food food, std::vector<std::string> folded);
    /** Notes a name of the food that is read next.
        @throws BadRow where it is empty or another food's */
    void claim(const std::string& field, std::string_view name, std::string_view folded);
    /// Forgets what the food that is read next has claimed.
    void forgetClaims(std::size_t names);
    void sort();

    std::vector<Food> m_foods;
    std::deque<FoodName> m_names;
    std::deque<std::string> m_ids; ///< folded
    /// Of the names and ids, which stay where they are in memory.
    boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>> m_byName;
};

} // namespace quartet
