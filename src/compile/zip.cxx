/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/zip.hxx"

#include <boost/crc.hpp>

namespace quartet
{

namespace
{

constexpr std::uint16_t version = 20;
constexpr std::uint16_t utf8Names = 1 << 11;
constexpr std::uint16_t stored = 0;
/// 1 January 1980, the first day that the format knows.
constexpr std::uint32_t noDate = 0x00210000;

void put(std::string& bytes, std::uint32_t number, int length)
{
    for (int i = 0; i < length; ++i, number >>= 8)
        bytes.push_back(static_cast<char>(number & 0xFF));
}

void put16(std::string& bytes, std::uint32_t number) { put(bytes, number, 2); }
void put32(std::string& bytes, std::uint32_t number) { put(bytes, number, 4); }

/// What a file's own header and its entry in the directory have in common.
std::string description(std::string_view name, std::string_view content)
{
    boost::crc_32_type crc;
    crc.process_bytes(content.data(), content.size());
    std::string bytes;
    put16(bytes, version);
    put16(bytes, utf8Names);
    put16(bytes, stored);
    put32(bytes, noDate);
    put32(bytes, crc.checksum());
    put32(bytes, static_cast<std::uint32_t>(content.size()));
    put32(bytes, static_cast<std::uint32_t>(content.size()));
    put16(bytes, static_cast<std::uint32_t>(name.size()));
    put16(bytes, 0); // no extra field
    return bytes;
}

} // namespace

void Zip::add(std::string_view name, std::string_view content)
{
    const auto offset = static_cast<std::uint32_t>(m_files.size());
    const std::string described = description(name, content);

    m_files += "PK\3\4";
    m_files.append(described).append(name).append(content);

    m_directory += "PK\1\2";
    put16(m_directory, version);
    m_directory += described;
    put16(m_directory, 0); // no comment
    put16(m_directory, 0); // on the first disk
    put16(m_directory, 0); // internal attributes
    put32(m_directory, 0); // external attributes
    put32(m_directory, offset);
    m_directory += name;
    ++m_count;
}

std::string Zip::bytes() const
{
    std::string bytes = m_files + m_directory + "PK\5\6";
    put16(bytes, 0); // this disk
    put16(bytes, 0); // the disk where the directory begins
    put16(bytes, m_count);
    put16(bytes, m_count);
    put32(bytes, static_cast<std::uint32_t>(m_directory.size()));
    put32(bytes, static_cast<std::uint32_t>(m_files.size()));
    put16(bytes, 0); // no comment
    return bytes;
}

} // namespace quartet
