/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A stored workbook whose parts can be changed.

#pragma once

#include <com/sun/star/embed/XStorage.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/io/XStream.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace quartet
{

/// @param until text behind which no more is wanted; empty for all
std::string readAll(const css::uno::Reference<css::io::XInputStream>& input,
                    const std::string& until = {});

class Package
{
public:
    enum class Format
    {
        OpenDocument,
        OfficeOpenXml,
        Zip ///< any, with all parts as they are
    };

    Package(const css::uno::Reference<css::uno::XComponentContext>& context,
            const css::uno::Sequence<sal_Int8>& workbook, Format format);

    /// The parts in a folder such as "xl/charts"; none where there is no folder.
    std::vector<std::string> parts(const std::string& folder) const;
    std::string read(const std::string& part, const std::string& until = {}) const;
    void write(const std::string& part, const std::string& content) const;
    /// The workbook as it is now. Nothing can be read or written then.
    css::uno::Sequence<sal_Int8> finish() const;

private:
    struct Open
    {
        css::uno::Reference<css::io::XStream> stream;
        std::vector<css::uno::Reference<css::embed::XStorage>> folders; ///< the innermost last
    };

    Open open(const std::string& part, sal_Int32 mode) const;

    css::uno::Reference<css::io::XStream> m_memory;
    css::uno::Reference<css::embed::XStorage> m_storage;
};

} // namespace quartet
