/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which notes a person has read: kept in the office's configuration, for the
// data that are installed now.

#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace quartet
{

/// Neither a document's name nor what it holds is kept, a digest of them is.
class ReadNotes
{
public:
    /// @param version of the data; notes about other data are forgotten
    ReadNotes(const css::uno::Reference<css::uno::XComponentContext>& context, std::string version)
        : m_context(context)
        , m_version(std::move(version))
    {
    }

    /// @param note all that tells it from other notes
    bool contains(const std::string& note) const;
    void add(const std::string& note) const;

private:
    const css::uno::Reference<css::uno::XComponentContext> m_context;
    const std::string m_version;
};

} // namespace quartet
