/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a workbook holds of ours: the first look at it.

#pragma once

#include "portable/names.hxx"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace quartet
{

/// A cell, or an array formula, that calls us.
struct Site
{
    Place place;
    Area area;                                ///< of an array formula; else the cell
    std::shared_ptr<const Tokens> original{}; ///< the same one where a formula was filled down
    bool array = false;
    std::shared_ptr<const Tokens> rewritten{};
    bool asArray = false;     ///< it is an array formula of its one cell when it is rewritten
    bool readsValues = false; ///< it holds what cells held when it was made
    bool guarded = false;     ///< its calls hold their values
    bool held = false;        ///< it is its own value, while what it refers to is the same
    bool frozen = false;
    bool leftOut = false; ///< it says more than the copy may
};

/// A condition of cells that calls us: what may be entered, or how they look.
struct Rule
{
    Tokens tokens; ///< as they stand in the source's cell
    Place source;
    bool list = false;
    bool validity = false;
    std::function<void(const Tokens&)> apply;
    std::function<void()> remove;
    Tokens rewritten{};
};

/// A list of what may stand in some cells, as their validity says it.
struct ChoiceList
{
    Area cells;
    Tokens tokens;
};

/// The same formula in cells below each other.
struct FormulaRun
{
    Area area;
    std::shared_ptr<const Tokens> tokens;
};

struct Scan
{
    std::vector<FormulaRun> formulas; ///< all of the workbook
    std::vector<Site> sites;          ///< by column, from above
    std::vector<Rule> rules;
    std::vector<ChoiceList> lists;
};

/// Whether two formulas are one, filled into different cells.
bool isSame(const Tokens& one, const Tokens& other);

/// How many sites from one on stand one below the other and have the same formula.
std::size_t lengthOfRun(const std::vector<Site>& sites, std::size_t first);

/// @param scratch a cell that may be written to
Scan scan(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
          const Place& scratch);

} // namespace quartet
