/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/read_notes.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <rtl/digest.h>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

rtl::OUString digest(const std::string& note)
{
    std::array<sal_uInt8, RTL_DIGEST_LENGTH_SHA1> bytes{};
    rtl_digest_SHA1(note.data(), static_cast<sal_uInt32>(note.size()), bytes.data(),
                    static_cast<sal_uInt32>(bytes.size()));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const sal_uInt8 byte : bytes)
        text.append({ digits[byte / 16], digits[byte % 16] });
    return fromUtf8(text);
}

Reference<XPropertySet> open(const Reference<css::uno::XComponentContext>& context)
{
    Sequence<Any> arguments(1);
    arguments[0] <<=
        css::beans::NamedValue("nodepath", Any(rtl::OUString("/org.quartet.Registry/Notes")));
    return Reference<XPropertySet>(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", arguments),
        UNO_QUERY_THROW);
}

/// The digests of the notes about these data.
Sequence<rtl::OUString> read(const Reference<XPropertySet>& notes, const std::string& version)
{
    rtl::OUString about;
    Sequence<rtl::OUString> digests;
    notes->getPropertyValue("Data") >>= about;
    if (toUtf8(about) == version)
        notes->getPropertyValue("Read") >>= digests;
    return digests;
}

} // namespace

bool ReadNotes::contains(const std::string& note) const
{
    const auto digests = read(open(m_context), m_version);
    const auto* const end = digests.getConstArray() + digests.getLength();
    return std::find(digests.getConstArray(), end, digest(note)) != end;
}

void ReadNotes::add(const std::string& note) const
{
    if (contains(note))
        return;
    const auto notes = open(m_context);
    auto digests = read(notes, m_version);
    const sal_Int32 count = digests.getLength();
    digests.realloc(count + 1);
    digests[count] = digest(note);
    notes->setPropertyValue("Data", Any(fromUtf8(m_version)));
    notes->setPropertyValue("Read", Any(digests));
    Reference<css::util::XChangesBatch>(notes, UNO_QUERY_THROW)->commitChanges();
}

} // namespace quartet
