/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What medicines and nutrients do to each other, and how much it matters.

#pragma once

#include "nutrition/confidence.hxx"
#include "nutrition/medicines.hxx"
#include "nutrition/nutrients.hxx"
#include "nutrition/problem.hxx"
#include "nutrition/texts.hxx"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

struct InteractionLevel
{
    std::string name; ///< "high"
    double order;     ///< the most serious first
    bool caution;     ///< whether what is said of a day begins with it
};

struct Interaction
{
    std::vector<const MedicineClass*> medicines;
    std::vector<NutrientIndex> nutrients;
    const InteractionLevel* level;
    std::string text;   ///< what to know
    std::string clause; ///< the same as a part of a sentence
    std::string source; ///< a few words
    std::string caveat; ///< how the source was read; may be empty
    /// No text may hold this nutrient against a target: it could read as advice
    /// to take more.
    std::optional<NutrientIndex> unjudged;
};

/** An interaction of a medicine in a person's list. */
struct InteractionFinding
{
    std::string entry; ///< the person's own words
    const MedicineClass* medicine;
    const Interaction* interaction;
};

class InteractionTable
{
public:
    /** Reads rows of registry/standards/levels.csv (level as id; order,
        caution) and of registry/standards/interactions.csv: id; medicine (ids
        of classes), nutrients, level, text, short, unjudged, source, place,
        confidence.

        The tables must outlive this object. */
    InteractionTable(const std::vector<Row>& levels, const std::vector<Row>& interactions,
                     const MedicineTable& medicines, const NutrientTable& nutrients,
                     const ConfidenceTable& confidence, const Texts& texts,
                     std::vector<Damage>& damages);

    /** The interactions of a list of medicines with a nutrient, its parts and
        what it is a part of; with all nutrients where none is given. The most
        serious come first. */
    std::vector<InteractionFinding> find(const std::vector<Medicine>& medicines,
                                         std::optional<NutrientIndex> nutrient) const;

    /** What to know of a list of medicines. Of those that aren't in the table
        it says so, and asks whether one that is was meant; it calls none safe. */
    std::string describe(std::string_view medicines, std::optional<NutrientIndex> nutrient,
                         std::string_view language = "en") const;

    /// A medicine in the person's own words and its class: "warfarin (vitamin K
    /// antagonist)"; the class alone where these are its name.
    std::string nameOf(const InteractionFinding& finding, std::string_view language) const;

    /// An entry that isn't in the table, with the medicine that may be meant.
    std::string unlisted(const std::string& entry, std::string_view language) const;

    /** The most serious level of a list of medicines, or "not listed".
        @returns Problem::InvalidArgument for a list that is too long to be read */
    Result<std::string> level(std::string_view medicines,
                              std::optional<NutrientIndex> nutrient) const;

private:
    const MedicineTable& m_medicines;
    const NutrientTable& m_nutrients;
    const Texts& m_texts;
    std::map<std::string, InteractionLevel, std::less<>> m_levels;
    std::vector<Interaction> m_interactions;
};

} // namespace quartet
