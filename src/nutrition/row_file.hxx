/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A table whose rows stay text until someone asks for them.

#pragma once

#include "nutrition/row.hxx"

#include <cstdint>

namespace quartet
{

/** Rows of a table that the build has checked. Immutable: any number of threads
    may read it. */
class RowFile
{
public:
    /// A table without rows.
    RowFile() = default;

    /// @param text a line a row, in the form of Row::toText
    RowFile(std::shared_ptr<const Columns> columns, SharedText text);

    /// Rows as the build writes them, in the order in which they are given.
    static RowFile of(const std::vector<Row>& rows);

    std::size_t size() const { return m_begins.size(); }
    bool empty() const { return m_begins.empty(); }

    /// @throws BadRow where the row has more cells than the table has columns
    Row operator[](std::size_t place) const;

    /** The place of a row in a table that is in the order of its ids.
        @returns nothing where there is none */
    std::optional<std::size_t> find(std::string_view id) const;

private:
    std::string_view line(std::size_t place) const;

    std::shared_ptr<const Columns> m_columns;
    SharedText m_text;
    std::vector<std::uint32_t> m_begins; ///< of the lines
};

} // namespace quartet
