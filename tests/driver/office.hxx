/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A real LibreOffice, started for a test and driven over the UNO bridge.

#pragma once

#include <com/sun/star/frame/XDesktop2.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace quartet
{

/** A folder of its own under the system's temporary folder, gone with the
    object. */
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The file: URL of a path.
rtl::OUString fileUrl(const std::filesystem::path& path);

/** A throwaway user profile with its own home folder. */
class Profile
{
public:
    Profile() = default;

    /** The profile of who uses the office in a language. No language pack is
        needed: the office is told that it has one, and stays English itself.
        @param language BCP 47, such as "de-AT" */
    explicit Profile(const std::string& language);

    /// A copy of a profile that no office is using.
    Profile(const Profile& original);
    Profile& operator=(const Profile&) = delete;

    std::filesystem::path home() const { return m_folder.path(); }
    std::filesystem::path installation() const { return m_folder.path() / "profile"; }

    /** Runs unopkg on this profile, which no office may be using.

        unopkg refuses root: as root it runs as the user "nobody".
        @returns what it printed
        @throws std::runtime_error where it fails */
    std::string unopkg(const std::vector<std::string>& arguments) const;

private:
    TemporaryFolder m_folder;
};

/// The UNO context of the test's own process: what is made in it is strange to an office.
css::uno::Reference<css::uno::XComponentContext> ownContext();

/** A running office. Its end closes all documents without saving. */
class Office
{
public:
    /// What becomes of documents that were open when an office of the profile crashed.
    enum class Unsaved
    {
        Forgotten,
        Offered ///< to who has windows: a headless office keeps none
    };

    /** Starts LibreOffice on a profile and connects to it.
        @param options more options of soffice; "--headless" unless they name
               a display's worth of window
        @throws std::runtime_error where it doesn't answer within a minute */
    explicit Office(const Profile& profile, std::vector<std::string> options = { "--headless" },
                    Unsaved unsaved = Unsaved::Forgotten);
    ~Office();
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    const css::uno::Reference<css::uno::XComponentContext>& context() const { return m_context; }
    css::uno::Reference<css::frame::XDesktop2> desktop() const;

    /** Installs an extension for the user of the profile. It is there from the
        office's next start on. */
    void addExtension(const std::filesystem::path& oxt) const;
    void removeExtension(const rtl::OUString& identifier) const;

    /// The version of an installed extension; empty where there is none.
    rtl::OUString extensionVersion(const rtl::OUString& identifier) const;

    /// Where an installed extension's files are.
    std::filesystem::path extensionFolder(const rtl::OUString& identifier) const;

    /// What it has computed so far, with its children, in seconds of a processor.
    double processorSeconds() const;

    /** Waits until it has done what it had put off, such as calculating again after
        own foods have changed.
        @throws std::runtime_error where that takes a minute */
    void settle() const;

    /// Ends it at once, whatever it is doing.
    void crash() const;

    /// Waits until a person has closed the last window.
    void wait();

private:
    pid_t m_process = -1;
    css::uno::Reference<css::uno::XComponentContext> m_context;
};

} // namespace quartet
