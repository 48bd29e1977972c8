/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The registry as the office reads it: bit by bit.

#pragma once

#include "registry_fixture.hxx"

#include <memory>

namespace quartet
{

/// The registry that is shipped, with its estimates and the index of its names.
class IndexedRegistry
{
public:
    IndexedRegistry()
        : m_source(REGISTRY, m_complaints)
    {
        estimateFoods(m_source);
        m_source.indexNames(realRegistry().data().foods);
    }

    static const TableSource& source()
    {
        static const IndexedRegistry registry;
        return registry.m_source;
    }

private:
    std::vector<std::string> m_complaints;
    TableSource m_source;
};

/// @param more rows of other extensions
inline std::shared_ptr<const Data> readLate(const Tables& more = {})
{
    const TableSource& source = IndexedRegistry::source();
    Tables tables = source.tables("Foods");
    CheckedTables checked;
    checked.foods.rows = RowFile::of(tables["foods"]);
    checked.foods.names = NameIndex(shareText(source.groups().front().names));
    checked.block = [blocks = source.tables("Nutrients")](const std::string& block) {
        return RowFile::of(tableRows(blocks, block));
    };
    tables["foods"] = tableRows(more, "foods");
    return std::make_shared<const Data>(tables, std::vector<Damage>(), std::move(checked));
}

} // namespace quartet
