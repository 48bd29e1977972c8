/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How the figures of a food are known: where they are from, and how sure they are.

#pragma once

#include "nutrition/nutrients.hxx"
#include "nutrition/sources.hxx"

#include <map>
#include <optional>
#include <string>

namespace quartet
{

/** How figures are known. A food has one account for all its menaquinones:
    they come from one analysis. */
struct Account
{
    Citation source;
    std::string grade;          ///< a grade of registry/grades.csv; empty where not given
    std::optional<double> low;  ///< the lowest and the highest total that was
    std::optional<double> high; ///< seen, µg per 100 g
};

/** The accounts of a row's figures: one for most, and others. */
struct Accounts
{
    Account general;
    std::map<NutrientIndex, Account> exceptions;

    const Account& of(NutrientIndex nutrient) const
    {
        const auto exception = exceptions.find(nutrient);
        return exception == exceptions.end() ? general : exception->second;
    }
};

/// Whether a field is "CA source" or the like: where one nutrient's figure is from.
bool isSourceField(std::string_view field, const NutrientTable& nutrients);

/** Reads the fields "source", "grade" (a word of registry/grades.csv; without it
    the source's), "other sources" ("ciqual-2020 16400: VITD VITD3; ..."), "CA source" and
    the like, and "other grades" ("assumed zero: VITD FIBTG; calculated: CA").

    @throws BadRow for an unknown source, grade or nutrient and one that is named
            twice */
Accounts readAccounts(const Row& row, const NutrientTable& nutrients, const SourceTable& sources);

} // namespace quartet
