/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_reading.hxx"

#include "labels/import_columns.hxx"
#include "labels/import_long.hxx"
#include "labels/import_tokens.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <map>

namespace quartet
{

namespace
{

/// Headers begin in one of so many rows.
constexpr std::size_t mostHeaderRows = 40;

/// So many cells of a column tell what it holds.
constexpr std::size_t cellsToLookAt = 200;

/// Rows of headers below the first.
constexpr std::size_t mostFurtherRows = 8;

bool isText(const ImportCell& cell)
{
    const auto* const text = std::get_if<std::string>(&cell);
    return text && !trim(*text).empty();
}

std::string headerText(const ImportCell& cell)
{
    std::string text = cellText(cell);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// Whether a text is a unit alone: "ug", "mg/100 g".
bool isUnit(const std::string& text, const ImportRules& rules)
{
    if (text.empty())
        return false;
    if (rules.findUnit(text))
        return true;
    const auto slash = text.find('/');
    return slash != std::string::npos && rules.findUnit(trim(text.substr(0, slash))).has_value();
}

bool isNutrient(const ColumnMapping& mapping)
{
    return !mapping.column.empty() && !mapping.unit.empty() && mapping.column != servingColumn;
}

class Reader
{
public:
    Reader(const ImportGrid& grid, const ImportRules& rules, std::string_view language)
        : m_grid(grid)
        , m_rules(rules)
        , m_language(language)
        , m_width(grid.empty() ? 0 : grid.front().size())
    {
    }

    ImportReading run(std::optional<std::size_t> headerRow)
    {
        ImportReading reading;
        if (m_grid.empty())
            return reading;
        reading.headerRow = std::min(headerRow.value_or(bestRow()), m_grid.size() - 1);
        readHeaders(reading, headerRow.has_value());
        for (std::size_t column = 0; column < m_width; ++column)
            reading.table.headers.push_back(reading.headers[column].text);
        reading.table.rows.assign(m_grid.begin() + static_cast<std::ptrdiff_t>(reading.firstRow),
                                  m_grid.end());
        takeUnitsBeside(reading);
        reading.mappings = m_rules.read(reading.headers, m_language);
        tellRepeatedColumns(reading.mappings);
        reading.kind = kindOf(reading.mappings);
        if (reading.kind == ImportKind::Diary)
            takeMeals(reading.mappings);
        refuseWithoutUnit(reading);
        findBasis(reading);
        return reading;
    }

private:
    /// How many of a row's cells are headers.
    std::size_t understood(std::size_t row) const
    {
        std::size_t count = 0;
        for (const ImportCell& cell : m_grid[row])
            if (isText(cell) && m_rules.read(headerText(cell)).why != "unknown")
                ++count;
        return count;
    }

    /// The first of the rows with the most headers.
    std::size_t bestRow() const
    {
        std::size_t best = 0;
        std::size_t most = understood(0);
        for (std::size_t row = 1; row < std::min(m_grid.size(), mostHeaderRows); ++row)
            if (const std::size_t count = understood(row); count > most)
            {
                best = row;
                most = count;
            }
        return best;
    }

    bool holdsNumbers(std::size_t row) const
    {
        return std::any_of(m_grid[row].begin(), m_grid[row].end(), [](const ImportCell& cell) {
            return std::holds_alternative<double>(cell);
        });
    }

    /** Whether a row below the headers is another of them: what stands under columns of
        figures are units or names of nutrients, and no figure. */
    bool isFurther(std::size_t row, const std::vector<ImportHeader>& headers) const
    {
        std::size_t said = 0;
        std::size_t others = 0;
        for (std::size_t column = 0; column < m_width; ++column)
        {
            const std::string text = headerText(m_grid[row][column]);
            const ColumnMapping above = m_rules.read(headers[column]);
            const bool holdsFigures = isNutrient(above) || above.why == "vitaminK"
                                      || above.why == "unknown" || above.why == "unit";
            if (text.empty() || !holdsFigures)
                continue;
            const ColumnMapping read = m_rules.read(ImportHeader{ text, "g", {} });
            if (isUnit(text, m_rules) || isNutrient(read) || read.why == "vitaminK"
                || read.why == "unit")
                ++said;
            else if (above.why != "unknown")
                ++others;
        }
        return said > 0 && said > others;
    }

    void readHeaders(ImportReading& reading, bool chosen) const
    {
        const std::size_t best = reading.headerRow;
        for (std::size_t column = 0; column < m_width; ++column)
            reading.headers.push_back({ headerText(m_grid[best][column]), {}, {} });
        // A row of which little is understood may stand among others, but no figure.
        std::size_t next = best + 1;
        for (std::size_t row = next;
             row < std::min(m_grid.size(), best + 1 + mostFurtherRows) && !holdsNumbers(row); ++row)
            if (isFurther(row, reading.headers))
                while (next <= row)
                    addRow(next++, reading.headers);
        reading.firstRow = next;
        if (chosen)
            return;
        // Above the row of tagnames stand names and units, each in its own row.
        const auto has = [&](auto matches) {
            return std::any_of(
                reading.headers.begin(), reading.headers.end(),
                [&](const ImportHeader& header) { return matches(m_rules.read(header)); });
        };
        for (std::size_t row = best; row-- > 0;)
        {
            const bool lacksName =
                !has([](const ColumnMapping& each) { return each.column == "Name"; });
            for (std::size_t column = 0; column < m_width; ++column)
            {
                const std::string text = headerText(m_grid[row][column]);
                ImportHeader& header = reading.headers[column];
                if (text.empty())
                    continue;
                const ColumnMapping read = m_rules.read(text);
                const bool isName = read.column == "Name" && lacksName && understood(row) > 0;
                if (isName || (header.text.empty() && understood(row) > 1))
                    header.text = text;
                else if (header.unit.empty() && isUnit(text, m_rules))
                    header.unit = text;
            }
        }
    }

    void addRow(std::size_t row, std::vector<ImportHeader>& headers) const
    {
        for (std::size_t column = 0; column < m_width; ++column)
        {
            const std::string text = headerText(m_grid[row][column]);
            ImportHeader& header = headers[column];
            if (text.empty())
                continue;
            if (isUnit(text, m_rules) && header.unit.empty())
                header.unit = text;
            else if (header.text.empty())
                header.text = text;
            else if (header.code.empty() || m_rules.read(header.code).why == "unknown")
                header.code = text;
        }
    }

    /// The most frequent text of a column, of the first ones.
    std::string usualText(const ImportTable& table, std::size_t column) const
    {
        std::map<std::string, std::size_t> counts;
        for (std::size_t row = 0; row < std::min(table.rows.size(), cellsToLookAt); ++row)
            if (isText(table.rows[row][column]))
                ++counts[cellText(table.rows[row][column])];
        const auto most =
            std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) {
                return one.second < other.second;
            });
        return most == counts.end() ? std::string() : most->first;
    }

