/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The nutrients beside those of the foods' own table: tables of their own, each
// read when one of its nutrients is first asked for.

#pragma once

#include "nutrition/accounts.hxx"
#include "nutrition/row_file.hxx"

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>

namespace quartet
{

/** What a block's table says of one food. */
struct BlockRow
{
    std::vector<std::optional<double>> values; ///< per 100 g, by place in the block
    Accounts accounts;
};

/** Immutable but for what it has read so far: any number of threads may ask. */
class NutrientBlocks
{
public:
    /// Gives the rows of a block's table, in the order of their ids, a food's each.
    using Read = std::function<RowFile(const std::string& block)>;

    /// The tables must outlive this one.
    NutrientBlocks(const NutrientTable& nutrients, const SourceTable& sources, Read read);
    NutrientBlocks(const NutrientBlocks&) = delete;
    NutrientBlocks& operator=(const NutrientBlocks&) = delete;
    ~NutrientBlocks();

    /** The nutrient's amount in 100 g of a food.
        @returns nothing where it isn't known */
    std::optional<double> value(std::string_view food, NutrientIndex nutrient) const;

    /** How that figure is known.
        @returns nullptr where there is none */
    const Account* account(std::string_view food, NutrientIndex nutrient) const;

    /// Reads all rows of all blocks: what is wrong goes to damages.
    void check(std::vector<Damage>& damages) const;

private:
    struct Block
    {
        std::string name;
        NutrientIndex first; ///< of its nutrients, which stand together
        std::size_t size = 0;
        mutable std::once_flag isRead{};
        mutable RowFile rows{};
        mutable std::vector<std::atomic<const BlockRow*>> read{}; ///< nullptr until read
    };

    const Block* blockOf(NutrientIndex nutrient) const;
    const RowFile& rowsOf(const Block& block) const;
    const BlockRow* row(const Block& block, std::string_view food) const;
    BlockRow readRow(const Block& block, const Row& row) const;

    const NutrientTable& m_nutrients;
    const SourceTable& m_sources;
    const Read m_read;
    std::deque<Block> m_blocks;
};

} // namespace quartet
