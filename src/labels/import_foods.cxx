/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_foods.hxx"

#include "labels/import_checks.hxx"
#include "labels/import_columns.hxx"
#include "labels/import_portions.hxx"
#include "labels/own_figures.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

using Kind = ImportValue::Kind;

/// What a cell of figures gives: a figure for 100 g, or why there is none.
struct CellFigure
{
    std::optional<double> value;
    bool trace = false;
    std::string why;      ///< as UnreadCell has it
    bool unread = false;  ///< something stands there that is no figure
    bool nothing = false; ///< nothing stands there
};

class Import
{
public:
    Import(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
           const ImportRules& rules)
        : m_table(table)
        , m_mappings(mappings)
        , m_rules(rules)
        , m_layout(table.headers.size(), mappings)
        , m_numbers(table, mappings, m_layout, rules)
    {
        const bool servesFigures =
            std::any_of(mappings.begin(), mappings.end(),
                        [](const ColumnMapping& each) { return each.perServing; });
        m_keepsServing = m_layout.serving && !servesFigures
                         && mappings[*m_layout.serving].column == servingColumn;
    }

    ImportOutcome run(const std::vector<OwnFoodNames>& present, const std::string& source,
                      bool replace)
    {
        ImportOutcome outcome;
        if (!m_layout.name)
            return outcome;
        nameColumns(outcome.columns);
        const auto has = [&outcome](const char* column) {
            return std::find(outcome.columns.begin(), outcome.columns.end(), column)
                   != outcome.columns.end();
        };
        const bool addSource = !source.empty() && !has("Source");
        const bool addPortions = !has("Portions") && (m_keepsServing || !m_layout.portions.empty());
        if (addPortions)
            outcome.columns.emplace_back("Portions");
        if (addSource)
            outcome.columns.emplace_back("Source");
        learnNames(present);
        for (std::size_t row = 0; row < m_table.rows.size(); ++row)
        {
            ImportedFood food{ row, {}, {} };
            if (!readRow(row, present, replace, food, outcome))
                continue;
            if (addPortions)
                food.cells.emplace_back(portionsOf(row));
            if (addSource)
                food.cells.emplace_back(source);
            outcome.foods.push_back(std::move(food));
        }
        checkImport(m_table, m_mappings, m_layout, m_numbers.isMixed(), m_rules, outcome);
        return outcome;
    }

private:
    void nameColumns(std::vector<std::string>& columns) const
    {
        columns.emplace_back("Name");
        for (const std::size_t column : m_layout.texts)
            columns.push_back(m_mappings[column].column);
        for (const auto& group : m_layout.figures)
            columns.push_back(m_mappings[group.front().place].column);
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
        const std::string name = cellText(cell(row, *m_layout.name));
        const auto leaveOut = [&](const char* why, const std::string& detail = {}) {
            outcome.leftOut.push_back({ row, name, why, detail });
            return false;
        };
        const auto& cells = m_table.rows[row];
        if (std::all_of(cells.begin(), cells.end(),
                        [](const ImportCell& each) { return cellText(each).empty(); }))
            return false;
        const std::string folded = fold(name);
        if (folded.empty())
            return leaveOut("name");
        if (isDate(name))
            return leaveOut("date");
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
        if (m_layout.basis && m_rules.findBasis(cellText(cell(row, *m_layout.basis))) == 0)
            return leaveOut("volume");

        food.cells.emplace_back(name);
        std::vector<UnreadCell> unread;
        std::vector<std::string> aliases; // folded
        for (const std::size_t column : m_layout.texts)
            if (m_mappings[column].column == "Aliases")
                food.cells.emplace_back(readAliases(row, column, food, aliases, unread));
            else
                food.cells.push_back(readText(row, column, name, unread));
        std::size_t traces = 0;
        bool hasFigure = false;
        for (const auto& group : m_layout.figures)
        {
            ImportCell& result = food.cells.emplace_back();
            for (const FigureColumn& column : group)
            {
                const CellFigure figure = readFigure(row, column);
                traces += figure.trace ? 1 : 0;
                if (figure.unread)
                    unread.push_back({ row, name, m_mappings[column.place].header,
                                       cellText(cell(row, column.place)), figure.why });
                if (figure.value)
                {
                    result = *figure.value;
                    hasFigure = true;
                }
                if (!figure.nothing)
                    break;
            }
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
        const std::string text = cellText(cell(row, column));
        std::string kept;
        for (const std::string_view each : split(text, ";"))
        {
            std::string folded = fold(each);
            if (isOthers(m_present, folded) || isOthers(m_aliases, folded)
                || m_seen.contains(folded))
            {
                unread.push_back({ row, cellText(cell(row, *m_layout.name)),
                                   m_mappings[column].header, std::string(each) });
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
        const std::string& goesTo = m_mappings[column].column;
        std::string text = cellText(cell(row, column));
        if (goesTo == "Portions" && !m_rules.arePortions(text))
        {
            unread.push_back({ row, name, m_mappings[column].header, text });
            return {};
        }
        // A number is no group: a figure that was shifted by a column.
        if (goesTo == "Group" && parseNumber(text))
            return {};
        return text;
    }

    std::string portionsOf(std::size_t row) const
    {
        std::string portions;
        for (const auto& [name, weight] : m_layout.portions)
        {
            const auto value = readImportValue(cell(row, weight), m_numbers.sign(), m_rules);
            if (value.kind != Kind::Number || !value.unit.empty())
                continue;
            const std::string portion =
                describedPortion(cellText(cell(row, name)), value.number, m_rules);
            if (!portion.empty())
                addPortion(portions, portion);
        }
        if (!m_keepsServing)
            return portions;
        const ImportCell& serving = cell(row, *m_layout.serving);
        std::string portion = weighedPortion(cellText(serving), m_rules);
        if (const auto grams = servingGrams(row); portion.empty() && grams)
            portion = describedPortion(m_rules.servingName(), *grams, m_rules);
        if (!portion.empty())
            addPortion(portions, portion);
        return portions;
    }

    CellFigure readFigure(std::size_t row, const FigureColumn& column) const
    {
        const ColumnMapping& mapping = m_mappings[column.place];
        const ImportCell& read = cell(row, column.place);
        ImportValue value = readImportValue(read, m_numbers.sign(), m_rules);
        const auto refuse = [](const char* why) {
            return CellFigure{ {}, false, why, true, false };
        };
        switch (value.kind)
        {
            case Kind::Nothing:
                return { {}, false, {}, false, true };
            case Kind::Trace:
                return { {}, true, {}, false, false };
            case Kind::Estimate:
                return refuse("estimate");
            case Kind::Unreadable:
                return refuse(isDate(cellText(read)) ? "date" : "");
            case Kind::Number:
                break;
        }
        if (value.number == 0 && saysTrace(row, column))
            return { {}, true, {}, false, false };
        if (std::holds_alternative<double>(read)
            && m_numbers.isDoubtful(column.place, value.number))
            return refuse("whole");
        if (column.unit && value.unit.empty())
            if (const std::string unit = cellText(cell(row, *column.unit)); !unit.empty())
            {
                const auto found = m_rules.findUnit(unit);
                if (!found)
                    return refuse("");
                value.unit = *found;
            }
        const auto factor =
            m_rules.factor(value.unit.empty() ? mapping.unit : value.unit, mapping.column);
        if (!factor)
            return refuse("");
        const auto basis = basisOf(row, column, mapping);
        if (!basis)
            return refuse("amount");
        if (value.number < 0)
            return refuse("negative");
        const double number = roundedDigits(value.number * *factor * *basis);
        const auto most = m_rules.most(mapping.column);
        if (most && number > *most)
            return refuse("impossible");
        return { number, false, {}, false, false };
    }

    bool saysTrace(std::size_t row, const FigureColumn& column) const
    {
        if (column.kind && m_rules.findWord(cellText(cell(row, *column.kind))) == "trace")
            return true;
        if (!m_layout.traces)
            return false;
        const std::string& goesTo = m_mappings[column.place].column;
        const std::string listed = cellText(cell(row, *m_layout.traces));
        const auto tags = split(listed, ",;");
        return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
            return m_rules.data().nutrients.findTag(tag) ? tag == goesTo
                                                         : m_rules.read(tag).column == goesTo;
        });
    }

    /// By what a figure is multiplied to be one for 100 g.
    std::optional<double> basisOf(std::size_t row, const FigureColumn& column,
                                  const ColumnMapping& mapping) const
    {
        const auto ofWeight = [&mapping](const std::optional<double>& grams) {
            return grams && *grams > 0 ? std::optional(100 * mapping.factor / *grams)
                                       : std::nullopt;
        };
        if (mapping.perServing)
            return ofWeight(servingGrams(row));
        for (const auto& place : { column.basis, m_layout.basis })
        {
            std::string text =
                place && !mapping.basisSaid ? cellText(cell(row, *place)) : std::string();
            if (text.empty())
                continue;
            if (parseNumber(text) && (text == "100" || saysGrams(m_mappings[*place], m_rules)))
                text += " g";
            if (const auto basis = m_rules.findBasis(text))
                return *basis > 0 ? std::optional(*basis * mapping.factor) : std::nullopt;
            return ofWeight(m_rules.grams(text));
        }
        return mapping.factor;
    }

    std::optional<double> servingGrams(std::size_t row) const
    {
        if (!m_layout.serving)
            return std::nullopt;
        const ColumnMapping& mapping = m_mappings[*m_layout.serving];
        const ImportCell& read = cell(row, *m_layout.serving);
        const ImportValue value = readImportValue(read, m_numbers.sign(), m_rules);
        if (value.kind != Kind::Number || !(value.number > 0))
            return value.kind == Kind::Unreadable ? m_rules.grams(cellText(read)) : std::nullopt;
        std::string unit = value.unit;
        if (unit.empty() && m_layout.servingUnit)
            unit = m_rules.findUnit(cellText(cell(row, *m_layout.servingUnit))).value_or("?");
        // A number alone may be a piece: it is shown as a portion, but divides no figure.
        if (unit.empty() && (m_keepsServing || !mapping.assumed))
            unit = mapping.unit;
        const auto factor = m_rules.factor(unit, servingColumn);
        return factor ? std::optional(value.number * *factor) : std::nullopt;
    }

    const ImportTable& m_table;
    const std::vector<ColumnMapping>& m_mappings;
    const ImportRules& m_rules;
    const ImportLayout m_layout;
    const NumberEvidence m_numbers;
    bool m_keepsServing = false; ///< as a portion: no figure is for it
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
