/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which food a name means: made by the build, searched where it lies.

#pragma once

#include "nutrition/row.hxx"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A name that a person may type. */
struct IndexedName
{
    std::string_view folded;
    std::uint32_t food;     ///< its place in the table of foods
    std::string_view usage; ///< as NameUsage's text
};

/** What a name is to its food: the one that is shown in a language, another
    one, or its id. */
struct NameUsage
{
    std::string_view language; ///< "en"; empty for an id
    bool alias;

    static constexpr std::string_view id = "id";

    /// "en", "en+" for another name, "id".
    static NameUsage parse(std::string_view text);
};

/** Tens of thousands of names without a map of them: a text, a line a name in
    the order of the names, "gouda|412|en", then the key and the place of every eighth
    line, between which a name is looked for. Immutable: any number of threads may read it. */
class NameIndex
{
public:
    /// An index without names.
    NameIndex() = default;

    /// @param bytes as write() gives them
    explicit NameIndex(SharedText bytes);

    /** The index of some names, of which each must stand for one food alone.
        @throws BadRow for a name with the sign that ends it in a line */
    static std::string write(std::vector<IndexedName> names);

    /** The place of the food with this name.
        @returns nothing where there is none */
    std::optional<std::uint32_t> find(std::string_view folded) const;

    /// All names in their order; views of the index.
    std::vector<IndexedName> names() const;

private:
    /// The lines from the mark with this place on.
    std::string_view from(std::size_t mark) const;

    SharedText m_bytes;
    std::string_view m_lines;
    const char* m_marks = nullptr; ///< where each eighth line begins
    std::size_t m_markCount = 0;
};

} // namespace quartet
