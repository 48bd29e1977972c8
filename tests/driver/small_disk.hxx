/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A disk that is soon full, or can't be written.

#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/mount.h>

namespace quartet
{

/** A disk of its own in a new folder, in memory. Needs root: ask isMounted(). */
class SmallDisk
{
public:
    /// @param size "size=8k"
    SmallDisk(const std::filesystem::path& path, const char* size)
        : m_path(path)
    {
        std::filesystem::create_directory(path);
        m_mounted = mount("tmpfs", path.c_str(), "tmpfs", 0, size) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_path.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return mount("tmpfs", m_path.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    /// Takes all that is left.
    void fill() const
    {
        std::ofstream file(filling());
        for (const std::string page(4096, ' '); file.write(page.data(), 4096).flush();)
            continue;
    }
    void makeRoom() const { std::filesystem::remove(filling()); }

private:
    std::filesystem::path filling() const { return m_path / "filling"; }

    std::filesystem::path m_path;
    bool m_mounted;
};

} // namespace quartet
