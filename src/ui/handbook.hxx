/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The handbook: the help as a spreadsheet, which every Calc shows.

#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace quartet
{

/// The handbook's page on the food picker, as its sheet is called.
constexpr char pickerPage[] = "Insert a food, explain a cell";

/** Shows the handbook; where it is open already, that window. Where it isn't
    part of the installation, a message says so.
    @param frame whose window a message belongs to
    @param page the name of a sheet; nothing shows the handbook where it was left,
           or its first page */
void showHandbook(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::frame::XFrame>& frame, const char* page = "");

} // namespace quartet
