/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The arguments that say whose intake it is.

#pragma once

#include "nutrition/person.hxx"
#include "nutrition/problem.hxx"

#include <com/sun/star/uno/Any.hxx>

namespace quartet
{

/** @returns Problem::InvalidArgument for a negative age, an unknown sex or
             stage, and a pregnant or lactating man; Problem::NotAvailable for an
             age of 0 that is AgeZero::Blank */
Result<Person> personArguments(const css::uno::Any& age, const css::uno::Any& sex,
                               const css::uno::Any& stage, AgeZero zero);

} // namespace quartet
