/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/import_foods.hxx"

#include "nutrition/amount.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <charconv>

namespace quartet
{

namespace
{

using Kind = ImportValue::Kind;

/// No more digits than a figure was measured with: 0.1 mg are 100 µg.
double rounded(double value)
{
    constexpr int digits = 9;
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::scientific, digits);
    double result = value;
    if (error == std::errc())
        std::from_chars(text.data(), end, result);
    return result;
}

std::string textOf(const ImportCell& cell)
{
    if (const double* const number = std::get_if<double>(&cell))
        return formatNumber(*number, 6);
    const std::string* const text = std::get_if<std::string>(&cell);
    return text ? std::string(trim(*text)) : std::string();
}

class Import
{
public:
    Import(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
           const ImportRules& rules)
        : m_table(table)
        , m_mappings(mappings)
        , m_rules(rules)
    {
        const std::size_t size = std::min(mappings.size(), table.headers.size());
        for (std::size_t i = 0; i < size; ++i)
        {
            if (mappings[i].column == "Name")
                m_name = i;
            else if (mappings[i].column == servingColumn)
                m_serving = i;
            else if (!mappings[i].column.empty())
                m_others.push_back(i);
        }
        learnDecimalSign();
    }

    ImportOutcome run(const std::vector<OwnFoodNames>& present, const std::string& source,
                      bool replace)
    {
        ImportOutcome outcome;
        if (!m_name)
            return outcome;
        outcome.columns.emplace_back("Name");
        for (const std::size_t column : m_others)
            outcome.columns.push_back(m_mappings[column].column);
        const bool addSource =
            !source.empty()
            && std::find(outcome.columns.begin(), outcome.columns.end(), "Source")
                   == outcome.columns.end();
        if (addSource)
            outcome.columns.emplace_back("Source");
        learnNames(present);
        for (std::size_t row = 0; row < m_table.rows.size(); ++row)
        {
            ImportedFood food{ row, {}, {} };
            if (!readRow(row, present, replace, food, outcome))
                continue;
            if (addSource)
                food.cells.emplace_back(source);
            outcome.foods.push_back(std::move(food));
        }
        return outcome;
    }

private:
    /// From the texts of all columns of numbers together.
    void learnDecimalSign()
    {
        DecimalEvidence evidence;
        for (const auto& row : m_table.rows)
            for (const std::size_t column : m_others)
                if (const auto* const text = std::get_if<std::string>(&row[column]))
                    if (!m_mappings[column].unit.empty())
                        evidence.add(*text);
        m_sign = evidence.sign();
    }

    void learnNames(const std::vector<OwnFoodNames>& present)
    {
        for (std::size_t i = 0; i < present.size(); ++i)
        {
            m_present.emplace(fold(present[i].name), i);
            for (const std::string& alias : present[i].aliases)
                m_aliases.emplace(fold(alias), i);
        }
    }

    const ImportCell& cell(std::size_t row, std::size_t column) const
    {
        return m_table.rows[row][column];
    }

    /// @returns whether the row is a food that comes in
    bool readRow(std::size_t row, const std::vector<OwnFoodNames>& present, bool replace,
                 ImportedFood& food, ImportOutcome& outcome)
    {
        const std::string name = textOf(cell(row, *m_name));
        const auto leaveOut = [&](const char* why, const std::string& detail = {}) {
            outcome.leftOut.push_back({ row, name, why, detail });
            return false;
        };
        const auto& cells = m_table.rows[row];
        if (std::all_of(cells.begin(), cells.end(),
                        [](const ImportCell& each) { return textOf(each).empty(); }))
            return false;
        const std::string folded = fold(name);
        if (folded.empty())
            return leaveOut("name");
        if (m_seen.contains(folded))
            return leaveOut("again");
        const auto same = m_present.find(folded);
        if (same != m_present.end() && !replace)
            return leaveOut("present");
        if (same != m_present.end())
            food.replaces = same->second;
        const auto alias = m_aliases.find(folded);
        if (alias != m_aliases.end() && alias->second != food.replaces)
            return leaveOut("alias", present[alias->second].name);

        food.cells.emplace_back(name);
        std::vector<UnreadCell> unread;
        std::vector<std::string> aliases; // folded
        std::size_t traces = 0;
        bool hasFigure = false;
        for (const std::size_t column : m_others)
        {
            const ColumnMapping& mapping = m_mappings[column];
            if (mapping.unit.empty())
            {
                if (mapping.column == "Aliases")
                    food.cells.emplace_back(readAliases(row, column, food, aliases, unread));
                else
                    food.cells.push_back(readText(row, column, name, unread));
                continue;
            }
            const ImportValue value = readImportValue(cell(row, column), m_sign, m_rules);
            ImportCell& result = food.cells.emplace_back();
            traces += value.kind == Kind::Trace ? 1 : 0;
            const auto number = convert(row, mapping, value);
            if (!number && value.kind != Kind::Nothing && value.kind != Kind::Trace)
                unread.push_back({ row, name, mapping.header, textOf(cell(row, column)) });
            if (!number)
                continue;
            if (*number < 0)
                return leaveOut("negative", mapping.header);
            const auto most = m_rules.most(mapping.column);
            if (most && *number > *most)
                return leaveOut("impossible", mapping.header);
            result = *number;
            hasFigure = true;
        }
        outcome.unread.insert(outcome.unread.end(), unread.begin(), unread.end());
        outcome.traces += traces;
        if (!hasFigure)
            return leaveOut("figures");
        m_seen.emplace(folded, row);
        for (const std::string& each : aliases)
            m_seen.emplace(each, row);
        return true;
    }

