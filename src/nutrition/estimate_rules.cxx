/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/estimate_rules.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

EstimateRule::Of readOf(const Row& row)
{
    using Of = EstimateRule::Of;
    using Name = std::pair<std::string_view, Of>;
    static constexpr std::array names{ Name("kind", Of::Kind),     Name("fat", Of::Fat),
                                       Name("food", Of::Food),     Name("MK4", Of::MK4),
                                       Name("recipe", Of::Recipe), Name("range", Of::Range) };
    const std::string_view text = row.requiredText("of");
    const auto found = std::find_if(names.begin(), names.end(),
                                    [text](const Name& each) { return each.first == text; });
    if (found == names.end())
        throw BadRow("of", "\"" + std::string(text) + "\" is nothing that a rule leans on");
    return found->second;
}

/// Beyond this an estimate says nothing: a rule gives a range instead.
constexpr double widest = 3;

EstimateRule readRule(const Row& row)
{
    EstimateRule rule{ std::string(row.requiredText("words")),
                       readOf(row),
                       row.number("times"),
                       row.number("within"),
                       row.number("low"),
                       row.number("high") };
    if (rule.low.has_value() != rule.high.has_value() || rule.low > rule.high)
        throw BadRow("low", "is no range with high");
    const bool range = rule.of == EstimateRule::Of::Range;
    if (rule.within.has_value() == rule.low.has_value() || (range && !rule.low))
        throw BadRow("within",
                     "a rule has either a factor or a range; one that gives no estimate a range");
    if (rule.within && (*rule.within < 1 || *rule.within > widest))
        throw BadRow("within", "is below 1, or beyond what still is an estimate");
    return rule;
}

} // namespace

EstimateRules::EstimateRules(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("estimates", { "words", "of", "times", "within", "low", "high", "leans on" }, rows,
             damages, [this](const Row& row) { m_rules.emplace(row.id(), readRule(row)); });
}

const EstimateRule* EstimateRules::find(std::string_view id) const
{
    const auto found = m_rules.find(id);
    return found == m_rules.end() ? nullptr : &found->second;
}

} // namespace quartet