    /// Where each nutrient has a column with its unit beside it.
    void takeUnitsBeside(ImportReading& reading) const
    {
        std::vector<ColumnMapping> alone;
        alone.reserve(reading.headers.size());
        for (const ImportHeader& header : reading.headers)
            alone.push_back(m_rules.read(header));
        const auto units = std::count_if(alone.begin(), alone.end(), [](const ColumnMapping& each) {
            return each.why == "unitColumn";
        });
        std::optional<std::size_t> last;
        for (std::size_t column = 0; column < m_width; ++column)
        {
            if (isNutrient(alone[column]) || alone[column].why == "vitaminK")
                last = column;
            else if (alone[column].why == "unitColumn" && units > 1 && last
                     && reading.headers[*last].unit.empty())
                reading.headers[*last].unit = usualText(reading.table, column);
        }
    }

    /// "source" beside each nutrient is the figure's, not the food's.
    static void tellRepeatedColumns(std::vector<ColumnMapping>& mappings)
    {
        for (std::size_t i = 0; i < mappings.size(); ++i)
        {
            if (mappings[i].column != "Source")
                continue;
            const std::string key = headerKey(mappings[i].header);
            const auto isSame = [&key](const ColumnMapping& each) {
                return headerKey(each.header) == key;
            };
            if (std::count_if(mappings.begin(), mappings.end(), isSame) > 1)
                for (ColumnMapping& each : mappings)
                    if (isSame(each))
                        each = { each.header, {}, {}, 1, false, "figureSource" };
        }
    }

    static ImportKind kindOf(const std::vector<ColumnMapping>& mappings)
    {
        const auto has = [&mappings](const char* why) {
            return std::any_of(mappings.begin(), mappings.end(),
                               [why](const ColumnMapping& each) { return each.why == why; });
        };
        const auto goesTo = [&mappings](std::string_view column) {
            return std::any_of(mappings.begin(), mappings.end(),
                               [column](const auto& each) { return each.column == column; });
        };
        const auto nutrients = std::count_if(mappings.begin(), mappings.end(), isNutrient);
        if (has("test") && (has("figure") || has("range")))
            return ImportKind::Results;
        if ((has("nutrientName") || has("nutrientCode")) && nutrients <= 1)
            return ImportKind::Long;
        if (has("date") && goesTo("Name"))
            return ImportKind::Diary;
        if (has("date") || (has("meal") && !goesTo("Name")))
            return ImportKind::Days;
        return goesTo("Name") || nutrients > 0 ? ImportKind::Foods : ImportKind::Unknown;
    }

