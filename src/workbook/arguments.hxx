/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How Calc hands arguments to a function.
//
// A left out argument arrives as a void Any. A blank cell arrives as 0; inside
// a range it arrives as an empty text.

#pragma once

#include "nutrition/data.hxx"
#include "nutrition/problem.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/uno/Any.hxx>

#include <optional>
#include <string>

namespace quartet
{

/// Whether it is an empty text, as a blank cell of a range is.
bool isEmptyText(const css::uno::Any& argument);

/** An optional text; nothing where it is left out or blank.
    @returns Problem::InvalidArgument for a number or a range */
Result<std::optional<std::string>> optionalText(const css::uno::Any& argument);

/** The name of a food in a cell of a range, which may be a number; nothing where the
    cell is blank, and a single blank cell is 0.
    @returns Problem::NotAvailable for what is no name */
Result<std::optional<std::string>> foodNameOf(const css::uno::Any& content);

/** One of a function's words, as parse reads it, otherwise what it means to leave it out.
    @returns Problem::InvalidArgument for any other */
template <typename Value, typename Parse>
Result<Value> wordOf(const css::uno::Any& argument, Value otherwise, const Parse& parse)
{
    const auto text = optionalText(argument);
    if (!text)
        return Problem::InvalidArgument;
    if (!*text)
        return otherwise;
    const auto word = parse(**text);
    return word ? Result<Value>(*word) : Problem::InvalidArgument;
}

/** The language of what is shown, "en" where it is left out.
    @returns Problem::InvalidArgument for one that there is no table of */
Result<std::string> languageArgument(const css::uno::Any& argument);

/** An optional number, 0 or more; nothing where it is left out or an empty
    text. A text that is a number counts as one.
    @returns Problem::InvalidArgument for a negative number, a text that is no
             number and a range */
Result<std::optional<double>> optionalNumber(const css::uno::Any& argument);

/** An amount of a food in grams: a number, or a text such as "2 slices". A
    blank one is 0 g.
    @returns Problem::InvalidArgument for an amount that is left out or negative,
             a text that is no amount, a unit that this food has no weight for,
             and a range */
Result<double> grams(const css::uno::Any& argument, const Food& food, const Data& data);

} // namespace quartet
