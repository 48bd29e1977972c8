/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Classes of medicines, found by the names that people write.

#pragma once

#include "nutrition/row.hxx"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace quartet
{

struct MedicineClass
{
    std::string id;
    std::string name;               ///< "vitamin K antagonist"
    std::vector<std::string> names; ///< as foldWords gives them: the class, generic and brand names
    std::vector<std::string> written; ///< the same as they are written
};

/** An entry of a person's list and the classes that it names. */
struct Medicine
{
    std::string entry;                         ///< in the person's own words
    std::vector<const MedicineClass*> classes; ///< none where it isn't in the table
};

class MedicineTable
{
public:
    /** Reads rows of registry/standards/medicines.csv: id; class, names, unclear: words
        that mean this class or another, each with the name that is asked about. */
    MedicineTable(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** Looks for each entry of a list such as "warfarin 5 mg, aspirin". A name
        counts where it stands as whole words anywhere in its entry. Of a list that
        is too long the first entries are looked for. */
    std::vector<Medicine> find(std::string_view list) const;

    /// The most entries of a list that are looked for, and the most characters of one.
    static constexpr std::size_t mostEntries = 100;
    static constexpr std::size_t longestEntry = 500;

    /// Whether find leaves out some of a list: nothing is known of these.
    static bool isTooLong(std::string_view list);

    /** The name that an entry which isn't in the table may mean: of what is unclear, as
        "blood thinner", or what it is most like, where a letter or two are wrong; empty
        where there is none. A question, never an answer. */
    std::string similar(std::string_view entry) const;

    /// Whether some lists name medicines of every class: none is then a person's own.
    bool nameEveryClass(const std::vector<std::string>& lists) const;

    /// @returns nullptr for an unknown id
    const MedicineClass* findClass(std::string_view id) const;

private:
    /// One of the names of a class.
    struct Name
    {
        const MedicineClass* medicine;
        std::size_t place;     ///< in its names
        std::uint32_t letters; ///< that it holds, a bit a letter

        const std::string& text() const { return medicine->names[place]; }
        bool operator==(const Name& other) const
        {
            return medicine == other.medicine && place == other.place;
        }
        bool operator<(const Name& other) const
        {
            return std::tie(medicine->id, place) < std::tie(other.medicine->id, other.place);
        }
    };

    using NamesByBeginning =
        boost::unordered_flat_map<std::string_view, std::vector<Name>, std::hash<std::string_view>>;

    /// The names that stand in an entry, as foldWords gives it, in the order of the table.
    std::vector<Name> namesIn(const std::string& entry) const;

    /** The name that is nearest to a word, the first in the table among several.
        @param least only what is nearer; how near it is, where there is one */
    const Name* nearest(std::string_view word, std::size_t& least) const;

    // Findings point at classes: a map that never moves its elements.
    std::map<std::string, MedicineClass, std::less<>> m_classes;
    std::vector<std::vector<Name>> m_byLength; ///< in characters; each in the order of the table
    NamesByBeginning m_japanese;               ///< by their first sign: no spaces between words
    NamesByBeginning m_byFirstWord;            ///< the others
    /// As foldWords gives it, and the name that is asked about.
    std::vector<std::pair<std::string, std::string>> m_unclear;
};

} // namespace quartet
