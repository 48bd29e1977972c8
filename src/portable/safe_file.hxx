/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writes a file as a whole or not at all.

#pragma once

#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

#include <stdexcept>

namespace quartet
{

/// Why a file was not written: the id of a text that says so.
class NotWritten : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/** Writes a file beside its place, reads it back and only then puts it there.
    A file of that name stays as it was until then; nothing else is left.
    @param url of a file of this computer
    @throws NotWritten */
void writeWhole(const rtl::OUString& url, const css::uno::Sequence<sal_Int8>& bytes);

} // namespace quartet
