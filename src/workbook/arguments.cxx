/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/arguments.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "nutrition/texts.hxx"

#include <cmath>

namespace quartet
{

namespace
{

using css::uno::Any;

const double* asNumber(const Any& argument)
{
    return argument.getValueTypeClass() == css::uno::TypeClass_DOUBLE
               ? static_cast<const double*>(argument.getValue())
               : nullptr;
}

const rtl::OUString* asText(const Any& argument)
{
    return argument.getValueTypeClass() == css::uno::TypeClass_STRING
               ? static_cast<const rtl::OUString*>(argument.getValue())
               : nullptr;
}

/// An amount as it is; that of "-0" is 0.
Result<double> amountOf(double number)
{
    return number >= 0 && std::isfinite(number) ? Result<double>(std::abs(number))
                                                : Problem::InvalidArgument;
}

} // namespace

bool isEmptyText(const Any& argument)
{
    const rtl::OUString* const text = asText(argument);
    return text && text->isEmpty();
}

Result<std::optional<std::string>> optionalText(const Any& argument)
{
    using Text = std::optional<std::string>;
    if (const rtl::OUString* const text = asText(argument))
    {
        std::string utf8 = toUtf8(*text);
        return trim(utf8).empty() ? Text() : Text(std::move(utf8));
    }
    const double* const number = asNumber(argument);
    if (!argument.hasValue() || (number && *number == 0))
        return Text();
    return Problem::InvalidArgument;
}

Result<std::optional<std::string>> foodNameOf(const Any& content)
{
    if (const double* const number = asNumber(content); number && *number != 0)
        return std::optional(formatNumber(*number, 6));
    const auto text = optionalText(content);
    return text ? text : Problem::NotAvailable;
}

Result<std::optional<double>> optionalNumber(const Any& argument)
{
    using Number = std::optional<double>;
    if (!argument.hasValue())
        return Number();
    if (const double* const number = asNumber(argument))
    {
        const auto amount = amountOf(*number);
        return amount ? Result<Number>(*amount) : amount.error();
    }
    const rtl::OUString* const text = asText(argument);
    if (!text)
        return Problem::InvalidArgument;
    const std::string utf8 = toUtf8(*text);
    if (trim(utf8).empty())
        return Number();
    const auto quantity = parseReading(utf8);
    if (!quantity || !quantity->unit.empty())
        return Problem::InvalidArgument;
    return Number(quantity->number);
}

Result<double> grams(const Any& argument, const Food& food, const Data& data)
{
    if (const double* const number = asNumber(argument))
        return amountOf(*number);
    const rtl::OUString* const text = asText(argument);
    if (!text)
        return Problem::InvalidArgument;
    const std::string utf8 = toUtf8(*text);
    if (trim(utf8).empty())
        return 0.0;
    return data.grams(food, utf8);
}

Result<std::string> languageArgument(const Any& argument)
{
    return wordOf(argument, std::string("en"), parseLanguage);
}

} // namespace quartet
