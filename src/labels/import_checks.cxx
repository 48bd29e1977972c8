/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_checks.hxx"

#include "labels/import_tokens.hxx"

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

constexpr int shownDigits = 4;

std::string shown(double number) { return formatNumber(number, shownDigits); }

/// What gives energy.
struct EnergyPart
{
    std::optional<std::size_t> place;
    double perGram; ///< kcal
    bool needed;    ///< nothing can be said without it
};

class Checks
{
public:
    Checks(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
           const ImportLayout& layout, const ImportRules& rules, ImportOutcome& outcome)
        : m_table(table)
        , m_mappings(mappings)
        , m_layout(layout)
        , m_rules(rules)
        , m_outcome(outcome)
        , m_energy(placeOf("ENERC"))
        , m_fewFoods(static_cast<std::size_t>(rules.threshold("unit-foods")))
    {
        for (const std::string& column : rules.columns())
            if (const ImportLimit* const limit = rules.limit(column); limit && limit->energy > 0)
                m_energyParts.push_back({ placeOf(column), limit->energy, limit->needed });
    }

    void run(bool mixed)
    {
        if (m_outcome.foods.empty())
            return;
        if (mixed)
            ask("decimals", {}, { { "count", std::to_string(countUnread("whole")) } });
        checkNames();
        checkEnergy();
        checkColumns();
        checkSalt();
    }

private:
    void ask(const char* id, const std::string& column,
             std::vector<std::pair<std::string, std::string>> details = {})
    {
        std::string header;
        for (const auto& group : m_layout.figures)
            if (m_mappings[group.front().place].column == column)
                header = m_mappings[group.front().place].header;
        m_outcome.questions.push_back({ id, header, column, std::move(details) });
    }

    std::size_t countUnread(const char* why) const
    {
        return static_cast<std::size_t>(
            std::count_if(m_outcome.unread.begin(), m_outcome.unread.end(),
                          [why](const UnreadCell& each) { return each.why == why; }));
    }

    std::optional<std::size_t> placeOf(const std::string& column) const
    {
        const auto& columns = m_outcome.columns;
        const auto found = std::find(columns.begin(), columns.end(), column);
        if (found == columns.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - columns.begin());
    }

    static std::optional<double> figure(const ImportedFood& food, std::optional<std::size_t> place)
    {
        const double* const number = place ? std::get_if<double>(&food.cells[*place]) : nullptr;
        return number ? std::optional(*number) : std::nullopt;
    }

    void checkNames()
    {
        const auto count = std::count_if(
            m_outcome.foods.begin(), m_outcome.foods.end(), [](const ImportedFood& food) {
                const auto* const name = std::get_if<std::string>(&food.cells.front());
                return name && isMisread(*name);
            });
        if (count > 0)
            ask("encoding", {}, { { "count", std::to_string(count) } });
    }

    /// The unit that would bring a median nearest to what is usual; the present one where none.
    std::string likelyUnit(const ColumnMapping& mapping, double ratio) const
    {
        const auto present = m_rules.factor(mapping.unit, mapping.column);
        std::string best = mapping.unit;
        double nearest = std::abs(std::log(ratio));
        for (const std::string& unit : m_rules.units(mapping.column))
        {
            const double distance =
                std::abs(std::log(ratio * *m_rules.factor(unit, mapping.column) / *present));
            if (distance < nearest)
            {
                nearest = distance;
                best = unit;
            }
        }
        return best;
    }

    void checkColumns()
    {
        std::string withoutUnit;
        for (const auto& group : m_layout.figures)
        {
            const ColumnMapping& mapping = m_mappings[group.front().place];
            const auto place = placeOf(mapping.column);
            const ImportLimit* const limit = m_rules.limit(mapping.column);
            std::vector<double> values;
            std::size_t above = 0;
            for (const ImportedFood& food : m_outcome.foods)
                if (const auto value = figure(food, place); value && *value > 0)
                {
                    values.push_back(*value);
                    above +=
                        limit && *value > limit->most * m_rules.threshold("most-factor") ? 1 : 0;
                }
            const bool speaks = limit && values.size() >= m_fewFoods;
            const double middle = values.empty() ? 0 : median(values);
            const double ratio = speaks ? middle / limit->typical : 1;
            const double most = m_rules.threshold("unit-factor");
            const std::string unit = m_rules.units(mapping.column).front();
            const bool isRare = speaks && (middle > limit->high || middle < limit->low);
            if (isRare && (ratio > most || ratio < 1 / most))
                ask("unusual", mapping.column,
                    { { "median", shown(middle) },
                      { "typical", shown(limit->typical) },
                      { "unit", unit },
                      { "likely", likelyUnit(mapping, ratio) } });
            else if (above > 0)
                ask("above", mapping.column,
                    { { "count", std::to_string(above) },
                      { "most", shown(limit->most) },
                      { "unit", unit } });
            // Nobody writes protein but in grams.
            else if (mapping.assumed && !speaks && !values.empty() && mapping.unit != "g"
                     && !(mapping.column == "ENERC" && m_energyFits))
                withoutUnit +=
                    (withoutUnit.empty() ? "" : ", ") + mapping.header + " (" + mapping.unit + ")";
        }
        if (!withoutUnit.empty())
            ask("noUnit", {}, { { "columns", withoutUnit } });
    }

