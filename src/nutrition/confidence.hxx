/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How a figure of a standard was read: in the authority's own text, in a
// secondary source, or from memory.

#pragma once

#include "nutrition/row.hxx"

#include <map>
#include <string>
#include <vector>

namespace quartet
{

class ConfidenceTable
{
public:
    /// Reads rows of registry/standards/confidence.csv: id; words.
    ConfidenceTable(const std::vector<Row>& rows, std::vector<Damage>& damages);

    /** What the field "confidence" of a row means to its reader; empty where
        nothing need be said.
        @throws BadRow where it is missing or unknown */
    const std::string& caveat(const Row& row) const;

private:
    std::map<std::string, std::string, std::less<>> m_caveats;
};

} // namespace quartet
