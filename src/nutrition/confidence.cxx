/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/confidence.hxx"

namespace quartet
{

ConfidenceTable::ConfidenceTable(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("confidence", { "words" }, rows, damages,
             [this](const Row& row) { m_caveats.emplace(row.id(), row.text("words")); });
}

const std::string& ConfidenceTable::caveat(const Row& row) const
{
    const std::string_view id = row.requiredText("confidence");
    const auto found = m_caveats.find(id);
    if (found == m_caveats.end())
        throw BadRow("confidence", "\"" + std::string(id) + "\" is unknown");
    return found->second;
}

} // namespace quartet
