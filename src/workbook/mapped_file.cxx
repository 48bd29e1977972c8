/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/mapped_file.hxx"

#include <osl/file.h>

namespace quartet
{

namespace
{

class OpenFile
{
public:
    explicit OpenFile(const rtl::OUString& url)
    {
        if (osl_openFile(url.pData, &m_handle, osl_File_OpenFlag_Read) != osl_File_E_None)
            m_handle = nullptr;
    }
    ~OpenFile()
    {
        if (m_handle)
            osl_closeFile(m_handle);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    oslFileHandle handle() const { return m_handle; }

private:
    oslFileHandle m_handle = nullptr;
};

class Mapping
{
public:
    Mapping(void* begin, sal_uInt64 size)
        : m_begin(begin)
        , m_text(static_cast<const char*>(begin), size)
    {
    }
    ~Mapping() { osl_unmapFile(m_begin, m_text.size()); }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    const std::string_view& text() const { return m_text; }

private:
    void* const m_begin;
    const std::string_view m_text;
};

} // namespace

SharedText mapFile(const rtl::OUString& url)
{
    const OpenFile file(url);
    sal_uInt64 size = 0;
    void* begin = nullptr;
    if (!file.handle() || osl_getFileSize(file.handle(), &size) != osl_File_E_None || size == 0
        || osl_mapFile(file.handle(), &begin, size, 0, osl_File_MapFlag_RandomAccess)
               != osl_File_E_None)
        return {};
    const auto mapping = std::make_shared<const Mapping>(begin, size);
    return { mapping, &mapping->text() };
}

} // namespace quartet
