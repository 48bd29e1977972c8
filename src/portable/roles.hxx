/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the parameters of our functions mean to a portable copy.

#pragma once

namespace quartet
{

enum class Role : char
{
    Food = 'F',
    Foods = 'f', ///< a range
    Amount = 'A',
    Amounts = 'a', ///< a range
    Word = 'W',    ///< a nutrient, a unit, a standard: the copy holds for this one
    Number = 'N',  ///< an amount or a level: the copy goes on calculating
    Cells = 'c',   ///< a range that is looked at as a whole
    Age = 'g',
    Sex = 's',
    Stage = 'p',
    Medicines = 'm'
};

/// Whose parameters a copy leaves out unless it was asked not to.
constexpr bool isAboutPerson(Role role)
{
    return role == Role::Age || role == Role::Sex || role == Role::Stage || role == Role::Medicines;
}

} // namespace quartet
