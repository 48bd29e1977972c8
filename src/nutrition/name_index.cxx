/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/name_index.hxx"

#include "nutrition/row.hxx"

#include <boost/endian/conversion.hpp>

#include <algorithm>
#include <bit>
#include <charconv>

namespace quartet
{

namespace
{

constexpr std::size_t wordSize = 4;
constexpr char separator = '|';

/// FNV-1a: the same in the build and in every office.
std::size_t hash(std::string_view text)
{
    std::uint32_t hash = 2166136261;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    return hash;
}

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
    m_slotCount = wordAt(all.data() + all.size() - wordSize);
    const std::size_t lines = all.size() - (m_slotCount + 1) * wordSize;
    m_lines = all.substr(0, lines);
    m_slots = all.data() + lines;
}

std::string NameIndex::write(std::vector<IndexedName> names)
{
    std::sort(names.begin(), names.end(), [](const IndexedName& left, const IndexedName& right) {
        return left.folded < right.folded;
    });
    // At most half full: a name is found at the first or the second look.
    std::vector<std::uint32_t> slots(std::bit_ceil(names.size() * 2 + 1));
    std::string bytes;
    for (const IndexedName& name : names)
    {
        if (name.folded.find(separator) != std::string_view::npos)
            throw BadRow("name", std::string(name.folded) + " has a \"|\"");
        std::size_t place = hash(name.folded) & (slots.size() - 1);
        while (slots[place] != 0)
            place = (place + 1) & (slots.size() - 1);
        slots[place] = static_cast<std::uint32_t>(bytes.size() + 1);
        bytes.append(name.folded).append(1, separator);
        bytes.append(std::to_string(name.food)).append(1, separator);
        bytes.append(name.usage).append(1, '\n');
    }
    for (const std::uint32_t slot : slots)
        appendWord(bytes, slot);
    appendWord(bytes, slots.size());
    return bytes;
}

std::uint32_t NameIndex::slot(std::size_t place) const
{
    return wordAt(m_slots + place * wordSize);
}

std::optional<std::uint32_t> NameIndex::find(std::string_view folded) const
{
    if (m_slotCount == 0)
        return std::nullopt;
    const std::size_t mask = m_slotCount - 1;
    for (std::size_t place = hash(folded) & mask; const std::uint32_t begin = slot(place);
         place = (place + 1) & mask)
    {
        const std::string_view line = m_lines.substr(begin - 1);
        if (!line.starts_with(folded) || line[folded.size()] != separator)
            continue;
        const char* const number = line.data() + folded.size() + 1;
        std::uint32_t food = 0;
        if (std::from_chars(number, line.data() + line.size(), food).ptr != number)
            return food;
    }
    return std::nullopt;
}

std::vector<IndexedName> NameIndex::names() const
{
    std::vector<IndexedName> names;
    names.reserve(m_slotCount / 2);
    for (std::string_view rest = m_lines; !rest.empty();)
    {
        names.push_back(nameIn(rest));
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    }
    return names;
}

} // namespace quartet
