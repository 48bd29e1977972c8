/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Our own tables, cut short so that a run takes microseconds.

#pragma once

#include "fuzz_bytes.hxx"

#include "compile/tables.hxx"
#include "nutrition/food_names.hxx"
#include "nutrition/import_rules.hxx"
#include "nutrition/label_rules.hxx"
#include "nutrition/standards.hxx"

#include <memory>

namespace quartet
{

struct FuzzTables
{
    std::shared_ptr<const Data> data;
    std::shared_ptr<const Standards> standards;
    std::shared_ptr<const ImportRules> importRules;
    std::shared_ptr<const LabelRules> labelRules;
    std::shared_ptr<const FoodNames> foodNames;
};

/// Read once.
const FuzzTables& fuzzTables();

} // namespace quartet
