/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Writes a file as a whole or not at all.

#pragma once

#include "workbook/words.hxx"

#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

#include <stdexcept>
#include <string>
#include <utility>

namespace quartet
{

/** Why a file was not written: the id of a text that says so, and what stands in
    place of its {cell}. */
class NotWritten : public std::runtime_error
{
public:
    explicit NotWritten(const char* id, std::string where = {})
        : std::runtime_error(id)
        , m_where(std::move(where))
    {
    }

    std::string said(const Words& words) const
    {
        return words.text(what(), { { "cell", m_where } });
    }

private:
    std::string m_where;
};

/** Writes a file beside its place, reads it back and only then puts it there.
    A file of that name stays as it was until then; nothing else is left.
    Who may read it: who might read the file of that name, or else the one that it was
    made of.
    @param url of a file of this computer
    @param source of what it was made of; may be empty
    @throws NotWritten */
void writeWhole(const rtl::OUString& url, const css::uno::Sequence<sal_Int8>& bytes,
                const rtl::OUString& source);

} // namespace quartet