    /// A diary's first group is the meal where nothing else is.
    void takeMeals(std::vector<ColumnMapping>& mappings) const
    {
        if (std::any_of(mappings.begin(), mappings.end(),
                        [](const ColumnMapping& each) { return each.why == "meal"; }))
            return;
        const auto group = std::find_if(mappings.begin(), mappings.end(),
                                        [](const auto& each) { return each.column == "Group"; });
        const auto next = std::find_if(mappings.begin(), mappings.end(), [&](const auto& each) {
            return each.why == "taken" && m_rules.read(each.header).column == "Group";
        });
        if (group == mappings.end())
            return;
        const auto meal = next != mappings.end() && next < group ? next : group;
        const auto other = meal == group ? next : group;
        meal->column.clear();
        meal->why = "meal";
        if (other != mappings.end())
            *other = m_rules.read(other->header);
    }

    void refuseWithoutUnit(ImportReading& reading) const
    {
        auto& mappings = reading.mappings;
        const bool someSaid = std::any_of(mappings.begin(), mappings.end(), [](const auto& each) {
            return isNutrient(each) && !each.assumed;
        });
        for (std::size_t i = 0; i < mappings.size(); ++i)
        {
            ColumnMapping& mapping = mappings[i];
            if (!someSaid || !isNutrient(mapping) || !mapping.assumed || mapping.unit == "g"
                || mapping.unit == "kcal" || saysUnits(reading.table, i))
                continue;
            mapping = { mapping.header, {}, {}, 1, false, "noUnit" };
        }
    }

    /// Whether a column's cells have their units behind the figures.
    bool saysUnits(const ImportTable& table, std::size_t column) const
    {
        bool any = false;
        for (std::size_t row = 0; row < std::min(table.rows.size(), cellsToLookAt); ++row)
        {
            const auto value =
                readImportValue(table.rows[row][column], DecimalSign::Unclear, m_rules);
            if (value.kind == ImportValue::Kind::Number && value.unit.empty())
                return false;
            any = any || !value.unit.empty();
        }
        return any;
    }

    void findBasis(ImportReading& reading) const
    {
        const auto& mappings = reading.mappings;
        const ImportLayout layout(m_width, mappings);
        if (layout.serving)
            reading.amountHeader = reading.table.headers[*layout.serving];
        const auto any = [&mappings](auto matches) {
            return std::any_of(mappings.begin(), mappings.end(), matches);
        };
        const bool said = any([](const ColumnMapping& each) {
            return (isNutrient(each) && each.basisSaid) || each.why == "basis";
        });
        if (said)
            return;
        if (reading.kind == ImportKind::Diary)
            return setFiguresFor(reading, layout.serving && hasWeights(reading, layout)
                                              ? FiguresFor::Amount
                                              : FiguresFor::Unclear);
        if (layout.serving && !isAlways100(reading.table, *layout.serving))
            reading.figuresFor = FiguresFor::Unclear;
    }

    bool hasWeights(const ImportReading& reading, const ImportLayout& layout) const
    {
        const auto place = *layout.serving;
        return layout.servingUnit || saysGrams(reading.mappings[place], m_rules)
               || std::any_of(reading.table.rows.begin(), reading.table.rows.end(),
                              [&](const auto& row) {
                                  return m_rules.grams(cellText(row[place])).has_value();
                              });
    }

    bool isAlways100(const ImportTable& table, std::size_t column) const
    {
        return !table.rows.empty()
               && std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                      const std::string text = cellText(row[column]);
                      return text.empty() || m_rules.findBasis(text) == 1 || text == "100";
                  });
    }

    const ImportGrid& m_grid;
    const ImportRules& m_rules;
    const std::string_view m_language;
    const std::size_t m_width;
};

} // namespace

ImportReading readImport(const ImportGrid& grid, const ImportRules& rules,
                         std::string_view language, std::optional<std::size_t> headerRow)
{
    ImportReading reading = Reader(grid, rules, language).run(headerRow);
    const auto joined = reading.kind == ImportKind::Long
                            ? joinNutrientRows(reading.table, reading.mappings)
                            : std::nullopt;
    if (!joined)
        return reading;
    ImportReading whole = Reader(joined->grid, rules, language).run(0);
    for (const std::size_t place : joined->places)
        whole.places.push_back(reading.firstRow + place);
    whole.headerRow = reading.headerRow;
    return whole;
}

void setFiguresFor(ImportReading& reading, FiguresFor figuresFor)
{
    reading.figuresFor = figuresFor;
    for (ColumnMapping& mapping : reading.mappings)
        if (isNutrient(mapping) && !mapping.basisSaid)
            mapping.perServing = figuresFor == FiguresFor::Amount;
}

} // namespace quartet
