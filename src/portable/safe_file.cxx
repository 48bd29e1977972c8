/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/safe_file.hxx"

#include <osl/file.hxx>

#include <cstring>
#include <optional>
#include <vector>

namespace quartet
{

namespace
{

using osl::FileBase;

const char* reason(FileBase::RC error)
{
    switch (error)
    {
        case FileBase::E_NOSPC:
        case FileBase::E_FBIG:
            return "portable.error.full";
        case FileBase::E_ACCES:
        case FileBase::E_PERM:
        case FileBase::E_ROFS:
            return "portable.error.readOnly";
        case FileBase::E_NOENT:
        case FileBase::E_NOTDIR:
            return "portable.error.folder";
        default:
            return "portable.error.write";
    }
}

void require(FileBase::RC error)
{
    if (error != FileBase::E_None)
        throw NotWritten(reason(error));
}

constexpr sal_uInt64 permissions = osl_File_Attribute_OwnRead | osl_File_Attribute_OwnWrite
                                   | osl_File_Attribute_GrpRead | osl_File_Attribute_GrpWrite
                                   | osl_File_Attribute_OthRead | osl_File_Attribute_OthWrite;

/// Who may read the first of the files that is there.
std::optional<sal_uInt64> attributesOf(const rtl::OUString& target, const rtl::OUString& source)
{
    for (const rtl::OUString& url : { target, source })
    {
        osl::DirectoryItem item;
        osl::FileStatus status(osl_FileStatus_Mask_Attributes);
        if (!url.isEmpty() && osl::DirectoryItem::get(url, item) == FileBase::E_None
            && item.getFileStatus(status) == FileBase::E_None
            && status.isValid(osl_FileStatus_Mask_Attributes))
            return (status.getAttributes() & permissions) | osl_File_Attribute_OwnRead
                   | osl_File_Attribute_OwnWrite;
    }
    return std::nullopt;
}

/** A new file that goes away with the object unless it has been moved. */
class Draft
{
public:
    /// @param attributes that it gets before anything is written
    Draft(const rtl::OUString& target, std::optional<sal_uInt64> attributes)
    {
        constexpr int attempts = 100;
        for (int i = 1; i <= attempts; ++i)
        {
            m_url = target + "." + rtl::OUString::number(i) + ".part";
            osl::File file(m_url);
            const auto error = file.open(osl_File_OpenFlag_Write | osl_File_OpenFlag_Create);
            if (error == FileBase::E_None)
            {
                m_made = true;
                file.close();
                if (attributes)
                    require(osl::File::setAttributes(m_url, *attributes));
                return;
            }
            if (error != FileBase::E_EXIST)
                require(error);
        }
        throw NotWritten("portable.error.write");
    }
    ~Draft()
    {
        if (m_made)
            osl::File::remove(m_url);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(const css::uno::Sequence<sal_Int8>& bytes) const
    {
        try
        {
            writeAll(bytes);
        }
        catch (const NotWritten&)
        {
            // A full disk is an error of another name where the system writes late.
            if (hasRoomFor(bytes.getLength()))
                throw;
            throw NotWritten("portable.error.full");
        }
    }

    bool holds(const css::uno::Sequence<sal_Int8>& bytes) const
    {
        osl::File file(m_url);
        require(file.open(osl_File_OpenFlag_Read));
        std::vector<sal_Int8> read(static_cast<std::size_t>(bytes.getLength()) + 1);
        std::size_t length = 0;
        for (sal_uInt64 more = 1; more > 0 && length < read.size(); length += more)
            require(file.read(read.data() + length, read.size() - length, more));
        return length == static_cast<std::size_t>(bytes.getLength())
               && std::memcmp(read.data(), bytes.getConstArray(), length) == 0;
    }

    void moveTo(const rtl::OUString& target)
    {
        require(osl::File::move(m_url, target));
        m_made = false;
    }

private:
    void writeAll(const css::uno::Sequence<sal_Int8>& bytes) const
    {
        osl::File file(m_url);
        require(file.open(osl_File_OpenFlag_Write));
        const sal_Int8* at = bytes.getConstArray();
        for (auto left = static_cast<sal_uInt64>(bytes.getLength()); left > 0;)
        {
            sal_uInt64 written = 0;
            require(file.write(at, left, written));
            if (written == 0)
                throw NotWritten("portable.error.full");
            at += written;
            left -= written;
        }
        require(file.sync());
        require(file.close());
    }

    /// Beside what has been written already.
    bool hasRoomFor(sal_Int32 bytes) const
    {
        osl::VolumeInfo disk(osl_VolumeInfo_Mask_FreeSpace);
        return osl::Directory::getVolumeInfo(m_url.copy(0, m_url.lastIndexOf('/')), disk)
                   != FileBase::E_None
               || disk.getFreeSpace() >= static_cast<sal_uInt64>(bytes);
    }

    rtl::OUString m_url;
    bool m_made = false;
};

} // namespace

void writeWhole(const rtl::OUString& url, const css::uno::Sequence<sal_Int8>& bytes,
                const rtl::OUString& source)
{
    if (!url.startsWithIgnoreAsciiCase("file:"))
        throw NotWritten("portable.error.remote");
    const auto attributes = attributesOf(url, source);
    Draft draft(url, attributes);
    draft.write(bytes);
    if (!draft.holds(bytes))
        throw NotWritten("portable.error.write");
    draft.moveTo(url);
}

} // namespace quartet
