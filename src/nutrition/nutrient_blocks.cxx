/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/nutrient_blocks.hxx"

#include "nutrition/food.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

constexpr std::array otherFields =
    std::to_array<std::string_view>({ "source", "grade", "other grades", "other sources", "note" });

} // namespace

NutrientBlocks::NutrientBlocks(const NutrientTable& nutrients, const SourceTable& sources,
                               Read read)
    : m_nutrients(nutrients)
    , m_sources(sources)
    , m_read(std::move(read))
{
    for (NutrientIndex i = nutrients.coreSize(); i < nutrients.size(); ++i)
    {
        if (m_blocks.empty() || m_blocks.back().name != nutrients[i].block)
        {
            m_blocks.emplace_back();
            m_blocks.back().name = nutrients[i].block;
            m_blocks.back().first = i;
        }
        ++m_blocks.back().size;
    }
}

NutrientBlocks::~NutrientBlocks()
{
    for (const Block& block : m_blocks)
        for (const auto& row : block.read)
            delete row.load();
}

const NutrientBlocks::Block* NutrientBlocks::blockOf(NutrientIndex nutrient) const
{
    const auto found =
        std::find_if(m_blocks.begin(), m_blocks.end(), [nutrient](const Block& block) {
            return nutrient >= block.first && nutrient < block.first + block.size;
        });
    return found == m_blocks.end() ? nullptr : &*found;
}

const RowFile& NutrientBlocks::rowsOf(const Block& block) const
{
    std::call_once(block.isRead, [&] {
        block.rows = m_read(block.name);
        block.read = std::vector<std::atomic<const BlockRow*>>(block.rows.size());
    });
    return block.rows;
}

const BlockRow* NutrientBlocks::row(const Block& block, std::string_view food) const
{
    const RowFile& rows = rowsOf(block);
    const auto place = rows.find(food);
    if (!place)
        return nullptr;
    auto& slot = block.read[*place];
    if (const BlockRow* const row = slot.load(std::memory_order_acquire))
        return row;
    auto row = std::make_unique<const BlockRow>(readRow(block, rows[*place]));
    const BlockRow* before = nullptr;
    // Another thread may have read it meanwhile: the first stays.
    return slot.compare_exchange_strong(before, row.get(), std::memory_order_acq_rel)
               ? row.release()
               : before;
}

BlockRow NutrientBlocks::readRow(const Block& block, const Row& row) const
{
    BlockRow result{ std::vector<std::optional<double>>(block.size),
                     readAccounts(row, m_nutrients, m_sources) };
    for (const auto& [field, text] : row.fields())
    {
        const auto nutrient = m_nutrients.findTag(field);
        if (nutrient && blockOf(*nutrient) == &block)
            readValue(field, text, m_nutrients[*nutrient], result.values[*nutrient - block.first]);
        else if (std::find(otherFields.begin(), otherFields.end(), field) == otherFields.end())
            throw BadRow(std::string(field), "is no column of this table");
    }
    const auto isSaid = [&](NutrientIndex nutrient) {
        const Account& account = result.accounts.of(nutrient);
        return account.source && !account.grade.empty();
    };
    for (std::size_t i = 0; i < block.size; ++i)
        if (result.values[i] && !isSaid(block.first + i))
            throw BadRow("source", m_nutrients[block.first + i].tag + " has no source");
    for (const auto& [nutrient, account] : result.accounts.exceptions)
        if (blockOf(nutrient) != &block || !result.values[nutrient - block.first])
            throw BadRow("other grades", m_nutrients[nutrient].tag + " has no figure here");
    return result;
}

std::optional<double> NutrientBlocks::value(std::string_view food, NutrientIndex nutrient) const
{
    const Block* const block = blockOf(nutrient);
    const BlockRow* const found = block ? row(*block, food) : nullptr;
    return found ? found->values[nutrient - block->first] : std::nullopt;
}

const Account* NutrientBlocks::account(std::string_view food, NutrientIndex nutrient) const
{
    const Block* const block = blockOf(nutrient);
    const BlockRow* const found = block ? row(*block, food) : nullptr;
    return found ? &found->accounts.of(nutrient) : nullptr;
}

void NutrientBlocks::check(std::vector<Damage>& damages) const
{
    for (const Block& block : m_blocks)
    {
        const RowFile& table = rowsOf(block);
        std::vector<Row> rows;
        rows.reserve(table.size());
        for (std::size_t i = 0; i < table.size(); ++i)
            rows.push_back(table[i]);
        readRows(block.name, {}, rows, damages, [&](const Row& row) { readRow(block, row); });
    }
}

} // namespace quartet
