/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Putting a food and its amount into a sheet.

#pragma once

#include "nutrition/food_picker.hxx"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

enum class Insertion
{
    Done,
    NoCell,   ///< the cursor is on no cell, or there is none to the right
    Protected ///< the sheet refused
};

/** Writes the food's name as a text into the cell at the cursor and its amount
    into the cell to the right, as one step to undo, and moves the cursor down.
    @param undoTitle what the Undo command names the step */
Insertion insertEntry(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::frame::XController>& controller,
                      const Entry& entry, const rtl::OUString& undoTitle);

} // namespace quartet
