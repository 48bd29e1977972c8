/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Putting a food and its amount into a sheet: in a plan into the next free row of a meal,
// elsewhere at the cursor.

#pragma once

#include "nutrition/food_picker.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

enum class Insertion
{
    Done,
    NoCell,    ///< the cursor is on no cell, or there is none to the right
    Protected, ///< the sheet refused
    ReadOnly,  ///< the workbook can only be read
    Occupied,  ///< something stands there: the person is to be asked
    NoPlan,    ///< this sheet holds no plan
    NoRow      ///< the meal is full, and a sum would not count another row
};

/// The id of the words that say why nothing was inserted.
const char* reasonOf(Insertion insertion);

/// What an entry would be written over.
struct Standing
{
    std::string cell; ///< as in "B12"
    std::string text;
    bool isFixed; ///< a formula where the amount goes: it is never written over
};

struct Inserted
{
    Insertion result;
    std::vector<Standing> standing = {}; ///< of Occupied: a food, an amount or both
};

/// The sentence that says what stands where.
std::string standingText(const Words& words, const std::vector<Standing>& standing);

/// What to do where something stands already.
enum class Occupied
{
    Ask,
    Replace,
    NextFree ///< write into the next free row
};

/** How an entry is inserted. */
struct Manner
{
    Occupied occupied = Occupied::Ask;
    /// The text of a plan's cell at the cursor that names no food, and that the search began
    /// with: whether to replace it is asked too. Any other row that holds something is passed by.
    rtl::OUString inQuestion;
    rtl::OUString amount;    ///< as it was chosen: a cell that shows it already stays as it is
    rtl::OUString undoTitle; ///< what the Undo command names the step
};

/** Writes the food's name as a text into a cell and its amount into the cell to the right,
    as one step to undo.

    In a plan: into the next free row of the meal at the cursor, else of the first meal in
    view that has one; a meal that is full gets a row. The cursor goes to the next free row.
    Elsewhere: at the cursor, which moves down. */
Inserted insertEntry(const css::uno::Reference<css::uno::XComponentContext>& context,
                     const css::uno::Reference<css::frame::XController>& controller,
                     const Entry& entry, const Manner& manner);

/** Adds a row for a food below the one at the cursor, else to the meal that insertEntry
    would choose, and gives rows of the meal that lack their formulas those of another. */
Insertion addFoodRow(const css::uno::Reference<css::frame::XController>& controller,
                     const rtl::OUString& undoTitle);

/** What stands at the cursor as a person would search for it: in a plan the food of the
    row, elsewhere a text that was typed. */
struct AtCursor
{
    rtl::OUString food;
    rtl::OUString amount; ///< of a plan's row
};
AtCursor findAtCursor(const css::uno::Reference<css::frame::XController>& controller);

} // namespace quartet
