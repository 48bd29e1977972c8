/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Numbers as other people's tables write them: "1.234,5", "0.5 mg", "<0.1", "tr", "(3)".

#pragma once

#include "labels/import_rules.hxx"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quartet
{

/** A cell of a table: nothing, a number or a text. */
using ImportCell = std::variant<std::monostate, double, std::string>;

/// Whose comma is decimal in a table's texts.
enum class DecimalSign
{
    Unclear, ///< "1,234" can't be read
    Point,
    Comma
};

/** What the texts of a table tell: "0,5" has a decimal comma, "1,234.5" a
    decimal point. Texts that contradict each other leave it unclear. */
class DecimalEvidence
{
public:
    void add(std::string_view text);
    DecimalSign sign() const;

private:
    bool m_point = false;
    bool m_comma = false;
};

/** What a cell in a column of numbers says. */
struct ImportValue
{
    enum class Kind
    {
        Number,
        Nothing,   ///< blank, or a word for it
        Trace,     ///< "tr", "<0.1": less than could be measured, which is not zero
        Estimate,  ///< "(11.3)", "[0.1]", "(0)": nobody measured it
        Unreadable ///< a text that is no number, or one whose comma can't be told
    };
    Kind kind = Kind::Nothing;
    double number = 0; ///< may be negative
    std::string unit;  ///< one that stands behind the number; else empty
};

ImportValue readImportValue(const ImportCell& cell, DecimalSign sign, const ImportRules& rules);

} // namespace quartet