    /** The aliases that are no other food's. The others would lose both foods:
        they are unread.
        @param aliases gets them folded */
    std::string readAliases(std::size_t row, std::size_t column, const ImportedFood& food,
                            std::vector<std::string>& aliases,
                            std::vector<UnreadCell>& unread) const
    {
        const auto isOthers = [&food](const auto& names, const std::string& folded) {
            const auto found = names.find(folded);
            return found != names.end() && found->second != food.replaces;
        };
        const std::string text = textOf(cell(row, column));
        std::string kept;
        for (const std::string_view each : split(text, ";"))
        {
            std::string folded = fold(each);
            if (isOthers(m_present, folded) || isOthers(m_aliases, folded)
                || m_seen.contains(folded))
            {
                unread.push_back({ row, textOf(cell(row, *m_name)), m_mappings[column].header,
                                   std::string(each) });
                continue;
            }
            kept.append(kept.empty() ? "" : "; ").append(each);
            aliases.push_back(std::move(folded));
        }
        return kept;
    }

    ImportCell readText(std::size_t row, std::size_t column, const std::string& name,
                        std::vector<UnreadCell>& unread) const
    {
        std::string text = textOf(cell(row, column));
        if (m_mappings[column].column == "Portions" && !m_rules.arePortions(text))
        {
            unread.push_back({ row, name, m_mappings[column].header, text });
            return {};
        }
        return text;
    }

    /// In the column's unit, for 100 g.
    std::optional<double> convert(std::size_t row, const ColumnMapping& mapping,
                                  const ImportValue& value) const
    {
        if (value.kind != Kind::Number)
            return std::nullopt;
        const auto factor =
            m_rules.factor(value.unit.empty() ? mapping.unit : value.unit, mapping.column);
        if (!factor)
            return std::nullopt;
        double number = value.number * *factor * mapping.factor;
        if (mapping.perServing)
        {
            const auto grams = servingGrams(row);
            if (!grams)
                return std::nullopt;
            number = number * 100 / *grams;
        }
        return rounded(number);
    }

    std::optional<double> servingGrams(std::size_t row) const
    {
        if (!m_serving)
            return std::nullopt;
        const ColumnMapping& mapping = m_mappings[*m_serving];
        const ImportValue value = readImportValue(cell(row, *m_serving), m_sign, m_rules);
        const auto factor =
            m_rules.factor(value.unit.empty() ? mapping.unit : value.unit, servingColumn);
        if (value.kind != Kind::Number || !factor || !(value.number > 0))
            return std::nullopt;
        return value.number * *factor;
    }

    const ImportTable& m_table;
    const std::vector<ColumnMapping>& m_mappings;
    const ImportRules& m_rules;
    std::optional<std::size_t> m_name;
    std::optional<std::size_t> m_serving;
    std::vector<std::size_t> m_others;
    DecimalSign m_sign = DecimalSign::Unclear;
    boost::unordered_flat_map<std::string, std::size_t> m_present; ///< folded
    boost::unordered_flat_map<std::string, std::size_t> m_aliases; ///< folded
    boost::unordered_flat_map<std::string, std::size_t> m_seen;    ///< folded
};

} // namespace

ImportOutcome importFoods(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                          const std::vector<OwnFoodNames>& present, const std::string& source,
                          bool replace, const ImportRules& rules)
{
    return Import(table, mappings, rules).run(present, source, replace);
}

bool isComplete(const std::vector<ColumnMapping>& mappings, const ImportRules& rules)
{
    const auto has = [&mappings](const auto& matches) {
        return std::any_of(mappings.begin(), mappings.end(), matches);
    };
    return has([](const ColumnMapping& each) { return each.column == "Name"; })
           && has([&rules](const ColumnMapping& each) {
                  return each.column != servingColumn && !rules.units(each.column).empty();
              });
}

} // namespace quartet
