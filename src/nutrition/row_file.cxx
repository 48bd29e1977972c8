/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/row_file.hxx"

#include <algorithm>

namespace quartet
{

RowFile::RowFile(std::shared_ptr<const Columns> columns, SharedText text)
    : m_columns(std::move(columns))
    , m_text(std::move(text))
{
    m_begins.reserve(static_cast<std::size_t>(std::count(m_text->begin(), m_text->end(), '\n'))
                     + 1);
    for (std::size_t at = 0; at < m_text->size();)
    {
        m_begins.push_back(static_cast<std::uint32_t>(at));
        at = std::min(m_text->find('\n', at), m_text->size() - 1) + 1;
    }
}

RowFile RowFile::of(const std::vector<Row>& rows)
{
    auto columns = std::make_shared<const Columns>(rows);
    std::string text;
    for (const Row& row : rows)
        text.append(row.toText(*columns)).append(1, '\n');
    return { std::move(columns), shareText(std::move(text)) };
}

std::string_view RowFile::line(std::size_t place) const
{
    const std::size_t begin = m_begins[place];
    return m_text->substr(begin, m_text->find('\n', begin) - begin);
}

Row RowFile::operator[](std::size_t place) const
{
    return Row::parse(line(place), m_text, m_columns);
}

std::optional<std::size_t> RowFile::find(std::string_view id) const
{
    const auto idAt = [this](std::uint32_t begin) {
        const std::string_view rest = m_text->substr(begin);
        return rest.substr(0, rest.find_first_of("|\n"));
    };
    const auto found = std::lower_bound(
        m_begins.begin(), m_begins.end(), id,
        [&idAt](std::uint32_t begin, std::string_view wanted) { return idAt(begin) < wanted; });
    if (found == m_begins.end() || idAt(*found) != id)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_begins.begin());
}

} // namespace quartet
