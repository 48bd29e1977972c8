/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// UNO's strings are UTF-16, the science's UTF-8.

#pragma once

#include <rtl/ustring.hxx>

#include <string>
#include <string_view>

namespace quartet
{

inline std::string toUtf8(const rtl::OUString& text)
{
    // Most names are plain ASCII and need no conversion.
    std::string ascii(static_cast<std::size_t>(text.getLength()), char());
    const sal_Unicode* const units = text.getStr();
    std::size_t i = 0;
    while (i < ascii.size() && units[i] < 0x80)
    {
        ascii[i] = static_cast<char>(units[i]);
        ++i;
    }
    if (i == ascii.size())
        return ascii;
    const rtl::OString utf8 = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return { utf8.getStr(), static_cast<std::size_t>(utf8.getLength()) };
}

inline rtl::OUString fromUtf8(std::string_view text)
{
    return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8);
}

} // namespace quartet
