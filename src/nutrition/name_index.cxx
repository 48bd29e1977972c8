/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/name_index.hxx"

#include "nutrition/row.hxx"

#include <boost/endian/conversion.hpp>

#include <algorithm>
#include <charconv>

namespace quartet
{

namespace
{

constexpr std::size_t wordSize = 4;
constexpr char separator = '|';
constexpr std::size_t linesOfMark = 16;

std::uint32_t wordAt(const char* bytes)
{
    return boost::endian::load_little_u32(reinterpret_cast<const unsigned char*>(bytes));
}

void appendWord(std::string& bytes, std::size_t word)
{
    unsigned char buffer[wordSize];
    boost::endian::store_little_u32(buffer, static_cast<std::uint32_t>(word));
    bytes.append(reinterpret_cast<const char*>(buffer), wordSize);
}

/// The folded name that a line begins with.
std::string_view foldedIn(std::string_view line) { return line.substr(0, line.find(separator)); }

/// The name in the line that a text begins with.
IndexedName nameIn(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t food = line.find(separator);
    const std::size_t usage = line.rfind(separator);
    IndexedName name{ line.substr(0, food), 0, line.substr(usage + 1) };
    std::from_chars(line.data() + food + 1, line.data() + usage, name.food);
    return name;
}

} // namespace

NameUsage NameUsage::parse(std::string_view text)
{
    if (text == id)
        return { {}, true };
    const bool alias = text.ends_with('+');
    return { text.substr(0, text.size() - (alias ? 1 : 0)), alias };
}

NameIndex::NameIndex(std::shared_ptr<const std::string> bytes)
    : m_bytes(std::move(bytes))
{
    const std::string_view all = *m_bytes;
    m_markCount = wordAt(all.data() + all.size() - wordSize);
    const std::size_t lines = all.size() - (m_markCount + 1) * wordSize;
    m_lines = all.substr(0, lines);
    m_marks = all.data() + lines;
}

std::string NameIndex::write(std::vector<IndexedName> names)
{
    std::sort(names.begin(), names.end(), [](const IndexedName& left, const IndexedName& right) {
        return left.folded < right.folded;
    });
    std::vector<std::size_t> marks;
    std::string bytes;
    for (std::size_t line = 0; line < names.size(); ++line)
    {
        const IndexedName& name = names[line];
        if (name.folded.find(separator) != std::string_view::npos)
            throw BadRow("name", std::string(name.folded) + " has a \"|\"");
        if (line % linesOfMark == 0)
            marks.push_back(bytes.size());
        bytes.append(name.folded).append(1, separator);
        bytes.append(std::to_string(name.food)).append(1, separator);
        bytes.append(name.usage).append(1, '\n');
    }
    for (const std::size_t mark : marks)
        appendWord(bytes, mark);
    appendWord(bytes, marks.size());
    return bytes;
}

std::string_view NameIndex::from(std::size_t mark) const
{
    return m_lines.substr(wordAt(m_marks + mark * wordSize));
}

std::optional<std::uint32_t> NameIndex::find(std::string_view folded) const
{
    std::size_t low = 0; // the marks before it are of this name or of names before it
    for (std::size_t high = m_markCount; low < high;)
    {
        const std::size_t middle = low + (high - low) / 2;
        if (foldedIn(from(middle)) <= folded)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return std::nullopt;
    std::string_view rest = from(low - 1);
    for (std::size_t line = 0; line < linesOfMark && !rest.empty(); ++line)
    {
        if (foldedIn(rest) == folded)
            return nameIn(rest).food;
        rest.remove_prefix(rest.find('\n') + 1);
    }
    return std::nullopt;
}

std::vector<IndexedName> NameIndex::names() const
{
    std::vector<IndexedName> names;
    names.reserve(m_markCount * linesOfMark);
    for (std::string_view rest = m_lines; !rest.empty();)
    {
        names.push_back(nameIn(rest));
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    }
    return names;
}

} // namespace quartet
