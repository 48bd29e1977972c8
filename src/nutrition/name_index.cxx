/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/name_index.hxx"

#include <boost/endian/conversion.hpp>

#include <algorithm>
#include <charconv>

namespace quartet
{

namespace
{

constexpr std::size_t wordSize = 4;
constexpr char separator = '|';
constexpr std::size_t linesOfMark = 8;
constexpr std::size_t keySize = 8;
constexpr std::size_t markSize = keySize + wordSize; ///< a line's key and place

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

/// A name's first bytes as a number: names are in the order of their keys.
std::uint64_t keyOf(std::string_view folded)
{
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < keySize; ++i)
        key = key << 8U | (i < folded.size() ? static_cast<unsigned char>(folded[i]) : 0U);
    return key;
}

std::uint64_t keyAt(const char* bytes)
{
    return boost::endian::load_big_u64(reinterpret_cast<const unsigned char*>(bytes));
}

/// The folded name that a line begins with.
std::string_view foldedIn(std::string_view line) { return line.substr(0, line.find(separator)); }

/// Whether a line is of this name.
bool beginsWith(std::string_view line, std::string_view folded)
{
    return line.size() > folded.size() && line[folded.size()] == separator
           && line.starts_with(folded);
}

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

NameIndex::NameIndex(SharedText bytes)
    : m_bytes(std::move(bytes))
{
    const std::string_view all = *m_bytes;
    m_markCount = wordAt(all.data() + all.size() - wordSize);
    const std::size_t lines = all.size() - m_markCount * markSize - wordSize;
    m_lines = all.substr(0, lines);
    m_marks = all.data() + lines;
}

std::string NameIndex::write(std::vector<IndexedName> names)
{
    std::sort(names.begin(), names.end(), [](const IndexedName& left, const IndexedName& right) {
        return left.folded < right.folded;
    });
    std::string marks;
    std::string bytes;
    for (std::size_t line = 0; line < names.size(); ++line)
    {
        const IndexedName& name = names[line];
        if (name.folded.find(separator) != std::string_view::npos)
            throw BadRow("name", std::string(name.folded) + " has a \"|\"");
        if (line % linesOfMark == 0)
        {
            unsigned char key[keySize];
            boost::endian::store_big_u64(key, keyOf(name.folded));
            marks.append(reinterpret_cast<const char*>(key), keySize);
            appendWord(marks, bytes.size());
        }
        bytes.append(name.folded).append(1, separator);
        bytes.append(std::to_string(name.food)).append(1, separator);
        bytes.append(name.usage).append(1, '\n');
    }
    const std::size_t count = marks.size() / markSize;
    bytes += marks;
    appendWord(bytes, count);
    return bytes;
}

std::string_view NameIndex::from(std::size_t mark) const
{
    return m_lines.substr(wordAt(m_marks + mark * markSize + keySize));
}

std::optional<std::uint32_t> NameIndex::find(std::string_view folded) const
{
    if (folded.find(separator) != std::string_view::npos)
        return std::nullopt; // no name has one
    const std::uint64_t key = keyOf(folded);
    const auto isAfter = [&](std::size_t mark) {
        const std::uint64_t other = keyAt(m_marks + mark * markSize);
        return other == key ? foldedIn(from(mark)) > folded : other > key;
    };
    std::size_t low = 0; // the marks before it are of this name or of names before it
    for (std::size_t high = m_markCount; low < high;)
    {
        const std::size_t middle = low + (high - low) / 2;
        if (isAfter(middle))
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0)
        return std::nullopt;
    std::string_view rest = from(low - 1);
    for (std::size_t line = 0; line < linesOfMark && !rest.empty(); ++line)
    {
        if (beginsWith(rest, folded))
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