    /// Of protein, fat, carbohydrate and alcohol; nothing where one of the first three is unknown.
    std::optional<double> computedEnergy(const ImportedFood& food) const
    {
        double energy = 0;
        for (const EnergyPart& part : m_energyParts)
        {
            const auto value = figure(food, part.place);
            if (!value && part.needed)
                return std::nullopt;
            energy += part.perGram * value.value_or(0);
        }
        return energy;
    }

    void checkEnergy()
    {
        if (!m_energy)
            return;
        const double least = m_rules.threshold("energy-least");
        const double factor = m_rules.threshold("energy-factor");
        std::vector<double> ratios;
        std::size_t zeros = 0;
        for (const ImportedFood& food : m_outcome.foods)
        {
            const auto energy = figure(food, m_energy);
            const auto computed = energy ? computedEnergy(food) : std::nullopt;
            if (!computed)
                continue;
            if (*computed >= least)
                ratios.push_back(*energy / *computed);
            const bool differs = *energy > *computed * factor || *energy * factor < *computed;
            if (!differs || std::abs(*energy - *computed) < least)
                continue;
            zeros += *energy == 0 ? 1 : 0;
            const auto* const name = std::get_if<std::string>(&food.cells.front());
            m_outcome.remarks.push_back({ food.row, name ? *name : "", *energy, *computed });
        }
        const double ratio = ratios.empty() ? 1 : median(ratios);
        m_energyFits = !ratios.empty() && ratio < factor && ratio > 1 / factor;
        if (ratio > m_rules.threshold("energy-low") && ratio < m_rules.threshold("energy-high"))
            ask("kilojoules", "ENERC", { { "ratio", shown(ratio) } });
        const auto many = static_cast<std::size_t>(m_rules.threshold("zero-foods"));
        if (zeros >= many)
            ask("zeros", {}, { { "count", std::to_string(zeros) }, { "columns", manyZeros() } });
    }

    /// The headers of the columns that are zeros for a good part.
    std::string manyZeros() const
    {
        std::string headers;
        for (const auto& group : m_layout.figures)
        {
            const ColumnMapping& mapping = m_mappings[group.front().place];
            const auto place = placeOf(mapping.column);
            std::size_t known = 0;
            std::size_t zeros = 0;
            for (const ImportedFood& food : m_outcome.foods)
                if (const auto value = figure(food, place))
                {
                    ++known;
                    zeros += *value == 0 ? 1 : 0;
                }
            if (known > 0
                && static_cast<double>(zeros)
                       >= m_rules.threshold("zeros") * static_cast<double>(known))
                headers += (headers.empty() ? "" : ", ") + mapping.header;
        }
        return headers;
    }

    /// Sodium against a column of salt that stands beside it.
    void checkSalt()
    {
        for (const auto& group : m_layout.figures)
        {
            const ColumnMapping& sodium = m_mappings[group.front().place];
            const auto salt =
                std::find_if(group.begin() + 1, group.end(), [&](const FigureColumn& each) {
                    return m_mappings[each.place].factor != sodium.factor;
                });
            if (sodium.column != "NA" || salt == group.end())
                continue;
            std::vector<double> ratios;
            for (const ImportedFood& food : m_outcome.foods)
            {
                const auto* const number =
                    std::get_if<double>(&m_table.rows[food.row][salt->place]);
                const auto known = figure(food, placeOf("NA"));
                const ColumnMapping& mapping = m_mappings[salt->place];
                const auto factor = m_rules.factor(mapping.unit, mapping.column);
                if (number && *number > 0 && known && *known > 0 && factor)
                    ratios.push_back(*known / (*number * *factor * mapping.factor));
            }
            const double most = m_rules.threshold("salt-factor");
            const double ratio = ratios.empty() ? 1 : median(ratios);
            if (ratio > most || ratio < 1 / most)
                ask("salt", "NA",
                    { { "ratio", shown(ratio) }, { "salt", m_mappings[salt->place].header } });
        }
    }

    const ImportTable& m_table;
    const std::vector<ColumnMapping>& m_mappings;
    const ImportLayout& m_layout;
    const ImportRules& m_rules;
    ImportOutcome& m_outcome;
    const std::optional<std::size_t> m_energy;
    const std::size_t m_fewFoods;
    std::vector<EnergyPart> m_energyParts;
    bool m_energyFits = false;
};

} // namespace

void checkImport(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                 const ImportLayout& layout, bool mixed, const ImportRules& rules,
                 ImportOutcome& outcome)
{
    Checks(table, mappings, layout, rules, outcome).run(mixed);
}

} // namespace quartet
