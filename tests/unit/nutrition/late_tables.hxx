/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The registry as the office reads it: bit by bit.

#pragma once

#include "registry_fixture.hxx"

#include <memory>

namespace quartet
{

/// @param more rows of other extensions
inline std::shared_ptr<const Data> readLate(const Tables& more = {})
{
    std::vector<std::string> complaints;
    TableSource source(REGISTRY, complaints);
    estimateFoods(source);
    source.indexNames(realRegistry().data().foods);
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
